//go:build unix

package history_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

// home returns a store in a folder that is there, and a path outside of it.
func home(t *testing.T) (s *history.Store, outside string) {
	t.Helper()
	s = store(file(t))
	if err := os.MkdirAll(filepath.Dir(s.Path()), 0o700); err != nil {
		t.Fatal(err)
	}
	return s, filepath.Join(t.TempDir(), "outside")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A link to a history is followed. To what is none it is not: that stays as it is, and the link is kept beside
// the new file.
func TestALinkToWhatIsNoHistoryIsNotFollowed(t *testing.T) {
	whole := `{"version":1,"posts":[{"slug":"old","starred":{"at":"2026-03-15T23:00:00Z","on":true}}]}`
	for what, content := range map[string]string{
		"another file": "export PATH\n", "an empty file": "", "a history cut short": whole[:len(whole)-4], "a large file": strings.Repeat(" ", history.MaxSize+1),
	} {
		t.Run(what, func(t *testing.T) {
			s, outside := home(t)
			must(t, os.WriteFile(outside, []byte(content), 0o644))
			must(t, os.Symlink(outside, s.Path()))
			_, err := s.Load()
			var damaged *history.DamagedError
			if !errors.As(err, &damaged) {
				t.Fatalf("loading says %v", err)
			}
			save(t, s, history.History{{Slug: "a"}: full(1)})
			if got, err := os.ReadFile(outside); err != nil || string(got) != content {
				t.Errorf("it is now %.80q, %v", got, err)
			}
			if to, err := os.Readlink(damaged.Kept); err != nil || to != outside {
				t.Errorf("the link is not kept: %s, %v", to, err)
			}
			if h := load(t, s); h[history.Key{Slug: "a"}].IsZero() {
				t.Errorf("remembered is %v", h)
			}
		})
	}
	t.Run("nothing", func(t *testing.T) {
		s, outside := home(t)
		must(t, os.Symlink(outside, s.Path()))
		save(t, s, history.History{{Slug: "a"}: full(1)})
		if _, err := os.Lstat(outside); err == nil {
			t.Error("a file was made where the link leads")
		}
		if h := load(t, s); len(h) != 1 {
			t.Errorf("remembered is %v", h)
		}
	})
}

// What has the name of the lock, and is none, is not waited for, and no file is made where a link leads.
func TestALockThatIsNone(t *testing.T) {
	for what, put := range map[string]func(path, outside string) error{
		"a pipe":   func(path, _ string) error { return syscall.Mkfifo(path, 0o600) },
		"a folder": func(path, _ string) error { return os.Mkdir(path, 0o700) },
		"a link":   func(path, outside string) error { return os.Symlink(outside, path) },
	} {
		t.Run(what, func(t *testing.T) {
			s, outside := home(t)
			must(t, put(s.Path()+".lock", outside))
			done := make(chan error, 1)
			go func() {
				_, err := s.Save(context.Background(), history.History{{Slug: "a"}: full(1)})
				done <- err
			}()
			select {
			case err := <-done:
				if what != "a pipe" && (err == nil || !strings.Contains(err.Error(), "history.json.lock")) {
					t.Errorf("saving says %v", err)
				}
			case <-time.After(2 * time.Minute):
				t.Fatal("saving waits for ever")
			}
			if _, err := os.Lstat(outside); err == nil {
				t.Error("a file was made where the link leads")
			}
		})
	}
}

// Whatever has the place of the file by the time something is to be remembered: nothing is waited for, nobody is
// told that all is well, and what is there stays.
func TestWhatTakesThePlaceOfTheFileStays(t *testing.T) {
	for what, put := range map[string]func(path string) error{
		"a folder": func(path string) error { return os.Mkdir(path, 0o700) },
		"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a device": func(path string) error { return os.Symlink("/dev/zero", path) },
		"a loop":   func(path string) error { return os.Symlink(path, path) },
	} {
		t.Run(what, func(t *testing.T) {
			s, _ := home(t)
			save(t, s, history.History{{Slug: "a"}: full(1)})
			must(t, os.Remove(s.Path()))
			must(t, put(s.Path()))
			before, err := os.Lstat(s.Path())
			must(t, err)
			if _, err := s.Save(t.Context(), history.History{{Slug: "b"}: full(2)}); err == nil || !strings.Contains(err.Error(), s.Path()) {
				t.Errorf("saving says %v", err)
			}
			if after, err := os.Lstat(s.Path()); err != nil || after.Mode() != before.Mode() {
				t.Errorf("it is now %v, %v", after, err)
			}
		})
	}
}
