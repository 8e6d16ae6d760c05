//go:build linux

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mounted returns a small file system of its own with options, on which a program's state is.
func mounted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", dir).Run() })
	return dir
}

// unwritable returns places in which no history can be written, by what is wrong with them.
var unwritable = map[string]struct {
	make func(t *testing.T) (state string)
	say  string
}{
	"a folder in its place": {func(t *testing.T) string {
		state := t.TempDir()
		if err := os.MkdirAll(filepath.Join(state, "blogtui", "history.json"), 0o700); err != nil {
			t.Fatal(err)
		}
		return state
	}, "it is a folder, not a file"},
	"a file in the place of its folder": {func(t *testing.T) string {
		state := t.TempDir()
		write(t, state, "blogtui", "")
		return state
	}, "not a directory"},
	"a read-only file system": {func(t *testing.T) string {
		state := mounted(t)
		if out, err := exec.Command("mount", "-o", "remount,ro", state).CombinedOutput(); err != nil {
			t.Skipf("mount: %v: %s", err, out)
		}
		return state
	}, "read-only file system"},
	"a full disk": {func(t *testing.T) string {
		state := mounted(t)
		if err := os.MkdirAll(filepath.Join(state, "blogtui"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(state, "full"), make([]byte, 64<<10), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
		return state
	}, "no space left on device"},
}

// Where what was read cannot be remembered the program says so when it ends, on the screen of the shell, where it
// stays; and the exit code tells, unless a signal is what ended it.
func TestWhatCannotBeRememberedIsSaidAtTheEnd(t *testing.T) {
	for what, place := range unwritable {
		t.Run(what, func(t *testing.T) {
			for _, end := range []syscall.Signal{0, syscall.SIGTERM} {
				cmd := self("hello-world")
				cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+place.make(t))
				term := launch(t, cmd, 100, 30)
				term.until("its text", func() bool { return strings.Contains(term.text(), "Headings carry the outline") }) // its title is in the list too
				running := term.modes()
				want := 1
				if end == 0 {
					term.press(" \x03")
				} else {
					want = 128 + int(end)
					if err := term.cmd.Process.Signal(end); err != nil {
						t.Fatal(err)
					}
				}
				written, err := term.leave(running)
				var exit *exec.ExitError
				if !errors.As(err, &exit) || exit.ExitCode() != want {
					t.Errorf("ended with %v, want exit status %d", err, want)
				}
				_, after, _ := strings.Cut(written, "\x1b[?1049l")
				t.Logf("%q", after)
				if strings.Count(after, "saving history: ") != 1 || !strings.Contains(after, place.say) || !strings.Contains(after, "not remembered") {
					t.Errorf("it ends with %q", after)
				}
			}
		})
	}
}
