package watch

import (
	"context"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
)

// listening runs a story of events, which no file system tells, in the time of the bubble.
func listening(t *testing.T, heeded func(*fsnotify.Watcher, fsnotify.Event) bool, story func(happen func(name string, op fsnotify.Op), told func() bool)) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		w := &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error)}
		changed := make(chan struct{}, 1)
		go listen(ctx, w, heeded, changed)
		happen := func(name string, op fsnotify.Op) {
			w.Events <- fsnotify.Event{Name: name, Op: op}
			synctest.Wait()
		}
		story(happen, func() bool {
			synctest.Wait()
			select {
			case <-changed:
				return true
			default:
				return false
			}
		})
	})
}

func TestOfManyChangesOneIsTold(t *testing.T) {
	listening(t, inFolder, func(happen func(string, fsnotify.Op), told func() bool) {
		for range 20 {
			happen("blog/a.md", fsnotify.Write)
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(time.Hour)
		if !told() {
			t.Error("nothing is told")
		}
		if told() {
			t.Error("of twenty changes at once two are told")
		}
	})
}

func TestChangesWithoutEndAreTold(t *testing.T) {
	listening(t, inFolder, func(happen func(string, fsnotify.Op), told func() bool) {
		var times int
		for range 100 {
			happen("blog/a.md", fsnotify.Write)
			time.Sleep(quiet / 2)
			if told() {
				times++
			}
		}
		if most := int(100 * quiet / 2 / longest); times < most/2 || times > most {
			t.Errorf("of changes that go on for %v %d are told", 100*quiet/2, times)
		}
	})
}

func TestWhatIsNoPostIsNotTold(t *testing.T) {
	for name, test := range map[string]struct {
		heeded func(*fsnotify.Watcher, fsnotify.Event) bool
		file   string
		op     fsnotify.Op
		told   bool
	}{
		"a post":                 {inFolder, "blog/a.md", fsnotify.Write, true},
		"one that is removed":    {inFolder, "blog/a.md", fsnotify.Remove, true},
		"its rights":             {inFolder, "blog/a.md", fsnotify.Chmod, false},
		"an editor's file":       {inFolder, "blog/.a.md.swp", fsnotify.Write, false},
		"another editor's":       {inFolder, "blog/a.md~", fsnotify.Write, false},
		"the file":               {of("blog/a.md"), "blog/a.md", fsnotify.Write, true},
		"another in its place":   {of("blog/a.md"), "blog/a.md", fsnotify.Create, true},
		"another beside it":      {of("blog/a.md"), "blog/b.md", fsnotify.Write, false},
		"one that was there too": {of("blog/a.md"), "blog/a.md.orig", fsnotify.Rename, false},
	} {
		listening(t, test.heeded, func(happen func(string, fsnotify.Op), told func() bool) {
			happen(test.file, test.op)
			time.Sleep(time.Hour)
			if told() != test.told {
				t.Errorf("%s: told %v, want %v", name, !test.told, test.told)
			}
		})
	}
}

func TestFoldersOfPackagesAreNotWatched(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"posts/deep/a.md", "node_modules/x/b.md", ".git/c.md"} {
		write(t, filepath.Join(root, name))
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := add(w, root); err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{root: true, filepath.Join(root, "posts"): true, filepath.Join(root, "posts", "deep"): true}
	for _, folder := range w.WatchList() {
		if !want[folder] {
			t.Errorf("%s is watched", folder)
		}
		delete(want, folder)
	}
	if len(want) > 0 {
		t.Errorf("not watched are %v", want)
	}
}
