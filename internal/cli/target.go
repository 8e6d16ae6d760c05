package cli

import (
	"io/fs"
	"os"
	"path/filepath"
)

// target is what the reader is to open: a blog, and a post of it if one is named.
type target struct {
	source fs.FS
	name   string // of the blog, if it has no title of its own
	slug   string // of the post; empty: the list
	file   bool   // the blog is one file, whatever its slug is
}

// target reads the argument of the reader: a folder, a file, or the slug of a post of the blog.
func (a *app) target(args []string) (target, error) {
	source, err := a.source()
	if err != nil {
		return target{}, err
	}
	t := target{source: source, name: a.blog}
	switch {
	case len(args) == 0:
	case isFolder(args[0]):
		t.name = args[0]
		t.source, err = folder(args[0])
	case isFile(args[0]):
		t.name, t.file = args[0], true
		t.source, err = oneFile(args[0])
	default:
		t.slug = args[0]
	}
	if abs, absErr := filepath.Abs(t.name); absErr == nil && t.name != "" {
		t.name = filepath.Base(abs)
	}
	return t, err
}

// single is a folder in which only one file is seen.
type single struct {
	fs.FS
	name string
}

// ReadDir implements fs.ReadDirFS.
func (s single) ReadDir(name string) ([]fs.DirEntry, error) {
	info, err := fs.Stat(s.FS, s.name)
	if err != nil {
		return nil, err
	}
	if name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// Open implements fs.FS.
func (s single) Open(name string) (fs.File, error) {
	if name != s.name && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return s.FS.Open(name)
}

func oneFile(path string) (fs.FS, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	parent, err := folder(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	return single{parent, filepath.Base(path)}, nil
}
