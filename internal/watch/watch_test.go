package watch_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/watch"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func heard(t *testing.T, changed <-chan struct{}, what string) {
	t.Helper()
	select {
	case _, ok := <-changed:
		if !ok {
			t.Fatalf("%s: the watch has ended", what)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("%s: nothing was heard", what)
	}
}

func silent(t *testing.T, changed <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-changed:
		t.Fatalf("%s: a change was told", what)
	case <-time.After(600 * time.Millisecond):
	}
}

func TestChangesAreHeardOnce(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "posts", "a.md"), "a")
	write(t, filepath.Join(root, "node_modules", "x", "b.md"), "b")
	ctx, cancel := context.WithCancel(t.Context())
	changed, err := watch.Folder(ctx, root)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		write(t, filepath.Join(root, "posts", "a.md"), "more")
	}
	heard(t, changed, "a file was written twenty times")
	silent(t, changed, "afterwards")

	write(t, filepath.Join(root, "new", "deep", "c.md"), "c")
	heard(t, changed, "a folder appeared")
	write(t, filepath.Join(root, "new", "deep", "c.md"), "d")
	heard(t, changed, "a file in it was written")
	if err := os.Remove(filepath.Join(root, "posts", "a.md")); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "a file was removed")

	write(t, filepath.Join(root, "posts", ".a.md.swp"), "x")
	write(t, filepath.Join(root, "node_modules", "x", "b.md"), "c")
	silent(t, changed, "files that are no posts were written")

	cancel()
	select {
	case _, open := <-changed:
		if open {
			t.Error("a change was told at the end")
		}
	case <-time.After(10 * time.Second):
		t.Error("the watch goes on after its context has ended")
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	if _, err := watch.Folder(t.Context(), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("it is watched")
	}
}

func TestAFileIsWatchedAlone(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "a.md")
	write(t, file, "a")
	changed, err := watch.File(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "b.md"), "b")
	silent(t, changed, "another file was written")
	write(t, file, "more")
	heard(t, changed, "the file was written")
	write(t, filepath.Join(root, "new"), "most")
	if err := os.Rename(filepath.Join(root, "new"), file); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "another file took its place")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "the file was removed")
	if _, err := watch.File(t.Context(), filepath.Join(root, "none", "a.md")); err == nil {
		t.Error("a file of a folder that is not there is watched")
	}
}
