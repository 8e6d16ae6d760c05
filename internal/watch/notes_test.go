package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/regular"
)

// The entries of a folder of which notes are taken are read as quickly as those of any other.
func TestNotesAreTakenOfAFolderWithoutADetour(t *testing.T) {
	path := t.TempDir()
	root, err := os.OpenRoot(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	for name, change := range map[string]func(file string) error{
		"nothing":    func(string) error { return nil },
		"a new file": func(file string) error { return os.WriteFile(file, nil, 0o600) },
	} {
		notes := &Notes{}
		notes.Begin()
		folder, quick := notes.Folder(regular.NewFS(root), path).(fs.ReadDirFS)
		if !quick {
			t.Fatal("every entry is asked for its kind")
		}
		past := time.Now().Add(-time.Hour) // the clock of a file system may be slow
		if err := os.Chtimes(path, past, past); err != nil {
			t.Fatal(err)
		}
		if _, err := folder.ReadDir("."); err != nil {
			t.Fatal(err)
		}
		if err := change(filepath.Join(path, name)); err != nil {
			t.Fatal(err)
		}
		if changed := notes.Changed(); changed != (name != "nothing") {
			t.Errorf("after %s it has changed: %v", name, changed)
		}
	}
}
