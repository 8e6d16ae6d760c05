package regular

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// ReadDir implements fs.ReadDirFS. The kinds of the entries are those that the folder tells. A folder that was
// opened in an os.Root would ask for each, which of ten thousand takes longer than anything else that shows the
// first of them.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = opened.Close() }()
	read := opened
	if again, err := reopen(opened); err == nil {
		defer func() { _ = again.Close() }()
		read = again
	}
	dir, ok := read.(fs.ReadDirFile)
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	entries, err := dir.ReadDir(-1)
	in := &folder{f.root, name}
	all := make([]entry, len(entries))
	for i, e := range entries {
		all[i] = entry{e.Name(), e.Type(), in}
	}
	slices.SortFunc(all, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	for i := range all {
		entries[i] = &all[i]
	}
	return entries, err
}

type folder struct {
	root *os.Root
	path string
}

// entry is one of a folder that may be closed by now.
type entry struct {
	name string
	kind fs.FileMode
	in   *folder
}

// Name implements fs.DirEntry.
func (e *entry) Name() string { return e.name }

// Type implements fs.DirEntry.
func (e *entry) Type() fs.FileMode { return e.kind }

// IsDir implements fs.DirEntry.
func (e *entry) IsDir() bool { return e.kind.IsDir() }

// Info implements fs.DirEntry.
func (e *entry) Info() (fs.FileInfo, error) { return e.in.root.Lstat(path.Join(e.in.path, e.name)) }
