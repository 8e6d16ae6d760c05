package catalog

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// maxChain bounds how many scopes a post may be in by its place, since each is looked at for every post. The
// nearest count.
const maxChain = 100

// inheritance is what the posts of a blog are given by other files. It does not change once it is made.
type inheritance struct {
	joining post.Joining
	dialect post.Dialect
	layouts post.Layouts
	start   string             // of the paths of files that those in scopes leave out
	own     map[string][]scope // by folder: what stands there, what counts most last
	folders map[string][]scope // by folder: that and what stands above it
	files   map[string][]scope // by the path of a file without its extension
	all     []scope            // of all files, over what their folders give
}

// scope is a post.Scope that is ready to be compared with files.
type scope struct {
	post.Scope
	path *regexp.Regexp // nil: any
}

// inherit reads what the posts of a site are given, and what is to be told of that.
func (l *loading) inherit(t *tree) *inheritance {
	h := &inheritance{dialect: l.site.dialect(), own: make(map[string][]scope), folders: make(map[string][]scope), files: make(map[string][]scope)}
	switch l.site.engine {
	case Eleventy:
		h.joining = post.JoinLists
		l.readData(t, h)
		h.layouts = l.readLayouts(t)
	case Hugo:
		h.start = path.Join(l.site.base, cmp.Or(l.site.index.Content, "content"))
		l.give(h.own, ".", l.site.index.Given, hugoPath)
		l.readCascades(t, h)
	case Jekyll:
		h.joining = post.JoinCategories
		h.start = l.site.base + "/"
		for _, root := range l.roots {
			l.give(h.own, root, []post.Scope{{Given: post.GivenCategories(l.site.categories(root))}}, nil)
		}
		h.all = l.scopes(l.site.index.Given, jekyllPath)
	}
	for _, j := range l.jobs {
		h.chain(path.Dir(j.file))
	}
	return h
}

// give notes what is given at a place.
func (l *loading) give(to map[string][]scope, place string, given []post.Scope, pattern func(string) string) {
	to[place] = append(to[place], l.scopes(given, pattern)...)
}

// scopes makes scopes ready, and notes what is wrong with them.
func (l *loading) scopes(given []post.Scope, pattern func(string) string) []scope {
	var all []scope
	for _, g := range given {
		s := scope{Scope: g}
		if g.Path != "" {
			s.path = regexp.MustCompile(pattern(g.Path))
		}
		all = append(all, s)
		l.problems = append(l.problems, g.Problems...)
	}
	return all
}

// chain returns what the files of a folder may be given, the farthest first.
func (h *inheritance) chain(folder string) []scope {
	all, known := h.folders[folder]
	if known {
		return all
	}
	if folder != "." {
		all = h.chain(path.Dir(folder))
	}
	if own := h.own[folder]; len(own) > 0 {
		all = slices.Concat(all, own)
		all = all[max(0, len(all)-maxChain):]
	}
	h.folders[folder] = all
	return all
}

// of returns what a post is given.
func (h *inheritance) of(file string, v version) post.Defaults {
	if h == nil {
		return post.Defaults{}
	}
	given := post.Defaults{Joining: h.joining, Dialect: h.dialect, Layouts: h.layouts}
	for _, s := range slices.Concat(h.folders[path.Dir(file)], h.files[withoutExt(file)], h.all) {
		if s.admits(strings.TrimPrefix(file, h.start), v.language) {
			given = given.Under(s.Given)
		}
	}
	return given
}

// admits reports whether a post is in the scope.
func (s scope) admits(file, language string) bool {
	switch s.Kind {
	case "", "page", "posts": // Hugo and Jekyll call posts so
	case "drafts":
		if !strings.Contains("/"+file, "/"+draftsFolder+"/") {
			return false
		}
	default:
		return false
	}
	return (s.path == nil || s.path.MatchString(file)) && (s.Language == "" || language == "" || sameLanguage(s.Language, language))
}

func withoutExt(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }

// hugoPath makes a regular expression of a pattern for the path of a page below the folder of all content, with the
// extension of its file or, as newer versions have it, without.
func hugoPath(pattern string) string {
	return `(?i)^` + glob{braces: true}.expression(pattern) + `(?:(?:/index)?\.\w+)?$`
}

// jekyllPath makes a regular expression of the start of a path, or of a pattern for a folder or file.
func jekyllPath(pattern string) string { return `^` + glob{braces: true}.expression(pattern) }
