package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Notes are taken of files as they are read, before a watch is on, and tell later whether one has changed since:
// reading need not wait for the watch to begin, and no change between the two is missed. Of a folder that was read
// the files that have come and gone are noticed. They may be taken by several goroutines at once. Nil are no notes.
//
// What has changed is told by size, kind and time of writing, as Git does. That time is no finer than the clock of
// the file system.
type Notes struct {
	mu     sync.Mutex
	taking bool
	notes  []note
}

type note struct {
	path string
	state
}

// state is what is compared of a file. The zero state is that of one which is not there.
type state struct {
	size, written int64
	mode          fs.FileMode
}

func stateOf(info fs.FileInfo, err error) (s state, known bool) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return state{}, true
	case err != nil:
		return state{}, false
	}
	return state{info.Size(), info.ModTime().UnixNano(), info.Mode()}, true
}

// Begin forgets what was noted and takes notes until Changed is called.
func (n *Notes) Begin() {
	if n == nil {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.taking, n.notes = true, nil
}

// Take notes in what state a file is that was opened to be read, or that there is none.
func (n *Notes) Take(path string, info fs.FileInfo, err error) {
	if n == nil {
		return
	}
	s, known := stateOf(info, err)
	n.mu.Lock()
	defer n.mu.Unlock()
	if known && n.taking {
		n.notes = append(n.notes, note{path, s})
	}
}

// Changed tells whether a file is no longer as it was noted, and ends the taking of notes.
func (n *Notes) Changed() bool {
	if n == nil {
		return false
	}
	n.mu.Lock()
	notes := n.notes
	n.taking, n.notes = false, nil
	n.mu.Unlock()
	for _, note := range notes {
		if s, known := stateOf(os.Stat(note.path)); known && s != note.state {
			return true
		}
	}
	return false
}

// Folder returns the folder at a path so that notes are taken of everything that is opened in it.
func (n *Notes) Folder(folder Dir, path string) fs.FS { return noted{folder, path, n} }

// Dir is a folder that tells the kinds of its entries by itself: the detour by Open would ask for each.
type Dir interface {
	fs.StatFS
	fs.ReadDirFS
}

type noted struct {
	Dir
	path  string
	notes *Notes
}

func (f noted) Open(name string) (fs.File, error) {
	file, err := f.Dir.Open(name)
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if err != nil {
		f.notes.Take(path, nil, err)
		return nil, err
	}
	info, err := file.Stat()
	f.notes.Take(path, info, err)
	return file, nil
}

// ReadDir implements fs.ReadDirFS. The note is taken first: what comes while the entries are read is a change.
func (f noted) ReadDir(name string) ([]fs.DirEntry, error) {
	info, err := f.Stat(name)
	f.notes.Take(filepath.Join(f.path, filepath.FromSlash(name)), info, err)
	return f.Dir.ReadDir(name)
}
