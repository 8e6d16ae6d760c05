//go:build unix

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// others are what may have the name of a file that was there before.
var others = map[string]func(path string) error{
	"a folder": func(path string) error { return os.Mkdir(path, 0o755) },
	"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o644) },
	"a device": func(path string) error { return os.Symlink("/dev/zero", path) },
	"a loop":   func(path string) error { return os.Symlink(path, path) },
	"nothing":  func(string) error { return nil },
}

// become takes a file away and puts something else in its place.
func become(t *testing.T, path string, other func(path string) error) {
	t.Helper()
	if err := errors.Join(os.RemoveAll(path), other(path)); err != nil {
		t.Fatal(err)
	}
}

// reading runs a story in which a blog or file is read whose changes are told by hand, with a state of its own.
func reading(t *testing.T, path string, story func(d *tuitest.Driver, change func(), state string)) {
	t.Helper()
	state := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		a := &app{Streams: Streams{Env: []string{"XDG_STATE_HOME=" + state, "XDG_CONFIG_HOME=" + state}}}
		if err := a.settle(a.root()); err != nil {
			t.Fatal(err)
		}
		to, err := a.target([]string{path})
		if err != nil {
			t.Fatal(err)
		}
		heard := make(chan struct{})
		to.watch = nil // what a file system tells is not of the bubble's time
		again := to.again
		to.again = nil
		load := loading(t.Context(), to, make(chan *catalog.Catalog, 1))
		o := a.screenOptions(t.Context(), to, load)
		o.Reload, o.Changed, o.Blogs = again, heard, nil
		if c, err := load(t.Context()); err == nil && to.file {
			o.Start = c.Posts[0].Slug
		}
		d := tuitest.Start(t, tui.New(o), 120, 24)
		defer close(heard)
		story(d, func() {
			heard <- struct{}{}
			d.Wait()
		}, filepath.Join(state, "blogtui"))
	})
}

// The file that is read may become anything: what was read stays, it is said what is wrong, and when it is a file
// again that is shown.
func TestAFileThatBecomesSomethingElse(t *testing.T) {
	for what, other := range others {
		t.Run(what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "draft.md")
			put(t, path, "# A draft\n\nFirst version.\n")
			reading(t, path, func(d *tuitest.Driver, change func(), _ string) {
				d.See("First version.")
				become(t, path, other)
				change()
				d.See("First version.")
				if what == "nothing" {
					d.See("the file of this post has gone")
				} else {
					d.See("cannot read the file: ")
				}
				d.Press("j", "q", "enter")
				d.See("First version.")
				become(t, path, func(path string) error { return os.WriteFile(path, []byte("# A draft\n\nSecond version.\n"), 0o600) })
				change()
				d.See("Second version.")
				d.NotSee("cannot read the file")
				d.Press("q", "q")
				if ended, err := d.Ended(); !ended || err != nil {
					t.Errorf("ended %v with %v", ended, err)
				}
			})
		})
	}
}

// So may a file of a folder, and the folder itself.
func TestAFolderWhoseFilesBecomeSomethingElse(t *testing.T) {
	for what, other := range others {
		t.Run(what, func(t *testing.T) {
			blog := filepath.Join(t.TempDir(), "blog")
			fill := func() {
				put(t, filepath.Join(blog, "a.md"), "---\ntitle: The first\ndate: 2026-02-01\n---\nFirst words.\n")
				put(t, filepath.Join(blog, "b.md"), "---\ntitle: The other\ndate: 2026-01-01\n---\nOther words.\n")
			}
			fill()
			reading(t, blog, func(d *tuitest.Driver, change func(), _ string) {
				d.See("2 posts")
				d.Press("enter")
				become(t, filepath.Join(blog, "a.md"), other)
				change()
				d.See("First words.")
				d.Press("q")
				d.See("The other")
				become(t, blog, other)
				change()
				d.Press("j", "k", "v")
				if err := os.RemoveAll(blog); err != nil {
					t.Fatal(err)
				}
				fill()
				change()
				d.See("2 posts", "The first")
				d.Press("g", "enter")
				d.See("First words.")
			})
		})
	}
}

// Where the history is kept, and the theme that was chosen, there may be something else by the time they are
// written: it is said what is wrong, nothing is waited for, and what is there stays.
func TestAHomeThatBecomesSomethingElse(t *testing.T) {
	for what, other := range others {
		if what == "nothing" {
			continue
		}
		for _, name := range []string{"history.json", "chosen.toml"} {
			t.Run(name+" is "+what, func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "draft.md")
				put(t, path, "# A draft\n\n"+strings.Repeat("Some words.\n\n", 50))
				reading(t, path, func(d *tuitest.Driver, _ func(), state string) {
					put(t, filepath.Join(state, name), "")
					become(t, filepath.Join(state, name), other)
					before, err := os.Lstat(filepath.Join(state, name))
					if err != nil {
						t.Fatal(err)
					}
					if name == "history.json" {
						d.Press("space")
						time.Sleep(3 * time.Second) // until it is written
						d.Wait()
						d.See("saving history: ")
					} else {
						d.Press("T", "down", "enter")
						if what == "a folder" {
							d.See("until you quit: ")
						}
					}
					d.Press("ctrl+c")
					if ended, err := d.Ended(); !ended || err != nil {
						t.Errorf("ended %v with %v", ended, err)
					}
					after, err := os.Lstat(filepath.Join(state, name))
					if err != nil || name == "history.json" && after.Mode() != before.Mode() {
						t.Errorf("it is now %v, %v", after, err)
					}
				})
			})
		}
	}
}
