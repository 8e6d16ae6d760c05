package check_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/check"
)

var now = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

// whole is a post with which nothing is wrong.
const whole = "---\ntitle: Whole\ndate: 2026-01-02\ndescription: Nothing is wrong here.\ntags: [api-key]\n---\n\n" +
	"Text with [a link](other.md#there), [itself](#a-heading), https://example.com and [far](https://example.com/x).\n\n## A heading\n\n```go\nx := 1\n```\n\n![A picture](a.png)\n"

const other = "---\ntitle: Other\ndate: 2026-01-01\ndescription: x\ntags: [api-key]\n---\n## There\n\ntext\n"

func run(t *testing.T, files map[string]string, o check.Options) []string {
	t.Helper()
	fsys := fstest.MapFS{"a.png": {Data: []byte("x")}}
	for name, source := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(source)}
	}
	c, err := catalog.Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	o.Now = now
	found, err := check.Blog(t.Context(), c, fsys, o)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		out = append(out, f.String())
	}
	return out
}

func TestABlogWithNothingToMend(t *testing.T) {
	if got := run(t, map[string]string{"whole.md": whole, "other.md": other}, check.Options{}); len(got) > 0 {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
}

func TestEachRuleFindsItsOwn(t *testing.T) {
	head := "---\ntitle: P\ndate: 2026-01-02\ndescription: d\n---\n"
	for _, test := range []struct {
		rule  string
		files map[string]string
		want  []string // beginnings of the findings, all of them
	}{
		{"front-matter", map[string]string{"p.md": "---\ntitel: P\n---\n"}, []string{"p.md:2: front-matter: "}},
		{"front-matter", map[string]string{"p.md": "---\ntitle: [P\ndate: x: y\n---\ntext\n"},
			[]string{"p.md:2: front-matter: the front matter cannot be read", "p.md:3: front-matter: date is \"x: y\""}},
		{"file", map[string]string{"a/p.md": head, "b/p.md": head}, []string{"b/p.md: file: has the same slug as a/p.md"}},
		{"title", map[string]string{"p.md": "---\ndate: 2026-01-01\n---\ntext\n"}, []string{`p.md:1: title: no title: readers see "P"`}},
		{"date", map[string]string{"p.md": "---\ntitle: P\n---\ntext\n"}, []string{"p.md:1: date: no date"}},
		{"description", map[string]string{"p.md": "---\ntitle: P\n---\ntext\n"}, []string{"p.md:1: description: no description"}},
		{"draft", map[string]string{"p.md": "---\ntitle: P\ndraft: true\n---\n", "q.md": "---\ntitle: Q\ndate: 2027-05-04\n---\n"},
			[]string{"p.md:1: draft: a draft", "q.md:1: draft: dated 2027-05-04"}},
		{"tag", map[string]string{"p.md": "---\ntags: [api-key]\n---\n", "q.md": "---\ntags: [api-key]\n---\n", "r.md": "---\ntags: [API Keys]\n---\n"},
			[]string{`r.md:1: tag: tag "API Keys" is nearly "api-key"`}},
		{"series", map[string]string{
			"a.md": "---\nseries: S\npart: 1\n---\n", "b.md": "---\nseries: S\npart: 1\n---\n", "c.md": "---\nseries: S\npart: 4\n---\n", "d.md": "---\nseries: S\n---\n",
		}, []string{`b.md:1: series: part 1 of "S" is there twice`, `c.md:1: series: part 4 of "S", but part 2 is missing`, `d.md:1: series: of the series "S", but no part`}},
		{"link", map[string]string{"post.md": head + "\n[a](pots.md) and\n[b](post.md) [c](http://x.y/z.md) [d](#x) [e](mailto:a@b.c) `[f](no.md)`\n"},
			[]string{`post.md:7:1: link: "pots.md" leads nowhere: is it post?`}},
		{"anchor", map[string]string{"p.md": head + "## One two\n\n[a](#one-two) [b](#one-tow) [c](q.md#none)\n\n<a class=\"x\" id=\"here\"></a> [d](#here)\n", "q.md": head},
			[]string{"p.md:8:15: anchor: p.md has no heading #one-tow: is it #one-two?", "p.md:8:29: anchor: q.md has no heading #none: it has no headings"}},
		{"image", map[string]string{"p.md": head + "![x](gone.png) ![x](a.png) ![y](https://x.y/z.png) ![z](/static/z.png)\n"},
			[]string{"p.md:6:1: image: there is no image gone.png beside the post"}},
		{"alt", map[string]string{"p.md": head + "Words\n![](a.png) ![ ](a.png) ![it *is*](a.png)\n"},
			[]string{"p.md:7:1", "p.md:7:12"}},
		{"reference", map[string]string{"p.md": head + "See [this][there] and [that][nowhere], `a[b][c]`, [x](y.md).\n\n[there]: https://x.y\n\n```go\na[i][j]\n```\n"},
			[]string{"p.md:6:23: reference: nothing defines [nowhere]"}},
		{"heading", map[string]string{"p.md": head + "## A\n\n#### B\n\n# C\n"},
			[]string{"p.md:8:6: heading: a heading of level 4 below one of level 2", "p.md:10:3: heading: a heading of the first level"}},
		{"language", map[string]string{"p.md": head + "```\nx\n```\n\n```pyhton\nx\n```\n\n```python {1-2}\n```\n\n```text\n```\n\n```rust,ignore\n```\n"},
			[]string{"p.md:6:1: language: code without a language", `p.md:10:4: language: the language "pyhton"`}},
		{"diagram", map[string]string{"p.md": head + "```mermaid\nflowchart TD\n  A --> B[one\n```\n\n- ```mermaid\n  flowchart LR\n    A --> B\n  ```\n- ```mermaid\n  flowchart LR\n    A ==\n  ```\n\n" +
			"```mermaid\nsequenceDiagram\n" + strings.Repeat("  A->>B: x\n  B->>C: x\n  C->>D: x\n  D->>E: x\n", 2) + "```\n\n```mermaid\ngitGraph\n```\n"},
			[]string{`p.md:8:9: diagram: the diagram is not drawn: "A --> B[one": the text of the box has no end`, `p.md:17:7: diagram: `, `p.md:33:1: diagram: the diagram is not drawn: "gitGraph": no diagram of this kind`}},
		{"width", map[string]string{"p.md": head + "```go\n" + strings.Repeat("x", 81) + "\n" + strings.Repeat("y", 80) + "\n\t" + strings.Repeat("日", 39) + "\n```\n"},
			[]string{"p.md:7:1: width: a line of code is 81 cells wide, 1 more", "p.md:9:1: width: a line of code is 82 cells wide"}},
		{"table", map[string]string{"p.md": head + "Text.\n\n| a | b |\n|---|---|\n| " + strings.Repeat("x", 40) + " | " + strings.Repeat("y", 37) + " |\n\n| a | b |\n|---|---|\n| " +
			strings.Repeat("x", 40) + " and more | `" + strings.Repeat("y", 38) + "` |\n"}, []string{"p.md:12:1: table: the longest words of a table take 81 cells, 1 more"}},
		{"character", map[string]string{"p.md": head + "a\x1b[31m \u202e \u009b 👩‍💻 é \xff\n"},
			[]string{"p.md:6:2: character: a control character, U+001B", "p.md:6:8: character: the character U+202E", "p.md:6:10: character: a control character, U+009B", "p.md:6:"}},
	} {
		got := run(t, test.files, check.Options{Only: []string{test.rule}})
		ok := len(got) == len(test.want)
		for i := range min(len(got), len(test.want)) {
			ok = ok && strings.HasPrefix(got[i], test.want[i])
		}
		if !ok {
			t.Errorf("%s found\n%s\nwant\n%s", test.rule, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func TestRulesAreChosen(t *testing.T) {
	files := map[string]string{"p.md": "text\n"}
	all := run(t, files, check.Options{})
	fewer := run(t, files, check.Options{Without: []string{"date"}})
	if len(fewer) != len(all)-1 || slices.ContainsFunc(fewer, func(f string) bool { return strings.Contains(f, "date:") }) {
		t.Errorf("without date: %q of %q", fewer, all)
	}
	c, err := catalog.Load(t.Context(), fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := check.Blog(t.Context(), c, fstest.MapFS{}, check.Options{Only: []string{"anchors"}}); err == nil || !strings.Contains(err.Error(), "is it anchor") {
		t.Errorf("an unknown rule: %v", err)
	}
}

func FuzzBlog(f *testing.F) {
	f.Add(whole)
	f.Add("---\nseries: S\npart: -3\ntags: [a, A, as]\n---\n# \n![](\n[a][b]\n[^1]: x\n~~~\n")
	f.Fuzz(func(t *testing.T, source string) {
		for _, found := range run(t, map[string]string{"p.md": source, "whole.md": whole}, check.Options{}) {
			if strings.ContainsAny(found, "\x1b\n\r\x00") {
				t.Errorf("a finding of more than one line: %q", found)
			}
		}
	})
}

func TestEachSpellingOfATagIsReportedOnce(t *testing.T) {
	got := run(t, map[string]string{"p.md": "---\ntags: [api-key, API Keys, api_key]\n---\n", "q.md": "---\ntags: [api-key]\n---\n"}, check.Options{Only: []string{"tag"}})
	if len(got) != 2 || !strings.Contains(got[0], `is nearly "api-key"`) || !strings.Contains(got[1], `is nearly "api-key"`) {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
}

// A link that is written for the site is checked in the post to which it leads there.
func TestLinksOfTheSiteAreChecked(t *testing.T) {
	head := "---\ntitle: P\ndescription: d\n---\n"
	got := run(t, map[string]string{
		"_config.yml":                    "permalink: /:categories/:year/:title/\n",
		"_posts/2024-01-02-one.md":       head + "[a](/notes/2024/two/#there) [b](../notes/2024/two/) [c](/notes/2024/two/#gone) [d](../../two/)\n",
		"notes/_posts/2024-01-03-two.md": head + "## There\n\n[a](/2024/one/) [e](no/where/) [f](/2023/one/) [g](/2024/two.html) [h](/tags/two/) [i](/two/)\n",
	}, check.Options{})
	want := []string{
		"_posts/2024-01-02-one.md:5:53: anchor: notes/_posts/2024-01-03-two.md has no heading #gone: is it #there?",
		`notes/_posts/2024-01-03-two.md:7:17: link: "no/where/" leads nowhere`,
		`notes/_posts/2024-01-03-two.md:7:48: link: "/2024/two.html" leads nowhere: the post of that name is at /notes/2024/two`,
	}
	if len(got) != len(want) || !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("found\n%s", strings.Join(got, "\n"))
	}
}
