package post_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// given is what a post says under a data file, in one line.
func given(name, data, front string, joining post.Joining) string {
	d := post.ParseData(name, []byte(data), joining)
	p, _ := post.ParseGiven("a.md", []byte("---\n"+front+"\n---\ntext"), d.Defaults)
	said := fmt.Sprintf("%s %q", p.Title, p.Tags)
	if p.Category != "" {
		said += " in " + strings.Join(append([]string{p.Category}, p.Further...), ", ")
	}
	for _, problem := range append(d.Problems, p.Problems...) {
		said += " ! " + problem.Error()
	}
	if d.Program {
		said += " (in part)"
	}
	return said
}

func TestAPostHasWhatItIsGiven(t *testing.T) {
	for _, c := range []struct {
		name, data, front string
		joining           post.Joining
		want              string
	}{
		{"d.json", `{"title": "T", "tags": ["a"]}`, "", post.JoinLists, `T ["a"]`},
		{"d.json", `{"title": "T", "tags": ["a"]}`, "title: U\ntags: [b, A]", post.JoinLists, `U ["a" "b"]`},
		{"d.json", `{"tags": "a,b c"}`, "tags: d e, f", post.JoinLists, `A ["a" "b c" "d e" "f"]`},
		{"d.json", `{"tags": ["a"]}`, "tags:", post.JoinLists, `A ["a"]`},
		{"d.json", `{"tags": ["a"]}`, "override:tags: [b]", post.JoinLists, `A ["b"]`},
		{"d.json", `{"tags": ["a"]}`, "override:tags:", post.JoinLists, `A []`},
		{"d.json", `{"override:tags": ["a"]}`, "tags: [b]", post.JoinLists, `A ["a" "b"]`},
		{"d.json", `{"title": "T"}`, "title:", post.JoinLists, `A []`},
		{"d.json", `{"taxonomies": {"tags": ["a"], "series": "S"}}`, "taxonomies: {tags: [b]}", post.JoinLists, `A ["a" "b"]`},
		{"d.json", `{}`, "tags: one tag", post.JoinLists, `A ["one tag"]`},
		{"d.json", `{}`, "tags: two tags", post.JoinNothing, `A ["two" "tags"]`},
		{"d.json", `{"Tags": ["a"], "title": "T"}`, "tags: [b]\ntitle:", post.JoinNothing, `A ["b"]`},
		{"d.json", `{"tags": ["a"], "title": "T"}`, "tags: [b]\ntitle:", post.JoinCategories, `T ["b"]`},
		{"d.json", `{"categories": ["a", "b"]}`, "categories: c d", post.JoinCategories, `A [] in a, b, c, d`},
		{"d.json", `{"category": "a b"}`, "category: c d\ncategories: e f", post.JoinCategories, `A [] in a b, e, f, c d`},
		{"d.json", `{}`, "category: c d\ncategories: [C D, e]", post.JoinCategories, `A [] in C D, e`},
		{"d.json", `{}`, "category: c d\ncategories: [e]", post.JoinNothing, `A [] in c d`},
		{"d.json", `{}`, "category:\ncategories: e", post.JoinCategories, `A [] in e`},
		{"d.json", `{"title": "T"}`, "title: U\ntitle: V", post.JoinLists, "V [] ! a.md:2: title is given twice; the last counts: keep one"},
		{"d.json", "{\n\"title\": [1],\n\"weigth\": 2}", "", post.JoinLists,
			`A [] ! d.json:2: title is a list: write one text ! d.json:3: unknown key "weigth": write weight`},
		{"d.json", `{"title": "T",}`, "", post.JoinLists,
			"A [] ! d.json:1: the data file cannot be read: invalid character '}' looking for"},
		{"d.json", `["title"]`, "", post.JoinLists,
			"A [] ! d.json:1: the data file cannot be read: it holds no keys: write one object, its keys and texts in double quotes"},
		{"d.js", `module.exports = {title: "T", tags: ['a', "b\u0041\x42\n", ` + "`c`" + `]};`, "", post.JoinLists, `T ["a" "bAB" "c"]`},
		{"d.mjs", "// x {\nexport default {\n  /* title: 'U' */ title: 'T', 'tags': [1, 2.5, -3,], draft: !0 };", "", post.JoinLists, `T ["1" "2.5" "-3"] (in part)`},
		{"d.js", "const x = 1;\nmodule.exports = {\n  eleventyComputed: { tags: (d) => { return ['x', `${'}'}`]; } },\n  ...x,\n  title: `T`,\n  tags: [x, 'a', 'b' + 'c', f(1, [2], /[,\"']/)],\n};\n", "", post.JoinLists, `T ["a"] (in part)`},
		{"d.js", "module.exports = { title() { return 'U'; }, async x() {}, get tags() { return 1 }, category: 'c' }", "", post.JoinLists, `A [] in c (in part)`},
		{"d.js", "module.exports = { title: 'T' + 'U', tags: ['a'].concat(b), category: `${x}` }", "", post.JoinLists, `A [] (in part)`},
		{"d.js", "module.exports = () => ({ title: 'T' })", "", post.JoinLists, `A [] (in part)`},
		{"d.js", "module.exports = { title: 'T'", "", post.JoinLists, `A [] (in part)`},
		{"d.js", "", "", post.JoinLists, `A [] (in part)`},
	} {
		if got := given(c.name, c.data, c.front, c.joining); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s under %s:\n %s\nis not\n %s", c.front, c.data, got, c.want)
		}
	}
}

// A front matter in JavaScript says what is written out in it.
func TestAFrontMatterOfLiteralsIsRead(t *testing.T) {
	p, body := post.Parse("a.md", []byte("---js\n{\n  title: \"T\",\n  tags: ['a'],\n}\n---\ntext"))
	if p.Title != "T" || !slices.Equal(p.Tags, []string{"a"}) || len(p.Problems) > 0 || string(body) != "text" {
		t.Errorf("%q %q %v %q", p.Title, p.Tags, p.Problems, body)
	}
	p, _ = post.Parse("a.md", []byte("---js\n{\n  title: \"T\",\n  tags: tags(),\n}\n---\ntext"))
	if p.Title != "T" || len(p.Problems) != 1 || p.Problems[0].Line != 2 {
		t.Errorf("%q %v", p.Title, p.Problems)
	}
}

// What many posts are given is small, however large the file is.
func TestHostileDataIsReadInBoundedTime(t *testing.T) {
	const most = 64 << 20 // bytes
	tags := strings.Repeat(`"a",`, 15_000)
	for name, bomb := range map[string]struct{ file, data string }{
		"many tags":         {"d.json", `{"tags": [` + numbered(5000, `"t%d",`) + `"z"]}`},
		"many lists":        {"d.json", `{"tags": ` + around(60, "["+tags[:400], "1", "]") + `}`},
		"a long tag":        {"d.json", `{"tags": ["` + strings.Repeat("x", 60_000) + `"]}`},
		"a long title":      {"d.json", `{"title": "` + strings.Repeat("日", 20_000) + `"}`},
		"lists in lists":    {"d.json", `{"tags": ` + strings.Repeat("[", 60_000)},
		"a large file":      {"d.json", `{"tags": [` + strings.Repeat(tags, 100) + `"z"]}`},
		"lists in JS":       {"d.js", `module.exports = {tags: ` + strings.Repeat("[", 60_000)},
		"closed lists":      {"d.js", `module.exports = {tags: ` + around(20_000, "[", "1", "]") + `}`},
		"objects in JS":     {"d.js", `module.exports = ` + around(10_000, "{a:", "1", "}")},
		"many values in JS": {"d.js", `module.exports = {tags: [` + strings.Repeat("1,", 30_000) + `]}`},
		"functions":         {"d.js", `module.exports = {` + strings.Repeat("a(){},", 10_000) + `}`},
		"computed lists":    {"d.js", `module.exports = {a: ` + around(60, "[", strings.Repeat("f(1),", 10_000), "]") + `}`},
		"brackets":          {"d.js", `module.exports = {a: f` + strings.Repeat("(", 60_000)},
		"comments":          {"d.js", `module.exports = {` + strings.Repeat("/*", 30_000)},
		"closed comments":   {"d.js", `module.exports = {` + strings.Repeat("/**/", 15_000)},
		"slashes":           {"d.js", `module.exports = {a: ` + strings.Repeat("/", 60_000)},
		"backquotes":        {"d.js", `module.exports = {a: ` + strings.Repeat("`", 60_001)},
		"many exports":      {"d.js", strings.Repeat("module.exports = {\n", 3000)},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := post.ParseData(bomb.file, []byte(bomb.data), post.JoinLists)
		var p *post.Post
		for range 100 {
			p, _ = post.ParseGiven("a.md", []byte("---\ntags: [mine]\n---\ntext"), d.Defaults)
		}
		runtime.ReadMemStats(&after)
		if len(p.Tags) > 101 || !slices.Contains(p.Tags, "mine") || len(p.Title) > 1100 || len(p.Tags[0]) > 1100 || len(p.Problems) > 0 {
			t.Errorf("%s: %d tags, %.40q, %v", name, len(p.Tags), p.Title, p.Problems)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > most {
			t.Errorf("%s: %d KB are used for it", name, used>>10)
		}
	}
}

func FuzzParseData(f *testing.F) {
	f.Add("d.json", []byte(`{"tags": ["a"], "title": {"b": null}}`), "tags: b\noverride:title: c")
	f.Add("d.js", []byte("module.exports = {a: [1, `b`, 'c\\u0041'], 'd': {e: null, f() {}, ...g}, h: /x/, // i\n}"), "a: [b]")
	f.Add("d.cjs", []byte("const x = {};\nexport default { tags: ['\\x1b[31m'], y: x => ({}), }"), "")
	f.Fuzz(func(t *testing.T, name string, data []byte, front string) {
		for _, joining := range []post.Joining{post.JoinNothing, post.JoinCategories, post.JoinLists} {
			d := post.ParseData(name, data, joining)
			p, _ := post.ParseGiven("a.md", []byte("---\n"+front+"\n---\ntext"), d.Defaults.Under(d.Defaults))
			for _, s := range append([]string{p.Title, p.Description, p.Category, p.Series, p.Permalink, p.Name}, p.Tags...) {
				if text.CleanLine(s) != s {
					t.Errorf("%q is not clean", s)
				}
			}
			for _, problem := range d.Problems {
				if problem.Message == "" || problem.Remedy == "" || problem.Path != text.CleanLine(name) {
					t.Errorf("%v has no place, cause or remedy", problem)
				}
			}
		}
	})
}
