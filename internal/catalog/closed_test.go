package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
)

// What engines publish was found out by running them on these very files.
func TestWhatEnginesPublishIsListedWhateverItIsCalled(t *testing.T) {
	const posts = " posts/a.md posts/_y.md posts/_x/one.md posts/_x/_deep/two.md posts/README.md posts/public/p.md posts/.h/h.md"
	under := func(folder string) string { return strings.ReplaceAll(posts, " posts", " "+folder) }
	for name, c := range map[string]struct{ files, posts, left string }{
		"Hugo":                 {"hugo.toml" + under("content/posts"), "a one README two _y", "content/posts/.h/ content/posts/public/"},
		"Zola":                 {"zola.toml" + under("content/posts"), "a one README two _y", "content/posts/.h/ content/posts/public/"},
		"Eleventy":             {".eleventy.js" + under("src/posts"), "a one README two _y", "src/posts/.h/ src/posts/public/"},
		"Eleventy, the whole":  {".eleventy.js README.md a.md _includes/l.md _data/d.md _x/one.md x/README.md", "a one README", "README.md _data/ _includes/"},
		"Jekyll":               {"_config.yml" + under("_posts"), "a", "_posts/.h/ _posts/README.md _posts/_x/ _posts/_y.md _posts/public/"},
		"Astro":                {"astro.config.mjs" + under("src/content/blog"), "a README", "src/content/blog/.h/ src/content/blog/_x/ src/content/blog/_y.md src/content/blog/public/"},
		"none":                 {posts, "a README", "posts/.h/ posts/_x/ posts/_y.md posts/public/"},
		"outside of the posts": {"hugo.toml content/posts/a.md content/_x/one.md _y/two.md .git/x.md", "a", "_y/ content/_x/"},
	} {
		files := map[string]string{}
		for file := range strings.FieldsSeq(c.files) {
			files[file] = ""
		}
		got := open(t, blog(files), catalog.Options{})
		var left []string
		for _, l := range got.Left {
			left = append(left, l.Path)
		}
		slices.Sort(left)
		if slugs(got.Posts) != c.posts || strings.Join(left, " ") != c.left {
			t.Errorf("%s: lists %s and leaves %v, want %s and %s", name, slugs(got.Posts), left, c.posts, c.left)
		}
	}
}
