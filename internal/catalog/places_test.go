package catalog_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// Links that are written for the site which an engine makes of a blog lead to its posts.
func TestLinksOfTheSiteLeadToPosts(t *testing.T) {
	for engine, c := range map[string]struct {
		files map[string]string
		links []string // from a slug, path, and the path of the post to which it leads
	}{
		"Jekyll": {
			map[string]string{
				"_config.yml": "baseurl: /sub\npermalink: /:categories/:year/:title/", "_posts/2024-01-02-one.md": "", "_posts/2024-01-03-two.md": "---\nslug: Zwei\n---\n",
				"cellar/_posts/2024-01-04-wine.md": "---\ncategory: red\n---\n", "_posts/2024-01-05-own.md": "---\npermalink: /x/:month/:day/own.html\nredirect_from: /2023/one/\n---\n",
			},
			[]string{
				"2024-01-02-one /2024/zwei/ _posts/2024-01-03-two.md", "2024-01-02-one /sub/cellar/red/2024/wine/ cellar/_posts/2024-01-04-wine.md",
				"2024-01-02-one /x/01/05/own.html _posts/2024-01-05-own.md", "2024-01-02-one ../Zwei/ _posts/2024-01-03-two.md",
				"2024-01-03-two /2023/one/ _posts/2024-01-05-own.md", "2024-01-03-two /2024/one.html _posts/2024-01-02-one.md", "2024-01-02-one /2024/none/ ",
				"2024-01-02-one 2024-01-03-two.md _posts/2024-01-03-two.md", "2024-01-02-one /_posts/2024-01-03-two.md _posts/2024-01-03-two.md",
			},
		},
		"Jekyll's own": {
			map[string]string{"_config.yml": "", "_posts/2024-01-02-one.md": "---\ncategories: a b\n---\n", "_posts/2024-01-03-one.md": ""},
			[]string{"one-none /a/b/2024/01/02/one.html _posts/2024-01-02-one.md", "one-none /2024/01/03/one.html _posts/2024-01-03-one.md"},
		},
		"Jekyll, categories with commas": {
			map[string]string{
				"_config.yml": "", "_posts/2024-01-02-one.md": "---\ncategories: a, b\n---\n", "_posts/2024-01-02-two.md": "---\ncategory: c, d\n---\n",
				"sub/_posts/2024-01-02-three.md": "---\ncategories: a, b\n---\n",
			},
			[]string{
				"2024-01-02-two /a,/b/2024/01/02/one.html _posts/2024-01-02-one.md", "2024-01-02-one /c,%20d/2024/01/02/two.html _posts/2024-01-02-two.md",
				"2024-01-02-one /sub/a,/b/2024/01/02/three.html sub/_posts/2024-01-02-three.md",
			},
		},
		"Hugo": {
			map[string]string{
				"hugo.toml":            "baseURL = 'https://x.y/sub/'\n[permalinks]\nposts = '/:year/:slug/'\n",
				"content/posts/one.md": "---\ntitle: The First\ndate: 2024-01-02\n---\n", "content/posts/two/index.md": "---\ntitle: B\nslug: zwei\ndate: 2024-01-02\naliases: [/old/, older]\n---\n",
				"content/posts/one.fr.md": "---\ntitle: Le premier\ndate: 2024-01-02\n---\n", "content/posts/url.md": "---\nurl: /any/Where.html\n---\n",
				"content/blog/other.md": "", "content/blog/deep/Some Thing.md": "---\naliases: /2024/the-first/\n---\n",
			},
			[]string{
				"one /2024/zwei/ content/posts/two/index.md", "one /sub/2024/zwei/ content/posts/two/index.md", "two /2024/the-first/ content/posts/one.md",
				"two /sub/2024/the-first content/posts/one.md", "two /en/2024/the-first content/posts/one.md",
				"two /fr/2024/le-premier/ content/posts/one.fr.md", "one /any/where.html content/posts/url.md", "one /blog/other/ content/blog/other.md",
				"one /blog/deep/some-thing/ content/blog/deep/Some Thing.md", "other ../deep/some-thing content/blog/deep/Some Thing.md", "other deep/Some%20Thing.md ",
				"one /posts/two content/posts/two/index.md", "one /posts/two/index.md content/posts/two/index.md", "other /old content/posts/two/index.md",
				"one /2024/older/ content/posts/two/index.md", "one ../zwei content/posts/two/index.md", "one two/ content/posts/two/index.md",
			},
		},
		"Hugo, a file for each key": {
			map[string]string{
				"hugo.toml": "title = 'A'\n", "config/_default/permalinks.toml": "posts = '/:year/:slug/'\n",
				"content/posts/one.md": "---\ntitle: The First\ndate: 2024-01-02\n---\n", "content/posts/two.md": "",
			},
			[]string{"two /2024/the-first/ content/posts/one.md"},
		},
		"Zola": {
			map[string]string{
				"zola.toml": "", "content/blog/2024-01-02-one.md": "", "content/blog/two.md": "+++\nslug = 'zwei'\n+++\n", "content/blog/path.md": "+++\npath = 'a/b'\n+++\n",
			},
			[]string{
				"2024-01-02-one @/blog/two.md content/blog/two.md", "two /blog/one/ content/blog/2024-01-02-one.md", "two /blog/zwei/ content/blog/two.md",
				"two /a/b content/blog/path.md",
			},
		},
		"Eleventy": {
			map[string]string{
				".eleventy.js": "module.exports = () => ({ dir: { 'input': \"src\" } })", "src/posts/posts.json": `{"permalink": "/p/{{ title | slugify }}/"}`,
				"src/posts/2024-01-02-one.md": "---\ntitle: The Fürst & Co\n---\n", "src/posts/two.md": "---\npermalink: /{{ page.fileSlug }}.html\n---\n",
				"src/posts/run.md": "---\npermalink: \"{{ title | mine }}/\"\n---\n", "src/blog/three.md": "",
			},
			[]string{
				"two /p/the-fuerst-and-co/ src/posts/2024-01-02-one.md", "2024-01-02-one /two src/posts/two.md", "two /blog/three/ src/blog/three.md",
				"two /p/run/ src/posts/run.md", "two ../p/the-fuerst-and-co src/posts/2024-01-02-one.md",
			},
		},
		"Astro": {
			map[string]string{
				"astro.config.mjs": "", "src/content/blog/one.md": "", "src/content/blog/Deep/Two.md": "", "src/content/blog/a/three.md": "---\nslug: drei\n---\n",
				"src/content/blog/a/two.md": "",
			},
			[]string{
				"one /blog/deep/two/ src/content/blog/Deep/Two.md", "one /sub/posts/a/two src/content/blog/a/two.md", "one /posts/drei src/content/blog/a/three.md",
			},
		},
		"plain": {
			map[string]string{"a.md": "---\npermalink: /x/y/\n---\n", "b/c.md": ""},
			[]string{"c /x/y a.md", "a /b/c.html b/c.md", "a /else/c/ b/c.md", "a b/c b/c.md", "c / ", "c .. "},
		},
	} {
		t.Run(engine, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, source := range c.files {
				files[name] = &fstest.MapFile{Data: []byte(source)}
			}
			got := open(t, files, catalog.Options{Now: now})
			for _, link := range c.links {
				slug, rest, _ := strings.Cut(link, " ")
				target, want, _ := strings.Cut(rest, " ")
				from, known := got.Post(slug)
				if !known {
					from = got.Posts[0]
				}
				path := ""
				if p, found := got.Linked(from, target); found {
					path = p.Path
				}
				if path != want {
					t.Errorf("%s in %s leads to %q, want %q", target, slug, path, want)
				}
			}
			if t.Failed() {
				for _, p := range got.Posts {
					t.Logf("%s is at %q", p.Path, got.Address(p))
				}
			}
		})
	}
}

// The first link of a large blog is followed as soon as any.
func BenchmarkLinked(b *testing.B) {
	files := fstest.MapFS{"_config.yml": {Data: []byte("permalink: /:categories/:year/:title/")}}
	for i := range 10_000 {
		files[fmt.Sprintf("_posts/2024-01-02-post-%d.md", i)] = &fstest.MapFile{Data: []byte("---\ntitle: A title\ncategories: [a, b]\n---\n")}
	}
	for range b.N {
		b.StopTimer()
		c, err := catalog.Load(b.Context(), files)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if p, found := c.Linked(c.Posts[0], "/a/b/2024/post-77/"); !found || p.Path != "_posts/2024-01-02-post-77.md" {
			b.Fatal(p, found)
		}
	}
}
