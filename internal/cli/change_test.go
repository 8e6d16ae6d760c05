package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
)

// patience is how long something is waited for that comes at once on a machine with nothing else to do.
const patience = 2 * time.Minute

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Between the reading of a blog and the beginning of the watch it may change. That is told, too, and nothing is
// where nothing has changed.
func TestAChangeBeforeTheWatchIsOnIsHeard(t *testing.T) {
	for what, change := range map[string]func(t *testing.T, blog string){
		"a post is written":       func(t *testing.T, blog string) { put(t, filepath.Join(blog, "a.md"), "# A\n\nSecond version.\n") },
		"a post comes":            func(t *testing.T, blog string) { put(t, filepath.Join(blog, "new.md"), "# New\n") },
		"a folder comes":          func(t *testing.T, blog string) { put(t, filepath.Join(blog, "deep", "new.md"), "# New\n") },
		"the settings come":       func(t *testing.T, blog string) { put(t, filepath.Join(blog, "hugo.toml"), "title = 'B'\n") },
		"a post becomes a folder": func(t *testing.T, blog string) { replaceBy(t, filepath.Join(blog, "a.md"), os.Mkdir) },
		"a post goes": func(t *testing.T, blog string) {
			if err := os.Remove(filepath.Join(blog, "below", "b.md")); err != nil {
				t.Fatal(err)
			}
		},
		"nothing": func(*testing.T, string) {},
	} {
		t.Run(what, func(t *testing.T) {
			blog := t.TempDir()
			put(t, filepath.Join(blog, "a.md"), "# A\n\nFirst version.\n")
			put(t, filepath.Join(blog, "below", "b.md"), "# B\n")
			tells(t, blog, what != "nothing", change)
		})
	}
	t.Run("a file", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "draft.md")
		for _, changes := range []bool{false, true} {
			put(t, file, "# A draft\n\nFirst version.\n")
			tells(t, file, changes, func(t *testing.T, file string) {
				if changes {
					put(t, file, "# A draft\n\nSecond version.\n")
				}
			})
		}
	})
}

func replaceBy(t *testing.T, path string, by func(string, os.FileMode) error) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := by(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

// aged lets everything below a path be written an hour ago: a file system whose clock is coarse tells two changes
// at once apart no more.
func aged(t *testing.T, path string) {
	t.Helper()
	then := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(path, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(path, then, then))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// tells reads a blog and has it changed before the watch begins, of which nothing is heard.
func tells(t *testing.T, path string, want bool, change func(*testing.T, string)) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	aged(t, path)
	a := &app{}
	found, err := a.target([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	load := loading(ctx, found, make(chan *catalog.Catalog, 1))
	heard := make(chan struct{})
	found.watch = func(context.Context) (<-chan struct{}, error) {
		c, err := load(ctx)
		if err != nil || len(c.Posts) == 0 {
			t.Errorf("read are %v, %v", c, err)
		}
		change(t, path)
		close(heard) // the watch hears nothing
		return heard, nil
	}
	_, told := <-watching(ctx, found, load)
	if told != want || ctx.Err() != nil {
		t.Errorf("told: %v, want %v; %v", told, want, ctx.Err())
	}
}
