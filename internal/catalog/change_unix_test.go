//go:build unix

package catalog_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/regular"
)

// meddled is a folder in which something happens to one file whenever that is opened or read.
type meddled struct {
	regular.FS
	name       string
	open, read func()
}

func (m meddled) Open(name string) (fs.File, error) {
	if name == m.name && m.open != nil {
		m.open()
	}
	f, err := m.FS.Open(name)
	if name == m.name && m.read != nil && err == nil {
		return meddledFile{f, m.read}, nil
	}
	return f, err
}

func (m meddled) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == m.name && m.open != nil {
		m.open()
	}
	return m.FS.ReadDir(name)
}

type meddledFile struct {
	fs.File
	read func()
}

func (f meddledFile) Read(b []byte) (int, error) {
	f.read()
	return f.File.Read(b[:min(len(b), 4<<10)])
}

// folderOf writes files to a folder and opens it as the program does.
func folderOf(t *testing.T, files map[string]string) (folder string, fsys regular.FS) {
	t.Helper()
	folder = t.TempDir()
	for name, content := range files {
		name = filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return folder, regular.NewFS(root)
}

// What happens to a file between its folder and its content being read hides no other file, is said, and is
// never waited for.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	const long = 1 << 20
	for name, c := range map[string]struct {
		open, read func(file string) error
		posts      string
		problem    string // "": none
	}{
		"vanishes": {os.Remove, nil, "other", "odd.md: cannot be read: no such file"},
		"becomes a folder": {func(file string) error { return errors.Join(os.Remove(file), os.Mkdir(file, 0o700)) }, nil,
			"other", "odd.md: cannot be read: is a directory"},
		"becomes a pipe": {func(file string) error { return errors.Join(os.Remove(file), syscall.Mkfifo(file, 0o600)) }, nil,
			"other", "odd.md: cannot be read: it is a pipe"},
		"becomes a link out": {func(file string) error { return errors.Join(os.Remove(file), os.Symlink("/etc/passwd", file)) }, nil,
			"other", "odd.md: cannot be read: path escapes"},
		"becomes a link round": {func(file string) error { return errors.Join(os.Remove(file), os.Symlink("odd.md", file)) }, nil,
			"other", "odd.md: cannot be read: too many"},
		"becomes another post": {func(file string) error { return os.WriteFile(file, []byte("---\ndate: 2020-01-01\n---\nx"), 0o600) }, nil,
			"other odd", ""},
		"grows for ever": {nil, func(file string) error { return appendTo(file, strings.Repeat("word\n", 32<<10)) }, "odd other", "odd.md: is larger than 4 MB"},
		"shrinks":        {nil, func(file string) error { return os.Truncate(file, 8<<10) }, "odd other", ""},
		"is emptied":     {nil, func(file string) error { return os.Truncate(file, 0) }, "other odd", ""},
		"is removed":     {nil, os.Remove, "odd other", ""},
	} {
		t.Run(name, func(t *testing.T) {
			folder, fsys := folderOf(t, map[string]string{
				"odd.md": "---\ndate: 2026-01-02\n---\n" + strings.Repeat("word\n", long/5), "other.md": "---\ndate: 2026-01-01\n---\ntext",
			})
			file := filepath.Join(folder, "odd.md")
			meddle := func(how func(string) error) func() {
				if how == nil {
					return nil
				}
				return func() {
					if err := how(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
						t.Error(err)
					}
				}
			}
			got := open(t, meddled{fsys, "odd.md", meddle(c.open), meddle(c.read)}, catalog.Options{})
			if slugs(got.Posts) != c.posts {
				t.Errorf("posts %q, want %q", slugs(got.Posts), c.posts)
			}
			if said := fmt.Sprint(got.Problems); !strings.Contains(said, c.problem) || c.problem == "" && len(got.Problems) > 0 {
				t.Errorf("problems %s, want %q", said, c.problem)
			}
		})
	}
}

func appendTo(file, what string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_APPEND|syscall.O_NONBLOCK|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(what)
	return errors.Join(err, f.Close())
}

// A folder that goes while its blog is read takes its own posts with it and no others.
func TestAFolderThatChangesWhileItIsRead(t *testing.T) {
	for name, how := range map[string]func(folder string) error{
		"vanishes":       os.RemoveAll,
		"is renamed":     func(folder string) error { return os.Rename(folder, folder+"-old") },
		"becomes a file": func(folder string) error { return errors.Join(os.RemoveAll(folder), os.WriteFile(folder, nil, 0o600)) },
		"becomes a pipe": func(folder string) error { return errors.Join(os.RemoveAll(folder), syscall.Mkfifo(folder, 0o600)) },
		"becomes a link": func(folder string) error { return errors.Join(os.RemoveAll(folder), os.Symlink("/", folder)) },
	} {
		t.Run(name, func(t *testing.T) {
			folder, fsys := folderOf(t, map[string]string{"a.md": "text", "in/b.md": "text", "z/c.md": "text"})
			got := open(t, meddled{fsys, "in", func() {
				if err := how(filepath.Join(folder, "in")); err != nil {
					t.Error(err)
				}
			}, nil}, catalog.Options{})
			if slugs(got.Posts) != "a c" || len(got.Problems) != 1 || !strings.HasPrefix(got.Problems[0].Error(), "in: cannot be read") {
				t.Errorf("posts %q, problems %v", slugs(got.Posts), got.Problems)
			}
		})
	}
}

// A blog whose folder has another name by now is the same blog; of one that has gone nothing is found.
func TestABlogThatIsMovedWhileItIsOpen(t *testing.T) {
	folder, fsys := folderOf(t, map[string]string{"blog/a.md": "text"})
	root, err := os.OpenRoot(filepath.Join(folder, "blog"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c := open(t, regular.NewFS(root), catalog.Options{})
	if err := os.Rename(filepath.Join(folder, "blog"), filepath.Join(folder, "moved")); err != nil {
		t.Fatal(err)
	}
	if body, err := c.Body("a"); err != nil || string(body) != "text" {
		t.Errorf("of the moved blog a post reads %q, %v", body, err)
	}
	if again := open(t, regular.NewFS(root), catalog.Options{}); slugs(again.Posts) != "a" {
		t.Errorf("the moved blog has %q", slugs(again.Posts))
	}
	if again := open(t, fsys, catalog.Options{}); again.Posts[0].Path != "moved/a.md" {
		t.Errorf("it has become %q", again.Posts[0].Path)
	}
	if err := os.RemoveAll(filepath.Join(folder, "moved")); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Body("a"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of the blog that has gone a post is read with %v", err)
	}
}

// However the files of a folder change, it is read to the end, and what does not change is there.
func TestAFolderInWhichEverythingChanges(t *testing.T) {
	const files, times = 40, 20
	content := map[string]string{"still.md": "text"}
	for i := range files {
		content[fmt.Sprintf("in/%d.md", i)] = "text"
	}
	folder, fsys := folderOf(t, content)
	stop := make(chan struct{})
	var changing sync.WaitGroup
	defer changing.Wait()
	defer close(stop)
	changing.Add(1)
	crash.Go(func() error {
		defer changing.Done()
		for {
			select {
			case <-stop:
				return nil
			default:
				change(filepath.Join(folder, "in", fmt.Sprintf("%d.md", rand.IntN(files))))
			}
		}
	})
	for range times {
		c := open(t, fsys, catalog.Options{})
		if p, ok := c.Post("still"); !ok || p.Words != 1 {
			t.Errorf("the post that does not change is %v", p)
		}
		for _, p := range c.Posts {
			_, _ = c.Body(p.Slug) // may have gone by now
		}
	}
}

// change makes something else of a file; what cannot be done is left.
func change(file string) {
	switch rand.IntN(7) {
	case 0:
		_ = os.RemoveAll(file)
	case 1:
		_ = os.Mkdir(file, 0o700)
	case 2:
		_ = syscall.Mkfifo(file, 0o600)
	case 3:
		_ = os.Symlink("/dev/zero", file)
	case 4:
		_ = os.Symlink("../still.md", file)
	case 5:
		_ = appendTo(file, "more\n")
	case 6:
		_ = os.WriteFile(file+".new", []byte("text\n"), 0o600)
		_ = os.Rename(file+".new", file)
	}
}
