package catalog

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/post"
)

// How many layouts of a blog are read, and how many stand in each other.
const (
	maxLayouts = 200
	maxLayers  = 10
)

// layoutFolders are where Eleventy has its layouts, beside what it publishes.
var layoutFolders = [...]string{"_includes", "_layouts"}

// readLayouts reads what the layouts of Eleventy give to the posts that are laid out by them
// (https://www.11ty.dev/docs/data-cascade/).
func (l *loading) readLayouts(t *tree) post.Layouts {
	layouts := make(map[string]post.Layout)
	seen := make(map[string]bool)
	for _, root := range l.roots {
		for folder := root; !seen[folder]; folder = path.Dir(folder) {
			seen[folder] = true
			for _, name := range layoutFolders {
				t.readLayouts(path.Join(folder, name), layouts)
			}
			if folder == l.site.base {
				break
			}
		}
	}
	if source, err := t.read(l.site.config); err == nil {
		for _, m := range layoutAliases().FindAllSubmatch(source, maxLayouts) {
			if layout, known := layouts[string(m[2])]; known {
				layouts[string(m[1])] = layout
			}
		}
	}
	all := make(post.Layouts, len(layouts))
	for name := range layouts {
		all[name] = nested(layouts, name)
	}
	return all
}

// readLayouts reads the layouts of a folder, by their paths in that, with their extensions and without.
func (t *tree) readLayouts(folder string, layouts map[string]post.Layout) {
	_ = fs.WalkDir(t.fsys, folder, func(file string, d fs.DirEntry, err error) error {
		if len(layouts) >= maxLayouts {
			return fs.SkipAll
		}
		if err == nil && !d.IsDir() { // what cannot be read is no matter of the posts
			t.readLayout(file, strings.TrimPrefix(file, folder+"/"), layouts)
		}
		return nil
	})
}

func (t *tree) readLayout(file, name string, layouts map[string]post.Layout) {
	source, err := t.read(file)
	if err != nil {
		return
	}
	layout := post.ParseLayout(source)
	for _, name := range []string{name, withoutExt(name)} {
		if _, taken := layouts[name]; !taken {
			layouts[name] = layout
		}
	}
}

// nested is what a layout gives with those in which it stands itself.
func nested(layouts map[string]post.Layout, name string) post.Defaults {
	var layers []post.Layout
	for layout, known := layouts[name]; known && len(layers) < maxLayers; layout, known = layouts[layout.Within] {
		layers = append(layers, layout)
	}
	given := post.Defaults{Joining: post.JoinLists}
	for i := len(layers) - 1; i >= 0; i-- {
		given = given.Under(layers[i].Given)
	}
	return given
}

// layoutAliases matches where a configuration gives a layout another name.
var layoutAliases = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`addLayoutAlias\(\s*["']([^"'\n]+)["']\s*,\s*["']([^"'\n]+)["']`)
})
