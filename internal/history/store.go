package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/renameio/v2/maybe"

	"github.com/blogtui/blogtui/internal/regular"
)

// Store keeps a history in a file. It may be used by several goroutines and several programs at once: each
// Save takes a lock, reads what the others wrote, merges, and puts the whole file in place of the old one
// in one step. A Store of the empty path remembers nothing and never fails.
type Store struct {
	path string
	now  func() time.Time
}

// lockWait is how long Save waits for another program that saves.
const lockWait = 10 * time.Second

// NewStore returns the store of a file, which need not exist. now tells the time.
func NewStore(path string, now func() time.Time) *Store { return &Store{path, now} }

// Path returns the file's path, "" if nothing is kept.
func (s *Store) Path() string { return s.path }

// Load reads what is remembered. A file that does not exist is an empty history. If something is wrong
// with the file the error says so, and the history is what could be read.
func (s *Store) Load() (History, error) {
	if s.path == "" {
		return nil, nil
	}
	h, err := s.read(s.path)
	if damaged := (*DamagedError)(nil); err != nil && !errors.As(err, &damaged) {
		err = fmt.Errorf("reading history: %w: reading is not remembered until it can be read", err)
	}
	return h, err
}

// read reads the file at a path, which is the store's or where its link leads.
func (s *Store) read(path string) (History, error) {
	f, err := regular.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.Size() > MaxSize:
		return nil, s.damaged(fmt.Errorf("it has %d MB, and at most %d are read", info.Size()>>20, MaxSize>>20))
	}
	h, err := decode(f)
	h.past(s.now())
	if err != nil {
		return h, s.damaged(err)
	}
	return h, nil
}

// DamagedError means that a history could not be read, or not all of it. The next Save keeps the file as it
// is beside the new one.
type DamagedError struct {
	Path string
	Kept string // the path of the file that is kept
	Err  error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%s could not be read whole: %v; it is kept as %s", e.Path, e.Err, filepath.Base(e.Kept))
}

func (e *DamagedError) Unwrap() error { return e.Err }

// mostKept is how many damaged files are kept; the last one gives way.
const mostKept = 9

// damaged is the error of a file that could not be read whole. No other file that was kept is in its way.
func (s *Store) damaged(err error) *DamagedError {
	kept := s.path + ".bad"
	for n := 2; n <= mostKept; n++ {
		if _, err := os.Lstat(kept); err != nil {
			break
		}
		kept = fmt.Sprintf("%s.bad-%d", s.path, n)
	}
	return &DamagedError{s.path, kept, err}
}

// setAside keeps the file beside, under another name. Where links can be made it also stays in its place, so
// that what could be read of it is not lost should there be no room for the new one; undo takes the other
// name away again. Of a link it is the link that is kept: what it leads to is no history, and not touched.
func (e *DamagedError) setAside() (undo func(), err error) {
	if err := os.Remove(e.Kept); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	info, err := os.Lstat(e.Path)
	if err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() && os.Link(e.Path, e.Kept) == nil {
		return func() { _ = os.Remove(e.Kept) }, nil
	}
	return func() { _ = os.Rename(e.Kept, e.Path) }, os.Rename(e.Path, e.Kept)
}

// UnsavedError means that nothing was written: of what is remembered the file has what it had.
type UnsavedError struct{ Err error }

func (e *UnsavedError) Error() string {
	return fmt.Sprintf("saving history: %v: what you read is not remembered", e.Err)
}

func (e *UnsavedError) Unwrap() error { return e.Err }

// Save merges changes into what is remembered, and returns the whole. The file is written with rights for
// its owner alone. The error is an *UnsavedError.
func (s *Store) Save(ctx context.Context, changes History) (History, error) {
	h, err := s.edit(ctx, func(h History) History { return h.Merge(changes) })
	if err != nil {
		err = &UnsavedError{err}
	}
	return h, err
}

// Clear forgets everything of one blog.
func (s *Store) Clear(ctx context.Context, blog string) error {
	_, err := s.edit(ctx, func(h History) History {
		kept := make(History)
		for k, e := range h {
			if k.Blog != blog {
				kept[k] = e
			}
		}
		return kept
	})
	if err != nil {
		err = fmt.Errorf("clearing history: %w: nothing is forgotten", err)
	}
	return err
}

// edit replaces the file's history by what change makes of it, alone among all programs.
func (s *Store) edit(ctx context.Context, change func(History) History) (History, error) {
	if s.path == "" {
		return change(nil), nil
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return nil, err
	}
	lock := flock.New(s.path+".lock", flock.SetPermissions(0o600), flock.SetFlag(os.O_CREATE|os.O_RDWR|regular.Own))
	waiting, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	if _, err := lock.TryLockContext(waiting, 5*time.Millisecond); err != nil {
		return nil, fmt.Errorf("%s: %w", lock.Path(), err)
	}
	defer func() { _ = lock.Unlock() }()

	path := s.followed()
	h, err := s.read(path)
	undo := func() {}
	var damaged *DamagedError
	if errors.As(err, &damaged) {
		path = s.path
		undo, err = damaged.setAside()
	}
	if err != nil {
		return nil, err
	}
	h = change(h)
	if err := write(path, h); err != nil {
		undo()
		return nil, err
	}
	return h, nil
}

// followed is where the file is: who keeps it elsewhere and links to it goes on doing so.
func (s *Store) followed() string {
	real, err := filepath.EvalSymlinks(s.path)
	if err != nil {
		return s.path
	}
	if info, err := os.Lstat(real); err != nil || !info.Mode().IsRegular() {
		return s.path
	}
	return real
}

// write puts a history in the place of a file.
func write(path string, h History) error {
	data, err := encode(h)
	if err != nil {
		return err
	}
	return maybe.WriteFile(path, data, 0o600)
}
