package tui

import (
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

func TestWhereLinksLead(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, front := range map[string]string{
		"a.md": "", "b.md": "", "deep/c.md": "", "deep/bundle/index.md": "", "2024-01-02-dated.md": "", "draft.md": "draft: true\n",
		"moved.md": "aliases: [/old/place/]\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte("---\ntitle: " + name + "\ndate: 2024-01-02\n" + front + "---\nx\n")}
	}
	c, err := catalog.Load(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []struct{ from, target, slug, anchor, web string }{
		{from: "a", target: "#here", anchor: "here"},
		{from: "a", target: "#caf%C3%A9", anchor: "café"},
		{from: "a", target: "b.md", slug: "b"},
		{from: "a", target: "./b.md#part", slug: "b", anchor: "part"},
		{from: "a", target: "b", slug: "b"},
		{from: "a", target: "b.html?x=1#part", slug: "b", anchor: "part"},
		{from: "a", target: "a.md#own", anchor: "own"},
		{from: "a", target: "deep/c.md", slug: "c"},
		{from: "c", target: "../b.md", slug: "b"},
		{from: "c", target: "bundle/", slug: "bundle"},
		{from: "a", target: "/posts/b/", slug: "b"},
		{from: "a", target: "/deep/bundle/index.html", slug: "bundle"},
		{from: "a", target: "/2024/01/02/dated/", slug: "2024-01-02-dated"},
		{from: "a", target: "/blog/2024/01/02/dated.html", slug: "2024-01-02-dated"},
		{from: "a", target: "/old/place", slug: "moved"},
		{from: "a", target: "draft.md", slug: "draft"},
		{from: "a", target: "https://example.org/b.md", web: "https://example.org/b.md"},
		{from: "a", target: "mailto:x@example.org", web: "mailto:x@example.org"},
		{from: "a", target: "no-such.md"},
		{from: "a", target: "/"},
		{from: "a", target: ""},
		{from: "a", target: "//example.org/b"},
		{from: "a", target: "javascript:alert(1)"},
		{from: "a", target: "file:b.md"},
		{from: "a", target: "data:text/html,b"},
		{from: "a", target: "https://user@example.org/"},
		{from: "a", target: "%zz"},
		{from: "a", target: "../../../../etc/passwd"},
	} {
		from, ok := c.Post(l.from)
		if !ok {
			t.Fatalf("there is no post %s", l.from)
		}
		got := resolve(c, from, l.target)
		slug := ""
		if got.post != nil {
			slug = got.post.Slug
		}
		if slug != l.slug || got.anchor != l.anchor || got.web != l.web {
			t.Errorf("in %s, %q leads to post %q, anchor %q, web %q; want %q, %q, %q", l.from, l.target, slug, got.anchor, got.web, l.slug, l.anchor, l.web)
		}
	}
}
