package catalog_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// Brackets in which no set of characters stands are the characters themselves, wherever a blog has patterns.
func TestBracketsThatAreNoSetStandForThemselves(t *testing.T) {
	for name, c := range map[string]struct{ config, settings, posts, given string }{
		"a cascade of the configuration of Hugo": {
			"hugo.toml", "[[cascade]]\ntags = ['given']\n[cascade.target]\npath = '/posts/[z-a]*'\n",
			"content/posts/[z-a]b.md content/posts/y.md", "content/posts/[z-a]b.md",
		},
		"a cascade of a section of Hugo": {
			"content/posts/_index.md", "---\ncascade:\n  - tags: [given]\n    _target:\n      path: '/posts/[b-!]*'\n---\n",
			"content/posts/[b-!]b.md content/posts/y.md", "content/posts/[b-!]b.md",
		},
		"a default of Jekyll": {
			"_config.yml", "defaults:\n  - scope: {path: '_posts/[z-a]/*'}\n    values: {tags: [given]}\n",
			"_posts/[z-a]/2024-01-02-a.md _posts/b/2024-01-03-b.md", "_posts/[z-a]/2024-01-02-a.md",
		},
		"a set": {
			"_config.yml", "defaults:\n  - scope: {path: '_posts/[a-z]/*'}\n    values: {tags: [given]}\n",
			"_posts/[z-a]/2024-01-02-a.md _posts/b/2024-01-03-b.md", "_posts/b/2024-01-03-b.md",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{c.config: {Data: []byte(c.settings)}}
			if strings.HasPrefix(c.config, "content") {
				files["hugo.toml"] = &fstest.MapFile{Data: []byte("title = 'T'\n")}
			}
			for file := range strings.FieldsSeq(c.posts) {
				files[file] = &fstest.MapFile{Data: []byte("---\ntitle: T\n---\ntext")}
			}
			blog := open(t, files, catalog.Options{Now: now})
			var given []string
			for _, p := range blog.Posts {
				if strings.Join(p.Tags, " ") == "given" {
					given = append(given, p.Path)
				}
			}
			if got := strings.Join(given, " "); got != c.given || len(blog.Posts) != 2 {
				t.Errorf("of %d posts %q have the tag, not %q", len(blog.Posts), got, c.given)
			}
		})
	}
}
