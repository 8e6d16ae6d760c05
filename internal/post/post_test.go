package post_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

const yamlPost = `---
title: "FastAPI Auth: JWT Tokens — Stateless Authentication"
date: 2026-03-15
updated: 2026-04-02T10:30:00+02:00
weight: 5
category: Tutorial
series: FastAPI Auth
part: 3
tags: [python, fastapi, security, jwt]
draft: false
description: >-
  JWTs remove session storage and bring
  the problem of revocation.
requires: [fastapi-auth-02-password-authentication]
---
A service shipped with this.
`

const tomlPost = `+++
title = "FastAPI Auth: JWT Tokens — Stateless Authentication"
date = 2026-03-15
updated = 2026-04-02T10:30:00+02:00
weight = 5
category = "Tutorial"
series = "FastAPI Auth"
part = 3
tags = ["python", "fastapi", "security", "jwt"]
draft = false
description = """
JWTs remove session storage and bring
the problem of revocation."""
requires = ["fastapi-auth-02-password-authentication"]
+++
A service shipped with this.
`

const jsonPost = `{
  "title": "FastAPI Auth: JWT Tokens — Stateless Authentication",
  "date": "2026-03-15",
  "updated": "2026-04-02T10:30:00+02:00",
  "weight": 5,
  "category": "Tutorial",
  "series": "FastAPI Auth",
  "part": 3,
  "tags": ["python", "fastapi", "security", "jwt"],
  "draft": false,
  "description": "JWTs remove session storage and bring\nthe problem of revocation.",
  "requires": ["fastapi-auth-02-password-authentication"]
}
A service shipped with this.
`

func TestMetadataReadsTheSameInEveryFormat(t *testing.T) {
	want := post.Meta{
		Title:       "FastAPI Auth: JWT Tokens — Stateless Authentication",
		Description: "JWTs remove session storage and bring the problem of revocation.",
		Category:    "Tutorial",
		Series:      "FastAPI Auth",
		Part:        3,
		Tags:        []string{"python", "fastapi", "security", "jwt"},
		Date:        time.Date(2026, 3, 15, 0, 0, 0, 0, time.UTC),
		Weight:      5,
		Requires:    []string{"fastapi-auth-02-password-authentication"},
	}
	updated := time.Date(2026, 4, 2, 8, 30, 0, 0, time.UTC)
	crlf := strings.ReplaceAll(yamlPost, "\n", "\r\n")
	for name, source := range map[string]string{
		"YAML": yamlPost, "TOML": tomlPost, "JSON": jsonPost, "CRLF": crlf,
		"TOML, CRLF": strings.ReplaceAll(tomlPost, "\n", "\r\n"),
		"JSON, CRLF": strings.ReplaceAll(jsonPost, "\n", "\r\n"),
		"BOM":        "\xef\xbb\xbf" + yamlPost,
		"BOM, CRLF":  "\xef\xbb\xbf" + crlf,
		"blank line": "\n  \n" + yamlPost,
		"---yaml":    strings.Replace(yamlPost, "---", "---yaml", 1),
		"spaces":     strings.ReplaceAll(yamlPost, "---\n", "---  \n"),
	} {
		p, body := post.Parse("posts/fastapi-auth-03-jwt-tokens.md", []byte(source))
		if !p.Updated.Equal(updated) {
			t.Errorf("%s: updated %v, want %v", name, p.Updated, updated)
		}
		p.Updated = time.Time{}
		if !reflect.DeepEqual(p.Meta, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, p.Meta, want)
		}
		if len(p.Problems) > 0 {
			t.Errorf("%s: %v", name, p.Problems)
		}
		if got := strings.TrimSpace(string(body)); got != "A service shipped with this." {
			t.Errorf("%s: body %q", name, got)
		}
		if p.Slug != "fastapi-auth-03-jwt-tokens" || p.Words != 5 || p.Minutes() != 1 {
			t.Errorf("%s: slug %q, %d words, %d minutes", name, p.Slug, p.Words, p.Minutes())
		}
	}
}

func TestBodyStartsWhereTheFrontMatterEnds(t *testing.T) {
	for _, c := range []struct {
		name, source, body string
		line               int
	}{
		{"none", "# Title\n\ntext", "# Title\n\ntext", 1},
		{"empty file", "", "", 1},
		{"only a BOM", "\xef\xbb\xbf", "", 1},
		{"only blank lines", "\n\n", "\n\n", 1},
		{"BOM without front matter", "\xef\xbb\xbftext", "text", 1},
		{"empty block", "---\n---\ntext", "text", 3},
		{"nothing after it", "---\ntitle: a\n---", "", 4},
		{"rule in the body", "---\ntitle: a\n---\nx\n\n---\ny", "x\n\n---\ny", 4},
		{"rule in front of prose", "---\nprose that goes on", "---\nprose that goes on", 1},
		{"indented fence is text", "---\na: |\n  ---\nb: c\n---\ntext", "text", 6},
		{"longer fence is text", "---\na: b\n----\n---\ntext", "text", 5},
		{"longer fence closes if no other does", "---\na: b\n-----\ntext", "text", 4},
		{"YAML ends with dots too", "---\na: b\n...\ntext", "text", 4},
		{"CR", "---\ra: b\r---\rtext\r", "text\r", 4},
		{"JSON on one line", "{\"a\": {\"b\": \"}\"}}\ntext", "text", 2},
		{"braces in prose", "{a} text\n}\n", "{a} text\n}\n", 1},
		{"JSON and more on its last line", "{\"a\": 1} text", "{\"a\": 1} text", 1},
		{"fence inside a line", "---\na: b --- c\n---\ntext", "text", 4},
		{"CRLF", "---\r\na: b\r\n---\r\ntext\r\n", "text\r\n", 4},
		{"TOML", "+++\na = 1\n---\n+++\ntext", "text", 5},
		{"JSON", "{\n\"a\": 1\n}\n\ntext", "\ntext", 4},
		{"JSON between fences", ";;;\n{\"a\": 1}\n;;;\ntext", "text", 4},
		{"JSON, never closed", "{\n\"a\": 1\ntext", "{\n\"a\": 1\ntext", 1},
		{"shortcode is no JSON", "{{< note >}}\n}\ntext", "{{< note >}}\n}\ntext", 1},
	} {
		body, line := post.Body([]byte(c.source))
		if string(body) != c.body || line != c.line {
			t.Errorf("%s: body %q at line %d, want %q at line %d", c.name, body, line, c.body, c.line)
		}
		p, parsed := post.Parse("a.md", []byte(c.source))
		if string(parsed) != c.body || p.BodyLine != c.line {
			t.Errorf("%s: Parse has body %q at line %d, Body %q at line %d", c.name, parsed, p.BodyLine, body, line)
		}
	}
}

func TestFrontMatterThatIsTooLongOrOpenLosesNothing(t *testing.T) {
	long := "---\ntitle: a\n" + strings.Repeat("# filler\n", 8<<10)
	for name, source := range map[string]string{
		"open":        "---\ntitle: a\n\ntext",
		"too long":    long + "---\ntext",
		"one line":    "---\n" + strings.Repeat("x", 70<<10) + "\n---\n",
		"at the edge": "---\n" + strings.Repeat("x", 64<<10-5) + "\n---\ntext",
	} {
		p, body := post.Parse("posts/a-post.md", []byte(source))
		if string(body) != source {
			t.Errorf("%s: %d of %d bytes are left", name, len(body), len(source))
		}
		if len(p.Problems) != 1 || p.Problems[0].Line != 1 || !strings.Contains(p.Problems[0].Error(), "not closed") {
			t.Errorf("%s: problems %v, want one at line 1 that says that it is not closed", name, p.Problems)
		}
	}
}

// One odd value costs that value; every other one is there, and the problem has line and remedy.
func TestOddValuesCostOnlyThemselves(t *testing.T) {
	for _, c := range []struct{ name, line, message, remedy string }{
		{"part", `part: three`, `part is "three"`, "whole number"},
		{"part below zero", `part: -1`, `part is "-1"`, "whole number"},
		{"huge number", `weight: 99999999999999999999`, `weight is "9999`, "whole number"},
		{"list for text", `description: [a, b]`, "description is a list", "one text"},
		{"table for text", `series: {a: b}`, "series is a table", "one text"},
		{"table for tags", `tags: {a: b}`, "tags is a table", "list"},
		{"list of lists", `tags: [[a], b]`, "tags is a table", "list"},
		{"date", `date: yesterday`, `date is "yesterday"`, "2026-03-15"},
		{"impossible date", `date: 2026-02-30`, `date is "2026-02-30"`, "2026-03-15"},
		{"draft", `draft: maybe`, `draft is "maybe"`, "true or false"},
		{"misspelt key", `catgory: Tutorial`, `unknown key "catgory"`, "write category"},
		{"swapped letters", `dtae: 2026-01-02`, `unknown key "dtae"`, "write date"},
		{"one letter too many", `descriptiion: a`, `unknown key "descriptiion"`, "write description"},
		{"twice", "description: one\ndescription: other", "description is given twice", "keep one"},
		{"long value", "part: " + strings.Repeat("x", 1000), "…", "whole number"},
	} {
		p, _ := post.Parse("posts/a.md", []byte("---\ntitle: kept\n"+c.line+"\nupdated: 2026-01-02\n---\nbody"))
		if p.Title != "kept" || p.Updated.IsZero() {
			t.Errorf("%s: the other values are lost: %+v", c.name, p.Meta)
		}
		if len(p.Problems) != 1 {
			t.Errorf("%s: problems %q, want one", c.name, p.Problems)
			continue
		}
		got := p.Problems[0]
		if got.Path != "posts/a.md" || got.Line != 3 || !strings.Contains(got.Message, c.message) || !strings.Contains(got.Remedy, c.remedy) {
			t.Errorf("%s: %q, want %q and %q at line 3", c.name, got, c.message, c.remedy)
		}
		if len(got.Error()) > 300 {
			t.Errorf("%s: the message has %d bytes", c.name, len(got.Error()))
		}
	}
}

func TestProblemsSayTheLineOfTheFile(t *testing.T) {
	for _, c := range []struct {
		name, source string
		line         int
		message      string
	}{
		{"YAML", "\n---\ntitle: a\ntags: b\n# why\nprat: 1\n---\n", 6, "prat"},
		{"YAML, CRLF", "---\r\ntitle: a\r\nprat: 1\r\n---\r\n", 3, "prat"},
		{"TOML", "+++\ntitle = 'a'\n\nprat = 1\n+++\n", 4, "prat"},
		{"TOML table", "+++\ntitle = 'a'\n[tgas]\nx = 1\n+++\n", 3, "tgas"},
		{"JSON", "{\n\"title\": \"a\",\n\n\"prat\": 1\n}\n", 4, "prat"},
		{"broken YAML", "---\ntitle: a\nseries: b: c\n---\n", 3, "cannot be read"},
		{"YAML quote left open", "---\ntitle: \"a\ntags: b\n---\n", 3, "cannot be read"},
		{"broken TOML", "+++\ntitle = 'a'\nseries = b\n+++\n", 3, "cannot be read"},
		{"broken JSON", "{\n\"title\": \"a\",\n\"series\" \"b\"\n}\n", 3, "cannot be read"},
		{"no keys", "---\njust a text\n---\n", 2, "no keys"},
		{"NUL", "---\n\x00\na: b\n---\n", 2, "NUL"},
	} {
		p, _ := post.Parse("a.md", []byte(c.source))
		if len(p.Problems) != 1 || p.Problems[0].Line != c.line || !strings.Contains(p.Problems[0].Error(), c.message) {
			t.Errorf("%s: problems %q, want one with %q at line %d", c.name, p.Problems, c.message, c.line)
		}
	}
}

func TestTitleComesFromTheHeadingOrTheFileName(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"front matter first", "---\ntitle: A\n---\n# B", "A"},
		{"a number", "---\ntitle: 2024\n---\n# B", "2024"},
		{"empty", "---\ntitle:\n---\n# B", "B"},
		{"blank", "---\ntitle: \"  \"\n---\n# B", "B"},
		{"broken", "---\ntitle\n---\ntext\n\n## The *real* `thing` ##\n", "The real thing"},
		{"not in a fence", "```sh\n# install\n```\n# Heading", "Heading"},
		{"not in a longer fence", "````md\n```\n# no\n````\n# Heading", "Heading"},
		{"not in tildes", "~~~\n# no\n```\n~~~\n# Heading", "Heading"},
		{"not in an indented block", "    # no\n\n# Heading", "Heading"},
		{"underlined", "Heading\n===\n", "Heading"},
		{"underlined below code", "```\nx\n```\n\nHeading\n---\n", "Heading"},
		{"rule below a blank line", "text\n\n---\n\n# Heading", "Heading"},
		{"link", "# See [the `docs`](https://example.org) now", "See the docs now"},
		{"hash without space", "#hashtag\n\n# Heading", "Heading"},
		{"CRLF", "# Heading\r\n", "Heading"},
		{"file name", "text", "Rate limiting 2"},
	} {
		if p, _ := post.Parse("blog/rate-limiting_2.md", []byte(c.source)); p.Title != c.want {
			t.Errorf("%s: title %q, want %q", c.name, p.Title, c.want)
		}
	}
}

func TestSlugIsSafeToType(t *testing.T) {
	for path, want := range map[string]string{
		"a.md":                     "a",
		"posts/Deep/My-Post.md":    "My-Post",
		"two words.markdown":       "two-words",
		"what? (draft) #2.md":      "what-draft-2",
		"-rf.md":                   "rf",
		"..md":                     "post",
		".md":                      "post",
		"v1.2.md":                  "v1.2",
		"été.md":                   "été",
		"a\x1b[31m\u202e\xff.md":   "a-31m",
		strings.Repeat("-", 9):     "post",
		"2024-01-02-hello_you.mdx": "2024-01-02-hello_you",
	} {
		if p, _ := post.Parse(path, nil); p.Slug != want {
			t.Errorf("%q: slug %q, want %q", path, p.Slug, want)
		}
	}
}

func TestTagsAreOfferedOnce(t *testing.T) {
	for source, want := range map[string][]string{
		"tags: [Go, go, TUI]":        {"Go", "TUI"},
		"tags: go, TUI ,go,, ":       {"go", "TUI"},
		"tags: go":                   {"go"},
		"tags: [2024, true, ~, ' ']": {"2024", "true"},
		"tags:":                      nil,
		"tags: []":                   nil,
		"tags:\n- a b\n- 'c,d'":      {"a b", "c,d"},
	} {
		p, _ := post.Parse("a.md", []byte("---\n"+source+"\n---\n"))
		if !reflect.DeepEqual(p.Tags, want) || len(p.Problems) > 0 {
			t.Errorf("%s: %q, want %q (%v)", source, p.Tags, want, p.Problems)
		}
	}
}

func TestDatesInTheUsualSpellings(t *testing.T) {
	want := time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC)
	for _, date := range []string{
		"2026-03-05", `"2026-03-05"`, "2026-3-5", "2026-03-05 00:00", "2026-03-05T00:00:00Z", "2026-03-05T00:00:00.000Z",
		"2026-03-05 02:00:00 +0200", "2026-03-05 02:00:00 +02:00", "2026-03-05T02:00:00+02:00", "5 March 2026", "Mar 5, 2026",
	} {
		p, _ := post.Parse("a.md", []byte("---\ndate: "+date+"\n---\n"))
		if !p.Date.Equal(want) || len(p.Problems) > 0 {
			t.Errorf("date: %s is %v (%v), want %v", date, p.Date, p.Problems, want)
		}
	}
	for _, date := range []string{"2026-03-05", "2026-03-05T00:00:00", "2026-03-05 00:00:00", "2026-03-05T02:00:00+02:00"} {
		p, _ := post.Parse("a.md", []byte("+++\ndate = "+date+"\n+++\n"))
		if !p.Date.Equal(want) || len(p.Problems) > 0 {
			t.Errorf("date = %s is %v (%v), want %v", date, p.Date, p.Problems, want)
		}
	}
}

// YAML turns "\e" into ESC after the file was read as harmless text.
func TestEscapesCannotReachTheTerminal(t *testing.T) {
	hostile := `"a\e]0;b\a\x9b31m\u202ec\r\nd"`
	p, _ := post.Parse("x\x1b.md", []byte("---\ntitle: "+hostile+"\ntags: ["+hostile+"]\n\"un\\eknown\": 1\nweight: "+hostile+"\npart: "+hostile+"\n---\n"))
	all := fmt.Sprintf("%s %s %s %s %v", p.Title, p.Tags, p.Path, p.Slug, p.Problems)
	if len(p.Problems) != 2 || strings.ContainsAny(all, "\x1b\a\u009b\u202e\r\n") {
		t.Errorf("%q", all)
	}
}

// A catalogue reads many files into one buffer.
func TestAPostKeepsNothingOfItsSource(t *testing.T) {
	for _, whole := range []string{yamlPost, tomlPost, jsonPost, "# A heading\n\ntext", "---\ntitel: 1\ntags: {\n---\n"} {
		source := []byte(whole)
		p, _ := post.Parse("a.md", source)
		before := fmt.Sprintf("%+v", *p)
		clear(source)
		if after := fmt.Sprintf("%+v", *p); after != before {
			t.Errorf("\nbefore %s\n after %s", before, after)
		}
	}
}

func TestMinutesAreRoundedUp(t *testing.T) {
	for words, want := range map[int]int{0: 1, 1: 1, 200: 1, 201: 2, 1600: 8, 1601: 9, 1800: 9, 1801: 10} {
		if p, _ := post.Parse("a.md", []byte(strings.Repeat("word ", words))); p.Minutes() != want {
			t.Errorf("%d words are %d minutes, want %d", words, p.Minutes(), want)
		}
	}
}

func TestNewestFirstThenWeightThenTitle(t *testing.T) {
	parse := func(front string) *post.Post {
		p, _ := post.Parse("a.md", []byte("---\n"+front+"\n---\n"))
		return p
	}
	inOrder := []*post.Post{
		parse("title: z\ndate: 2026-03-02"),
		parse("title: y\ndate: 2026-03-01\nweight: 1"),
		parse("title: a\ndate: 2026-03-01\nweight: 2"),
		parse("title: b\ndate: 2026-03-01\nweight: 2"),
		parse("title: a"),
	}
	for i := 1; i < len(inOrder); i++ {
		if post.Compare(inOrder[i-1], inOrder[i]) >= 0 || post.Compare(inOrder[i], inOrder[i-1]) <= 0 {
			t.Errorf("%+v does not stand before %+v", inOrder[i-1].Meta, inOrder[i].Meta)
		}
	}
}

func TestIndexNamesTheBlog(t *testing.T) {
	index := post.ParseIndex("_index.md", []byte("---\ntitle: Blog\ntagline: engineering\ntagilne: x\n---\n"))
	if index.Title != "Blog" || index.Tagline != "engineering" {
		t.Errorf("%+v", index)
	}
	if len(index.Problems) != 1 || index.Problems[0].Error() != `_index.md:4: unknown key "tagilne": write tagline` {
		t.Errorf("problems %q", index.Problems)
	}
}

// Japanese has no spaces between words: its reading time goes by characters.
func TestReadingTimeOfJapanese(t *testing.T) {
	source := "# 認証の仕組み\n\n" + strings.Repeat("この記事ではPythonでトークンを検証する。\n\n", 100)
	p, _ := post.Parse("a.md", []byte(source))
	if p.Minutes() != 4 { // 1,600 characters and 100 words
		t.Errorf("%d words are %d minutes, not 4", p.Words, p.Minutes())
	}
}
