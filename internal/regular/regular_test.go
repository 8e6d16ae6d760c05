//go:build unix

package regular_test

import (
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/blogtui/blogtui/internal/regular"
)

// odd makes a folder with everything that is no file, and two files.
func odd(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(at("file"), []byte("words"), 0o600))
	must(os.Mkdir(at("folder"), 0o700))
	must(os.WriteFile(at("folder/inner"), []byte("more"), 0o600))
	must(syscall.Mkfifo(at("pipe"), 0o600))
	for link, target := range map[string]string{"link": "file", "round": "about", "about": "round", "zero": "/dev/zero", "tty": "/dev/tty", "piped": "pipe", "gone": "nothing", "up": ".."} {
		must(os.Symlink(target, at(link)))
	}
	short, err := os.MkdirTemp("", "s") //nolint:usetesting // the name of a socket is short
	must(err)
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	socket, err := net.Listen("unix", filepath.Join(short, "s"))
	must(err)
	t.Cleanup(func() { _ = socket.Close() })
	must(os.Symlink(filepath.Join(short, "s"), at("socket")))
	return folder
}

func TestOnlyFilesAreOpened(t *testing.T) {
	folder := odd(t)
	for name, want := range map[string]string{
		"file": "", "link": "", "pipe": "it is a pipe", "piped": "it is a pipe", "folder": "it is a folder", "zero": "it is a device", "round": "too many",
		"gone": "no such file", "up": "it is a folder", "socket": "no such device",
	} {
		f, err := regular.Open(filepath.Join(folder, name))
		if want == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if b, err := io.ReadAll(f); err != nil || string(b) != "words" {
				t.Errorf("%s reads %q, %v", name, b, err)
			}
			_ = f.Close()
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestAFolderHoldsOnlyFilesAndFolders(t *testing.T) {
	root, err := os.OpenRoot(odd(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	fsys := regular.NewFS(root)
	for name, want := range map[string]string{
		"pipe": "it is a pipe", "piped": "it is a pipe", "zero": "escapes", "socket": "escapes", "up": "escapes", "gone": "no such file", "round": "too many",
		"../x": "invalid", "/etc/passwd": "invalid", "": "invalid", "folder/..": "invalid",
	} {
		if _, err := fsys.Open(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", name, err, want)
		}
	}
	for name, want := range map[string]string{"file": "words", "link": "words", "folder/inner": "more"} {
		if b, err := fs.ReadFile(fsys, name); err != nil || string(b) != want {
			t.Errorf("%s reads %q, %v", name, b, err)
		}
	}
	if info, err := fs.Stat(fsys, "pipe"); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		t.Errorf("the pipe is %v, %v", info, err)
	}
	if entries, err := fs.ReadDir(fsys, "."); err != nil || len(entries) < 10 {
		t.Errorf("%d entries, %v", len(entries), err)
	}
}

func TestEntriesAreWhatTheFolderTells(t *testing.T) {
	folder := odd(t)
	want, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	got, err := regular.NewFS(root).ReadDir(".")
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d entries, %v; want %d", len(got), err, len(want))
	}
	for i, e := range got {
		if e.Name() != want[i].Name() || e.Type() != want[i].Type() || e.IsDir() != want[i].IsDir() {
			t.Errorf("%v, want %v", e, want[i])
		}
		info, err := e.Info() // the folder has been closed
		if lstat, _ := want[i].Info(); err != nil || !os.SameFile(info, lstat) {
			t.Errorf("%s is %v, %v; want %v", e.Name(), info, err, lstat)
		}
	}
	inner, err := regular.NewFS(root).ReadDir("folder")
	if err != nil || len(inner) != 1 || inner[0].Name() != "inner" {
		t.Fatalf("%v, %v", inner, err)
	}
	if info, err := inner[0].Info(); err != nil || info.Size() != 4 {
		t.Errorf("%v, %v", info, err)
	}
	for _, name := range []string{"file", "pipe", "gone", "up", "../x", "zero"} {
		if entries, err := regular.NewFS(root).ReadDir(name); err == nil {
			t.Errorf("%s holds %v", name, entries)
		}
	}
}

func BenchmarkReadDir(b *testing.B) {
	folder := b.TempDir()
	for i := range 2000 {
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".md"), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = root.Close() })
	for b.Loop() {
		if entries, err := fs.ReadDir(regular.NewFS(root), "."); err != nil || len(entries) != 2000 {
			b.Fatal(len(entries), err)
		}
	}
}
