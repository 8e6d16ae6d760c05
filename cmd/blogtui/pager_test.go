//go:build linux

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// leaveWith is what the programs below end at. What the terminal has answered late may stand before it.
const leaveWith = "q\r"

// paged starts the program so that a pager shows a post. The pager stays for interrupts, as less does, says when it
// is told to end, and ends at a "q".
func paged(t *testing.T) *terminal {
	t.Helper()
	pager := filepath.Join(t.TempDir(), "pager")
	script := "#!/bin/sh\ntrap 'n=$((n+1)); echo interrupted $n times' INT QUIT\ntrap 'echo told to end; exit' TERM\ncat >/dev/null\necho ready\n" +
		"while :; do read line </dev/tty; case \"$line\" in *q) echo left; exit; esac; done\n"
	if err := os.WriteFile(pager, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := self("read", "hello-world")
	cmd.Env = append(cmd.Env, "PAGER="+pager)
	term := launch(t, cmd, 80, 24)
	term.see("ready")
	return term
}

// An interrupt of the keyboard goes to the pager as well, which alone knows what it is for: to stop a search in less.
// It keeps the terminal until it ends.
func TestAnInterruptIsThePagers(t *testing.T) {
	for _, key := range []string{"\x03", "\x1c"} {
		term := paged(t)
		term.press(key)
		term.see("interrupted 1 times")
		term.press(key)
		term.see("interrupted 2 times")
		term.press(leaveWith)
		term.see("left")
		if _, err := term.ended(); err != nil {
			t.Errorf("the program ended with %v", err)
		}
	}
}

// A pager is told to end with the program that started it, so that it can give the terminal back.
func TestAPagerEndsWithTheProgram(t *testing.T) {
	term := paged(t)
	if err := term.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	term.see("told to end")
	var exit *exec.ExitError
	if _, err := term.ended(); !errors.As(err, &exit) || exit.ExitCode() != 128+int(syscall.SIGTERM) {
		t.Errorf("the program ended with %v", err)
	}
}

// So is an interrupt the editor's.
func TestAnInterruptIsTheEditors(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "post.md", "# A post\n\nWords of it.\n")
	editor := filepath.Join(t.TempDir(), "editor")
	script := "#!/bin/sh\ntrap 'n=$((n+1)); echo interrupted $n times' INT QUIT\necho ready\nwhile :; do read line; case \"$line\" in *q) exit; esac; done\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := self(filepath.Join(folder, "post.md"))
	cmd.Env = append(cmd.Env, "EDITOR="+editor, "VISUAL=")
	term := launch(t, cmd, 80, 24)
	term.see("Words of it.")
	running := term.modes()
	term.press("e")
	term.see("ready")
	term.press("\x03")
	term.see("interrupted 1 times")
	term.press("\x03")
	term.see("interrupted 2 times")
	term.press(leaveWith)
	term.see("Words of it.")
	term.press("\x03")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
