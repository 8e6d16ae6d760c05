package catalog_test

import (
	"fmt"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
)

func TestLayoutsGiveWhatPostsDoNotSay(t *testing.T) {
	files := map[string]string{
		".eleventy.js":              "c.addLayoutAlias(\"short\", 'deep/long.njk'); c.addLayoutAlias('none', 'none.njk')",
		"_includes/round.njk":       "---\ntags: round\nlayout: about\n---\n",
		"_includes/about.html":      "---\ntags: about\nlayout: round.njk\n---\n",
		"_includes/deep/long.njk":   "---\ntags: [long]\ncategory: C\n---\n",
		"_includes/broken.njk":      "---\ntags: [long\n---\n",
		"src/_layouts/odd.njk":      "---\ntitle: [1]\ntags: [odd]\n---\n",
		"src/posts/posts.json":      `{"layout": "odd", "tags": ["given"]}`,
		"src/posts/a.md":            "---\ntags: a\n---\n",
		"src/posts/b.md":            "---\nlayout: short\ncategory: D\n---\n",
		"src/posts/c.md":            "---\nlayout: none\n---\n",
		"src/posts/d.md":            "---\nlayout: broken\n---\n",
		"src/posts/e.md":            "---\nlayout: short\noverride:tags: [e]\n---\n",
		"src/posts/_includes/x.njk": "---\ntags: [x]\n---\n", // nothing is said of it
	}
	c := open(t, blog(files), catalog.Options{Now: now})
	for slug, want := range map[string]string{
		"a": "A [odd given a] ", "b": "B [long given] D", "c": "C [given] ", "d": "D [given] ", "e": "E [e] C",
	} {
		p, ok := c.Post(slug)
		if !ok {
			t.Errorf("there is no post %s", slug)
			continue
		}
		if got := fmt.Sprint(p.Title, " ", p.Tags, " ", p.Category); got != want || len(p.Problems) > 0 {
			t.Errorf("%s is %s, want %s %v", slug, got, want, p.Problems)
		}
	}
	// Layouts that stand in each other end.
	files["src/posts/f.md"] = "---\nlayout: round\n---\n"
	c = open(t, blog(files), catalog.Options{Now: now})
	if p, ok := c.Post("f"); !ok || fmt.Sprint(p.Tags) != "[about round given]" {
		t.Errorf("%+v", p)
	}
}
