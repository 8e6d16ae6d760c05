package catalog

import (
	"io/fs"
	"path"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// configFolder is where Hugo may have its configuration, in parts or as a whole.
const configFolder = "config/_default"

// configExts are the formats that it may have, the first of which counts.
var configExts = [...]string{".toml", ".yaml", ".yml", ".json"}

// maxParts is how many files of a configuration are read.
const maxParts = 50

// parts are the files in which Hugo may have parts of its configuration, each named by the key that it would stand
// below: permalinks.toml, params.yaml (https://gohugo.io/configuration/introduction/#configuration-directory). Those of
// single languages are read apart. One of the whole goes over that in the folder of the blog, key by key, as all of the
// folder does (config.LoadConfigFromDir in Hugo).
func (t *tree) parts(s site) []post.Part {
	if s.engine != Hugo {
		return nil
	}
	folder := path.Join(s.base, configFolder)
	entries, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return nil
	}
	var all []post.Part
	for _, e := range entries[:min(len(entries), maxParts)] {
		key, name := withoutExt(e.Name()), path.Join(folder, e.Name())
		isWhole := key == "hugo" || key == "config"
		if strings.Contains(key, ".") || isWhole && path.Dir(s.config) == folder {
			continue
		}
		if isWhole {
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
