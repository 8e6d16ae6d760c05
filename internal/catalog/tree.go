package catalog

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/permalink"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// tree is what a file system holds that may belong to a blog.
type tree struct {
	fsys    fs.FS
	files   []string            // the Markdown files, by path
	data    []string            // the files that may give data to others
	folders map[string][]string // the folders in a folder, with their paths
	failed  []failure           // folders that cannot be read
	left    []Left              // what is no file that can be read
	closed  []closed            // folders that are not looked into
}

type failure struct {
	folder string
	err    error
}

// walk reads the folders of a file system. It fails only if the root cannot be read or ctx ends.
func walk(ctx context.Context, fsys fs.FS) (*tree, error) {
	t := &tree{fsys: fsys, folders: make(map[string][]string)}
	err := t.walk(ctx, ".")
	if err := cmp.Or(context.Cause(ctx), err); err != nil {
		return nil, err
	}
	slices.Sort(t.files) // a.md before a/a.md
	return t, nil
}

// walk reads a folder and those below it.
func (t *tree) walk(ctx context.Context, folder string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := fs.ReadDir(t.fsys, folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		if folder != "." {
			name = path.Join(folder, name)
		}
		switch {
		case e.IsDir():
			t.enter(ctx, name)
		case !IsMarkdown(name):
			if isPage(name) {
				t.leave(name, "is HTML, which is not read")
			}
			if _, rank := cutData(name); rank >= 0 {
				t.data = append(t.data, name)
			}
		case strings.HasPrefix(e.Name(), "."):
			t.leave(name, "is hidden")
		case !isRegular(t.fsys, name, e):
			t.leave(name, "is no regular file")
		default:
			t.files = append(t.files, name)
		}
	}
	return nil
}

// enter walks a folder, unless its name says that nothing in it is written by hand.
func (t *tree) enter(ctx context.Context, folder string) {
	if why := leftOut(path.Base(folder)); why != "" {
		t.closed = append(t.closed, closed{folder, why})
		return
	}
	t.look(ctx, folder)
}

// look walks a folder of another.
func (t *tree) look(ctx context.Context, folder string) {
	if err := t.walk(ctx, folder); err != nil {
		t.failed = append(t.failed, failure{folder, err})
		return
	}
	parent := path.Dir(folder)
	t.folders[parent] = append(t.folders[parent], folder)
}

func (t *tree) leave(name, reason string) {
	t.left = append(t.left, Left{text.CleanLine(name), reason})
}

// IsMarkdown reports whether a file has one of the names that posts have.
func IsMarkdown(name string) bool { return permalink.IsMarkdown(name) }

// isPage reports whether a file stands among the posts of Jekyll, which may be pages of HTML too.
func isPage(name string) bool {
	folders := strings.Split(path.Dir(name), "/")
	return permalink.IsHTML(name) && (slices.Contains(folders, postsFolder) || slices.Contains(folders, draftsFolder))
}

// isRegular reports whether an entry is a regular file, or a link to one: opening anything else (a pipe, a
// device) might never end. A link to a folder is not followed; it may lead round in a circle.
func isRegular(fsys fs.FS, name string, e fs.DirEntry) bool {
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
	files := make([]string, 0, len(t.files))
	for _, file := range t.files {
		if slices.ContainsFunc(folders, func(folder string) bool { return within(folder, file) }) {
			files = append(files, file)
		}
	}
	return files
}

// holds reports whether there are Markdown files in a folder.
func (t *tree) holds(folder string) bool {
	if folder == "." {
		return len(t.files) > 0
	}
	first, _ := slices.BinarySearch(t.files, folder+"/")
	return first < len(t.files) && within(folder, t.files[first])
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
