package catalog

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// The folders in which blogs keep their posts, below that of their configuration. Of the groups the first
// counts of which a folder has Markdown in it; of a group all such folders count.
var (
	// siteRoots have names that only a blog has.
	siteRoots = [][]string{
		{"_posts", "src/_posts", "source/_posts"},
		{"content/posts", "content/post", "content/blog", "content/blogs", "content/articles", "content/news"},
		{"src/content/blog", "src/content/posts", "src/content/post", "src/content/articles", "src/data/blog"},
		{"src/posts", "src/blog", "src/articles", "src/site/blog", "src/site/posts", "src/pages/blog", "src/pages/posts"},
	}
	// plainRoots are those of engines that are not known here, of frameworks, and of the blogs of projects.
	plainRoots = [][]string{
		{"data/blog", "data/posts", "pages/blog", "pages/posts", "blog/posts", "app/blog/posts", "app/posts"},
		{"docs/blog/posts"},
		{"docs/blog", "docs/posts", "website/blog"},
	}
	// folderRoots have names that other folders may have too.
	folderRoots = [][]string{
		{"posts", "post", "blog", "articles"},
		{"src/content"},
		{"content"},
		{publicFolder},
	}
)

// wellKnown returns the folders of the first group that has any.
func (t *tree) wellKnown(base string, groups [][]string) []string {
	for _, group := range groups {
		var found []string
		for _, name := range group {
			if folder := path.Join(base, name); t.holds(folder) {
				found = append(found, folder)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// roots returns the folders that hold the posts of a site.
func (t *tree) roots(s site) []string {
	if s.engine == Jekyll {
		if found := t.jekyllRoots(s.base); len(found) > 0 {
			return found
		}
	}
	if found := t.hugoRoots(s); len(found) > 0 {
		return found
	}
	collected, collections := t.collections(s)
	if len(collected) > 0 {
		return collected
	}
	content := path.Join(s.base, "content")
	found := t.wellKnown(s.base, siteRoots)
	if len(found) == 0 && s.engine == Plain {
		found = t.frameworkRoots(s.base)
	}
	if len(found) == 0 && len(collections) > 0 {
		return collections
	}
	if len(found) > 0 && within(content, found[0]) && 2*len(t.below(found...)) < len(t.below(content)) {
		return []string{content} // most of what there is stands in other sections
	}
	if len(found) == 0 && (s.engine != Plain || !t.hasPosts(s.base)) {
		found = t.wellKnown(s.base, folderRoots)
	}
	if input := path.Join(s.base, s.index.Content); len(found) == 0 && s.engine == Eleventy && t.holds(input) {
		return []string{input}
	}
	if len(found) == 0 {
		found = []string{s.base}
	}
	return found
}

// sections are the names that folders of posts have below the folder of all content.
var sections = []string{"posts", "post", "blog", "blogs", "articles", "news"}

// hugoRoots returns the folders of posts where the configuration says that the content is in another folder
// than usual, none where it does not.
func (t *tree) hugoRoots(s site) []string {
	folder := path.Clean(s.index.Content)
	if s.engine != Hugo || s.index.Content == "" || folder == "content" || !fs.ValidPath(folder) {
		return nil
	}
	folders := []string{folder}
	if parent := path.Dir(folder); isLanguage(path.Base(folder)) { // beside it are those of the other languages
		for _, other := range t.folders[path.Join(s.base, parent)] {
			if name := path.Base(other); isLanguage(name) && name != path.Base(folder) {
				folders = append(folders, path.Join(parent, name))
			}
		}
	}
	var all []string
	for _, folder := range folders {
		for _, section := range sections {
			all = append(all, path.Join(folder, section))
		}
	}
	return t.wellKnown(s.base, [][]string{all, folders})
}

// jekyllRoots returns the folders of posts and of drafts, which may stand in a folder of each category or
// language.
func (t *tree) jekyllRoots(base string) []string {
	var found []string
	var look func(folder string)
	look = func(folder string) {
		for _, below := range t.folders[folder] {
			switch path.Base(below) {
			case postsFolder, draftsFolder:
				if t.holds(below) {
					found = append(found, below)
				}
			default:
				look(below)
			}
		}
	}
	look(base)
	slices.SortStableFunc(found, func(a, b string) int { // drafts last
		return cmp.Compare(path.Base(b), path.Base(a))
	})
	return found
}

// frameworkRoots returns the folders of posts of a blog without a known engine: those that frameworks have for them, or
// any other below those of a program that is called like one and holds more than half of all Markdown.
func (t *tree) frameworkRoots(base string) []string {
	if found := t.wellKnown(base, plainRoots); len(found) > 0 {
		return found
	}
	var look func(folder string) []string
	look = func(folder string) []string {
		for _, below := range t.folders[folder] {
			switch {
			case 2*len(t.below(below)) <= len(t.files):
			case folder != base && slices.Contains(sections, path.Base(below)):
				return []string{below}
			default:
				return look(below) // no other holds that much
			}
		}
		return nil
	}
	return look(base)
}

// hasPosts reports whether a folder itself holds Markdown that is not about the folder.
func (t *tree) hasPosts(folder string) bool {
	for _, file := range t.files {
		if path.Dir(file) == folder && !aboutRepository(file) {
			return true
		}
	}
	return false
}

// aboutRepository reports whether a file has one of the names that repositories have for what is said of
// themselves.
func aboutRepository(file string) bool {
	name := strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
	switch name {
	case "readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "security", "authors", "history",
		"notice", "support", "governance", "maintainers", "agents", "claude", "index", "_index", "about", "404":
		return true
	}
	return false
}
