// Package regular opens files that begin and end. A folder of posts, a home, may hold what has the name of a
// file and is none: a pipe to which nobody writes, a device without an end. To open one for reading would be
// to wait for ever.
package regular

import (
	"fmt"
	"io/fs"
	"os"
)

// Open opens a regular file for reading. Anything else is an error.
func Open(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	return check(f, name, fs.FileMode.IsRegular)
}

// FS is a folder, out of which no link leads, in which only regular files and folders can be opened.
type FS struct{ root *os.Root }

// NewFS returns the file system of a folder.
func NewFS(root *os.Root) FS { return FS{root} }

// Open implements fs.FS. A file that has become something else since its folder was read is an error.
func (f FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	return check(file, name, func(m fs.FileMode) bool { return m.IsRegular() || m.IsDir() })
}

// Stat implements fs.StatFS.
func (f FS) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	return f.root.Stat(name)
}

func check(f *os.File, name string, good func(fs.FileMode) bool) (*os.File, error) {
	info, err := f.Stat()
	if err == nil && !good(info.Mode()) {
		err = &fs.PathError{Op: "open", Path: name, Err: fmt.Errorf("it is %s, not a file", kind(info.Mode()))}
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

func kind(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}
