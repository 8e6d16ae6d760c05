package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
)

// blog makes a file system of files given as path and content.
func blog(files map[string]string) fstest.MapFS {
	fsys := make(fstest.MapFS)
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

func load(t *testing.T, fsys fs.FS) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func slugs(posts []*post.Post) string {
	var s []string
	for _, p := range posts {
		s = append(s, p.Slug)
	}
	return strings.Join(s, " ")
}

// small is a blog of two series and a post that stands alone.
func small() fstest.MapFS {
	front := func(date, weight, series, part, tags string) string {
		return fmt.Sprintf("---\ndate: %s\nweight: %s\nseries: %s\npart: %s\ntags: [%s]\ncategory: Tutorial\n---\nbody of it\n",
			date, weight, series, part, tags)
	}
	return blog(map[string]string{
		"_index.md":                                "---\ntitle: Blog\ntagline: engineering, architecture, and technical craft\n---\n",
		"agent-01-leap.md":                         front("2026-04-12", "0", "Agent", "1", "ai"),
		"agent-02-baseline.md":                     front("2026-04-13", "0", "Agent", "2", "ai"),
		"agent-03-personas.md":                     front("2026-04-14", "0", "Agent", "3", "AI, Prompts"),
		"fastapi-auth-01-security-mental-model.md": front("2026-03-15", "1", "FastAPI Auth", "1", "python, security"),
		"fastapi-auth-03-jwt-tokens.md":            front("2026-03-15", "3", "FastAPI Auth", "3", "python, security, jwt"),
		"fastapi-auth-04-api-keys.md":              front("2026-03-15", "2", "FastAPI Auth", "4", "python, security"),
		"hello-world.md":                           "---\ndate: 2026-02-22\n---\n# Hello, World",
	})
}

func TestPostsStandNewestFirst(t *testing.T) {
	c := load(t, small())
	want := "agent-03-personas agent-02-baseline agent-01-leap " +
		"fastapi-auth-01-security-mental-model fastapi-auth-04-api-keys fastapi-auth-03-jwt-tokens hello-world"
	if got := slugs(c.Posts); got != want {
		t.Errorf("order\n got %s\nwant %s", got, want)
	}
	if c.Title != "Blog" || c.Headline() != "7 posts on engineering, architecture, and technical craft." {
		t.Errorf("title %q, headline %q", c.Title, c.Headline())
	}
	if len(c.Problems) > 0 {
		t.Errorf("problems %v", c.Problems)
	}
}

func TestHeadlineCounts(t *testing.T) {
	for n, want := range map[int]string{0: "0 posts", 1: "1 post", 999: "999 posts", 1000: "1,000 posts", 10_000: "10,000 posts", 1_234_567: "1,234,567 posts"} {
		c := &catalog.Catalog{Posts: make([]*post.Post, n)}
		if got := c.Headline(); got != want {
			t.Errorf("%d posts: %q, want %q", n, got, want)
		}
	}
	c := &catalog.Catalog{Posts: make([]*post.Post, 1), Tagline: "craft."}
	if got := c.Headline(); got != "1 post on craft." {
		t.Errorf("%q", got)
	}
}

func TestWhatIsAPost(t *testing.T) {
	c := load(t, blog(map[string]string{
		"a.md": "", "b.markdown": "", "UPPER.MD": "", "deep/er/c.md": "",
		"_draft.md": "", ".hidden.md": "", ".git/d.md": "", "_drafts/e.md": "", "deep/_index.md": "",
		"notes.txt": "", "md": "", "picture.md.png": "",
	}))
	if got := slugs(c.Posts); got != "a b c UPPER" {
		t.Errorf("posts: %s", got)
	}
	empty := load(t, fstest.MapFS{})
	if len(empty.Posts) != 0 || empty.Headline() != "0 posts" {
		t.Errorf("an empty folder has %q", empty.Headline())
	}
}

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	fsys := blog(map[string]string{"a.md": ""})
	fsys["pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["device.md"] = &fstest.MapFile{Mode: fs.ModeDevice}
	fsys["folder.md/b.md"] = &fstest.MapFile{}
	if c := load(t, fsys); slugs(c.Posts) != "a b" || len(c.Problems) > 0 {
		t.Errorf("posts: %s, problems %v", slugs(c.Posts), c.Problems)
	}
}

// broken fails to open or read some of its files.
type broken struct {
	fs.FS
	open, read string
}

func (b broken) Open(name string) (fs.File, error) {
	if name == b.open {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	f, err := b.FS.Open(name)
	if name == b.read && err == nil {
		return tornFile{f}, nil
	}
	return f, err
}

type tornFile struct{ fs.File }

func (tornFile) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

func TestOneUnreadableFileHidesNoOther(t *testing.T) {
	files := blog(map[string]string{"_index.md": "", "a.md": "# A", "b.md": "# B", "c.md": "# C", "sub/d.md": "# D"})
	for _, c := range []struct {
		fsys          broken
		posts, reason string
	}{
		{broken{files, "b.md", ""}, "a c d", "b.md: cannot be read: permission denied: make it readable or take it away"},
		{broken{files, "", "b.md"}, "a c d", "b.md: cannot be read: disk on fire: make it readable or take it away"},
		{broken{files, "sub", ""}, "a b c", "sub: cannot be read: permission denied: make it readable or take it away"},
		{broken{files, "_index.md", ""}, "a b c d", "_index.md: cannot be read: permission denied: make it readable or take it away"},
	} {
		got := load(t, c.fsys)
		if slugs(got.Posts) != c.posts || len(got.Problems) != 1 || got.Problems[0].Error() != c.reason {
			t.Errorf("posts %s, problems %q; want %s, %q", slugs(got.Posts), got.Problems, c.posts, c.reason)
		}
	}
	if _, err := catalog.Load(t.Context(), broken{files, ".", ""}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a root that cannot be read: error %v", err)
	}
}

func TestProblemsOfAllPostsAreInOnePlace(t *testing.T) {
	c := load(t, blog(map[string]string{
		"_index.md": "---\ntagilne: x\n---\n",
		"b.md":      "---\npart: x\ntitel: y\n---\n",
		"a.md":      "---\ntitle: a: b\n---\n",
	}))
	var got []string
	for _, p := range c.Problems {
		got = append(got, fmt.Sprintf("%s:%d", p.Path, p.Line))
	}
	if want := []string{"_index.md:2", "a.md:2", "b.md:2", "b.md:3"}; !slices.Equal(got, want) {
		t.Errorf("problems at %v, want %v", got, want)
	}
}

func TestEqualSlugsAreToldApart(t *testing.T) {
	c := load(t, blog(map[string]string{
		"a.md": "1", "a/a.md": "2", "b/a.md": "3", "c/a-2.md": "4", "d/a-2.md": "5",
	}))
	if got := slugs(c.Posts); got != "a a-3 a-4 a-2 a-2-2" {
		t.Errorf("slugs: %s", got)
	}
	if len(c.Problems) != 3 || c.Problems[0].Error() != "a/a.md: has the same slug as a.md and is listed as a-3: rename one of the files" {
		t.Errorf("problems %q", c.Problems)
	}
	for slug, want := range map[string]string{"a": "1", "a-3": "2", "a-4": "3", "a-2": "4", "a-2-2": "5"} {
		body, err := c.Body(slug)
		if string(body) != want || err != nil {
			t.Errorf("body of %s: %q, %v; want %q", slug, body, err, want)
		}
	}
}

func TestDraftsAreNotListedButCanBeOpened(t *testing.T) {
	c := load(t, blog(map[string]string{"a.md": "", "b.md": "---\ndraft: true\ntags: [x]\nseries: S\n---\ntext"}))
	if slugs(c.Posts) != "a" || slugs(c.Drafts) != "b" || len(c.Tags()) != 0 || len(c.Series("S")) != 0 {
		t.Errorf("posts %s, drafts %s, tags %v", slugs(c.Posts), slugs(c.Drafts), c.Tags())
	}
	if p, ok := c.Post("b"); !ok || !p.Draft {
		t.Errorf("the draft is not found")
	}
	if body, err := c.Body("b"); string(body) != "text" || err != nil {
		t.Errorf("body %q, %v", body, err)
	}
}

// Engines leave the date in the name of a file out of its address, and write that in lower case.
func TestAPostIsKnownWithoutItsDateAndCase(t *testing.T) {
	c := load(t, blog(map[string]string{"2026-06-03-PQ-Certs.md": "", "2026-06-04-other.md": "", "Other.md": "", "2026.md": ""}))
	for name, want := range map[string]string{
		"pq-certs": "2026-06-03-PQ-Certs", "2026-06-03-pq-certs": "2026-06-03-PQ-Certs", "other": "Other", "Other": "Other", "2026": "2026",
	} {
		if p, ok := c.Post(name); !ok || p.Slug != want {
			t.Errorf("%s is %v, want %s", name, p, want)
		}
	}
}

func TestAMistypedSlugFindsItsNeighbours(t *testing.T) {
	c := load(t, small())
	for asked, want := range map[string]string{
		"fastapi-jwt": "fastapi-auth-03-jwt-tokens",
		"helo-world":  "hello-world",
		"agent-2":     "agent-02-baseline",
	} {
		if got := c.Nearest(asked, 3); len(got) != 3 || got[0] != want {
			t.Errorf("%s: %q, want %s first of three", asked, got, want)
		}
	}
	if _, ok := c.Post("fastapi-jwt"); ok {
		t.Error("a slug that does not exist is found")
	}
}

func TestTagsAndCategoriesAreCounted(t *testing.T) {
	c := load(t, small())
	// AI and ai are one tag, spelt as the newest post does.
	want := []catalog.Count{{"AI", 3}, {"python", 3}, {"security", 3}, {"jwt", 1}, {"Prompts", 1}}
	if got := c.Tags(); !reflect.DeepEqual(got, want) {
		t.Errorf("tags %v, want %v", got, want)
	}
	if got := c.Categories(); !reflect.DeepEqual(got, []catalog.Count{{"Tutorial", 6}}) {
		t.Errorf("categories %v", got)
	}
	c.Tags()[0].Name = "changed"
	if c.Tags()[0].Name != "AI" {
		t.Error("a caller can change the catalogue")
	}
	c = load(t, blog(map[string]string{"a.md": "---\ncategories: [A, b, c]\n---\n", "b.md": "---\ncategory: B\n---\n", "c.md": "text"}))
	if got := fmt.Sprint(c.Categories()); got != "[{b 2} {A 1} {c 1}]" && got != "[{B 2} {A 1} {c 1}]" {
		t.Errorf("categories %v: every one of a post counts", got)
	}
}

func TestSeriesAreInOrderOfPart(t *testing.T) {
	c := load(t, small())
	want := "fastapi-auth-01-security-mental-model fastapi-auth-03-jwt-tokens fastapi-auth-04-api-keys"
	if got := slugs(c.Series("fastapi auth")); got != want {
		t.Errorf("series: %s", got)
	}
	if got := c.Series(""); len(got) != 0 {
		t.Errorf("posts without series are a series: %s", slugs(got))
	}
}

func TestNeighbourGoesOnWithTheSeriesThenTheList(t *testing.T) {
	c := load(t, small())
	for _, s := range []struct {
		from string
		step int
		want string
	}{
		{"agent-01-leap", +1, "agent-02-baseline"},
		{"agent-02-baseline", -1, "agent-01-leap"},
		// After the last part comes the next older post of another series, not a part that was read.
		{"agent-03-personas", +1, "fastapi-auth-01-security-mental-model"},
		{"agent-01-leap", -1, ""},
		{"fastapi-auth-01-security-mental-model", +1, "fastapi-auth-03-jwt-tokens"},
		{"fastapi-auth-01-security-mental-model", -1, "agent-01-leap"},
		{"fastapi-auth-04-api-keys", +1, "hello-world"},
		{"hello-world", -1, "fastapi-auth-03-jwt-tokens"},
		{"hello-world", +1, ""},
	} {
		p, ok := c.Post(s.from)
		if !ok {
			t.Fatalf("no post %s", s.from)
		}
		got := ""
		if n, ok := c.Neighbour(p, s.step); ok {
			got = n.Slug
		}
		if got != s.want {
			t.Errorf("%s %+d: %q, want %q", s.from, s.step, got, s.want)
		}
	}
	if n, ok := c.Neighbour(&post.Post{}, 1); ok {
		t.Errorf("a post of no list has the neighbour %s", n.Slug)
	}
}

func TestBodiesAreReadAgain(t *testing.T) {
	fsys := small()
	c := load(t, fsys)
	if body, err := c.Body("agent-01-leap"); string(body) != "body of it\n" || err != nil {
		t.Errorf("body %q, %v", body, err)
	}
	delete(fsys, "agent-01-leap.md")
	for _, slug := range []string{"agent-01-leap", "no-such-post"} {
		if _, err := c.Body(slug); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), slug) {
			t.Errorf("%s: error %v", slug, err)
		}
	}
}

func TestLoadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c, err := catalog.Load(ctx, small()); !errors.Is(err, context.Canceled) || c != nil {
		t.Errorf("catalogue %v, error %v", c, err)
	}
}

// Foreign names must not reach the terminal, yet the file must be found again.
func TestAFileNameWithControlsIsSafeAndReadable(t *testing.T) {
	c := load(t, blog(map[string]string{"a\x1b[31m\u202e.md": "text"}))
	p := c.Posts[0]
	if strings.ContainsAny(p.Path+p.Slug+p.Title, "\x1b\u202e") {
		t.Errorf("%q %q %q", p.Path, p.Slug, p.Title)
	}
	if body, err := c.Body(p.Slug); string(body) != "text" || err != nil {
		t.Errorf("body %q, %v", body, err)
	}
}

// synthetic is a blog of n posts of 20 KB each.
func synthetic(n int) fstest.MapFS {
	body := strings.Repeat("A paragraph of words that says — in the usual length — something of use.\n", 270)
	front := `---
title: "FastAPI Auth: JWT Tokens — Stateless Authentication"
date: 2026-03-15
weight: 5
category: Tutorial
series: Series %d
part: 3
tags: [python, fastapi, security, jwt]
description: >-
  One dependency that parses a token, loads a user and checks a role is how services end up with
  refresh loops and readable strangers' notes.
requires: [fastapi-auth-02-password-authentication]
---
`
	fsys := fstest.MapFS{}
	sources := make([]*fstest.MapFile, 100)
	for i := range sources {
		sources[i] = &fstest.MapFile{Data: []byte(fmt.Sprintf(front, i) + body)}
	}
	for i := range n {
		fsys[fmt.Sprintf("post-%05d.md", i)] = sources[i%len(sources)]
	}
	return fsys
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{62, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			fsys := synthetic(n)
			b.ReportAllocs()
			for b.Loop() {
				c, err := catalog.Load(b.Context(), fsys)
				if err != nil || len(c.Posts) != n || len(c.Problems) > 0 {
					b.Fatal(err, len(c.Posts), c.Problems)
				}
			}
		})
	}
}
