//go:build linux

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// leaveWith is what the programs below end at. What the terminal has answered late may stand before it.
const leaveWith = "q\r"

// runGuest makes the test binary a program that is given the terminal: a "pager", which reads what it shows first,
// or an "editor".
const runGuest = "BLOGTUI_TEST_GUEST"

// guest stays for interrupts, as less and vi do, says when it is told to end, and ends at a "q". A script for the
// shell would be shorter, and deaf to a signal that comes just before its read.
func guest(kind string) int {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM)
	if kind == "pager" {
		_, _ = io.Copy(io.Discard, os.Stdin)
	}
	tty, err := os.Open("/dev/tty")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	left := make(chan struct{})
	go func() {
		defer close(left)
		for lines := bufio.NewScanner(tty); lines.Scan() && !strings.HasSuffix(lines.Text(), "q"); {
		}
	}()
	fmt.Println("ready")
	for interrupts := 0; ; {
		select {
		case <-left:
			fmt.Println("left")
			return 0
		case s := <-signals:
			if s == syscall.SIGTERM {
				fmt.Println("told to end")
				return 0
			}
			interrupts++
			fmt.Println("interrupted", interrupts, "times")
		}
	}
}

// guestCommand returns a command that runs the guest, for $PAGER and $EDITOR.
func guestCommand(t *testing.T, kind string) string {
	t.Helper()
	command := filepath.Join(t.TempDir(), kind)
	script := "#!/bin/sh\nexport " + runMain + "= " + runGuest + "=" + kind + "\nexec '" + os.Args[0] + "'\n"
	if err := os.WriteFile(command, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return command
}

// paged starts the program so that a pager shows a post.
func paged(t *testing.T) *terminal {
	t.Helper()
	cmd := self("read", "hello-world")
	cmd.Env = append(cmd.Env, "PAGER="+guestCommand(t, "pager"))
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
	cmd := self(filepath.Join(folder, "post.md"))
	cmd.Env = append(cmd.Env, "EDITOR="+guestCommand(t, "editor"), "VISUAL=")
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
