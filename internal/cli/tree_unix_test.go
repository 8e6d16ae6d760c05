//go:build unix

package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// shifting is a folder in which something happens before one of the things that are done in it.
type shifting struct {
	*os.Root
	left   int // things to be done before it happens
	happen func()
}

func (s *shifting) step() {
	if s.left--; s.left == -1 {
		s.happen()
	}
}

func (s *shifting) Lstat(name string) (fs.FileInfo, error) {
	s.step()
	return s.Root.Lstat(name)
}

func (s *shifting) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	s.step()
	return s.Root.OpenFile(name, flag, perm)
}

func (s *shifting) MkdirAll(name string, perm fs.FileMode) error {
	s.step()
	return s.Root.MkdirAll(name, perm)
}

func (s *shifting) Remove(name string) error {
	s.step()
	return s.Root.Remove(name)
}

func (s *shifting) Rename(oldname, newname string) error {
	s.step()
	return s.Root.Rename(oldname, newname)
}

// swaps are what somebody may do below a folder, with links that lead out of it, while it is written to.
func swaps(dir, outside string) map[string]func() error {
	link := func(to string, name ...string) func() error {
		path := filepath.Join(append([]string{dir}, name...)...)
		return func() error {
			return errors.Join(os.RemoveAll(path), os.MkdirAll(filepath.Dir(path), 0o755), os.Symlink(to, path))
		}
	}
	return map[string]func() error{
		"the folder of a file is a link":   link(outside, "app"),
		"a deeper folder is a link":        link(outside, "app", "core"),
		"a relative link":                  link("../outside", "app"),
		"a file is a link":                 link(filepath.Join(outside, "main.py"), "app", "main.py"),
		"a file is a link to what is new":  link(filepath.Join(outside, "made.py"), "lib.py"),
		"a file is a link to a device":     link("/dev/null", "lib.py"),
		"the whole folder is another":      func() error { return errors.Join(os.Rename(dir, dir+".away"), os.Symlink(outside, dir)) },
		"a file is a pipe":                 func() error { return errors.Join(os.RemoveAll(dir+"/lib.py"), syscall.Mkfifo(dir+"/lib.py", 0o644)) },
		"a file is another's":              func() error { return os.WriteFile(dir+"/lib.py", []byte("mine\n"), 0o600) },
		"the folder of a file is a file":   func() error { return errors.Join(os.RemoveAll(dir+"/app"), os.WriteFile(dir+"/app", nil, 0o600)) },
		"the folder has gone with it all":  func() error { return os.RemoveAll(dir) },
		"the folder of a file is a circle": link("app", "app"),
	}
}

// shown returns all that is in a folder.
func shown(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s: %s\n", path, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever somebody puts in the place of a folder or a file while a tree is written, before whichever step of it,
// nothing outside of the tree is written, and nothing that came meanwhile is written over unless that is wanted.
func TestALinkSwappedInLeadsNowhere(t *testing.T) {
	post := []byte("```py title=\"lib.py\"\na = 1\n```\n```py title=\"app/main.py\"\nb = 2\n```\n```py title=\"app/core/deep.py\"\nc = 3\n```\n")
	before := []byte("```py title=\"app/main.py\"\nold = True\n```\n")
	p := planned([][]byte{before, post}, "")
	for what := range swaps("", "") {
		for _, force := range []bool{false, true} {
			happened := true
			for step := 0; happened; step++ {
				happened = false
				top := t.TempDir()
				dir, outside := filepath.Join(top, "tree"), filepath.Join(top, "outside")
				put(t, filepath.Join(outside, "main.py"), "theirs\n")
				put(t, filepath.Join(outside, "core", "deep.py"), "theirs\n")
				put(t, filepath.Join(dir, "app", "main.py"), "old = True\n")
				want := shown(t, outside)
				root, err := os.OpenRoot(dir)
				if err != nil {
					t.Fatal(err)
				}
				s := &shifting{root, step, func() {
					happened = true
					if err := swaps(dir, outside)[what](); err != nil {
						t.Fatal(err)
					}
				}}
				err = p.lay(s, force)
				_ = root.Close()
				if got := shown(t, outside); got != want {
					t.Errorf("%s before step %d, force %v: outside there is now\n%s", what, step, force, got)
				}
				if what == "a file is another's" && happened && !force {
					if mine, _ := os.ReadFile(dir + "/lib.py"); string(mine) != "mine\n" {
						t.Errorf("another's file that came before step %d is written over with %q: %v", step, mine, err)
					}
				}
				if !happened && err != nil {
					t.Errorf("%s, force %v: where nothing happens: %v", what, force, err)
				}
			}
		}
	}
}
