package permalink_test

import (
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/permalink"
)

// What follows was made by the engines themselves, Jekyll 4.3, Hugo 0.111, Eleventy 3.1 and Astro 5, but for Zola.
func TestPatternsOfTheEngines(t *testing.T) {
	date := time.Date(2024, 1, 5, 10, 7, 9, 0, time.UTC)
	for _, c := range []struct {
		engine  func(string, permalink.Post) (string, bool)
		pattern string
		post    permalink.Post
		want    string
	}{
		{permalink.Jekyll, "/:categories/:year/:title/", permalink.Post{File: "_posts/2024-01-05-Capital And Space.md"}, "2024/capital-and-space"},
		{permalink.Jekyll, "/:categories/:year/:title/", permalink.Post{File: "_posts/x.md", Name: "Other Slug"}, "2024/other-slug"},
		{permalink.Jekyll, "/:title", permalink.Post{File: "_posts/2024-01-30-name.with.dots.md"}, "name.with.dots"},
		{permalink.Jekyll, "/:slug", permalink.Post{File: "_posts/2024-01-30-name.with.dots.md"}, "name-with-dots"},
		{permalink.Jekyll, "/:categories/:title:output_ext", permalink.Post{File: "24-01-05-a.md", Categories: []string{"Ünï Cödé", "x", "X"}}, "ünï cödé/x/a"},
		{permalink.Jekyll, "/:year/:month/:day/:i_day/:i_month/:title", permalink.Post{File: "a.md"}, "2024/01/05/5/1/a"},
		{permalink.Jekyll, "/:y_day/W:week/:short_day/:title", permalink.Post{File: "a.md"}, "005/w01/fri/a"},
		{permalink.Jekyll, "/:year_:title", permalink.Post{File: "a.md"}, "2024_a"},
		{permalink.Jekyll, permalink.Style("none"), permalink.Post{File: "a.md", Categories: []string{"b"}}, "b/a"},
		{permalink.Jekyll, permalink.Style(""), permalink.Post{File: "a.md"}, "2024/01/05/a"},
		{permalink.Jekyll, "/:nobody/:title", permalink.Post{File: "a.md"}, "?"},
		{permalink.Jekyll, "/own/place.html", permalink.Post{File: "a.md"}, "own/place"},

		{permalink.Hugo, "", permalink.Post{File: "posts/Capital And Space.md"}, "posts/capital-and-space"},
		{permalink.Hugo, "", permalink.Post{File: "posts/Leaf Name/index.md"}, "posts/leaf-name"},
		{permalink.Hugo, "", permalink.Post{File: "posts/a.md", Name: "My Slug Ünï", Language: "fr"}, "fr/posts/my-slug-ünï"},
		{permalink.Hugo, "/:year/:month/:slug/", permalink.Post{File: "posts/a.md", Title: "Capital & Space: ünï"}, "2024/01/capital-space-ünï"},
		{permalink.Hugo, "/:year/:month/:slug/", permalink.Post{File: "posts/a.md", Title: "A", Name: "b"}, "2024/01/b"},
		{permalink.Hugo, "/n/:sections/:title/", permalink.Post{File: "notes/sub/n2.md", Title: "Note Two"}, "n/notes/sub/note-two"},
		{permalink.Hugo, "/:sections[1:]/:filename/", permalink.Post{File: "docs/a/b/c.md"}, "a/b/c"},
		{permalink.Hugo, "/:sections[last]/:contentbasename/", permalink.Post{File: "docs/a/b/index.md"}, "a/b"},
		{permalink.Hugo, "/:section/:sections[0]/:sections[9:3]/:slugorcontentbasename", permalink.Post{File: "docs/a.md"}, "docs/docs/a"},
		{permalink.Hugo, "/:monthname/:weekdayname/:yearday/:title", permalink.Post{File: "a.md", Title: "T"}, "january/friday/5/t"},
		{permalink.Hugo, "/:nobody/", permalink.Post{File: "a.md"}, "?"},

		{permalink.Eleventy, "", permalink.Post{File: "posts/2024-01-02-dated.md"}, "posts/dated"},
		{permalink.Eleventy, "", permalink.Post{File: "posts/2024/index.md"}, "posts/2024"},
		{permalink.Eleventy, "/p/{{ page.fileSlug }}/", permalink.Post{File: "posts/2024-01-03-Cap And Space.md"}, "p/cap and space"},
		{permalink.Eleventy, "/p/{{page.fileSlug}}/", permalink.Post{File: "posts/2024/index.md"}, "p/2024"},
		{permalink.Eleventy, "/own/{{ title | slugify }}.html", permalink.Post{Title: "Own It Ünï & é!"}, "own/own-it-ueni-and-e"},
		{permalink.Eleventy, "/own/{{ title | slugify }}/index.html", permalink.Post{Title: "Hello: World’s Ænd"}, "own/hello-world-s-aend"},
		{permalink.Eleventy, "/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/", permalink.Post{File: "owndate.md"}, "2024/01/owndate"},
		{permalink.Eleventy, "/s/{{ slug }}/", permalink.Post{Name: "my-own"}, "s/my-own"},
		{permalink.Eleventy, "/x/{{ page.filePathStem }}.html", permalink.Post{File: "posts/stem.md"}, "x/posts/stem"},
		{permalink.Eleventy, "/{{ page.date | date }}/x/", permalink.Post{}, "?"},
		{permalink.Eleventy, "/{{ page.date }}/x/", permalink.Post{}, "?"},
		{permalink.Eleventy, "/{{ page.date | date: '%Q' }}/x/", permalink.Post{}, "?"},
		{permalink.Eleventy, "/{{ x | y }}/x/", permalink.Post{}, "?"},
		{permalink.Eleventy, "/{{ title | y }}/x/", permalink.Post{Title: "a"}, "?"},
		{permalink.Eleventy, "/{% if x %}a{% endif %}/", permalink.Post{}, "?"},
		{permalink.Eleventy, "/{{ {a} }}/", permalink.Post{}, "?"},

		{permalink.Astro, "", permalink.Post{File: "deep/Étoile.md"}, "deep/étoile"},
		{permalink.Astro, "", permalink.Post{File: "bun dle/index.mdx"}, "bun-dle"},
		{permalink.Astro, "", permalink.Post{File: "a.b.c.md"}, "abc"},
		{permalink.Astro, "", permalink.Post{File: "2024-01-02-dated.md"}, "2024-01-02-dated"},
		{permalink.Astro, "", permalink.Post{File: "a.md", Name: "my/own-slug"}, "my/own-slug"},

		{permalink.Zola, "", permalink.Post{File: "blog/2024-01-02-A Page.md"}, "blog/a-page"},
		{permalink.Zola, "", permalink.Post{File: "blog/page/index.md", Language: "fr"}, "fr/blog/page"},
		{permalink.Zola, "", permalink.Post{File: "blog/page.md", Name: "own"}, "blog/own"},
		{permalink.Zola, "", permalink.Post{File: "blog/page.md", Name: "hello-&-wörld"}, "blog/hello-world"},
		{permalink.Zola, "any/where", permalink.Post{File: "blog/page.md", Language: "fr"}, "any/where"},
	} {
		c.post.Date = date
		got, ok := c.engine(c.pattern, c.post)
		if got = permalink.Key(got); !ok {
			got = "?"
		}
		if got != c.want {
			t.Errorf("%q puts %+v at %q, want %q", c.pattern, c.post, got, c.want)
		}
	}
}

func TestAddressesAreComparedWithoutTheirEnds(t *testing.T) {
	for address, want := range map[string]string{
		"": "", "/": "", "/a/": "a", "a.html": "a", "/A/index.html": "a", "/a/../b": "b", "../../x": "x", "index.html": "", "/a//b/": "a/b", "a.md": "a",
	} {
		if got := permalink.Key(address); got != want {
			t.Errorf("%q is %q, want %q", address, got, want)
		}
	}
}

func FuzzPatterns(f *testing.F) {
	f.Add("/:year/:sections[1:]/:title", "Title", "a/b/2024-01-02-c.md", "slug")
	f.Add("/{{ title | slugify }}/{{ page.date | date: '%Y' }}", "T", "index.md", "")
	f.Add("/:sections[9:1]/:sections[last:]/:sections[:-1]", "", "", "")
	f.Fuzz(func(t *testing.T, pattern, title, file, name string) {
		p := permalink.Post{Title: title, Name: name, File: file, Categories: []string{title, name}}
		for _, engine := range []func(string, permalink.Post) (string, bool){permalink.Jekyll, permalink.Hugo, permalink.Eleventy, permalink.Zola, permalink.Astro} {
			address, _ := engine(pattern, p)
			if key := permalink.Key(address); len(key) > 0 && (key[0] == '/' || key[len(key)-1] == '/') {
				t.Errorf("%q is a key", key)
			}
		}
	})
}
