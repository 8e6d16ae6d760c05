package catalog

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// indexFile is the file of a folder that says what the folder is.
const indexFile = "_index.md"

// describe says what the blog is called and is about: by the _index.md of its posts, by its
// configuration, or by the files in which sites of Astro and Eleventy keep such things.
func (t *tree) describe(s site, roots []string) post.Index {
	var index post.Index
	name := path.Join(roots[0], indexFile)
	if source, err := t.read(name); err == nil {
		index = post.ParseIndex(name, source)
	} else if !errors.Is(err, fs.ErrNotExist) {
		index.Problems = append(index.Problems, unreadable(name, err))
	}
	if s.engine != Plain && index.Tagline == "" { // there it is the title of one section
		section := index
		index = s.index
		merge(&index, section)
	}
	if s.engine == Astro || s.engine == Eleventy {
		for _, file := range constantFiles {
			t.readConstants(path.Join(s.base, file), &index)
		}
		t.readConstants(s.config, &index)
	}
	return index
}

// merge takes from another description what the first does not say.
func merge(to *post.Index, from post.Index) {
	to.Title = cmp.Or(to.Title, from.Title)
	to.Tagline = cmp.Or(to.Tagline, from.Tagline)
	to.Description = cmp.Or(to.Description, from.Description)
	to.Language = cmp.Or(to.Language, from.Language)
	to.Problems = append(to.Problems, from.Problems...)
}

// constantFiles are where sites that are programs keep title and description.
var constantFiles = []string{
	"_data/metadata.json", "_data/site.json", "_data/meta.json", "src/_data/metadata.json", "src/_data/site.json", "src/_data/meta.json",
	"_data/metadata.js", "_data/site.js", "src/consts.ts", "src/consts.js", "src/constants.ts", "src/config.ts", "src/site.config.ts",
}

// readConstants takes from a file of constants what the description lacks. Nobody runs a program here:
// of one only a text in quotes counts, behind a name that can mean nothing else.
func (t *tree) readConstants(name string, index *post.Index) {
	source, err := t.read(name)
	if err != nil || index.Title != "" && index.Description != "" {
		return
	}
	var found post.Index
	if path.Ext(name) == ".json" {
		found = post.ParseConfig(name, source)
		found.Problems = nil
	} else {
		found.Title, found.Description = constant(source, "title"), constant(source, "description")
	}
	merge(index, found)
}

var constants = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?im)^\s*(?:export\s+const\s+)?(?:site_?)?(title|description)\s*(?::\s*string\s*)?[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)')`)
})

func constant(source []byte, name string) string {
	for _, m := range constants().FindAllSubmatch(source, -1) {
		if strings.EqualFold(string(m[1]), name) {
			return text.CleanLine(string(bytes.Join(m[2:4], nil)))
		}
	}
	return ""
}
