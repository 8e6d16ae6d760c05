package catalog

import (
	"io/fs"
	"path"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// maxParts is how many files of a configuration are read.
const maxParts = 50

// parts are the files in which Hugo may have parts of its configuration, each named by the key that it would stand
// below: permalinks.toml, params.yaml (https://gohugo.io/configuration/introduction/#configuration-directory). Those of
// single languages are read apart.
func (t *tree) parts(s site) []post.Part {
	if s.engine != Hugo {
		return nil
	}
	folder := path.Join(s.base, "config/_default")
	entries, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return nil
	}
	var all []post.Part
	for _, e := range entries[:min(len(entries), maxParts)] {
		key, name := withoutExt(e.Name()), path.Join(folder, e.Name())
		if name == s.config || key == "hugo" || key == "config" || strings.Contains(key, ".") {
			continue
		}
		if file, err := t.read(name); err == nil {
			all = append(all, post.Part{Key: key, Name: name, File: file})
		}
	}
	return all
}
