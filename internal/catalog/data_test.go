package catalog_test

import (
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// A blog of Eleventy may have its data in YAML or TOML, if its configuration says so. What is nearer to Eleventy's own
// names counts more.
func TestEleventyHasDataInAddedFormats(t *testing.T) {
	for name, c := range map[string]struct{ config, title, date string }{
		"not added":       {"", "Index", "0001-01-01"},
		"YAML":            {`c.addDataExtension("yml", s => yaml.load(s));`, "From YAML", "2022-09-26"},
		"several at once": {"c.addDataExtension('toml, yml', parse);", "From YAML", "2022-09-26"},
		"TOML":            {"c.addDataExtension(`toml`, { parser: s => toml.parse(s) });", "Index", "2021-01-02"},
	} {
		blog := open(t, fstest.MapFS{
			"eleventy.config.js":       {Data: []byte("export default function (c) {\n" + c.config + "\nreturn { dir: { input: 'src' } }\n}\n")},
			"src/articles/a/index.md":  {Data: []byte("Text.\n")},
			"src/articles/a/index.yml": {Data: []byte("title: From YAML\ndate: 2022-09-26\n")},
			"src/articles/a/a.toml":    {Data: []byte("date = 2021-01-02\n")},
			"LICENSE.md":               {Data: []byte("Do what you want.\n")},
		}, catalog.Options{Now: now})
		if len(blog.Posts) != 1 {
			t.Fatalf("%s: %d posts", name, len(blog.Posts))
		}
		if p := blog.Posts[0]; c.title != "Index" && p.Title != c.title || p.Date.Format("2006-01-02") != c.date {
			t.Errorf("%s: %q of %v", name, p.Title, p.Date)
		}
	}
}

// Pages that stand in no folder of posts are those below the folder of all that Eleventy publishes.
func TestEleventyPublishesItsInputAlone(t *testing.T) {
	blog := open(t, fstest.MapFS{
		".eleventy.js":       {Data: []byte("module.exports = () => ({ dir: { input: 'web' } })\n")},
		"web/garden/rose.md": {Data: []byte("Text.\n")}, "LICENSE.md": {Data: []byte("Do what you want.\n")},
	}, catalog.Options{Now: now})
	if slugs(blog.Posts) != "rose" {
		t.Errorf("%s are posts", slugs(blog.Posts))
	}
}
