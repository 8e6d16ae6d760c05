package catalog

import (
	"io/fs"
	"path"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// configFolder is where Hugo may have its configuration, in parts or as a whole, and publishedFolder what is different
// in it of the blog as it is published.
const (
	configFolder    = "config/_default"
	publishedFolder = "config/production"
)

// configExts are the formats that it may have, the first of which counts.
var configExts = [...]string{".toml", ".yaml", ".yml", ".json"}

// maxParts is how many files of a configuration are read in a folder.
const maxParts = 50

// parts are the files in which Hugo may have parts of its configuration, each named by the key that it would stand
// below: permalinks.toml, params.yaml (https://gohugo.io/configuration/introduction/#configuration-directory). Those of
// single languages are read apart. One of the whole goes over that in the folder of the blog, key by key, as all of the
// folder does, and what comes later over what comes before (config.LoadConfigFromDir in Hugo).
func (t *tree) parts(s site) []post.Part {
	if s.engine != Hugo {
		return nil
	}
	return append(t.partsIn(path.Join(s.base, configFolder)), t.partsIn(path.Join(s.base, publishedFolder))...)
}

// partsIn are the parts in a folder. One that is read already as the whole is among them, in its place.
func (t *tree) partsIn(folder string) []post.Part {
	entries, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return nil
	}
	var all []post.Part
	for _, e := range entries[:min(len(entries), maxParts)] {
		key, name := withoutExt(e.Name()), path.Join(folder, e.Name())
		if strings.Contains(key, ".") {
			continue
		}
		if key == "hugo" || key == "config" {
			key = ""
		}
		if file, err := t.read(name); err == nil {
			all = append(all, post.Part{Key: key, Name: name, File: file})
		}
	}
	return all
}

// whole returns the configuration in the folder of a blog of Hugo, below those in its configFolder, and what it says;
// that of s if there is none.
func (t *tree) whole(s site, source []byte) (string, []byte) {
	if s.engine != Hugo || path.Dir(s.config) == s.base {
		return s.config, source
	}
	for _, ext := range configExts {
		name := path.Join(s.base, "config"+ext)
		if root, err := t.read(name); err == nil {
			return name, root
		}
	}
	return s.config, source
}
