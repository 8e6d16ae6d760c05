package catalog

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// ignored are the files that a blog tells its engine to leave alone.
type ignored struct {
	by       string // the file that says so
	patterns []*regexp.Regexp
	whole    bool // a pattern that matches a folder holds for what is in it
	base     string
}

// mostIgnored is how many patterns of a blog count. Real ones have a dozen.
const mostIgnored = 200

// ignored returns what the blog's engine does not read, in the way of the engine:
//
//   - Hugo has regular expressions of which one may match anywhere in a path (https://gohugo.io/configuration/all/#ignorefiles),
//   - Jekyll shell patterns whose "*" matches slashes too, and beginnings of paths (https://jekyllrb.com/docs/configuration/options/),
//   - Zola patterns of whole paths, whose "*" matches slashes too (https://www.getzola.org/documentation/getting-started/configuration/),
//   - Eleventy patterns relative to the file in which they stand (https://www.11ty.dev/docs/ignores/).
func (t *tree) ignored(s site) []ignored {
	i := ignored{by: s.config, base: s.base}
	switch s.engine {
	case Hugo:
		i.add(s.index.Ignored, func(p string) string { return p })
	case Jekyll:
		i.whole = true
		i.add(s.index.Ignored, func(p string) string {
			p = strings.TrimPrefix(p, "/") // "old/" is no beginning of "older"
			return "^/(?:" + regexp.QuoteMeta(p) + "|" + glob{crosses: true}.expression(strings.TrimSuffix(p, "/")) + "$)"
		})
	case Zola:
		i.add(s.index.Ignored, func(p string) string { return "^" + glob{crosses: true, braces: true}.expression(p) + "$" })
	case Eleventy:
		return t.ignoredByEleventy(s)
	}
	return []ignored{i}
}

// ignoredByEleventy reads the files that say what Eleventy leaves alone, and what its configuration, which is a program,
// adds in so many words.
func (t *tree) ignoredByEleventy(s site) []ignored {
	relative := func(p string) string {
		return "^/" + glob{braces: true}.expression(strings.TrimSuffix(path.Clean(strings.TrimLeft(p, "/")), "/**")) + "$"
	}
	var all []ignored
	for _, name := range []string{".eleventyignore", path.Join(cmp.Or(s.index.Content, "."), ".eleventyignore"), ".gitignore"} {
		i := ignored{by: path.Join(s.base, name), base: path.Join(s.base, path.Dir(name)), whole: true}
		source, err := t.read(i.by)
		if err != nil {
			continue
		}
		var lines []string
		for line := range strings.Lines(string(source)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && line[0] != '!' {
				lines = append(lines, line)
			}
		}
		i.add(lines, relative)
		all = append(all, i)
	}
	source, err := t.read(s.config)
	if err != nil {
		return all
	}
	i := ignored{by: s.config, base: s.base, whole: true}
	for _, call := range ignoreCalls().FindAllSubmatch(source, mostIgnored) {
		i.add([]string{string(call[1])}, relative)
	}
	return append(all, i)
}

var ignoreCalls = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\\.ignores\\.add\\(\\s*[\"'`]([^\"'`$\\n]+)[\"'`]\\s*\\)")
})

// add takes patterns, of which what is no expression matches nothing.
func (i *ignored) add(patterns []string, expression func(pattern string) string) {
	for _, p := range patterns[:min(len(patterns), mostIgnored)] {
		if e, err := regexp.Compile(expression(p)); err == nil && strings.Trim(p, "/") != "" {
			i.patterns = append(i.patterns, e)
		}
	}
}

// holds reports whether a file is ignored. Patterns see its path from the folder of the blog on, with a slash before it.
func (i ignored) holds(file string) bool {
	if len(i.patterns) == 0 || !within(i.base, file) {
		return false
	}
	for at := "/" + below(i.base, file); at != "/"; at = path.Dir(at) {
		if slices.ContainsFunc(i.patterns, func(e *regexp.Regexp) bool { return e.MatchString(at) }) {
			return true
		}
		if !i.whole {
			return false
		}
	}
	return false
}

// below is the path of a file from a folder on that it stands in.
func below(folder, file string) string {
	if folder == "." {
		return file
	}
	return strings.TrimPrefix(file, folder+"/")
}
