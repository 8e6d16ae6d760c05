// Package watch notices that the files of a blog change, so that what is written in an editor shows in the
// reader. It says that something changed, not what: whoever hears it reads the folder again.
package watch

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/blogtui/blogtui/internal/crash"
)

// quiet is how long nothing must change until a change is told: an editor that saves writes, renames and
// removes in one go.
const quiet = 120 * time.Millisecond

// longest is how long a change is kept at most while others follow: a generator may never rest.
const longest = 400 * time.Millisecond

// maxFolders is how many folders are watched: the system's own bound is shared with all other programs.
const maxFolders = 2000

// Folder watches a folder and those below it until ctx ends. Of many changes at once one value is sent. It
// fails if the folder cannot be watched; folders that appear later are watched as far as they can be.
func Folder(ctx context.Context, root string) (<-chan struct{}, error) {
	return watch(ctx, root, add, inFolder)
}

// inFolder watches what appears in a watched folder, and tells whether an event concerns the blog.
func inFolder(w *fsnotify.Watcher, event fsnotify.Event) bool {
	if event.Has(fsnotify.Create) {
		_ = add(w, event.Name) // no folder, or one that cannot be watched
	}
	return concerns(event.Name)
}

// File watches one file until ctx ends, whether it is written, removed or put back. It is the folder that is
// watched: most editors put a new file in the place of the old one.
func File(ctx context.Context, path string) (<-chan struct{}, error) {
	path = filepath.Clean(path)
	return watch(ctx, path, func(w *fsnotify.Watcher, path string) error { return w.Add(filepath.Dir(path)) }, of(path))
}

// of tells whether an event is one of a file.
func of(path string) func(*fsnotify.Watcher, fsnotify.Event) bool {
	return func(_ *fsnotify.Watcher, event fsnotify.Event) bool {
		return filepath.Base(event.Name) == filepath.Base(path)
	}
}

// watch begins to watch a path, and tells of the events that concern it.
func watch(ctx context.Context, path string, add func(*fsnotify.Watcher, string) error, heeded func(*fsnotify.Watcher, fsnotify.Event) bool) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("cannot watch %s: %w", path, err)
	}
	if err := add(w, path); err != nil {
		_ = w.Close()
		return nil, fmt.Errorf("cannot watch %s: %w", path, err)
	}
	changed := make(chan struct{}, 1)
	crash.Go(func() error {
		defer close(changed)
		defer w.Close()
		listen(ctx, w, heeded, changed)
		return nil
	})
	return changed, nil
}

// listen tells of changes when they have come to rest.
func listen(ctx context.Context, w *fsnotify.Watcher, heeded func(*fsnotify.Watcher, fsnotify.Event) bool, changed chan<- struct{}) {
	var due <-chan time.Time
	var last time.Time // by when the change that waits must be told
	for {
		select {
		case <-ctx.Done():
			return
		case event, ok := <-w.Events:
			if !ok {
				return
			}
			if !heeded(w, event) || event.Op == fsnotify.Chmod {
				continue
			}
			now := time.Now()
			if due == nil {
				last = now.Add(longest)
			}
			due = time.After(min(quiet, last.Sub(now)))
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			due = time.After(quiet) // events were lost: what changed is not known
		case <-due:
			due = nil
			select {
			case changed <- struct{}{}:
			default: // the change before has not been heard yet
			}
		}
	}
}

// concerns tells whether a file can be part of a blog: editors keep others beside it while they save.
func concerns(path string) bool {
	name := filepath.Base(path)
	return !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~") && !strings.HasSuffix(name, ".swp") && !strings.HasSuffix(name, ".tmp")
}

// add watches a folder and all below it but hidden ones and those of packages.
func add(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil: // what cannot be read is not watched
			return fs.SkipDir
		case !d.IsDir():
			return nil
		case path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return filepath.SkipDir
		case len(w.WatchList()) >= maxFolders:
			return filepath.SkipAll
		}
		return w.Add(path)
	})
}
