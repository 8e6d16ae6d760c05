package catalog

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// tree is what a file system holds that may belong to a blog.
type tree struct {
	fsys    fs.FS
	files   []string            // the Markdown files, by path
	folders map[string][]string // the folders in a folder, with their paths
	failed  []failure           // folders that cannot be read
}

type failure struct {
	folder string
	err    error
}

// walk reads the folders of a file system. It fails only if the root cannot be read.
func walk(fsys fs.FS) (*tree, error) {
	t := &tree{fsys: fsys, folders: make(map[string][]string)}
	if err := t.walk("."); err != nil {
		return nil, err
	}
	slices.Sort(t.files) // a.md before a/a.md
	return t, nil
}

func (t *tree) walk(folder string) error {
	entries, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case e.IsDir() && !leftOut(e.Name()):
			if err := t.walk(name); err != nil {
				t.failed = append(t.failed, failure{name, err})
				continue
			}
			t.folders[folder] = append(t.folders[folder], name)
		case !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && isPost(t.fsys, name, e):
			t.files = append(t.files, name)
		}
	}
	return nil
}

// The folders of Jekyll, whose names begin like those of what is no post.
const (
	postsFolder  = "_posts"
	draftsFolder = "_drafts"
)

// leftOut reports whether a folder holds nothing that is written by hand to be read: hidden ones, what
// engines make, what is installed.
func leftOut(name string) bool {
	switch strings.ToLower(name) {
	case postsFolder, draftsFolder:
		return false
	case "node_modules", "bower_components", "public", "dist":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// isPost reports whether an entry is a Markdown file, or a link to one: opening anything else (a pipe,
// a device) might never end. A link to a folder is not followed; it may lead round in a circle.
func isPost(fsys fs.FS, name string, e fs.DirEntry) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx":
	default:
		return false
	}
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := fs.Stat(fsys, name)
	return err != nil || info.Mode().IsRegular() // a broken link is a post that cannot be read
}

// within reports whether name is folder or stands below it.
func within(folder, name string) bool {
	return folder == "." || name == folder || strings.HasPrefix(name, folder) && name[len(folder)] == '/'
}

// below returns the Markdown files in any of the folders.
func (t *tree) below(folders ...string) []string {
	var files []string
	for _, file := range t.files {
		if slices.ContainsFunc(folders, func(folder string) bool { return within(folder, file) }) {
			files = append(files, file)
		}
	}
	return files
}

// unreadable are the folders among those of the posts that cannot be read.
func (t *tree) unreadable(roots []string) []post.Problem {
	var problems []post.Problem
	for _, f := range t.failed {
		if slices.ContainsFunc(roots, func(root string) bool { return within(root, f.folder) }) {
			problems = append(problems, unreadable(f.folder, f.err))
		}
	}
	return problems
}

// read reads a small file of a blog that is no post. It refuses everything but regular files.
func (t *tree) read(name string) ([]byte, error) {
	info, err := fs.Stat(t.fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > MaxFile {
		return nil, fs.ErrInvalid
	}
	return fs.ReadFile(t.fsys, name)
}
