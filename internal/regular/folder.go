package regular

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"slices"
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
	for i, e := range entries {
		entries[i] = entry{e, in}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

type folder struct {
	root *os.Root
	path string
}

// entry is one of a folder that may be closed by now.
type entry struct {
	fs.DirEntry
	in *folder
}

// Info implements fs.DirEntry.
func (e entry) Info() (fs.FileInfo, error) { return e.in.root.Lstat(path.Join(e.in.path, e.Name())) }
