package post_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

// said is a front matter in YAML, or with its fences, and what must be known from it.
type said struct{ front, want string }

// know reads every front matter and compares what get finds in the post.
func know(t *testing.T, all []said, get func(*post.Post) any) {
	t.Helper()
	for _, c := range all {
		source := c.front
		if !strings.HasPrefix(source, "+++") && !strings.HasPrefix(source, "{") {
			source = "---\n" + source + "\n---\n"
		}
		p, _ := post.Parse("posts/name.md", []byte(source+"\n"))
		if got := fmt.Sprint(get(p)); got != c.want {
			t.Errorf("%s\nsays %s, want %s (%v)", c.front, got, c.want, p.Problems)
		}
	}
}

// What is nearly YAML is read line by line: the post keeps all values, and says what to mend.
func TestNearlyYAMLIsReadLineByLine(t *testing.T) {
	for _, c := range []struct {
		name, front string
		want        post.Meta
	}{
		{"colon", "title: Colons: a story\ndate: 2024-01-02\ntags: [a, 'b c']", post.Meta{Title: "Colons: a story", Tags: []string{"a", "b c"}}},
		{"at", "title: T\nauthor: @ada\ntags:\n  - a\n  - b", post.Meta{Title: "T", Authors: []string{"@ada"}, Tags: []string{"a", "b"}}},
		{"template", "title: {{ page.title }} more\ntags:\n- a", post.Meta{Title: "{{ page.title }} more", Tags: []string{"a"}}},
		{"quotes", "title: \"Say \"hi\" to it\"\ndraft: true", post.Meta{Title: `Say "hi" to it`, Draft: true}},
		{"folded", "title: a: b\ndescription: >-\n  One text\n  on two lines\ncategory: c # d", post.Meta{Title: "a: b", Description: "One text on two lines", Category: "c # d"}},
		{"tab", "title: T\n\ttags: x\nseries: S", post.Meta{Title: "T tags: x", Series: "S"}},
		{"percent", "title: %d things\nweight: 3", post.Meta{Title: "%d things", Weight: 3}},
	} {
		p, body := post.Parse("a.md", []byte("---\n"+c.front+"\n---\n"))
		p.Date = time.Time{}
		if !reflect.DeepEqual(p.Meta, c.want) || len(body) > 0 {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, p.Meta, c.want)
		}
		if len(p.Problems) != 1 || !strings.Contains(p.Problems[0].Message, "line by line") {
			t.Errorf("%s: problems %v", c.name, p.Problems)
		}
	}
	p, _ := post.Parse("a.md", []byte("+++\ntitle = Unquoted\ndate = 2024-01-02\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\n"))
	if p.Title != "Unquoted" || p.Date.IsZero() || fmt.Sprint(p.Tags) != "[a b]" || len(p.Problems) != 1 {
		t.Errorf("TOML: %+v", p)
	}
}

func TestKeysHaveTheNamesOfAllEngines(t *testing.T) {
	know(t, []said{
		{"date: 2024-01-02", "2024-01-02"}, {"publishDate: 2024-01-02", "2024-01-02"}, {"pubDate: 2024-01-02", "2024-01-02"},
		{"pubDatetime: 2024-01-02T10:00:00Z", "2024-01-02"}, {"published: 2024-01-02", "2024-01-02"}, {"published_at: 2024-01-02", "2024-01-02"},
		{"created: 2024-01-02", "2024-01-02"}, {"Date: 2024-01-02", "2024-01-02"}, {"created: 2023-01-01\ndate: 2024-01-02", "2024-01-02"},
		{"date:\npubDate: 2024-01-02", "2024-01-02"}, {"date: soon\npubDate: 2024-01-02", "2024-01-02"}, {"published: true", "0001-01-01"},
		{"+++\ndate = 2024-01-02\n+++", "2024-01-02"}, {"+++\n[extra]\ndate = 2024-01-02\n+++", "2024-01-02"}, {"path: 2024/01/02/name", "2024-01-02"},
		{"date: 2024", "2024-01-01"}, {"lastmod: 2024-01-02", "2024-01-02"}, {"updated: 2024-01-02\ncreated: 2023-01-02", "2023-01-02"},
	}, func(p *post.Post) any { return p.Date.Format(time.DateOnly) })
	know(t, []said{
		{"lastmod: 2024-01-02", "2024-01-02"}, {"updated: 2024-01-02", "2024-01-02"}, {"updatedDate: 2024-01-02", "2024-01-02"},
		{"modified: 2024-01-02", "2024-01-02"}, {"last_modified_at: 2024-01-02", "2024-01-02"}, {"modDatetime: 2024-01-02", "2024-01-02"},
	}, func(p *post.Post) any { return p.Updated.Format(time.DateOnly) })
	know(t, []said{
		{"author: Ann", "[Ann]"}, {"authors: [Ann, Ben]", "[Ann Ben]"}, {"by: Ann", "[Ann]"}, {"author: {name: Ann, url: x}", "[Ann]"},
		{"authors:\n- name: Ann\n  url: x\n- Ben", "[Ann Ben]"}, {"author: Smith, Ann", "[Smith, Ann]"}, {"author: '[Ann](https://x.org)'", "[Ann]"},
		{"+++\n[[authors]]\nname = 'Ann'\n[[authors]]\nname = 'Ben'\n+++", "[Ann Ben]"}, {`{"params": {"author": "Ann"}}`, "[Ann]"}, {"author:", "[]"},
	}, func(p *post.Post) any { return p.Authors })
	know(t, []said{
		{"tags: [a, b]", "[a b]"}, {"tags: a, b c", "[a b c]"}, {"tags: a b", "[a b]"}, {"tag: a b", "[a b]"}, {"tags: [2024, 1.5, true]", "[2024 1.5 true]"},
		{"tags: null", "[]"}, {"tags: [~, a, '']", "[a]"}, {"keywords: [a]\ntags: [b]", "[b]"}, {"keywords: a, b", "[a b]"},
		{"taxonomies: {tags: [a]}", "[a]"}, {"+++\n[taxonomies]\ntags = ['a']\n+++", "[a]"}, {"+++\ntaxonomies.tags = ['a']\n+++", "[a]"},
	}, func(p *post.Post) any { return p.Tags })
	know(t, []said{
		{"category: A b", "A b"}, {"categories: [A b, c]", "A b"}, {"categories: A b", "A"}, {"category: [A]", "A"}, {"categories: []", ""},
		{"taxonomies: {categories: [A]}", "A"}, {"category:\ncategories: [A]", "A"},
	}, func(p *post.Post) any { return p.Category })
	know(t, []said{
		{"series: S", "S 0"}, {"series: [S]\npart: 2", "S 2"}, {"series: S\nseries_order: 3", "S 3"}, {"series: {name: S, order: 4}", "S 4"},
		{"series: s\nseriesName: The S", "s 0"}, {"+++\n[taxonomies]\nseries = ['S']\n[extra]\npart = 5\n+++", "S 5"}, {"part: '6'", " 6"},
	}, func(p *post.Post) any { return fmt.Sprint(p.Series, " ", p.Part) })
	know(t, []said{
		{"readingTime: 7", "7"}, {"reading_time: 7 min", "7"}, {"minutes: 6.2", "7"}, {"minutesRead: '~7 min read'", "7"}, {"readingTime: true", "1"}, {"minutes: -7", "1"},
	}, func(p *post.Post) any { return p.Minutes() })
	know(t, []said{
		{"permalink: /a/b/", "/a/b/ []"}, {"url: /a\nredirect_from: [/b, /c]", "/a [/b /c]"}, {"slug: a\naliases: /b", "a [/b]"}, {"permalink:", " []"},
	}, func(p *post.Post) any { return fmt.Sprint(p.Permalink+p.Name, " ", p.Aliases) })
	know(t, []said{{"lang: fr", "fr"}, {"language: pt-BR", "pt-BR"}, {"translationKey: x", ""}}, func(p *post.Post) any { return p.Language })
}

// Whether to show a date is no date, and no mistake.
func TestADateThatIsNotToBeShown(t *testing.T) {
	for _, says := range []string{"false", "true"} {
		p, _ := post.Parse("a.md", []byte("---\ntitle: A\nlastUpdated: "+says+"\n---\nx\n"))
		if !p.Updated.IsZero() || len(p.Problems) > 0 {
			t.Errorf("lastUpdated: %s is %v, with the problems %v", says, p.Updated, p.Problems)
		}
	}
}

func TestWhatABlogLeavesOut(t *testing.T) {
	know(t, []said{
		{"draft: true", "true "}, {"draft: 'yes'", "true "}, {"isDraft: true", "true "}, {"published: false", "true "}, {"status: draft", "true "},
		{"published: true", "false "}, {"status: done", "false "}, {"render: false", "false render is false"}, {"_build: {list: never}", "false _build.list is never"},
		{"headless: true", "false headless is true"}, {"hidden: false", "false "}, {"permalink: false", "false permalink is false"},
		{"redirect_to: https://x.org", "false only leads to another page"}, {"layout: redirect", "false only leads to another page"},
		{"redirect: false", "false "}, {"layout: post", "false "}, {"eleventyExcludeFromCollections: true", "false eleventyExcludeFromCollections is true"},
	}, func(p *post.Post) any { return fmt.Sprint(p.Draft, " ", p.Unlisted) })
	stub := `<meta http-equiv="refresh" content="0; url=/new">`
	if p, _ := post.Parse("a.md", []byte("---\ntitle: a\n---\n"+stub)); p.Unlisted == "" {
		t.Error("a page that only leads to another is listed")
	}
	p, _ := post.Parse("a.md", []byte("---\npublishDate: 2024-01-02\nexpiryDate: 2024-02-03\n---\n"))
	if p.From.Day() != 2 || p.Until.Day() != 3 {
		t.Errorf("shown from %v until %v", p.From, p.Until)
	}
}

// Themes have keys of their own; only what looks like a slip is one.
func TestKeysOfThemesAreNoProblem(t *testing.T) {
	p, _ := post.Parse("a.md", []byte("---\nlayout: post\nmath: true\nimage: {src: x}\ntoc: true\nauthor_email: x\nlead: y\norder: z\nsummaryLength: 3\nextra: {tags: {a: b}, part: x}\n---\n"))
	if len(p.Problems) > 0 {
		t.Errorf("problems %v", p.Problems)
	}
}

func TestMoreSpellingsOfDates(t *testing.T) {
	want := time.Date(2024, 3, 5, 14, 7, 9, 0, time.UTC)
	for _, date := range []string{
		"2024-03-05T14:07:09Z", "2024-03-05T14:07:09.123Z", "2024-03-05 14:07:09", "2024-03-05 14:07:09 +0000", "2024-03-05 14:07:09 UTC",
		"2024-03-05T16:07:09+02:00", "2024-03-05 16:07:09 +0200", "2024-03-05 16:07:09 +02:00", "2024-3-5T14:07:09Z", "2024-03-05 16:07:09+0200",
		"2024/03/05 14:07:09", "Tue, 05 Mar 2024 14:07:09 GMT", "Tue Mar 05 2024 14:07:09 GMT+0000 (Coordinated Universal Time)", "2024-03-05 14:07:09.5",
		"2024-03-05 10:07:09 -4", "2024-03-05T16:07:09+2:00", "2024-03-05 10:07:09-4", "2024-03-05 10:07:09 -4:00",
		"Tue Mar  5 14:07:09 UTC 2024", "Tue Mar  5 14:07:09 2024", "Tue Mar  5 16:07:09 +0200 2024",
		"2024-03-05 06:07:09 PST", "Tue, 05 Mar 2024 10:07:09 EDT", "March 5, 2024 14:07:09", "Mar 5, 2024 14:07:09",
	} {
		p, _ := post.Parse("a.md", []byte("---\ndate: "+date+"\n---\n"))
		if got := p.Date.Truncate(time.Second); !got.Equal(want) || len(p.Problems) > 0 {
			t.Errorf("%s is %v (%v)", date, p.Date, p.Problems)
		}
	}
	for _, date := range []string{"2024-03-05", "2024-3-5", "2024/03/05", "2024.03.05", "5 Mar 2024", "05 March 2024", "March 5, 2024", "Mar 05 2024", "Tue Mar 5 2024", "2024-03-05 12:30", "2024-03-05 2:30 PM", "05.03.2024", "5.3.2024", "March 5, 2024 12:30"} {
		p, _ := post.Parse("a.md", []byte("---\ndate: \""+date+"\"\n---\n"))
		if p.Date.Format(time.DateOnly) != "2024-03-05" || len(p.Problems) > 0 {
			t.Errorf("%s is %v (%v)", date, p.Date, p.Problems)
		}
	}
}

func TestDateAndTitleFromThePath(t *testing.T) {
	for path, want := range map[string]string{
		"_posts/2024-01-02-a-name.md":        "2024-01-02 A name",
		"2024-01-02_a_name.md":               "2024-01-02 A name",
		"2024-1-2-name.md":                   "2024-01-02 Name",
		"2024-01-02 name.md":                 "2024-01-02 Name",
		"2024-01-02.md":                      "2024-01-02 2024 01 02",
		"2025/06/26/rust-1.88.md":            "2025-06-26 Rust 1.88",
		"blog/2024-01-02-a-name/index.md":    "2024-01-02 A name",
		"blog/2024-01-02-a-name/index.fr.md": "2024-01-02 A name.fr",
		"2023/01/01/2024-01-02-name.md":      "2024-01-02 Name",
		"2011-02-29-name.md":                 "2011-03-01 Name",
		"2024-13-02-name.md":                 "0001-01-01 Name",
		"2024-01/02-name.md":                 "0001-01-01 02 name",
		"v2024-01-02.md":                     "0001-01-01 V2024 01 02",
		"1234-56-78-name.md":                 "0001-01-01 1234 56 78 name",
		"a-name/index.md":                    "0001-01-01 A name",
		"index.md":                           "0001-01-01 Index",
	} {
		p, _ := post.Parse(path, []byte("x\n"))
		if got := p.Date.Format(time.DateOnly) + " " + p.Title; got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestDescriptionComesFromTheText(t *testing.T) {
	long := strings.Repeat("word ", 200)
	for _, c := range []struct{ name, source, want string }{
		{"front matter first", "---\nsummary: A\n---\nB", "A"},
		{"description before summary", "---\nsummary: A\ndescription: B\n---\nC", "B"},
		{"excerpt", "---\nexcerpt: A\n---\nB", "A"},
		{"empty", "---\ndescription: \"\"\nsummary: A\n---\nB", "A"},
		{"first paragraph", "# T\n\nOne\ntwo.\n\nThree.", "One two."},
		{"above the mark", "One.\n\nTwo.\n\n<!-- more -->\n\nThree.", "One. Two."},
		{"above the mark, no blanks", "One.\n<!--more-->\nTwo.", "One."},
		{"another comment", "<!-- x -->\n\nOne.\n\n<!-- more\n-->\n\nTwo.", "One."},
		{"markup", "**A** [link](x) to `a_b*` and ![an image](y) __this__ _word_ snake_case <em>it</em> &amp; [ref][1][^2] <https://x.org>", "A link to a_b* and this word snake_case it & ref https://x.org"},
		{"no prose first", "![a](b)\n\n> quote\n\n- list\n\n| a |\n|---|\n\n```\ncode\n```\n\n<div>x</div>\n\n{{< x >}}\n\n[a]: b\n\n1. one\n\n    code\n\nProse.", "Prose."},
		{"image in a paragraph", "![a](b)\nProse.", "Prose."},
		{"setext", "Title\n=====\n\nProse.", "Prose."},
		{"MDX", "import A from 'a'\nexport const b = 1\n\n<A/>\n\nProse.", "Prose."},
		{"nothing", "- list\n", ""},
		{"long", long, strings.TrimSpace(long[:400]) + "…"},
		{"CRLF", "One\r\ntwo.\r\n\r\nThree.", "One two."},
	} {
		if p, _ := post.Parse("a.md", []byte(c.source)); p.Description != c.want {
			t.Errorf("%s: %q, want %q", c.name, p.Description, c.want)
		}
	}
}

func TestConfigurationsNameTheBlog(t *testing.T) {
	want := post.Index{Title: "Blog", Description: "On things", Language: "en"}
	for name, source := range map[string]string{
		"hugo.toml":     "title = 'Blog'\ndefaultContentLanguage = 'en'\n[params]\ndescription = 'On things'\n",
		"config.yaml":   "title: Blog\nlanguageCode: en\nparams:\n  description: On things\n",
		"_config.yml":   "\xef\xbb\xbftitle: Blog\r\ndescription: >-\r\n  On things\r\nlang: en\r\n",
		"zola.toml":     "title = 'Blog'\ndescription = 'On things'\ndefault_language = 'en'\n",
		"metadata.json": `{"title": "Blog", "description": "On things", "language": "en", "author": {"name": "x"}}`,
	} {
		got := post.ParseConfig(name, []byte(source))
		if got.Values["title"] != "Blog" {
			t.Errorf("%s: the values are %v", name, got.Values)
		}
		if got.Values = nil; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	where := post.ParseConfig("hugo.toml", []byte("baseURL = 'https://x.y/sub/'\n[permalinks]\nposts = '/:year/:slug/'\n[permalinks.page]\nnotes = '/n/:title'\n"))
	if where.Base != "https://x.y/sub/" || len(where.Sections) != 2 || where.Sections["posts"] != "/:year/:slug/" || where.Sections["notes"] != "/n/:title" {
		t.Errorf("posts stand at %+v", where)
	}
	if where := post.ParseConfig("_config.yml", []byte("permalink: pretty\nbaseurl: /sub\n")); where.Base != "/sub" || where.Permalink != "pretty" {
		t.Errorf("posts stand at %+v", where)
	}
	if got := post.ParseConfig("x.toml", []byte("description = 'By <a href=\"https://x.y\">us</a>, *free*.'\n")).Description; got != "By us, free." {
		t.Errorf("a description with markup is %q", got)
	}
	if got := post.ParseConfig("x.json", []byte("{")); len(got.Problems) != 1 {
		t.Errorf("broken: %+v", got)
	}
	if got := post.ParseConfig("x.toml", make([]byte, 100<<10)); len(got.Problems) != 1 {
		t.Errorf("large: %+v", got)
	}
}
