package watch

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// patience is how long a file system may take to tell of a change.
const patience = time.Minute

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("written"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// heard waits for a change, and for what else comes of it: what a file system tells of one write takes as long
// as it takes.
func heard(t *testing.T, changed <-chan struct{}, what string) {
	t.Helper()
	select {
	case _, ok := <-changed:
		if !ok {
			t.Fatalf("%s: the watch has ended", what)
		}
	case <-time.After(patience):
		t.Fatalf("%s: nothing was heard", what)
	}
	for {
		select {
		case <-changed:
		case <-time.After(2 * longest):
			return
		}
	}
}

func TestChangesAreHeard(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "posts", "a.md"))
	ctx, cancel := context.WithCancel(t.Context())
	changed, err := Folder(ctx, root)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "posts", "a.md"))
	heard(t, changed, "a file was written")
	write(t, filepath.Join(root, "new", "deep", "c.md"))
	heard(t, changed, "a folder appeared")
	write(t, filepath.Join(root, "new", "deep", "c.md"))
	heard(t, changed, "a file in it was written")
	if err := os.Remove(filepath.Join(root, "posts", "a.md")); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "a file was removed")
	cancel()
	for ended := time.After(patience); ; {
		select {
		case _, open := <-changed:
			if !open {
				return
			}
		case <-ended:
			t.Fatal("the watch goes on after its context has ended")
		}
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	if _, err := Folder(t.Context(), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("it is watched")
	}
}

func TestAFileIsWatched(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "a.md")
	write(t, file)
	changed, err := File(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file)
	heard(t, changed, "the file was written")
	write(t, filepath.Join(root, "new"))
	if err := os.Rename(filepath.Join(root, "new"), file); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "another file took its place")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	heard(t, changed, "the file was removed")
	if _, err := File(t.Context(), filepath.Join(root, "none", "a.md")); err == nil {
		t.Error("a file of a folder that is not there is watched")
	}
}
