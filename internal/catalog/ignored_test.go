package catalog_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// What a blog tells its engine to leave alone is no post, and said to be none. The engines themselves (Hugo 0.160, Jekyll
// 4.3, Zola 0.22, Eleventy 3.1) leave the same files out of these blogs.
func TestWhatAnEngineIgnoresIsNoPost(t *testing.T) {
	for name, c := range map[string]struct {
		settings map[string]string
		posts    string
		ignored  string
	}{
		"Hugo matches anywhere in a path": {
			map[string]string{"hugo.toml": `ignoreFiles = ['\.foo\.md$', '^posts/d\.md$', 'posts/sub/', '(']`},
			"content/posts/a.md content/posts/b.foo.md content/posts/d.md content/posts/sub/c.md",
			"content/posts/b.foo.md content/posts/sub/c.md",
		},
		"Hugo's language has a file": {
			map[string]string{
				"config/_default/hugo.toml":         "ignoreFiles = ['b\\.md$']\n",
				"config/_default/languages.en.toml": "title = 'Mine'\nignoreFiles = ['c\\.md$']\n",
			},
			"content/posts/a.md content/posts/b.md content/posts/c.md",
			"content/posts/b.md content/posts/c.md",
		},
		"Jekyll matches beginnings and whole paths": {
			map[string]string{"_config.yml": `exclude: ["_posts/2024-01-02-b.md", "sub", "_posts/old", "foo/", "/", "*f.md", "_posts/2024-01-1[0-4]-*"]`},
			"_posts/2024-01-01-a.md _posts/2024-01-02-b.md _posts/2024-01-06-f.md _posts/2024-01-12-g.md _posts/2024-01-15-h.md " +
				"_posts/old/2024-01-04-d.md _posts/older/2024-01-04-e.md _posts/sub/2024-01-03-c.md foo/_posts/2024-01-05-e.md food/_posts/2024-01-07-k.md",
			"_posts/2024-01-02-b.md _posts/2024-01-06-f.md _posts/2024-01-12-g.md _posts/old/2024-01-04-d.md _posts/older/2024-01-04-e.md foo/_posts/2024-01-05-e.md",
		},
		"Zola matches whole paths": {
			map[string]string{"zola.toml": `ignored_content = ["*.draft.md", "**/ig/*", "*/{x,y}?.md", "[z-a]", "[!]", "content/gone.md"]`},
			"content/a.draft.md content/gone.md content/ig/x.md content/x1.md content/x12.md",
			"content/a.draft.md content/ig/x.md content/x1.md",
		},
		"Eleventy matches from the file on in which it stands": {
			map[string]string{
				"eleventy.config.js":   "export default function (c) { c.ignores.add('src/blog/calls/**/*.md'); c.ignores.add(`src/${x}`); return { dir: { input: 'src' } } }",
				".eleventyignore":      "# notes\n\nsrc/blog/a.md\nb.md\n!src/blog/c.md\n/src/blog/rooted.md\n",
				"src/.eleventyignore":  "./blog/folder/\n*.draft.md\n",
				".gitignore":           "src/blog/made/**\n",
				"src/blog/blog.json":   `{"tags": ["posts"]}`,
				"src/_data/ignored.js": "export default 1",
			},
			"src/blog/a.md src/blog/b.md src/blog/c.md src/blog/calls/d/e.md src/blog/e.draft.md src/blog/folder/f.md src/blog/made/g.md src/blog/rooted.md",
			"src/blog/a.md src/blog/calls/d/e.md src/blog/folder/f.md src/blog/made/g.md src/blog/rooted.md",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for file, source := range c.settings {
				files[file] = &fstest.MapFile{Data: []byte(source)}
			}
			for file := range strings.FieldsSeq(c.posts) {
				files[file] = &fstest.MapFile{Data: []byte("---\ntitle: T\n---\ntext")}
			}
			var ignored []string
			blog := open(t, files, catalog.Options{Now: now})
			for _, l := range blog.Left {
				if strings.HasPrefix(l.Reason, "is ignored by ") {
					ignored = append(ignored, l.Path)
				}
			}
			if got := strings.Join(ignored, " "); got != c.ignored {
				t.Errorf("%s\nare ignored, not\n%s", got, c.ignored)
			}
			if n := len(strings.Fields(c.posts)) - len(ignored); len(blog.Posts) != n {
				t.Errorf("%d posts, not %d", len(blog.Posts), n)
			}
			if !slices.IsSortedFunc(blog.Left, func(a, b catalog.Left) int { return strings.Compare(a.Path, b.Path) }) {
				t.Error("what is left out is in no order")
			}
		})
	}
}
