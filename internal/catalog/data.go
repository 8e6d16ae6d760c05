package catalog

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/post"
)

// dataSuffixes are the ends of the names of Eleventy's data files, what counts most last
// (https://www.11ty.dev/docs/data-template-dir/). Those of YAML and TOML are of blogs that say so.
var dataSuffixes = [...]string{
	".toml", ".yaml", ".yml", ".json", ".11tydata.toml", ".11tydata.yaml", ".11tydata.yml", ".11tydata.json",
	".11tydata.mjs", ".11tydata.cjs", ".11tydata.js",
}

// addedExtensions matches where the configuration of Eleventy tells of formats of data files
// (https://www.11ty.dev/docs/data-custom/).
var addedExtensions = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\\baddDataExtension\\(\\s*[\"'`]([\\w, ]+)[\"'`]")
})

// dataFiles returns the data files of a blog of Eleventy in formats that it reads.
func (t *tree) dataFiles(s site) []string {
	known := map[string]bool{".json": true, ".js": true, ".cjs": true, ".mjs": true}
	source, _ := t.read(s.config) // of one that is gone nothing is known
	for _, call := range addedExtensions().FindAllSubmatch(source, -1) {
		for name := range strings.SplitSeq(string(call[1]), ",") {
			known["."+strings.TrimSpace(name)] = true
		}
	}
	var files []string
	for _, name := range t.data {
		if known[path.Ext(name)] {
			files = append(files, name)
		}
	}
	return files
}

// cutData takes the suffix of a data file from its path; rank is how much the suffix counts, -1 if there is none.
func cutData(name string) (stem string, rank int) {
	for rank := len(dataSuffixes) - 1; rank >= 0; rank-- {
		if stem, found := strings.CutSuffix(name, dataSuffixes[rank]); found {
			return stem, rank
		}
	}
	return name, -1
}

// readData reads the data files of Eleventy: those that are called like their folder are for all below it, the others
// for the file beside them that has their name.
func (l *loading) readData(t *tree, h *inheritance) {
	stems := make(map[string]bool)
	folders := make(map[string]bool)
	for _, j := range l.jobs {
		stems[withoutExt(j.file)] = true
		for folder := path.Dir(j.file); folder != l.site.base && folder != "." && !folders[folder]; folder = path.Dir(folder) {
			folders[folder] = true
		}
	}
	data := t.dataFiles(l.site)
	slices.SortStableFunc(data, func(a, b string) int {
		_, x := cutData(a)
		_, y := cutData(b)
		return x - y
	})
	for _, name := range data {
		stem, _ := cutData(name)
		switch folder := path.Dir(name); {
		case folders[folder] && path.Base(stem) == path.Base(folder):
			l.give(h.own, folder, l.data(t, name), nil)
		case stems[stem]:
			l.give(h.files, stem, l.data(t, name), nil)
		}
	}
}

// data reads a data file.
func (l *loading) data(t *tree, name string) []post.Scope {
	source, err := t.read(name)
	if err != nil {
		return []post.Scope{{Problems: []post.Problem{unreadable(name, err)}}}
	}
	d := post.ParseData(name, source, post.JoinLists)
	if d.Program { // what is written out in it is known all the same
		l.leave(name, "is a program, which is not run")
	}
	return []post.Scope{{Given: d.Defaults, Problems: d.Problems}}
}

// readCascades reads what the sections of Hugo give to the pages below them.
func (l *loading) readCascades(t *tree, h *inheritance) {
	for _, file := range t.files {
		folder := path.Dir(file)
		near := func(root string) bool { return within(root, folder) || within(folder, root) }
		if !strings.HasPrefix(path.Base(file), "_index.") || !slices.ContainsFunc(l.roots, near) {
			continue
		}
		source, err := t.read(file)
		if err != nil || !bytes.Contains(source, []byte("cascade")) {
			continue // what cannot be read is told where it is the index of all posts
		}
		_, language := cutSuffix(file)
		given := post.ParseIndex(file, source).Given
		for i := range given {
			if given[i].Language == "" {
				given[i].Language = language
			}
		}
		l.give(h.own, folder, given, hugoPath)
	}
}
