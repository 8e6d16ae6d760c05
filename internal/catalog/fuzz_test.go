package catalog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/text"
)

// Whatever stands in the files that say what a blog is, its posts are read, and found where they stand.
func FuzzOpen(f *testing.F) {
	f.Add(uint8(0), "baseURL = 'https://x.y/z'\n[permalinks]\nposts = '/:year/:sections[1:]/:slug/'\n[[cascade]]\ntags = ['a']\n", "title: A", "content/posts/a/index.md", "")
	f.Add(uint8(1), "permalink: /:categories/:year/:title/\ndefaults:\n  - scope: {path: \"**/a\"}\n    values: {categories: [a]}\n", "slug: b\ncategory: c d", "x/_posts/2024-01-02-a.md", "")
	f.Add(uint8(2), "", "slug: a/b\npubDate: 1/2/2024", "src/writing/a b.mdx", "glob({ base: './src/writing' })")
	f.Add(uint8(3), "base_url = 'x'", "path: /a//b/../c", "content/blog/a.fr.md", "")
	f.Add(uint8(4), "addLayoutAlias('a', 'b.njk'); input: 'src'", "layout: a\npermalink: \"{{ title | slugify }}/{{ page.date | date: '%Y' }}\"", "src/posts/a.md", "---\ntags: x\nlayout: b\n---\n")
	configs := []string{"hugo.toml", "_config.yml", "astro.config.mjs", "zola.toml", ".eleventy.js"}
	f.Fuzz(func(t *testing.T, engine uint8, config, front, file, more string) {
		files := fstest.MapFS{
			configs[int(engine)%len(configs)]: {Data: []byte(config)}, "src/content.config.ts": {Data: []byte(more)}, "src/_includes/b.njk": {Data: []byte(more)},
			"content/_index.md": {Data: []byte(more)}, "src/posts/posts.json": {Data: []byte(more)},
		}
		if !strings.HasSuffix(file, ".md") && !strings.HasSuffix(file, ".mdx") || len(file) > 100 || strings.ContainsAny(file, "\x00\\") || !validPath(file) {
			return
		}
		files[file] = &fstest.MapFile{Data: []byte("---\n" + front + "\n---\ntext\n")}
		c, err := catalog.Open(t.Context(), files, catalog.Options{Now: now})
		if err != nil {
			return // the path goes through a file
		}
		for _, p := range c.Posts {
			address := c.Address(p)
			if address == "" {
				continue
			}
			if strings.Trim(address, "/") != address {
				t.Errorf("the address %q has slashes at its ends", address)
			}
			if got, found := c.Linked(p, "/"+address); !found || text.CleanLine(got.Path) != got.Path {
				t.Errorf("%s is not found at %q", p.Path, address)
			}
		}
	})
}

func validPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part == "." || part == ".." || strings.HasPrefix(part, ".") {
			return false
		}
	}
	return true
}
