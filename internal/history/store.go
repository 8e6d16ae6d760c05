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
)

// Store keeps a history in a file. It may be used by several goroutines and several programs at once: each
// Save takes a lock, reads what the others wrote, merges, and puts the whole file in place of the old one
// in one step. A Store of the empty path remembers nothing and never fails.
type Store struct {
	path string
	now  func() time.Time
}

// lockWait is how long Save waits for another program that saves.
const lockWait = 2 * time.Second

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
	f, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading history: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading history: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a file: reading is not remembered until it is moved away", s.path)
	case info.Size() > MaxSize:
		return nil, &DamagedError{s.path, fmt.Errorf("it has %d MB, and at most %d are read", info.Size()>>20, MaxSize>>20)}
	}
	h, err := decode(f, s.now())
	if err != nil {
		return h, &DamagedError{s.path, err}
	}
	return h, nil
}

// DamagedError means that a history could not be read, or not all of it. The next Save keeps the file as it
// is beside the new one.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%s could not be read whole: %v; it is kept as %s", e.Path, e.Err, filepath.Base(aside(e.Path)))
}

func (e *DamagedError) Unwrap() error { return e.Err }

func aside(path string) string { return path + ".bad" }

// Save merges changes into what is remembered, and returns the whole. The file is written with rights for
// its owner alone.
func (s *Store) Save(ctx context.Context, changes History) (History, error) {
	return s.edit(ctx, func(h History) History { return h.Merge(changes) })
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
	return err
}

// edit replaces the file's history by what change makes of it, alone among all programs.
func (s *Store) edit(ctx context.Context, change func(History) History) (History, error) {
	if s.path == "" {
		return change(nil), nil
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return nil, fmt.Errorf("saving history: %w", err)
	}
	lock := flock.New(s.path+".lock", flock.SetPermissions(0o600))
	waiting, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	if _, err := lock.TryLockContext(waiting, 5*time.Millisecond); err != nil {
		return nil, fmt.Errorf("saving history: %s: %w", lock.Path(), err)
	}
	defer func() { _ = lock.Unlock() }()

	h, err := s.Load()
	var damaged *DamagedError
	if errors.As(err, &damaged) {
		err = os.Rename(s.path, aside(s.path))
	}
	if err != nil {
		return nil, fmt.Errorf("saving history: %w", err)
	}
	h = change(h)
	data, err := encode(h)
	if err != nil {
		return nil, err
	}
	path := s.path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // who keeps the file elsewhere and links to it goes on doing so
	}
	if err := maybe.WriteFile(path, data, 0o600); err != nil {
		return nil, fmt.Errorf("saving history: %w", err)
	}
	return h, nil
}
