//go:build linux

package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// Whatever ends the program, the terminal is given back, and the exit code says what it was.
func TestASignalEndsTheProgramInOrder(t *testing.T) {
	binary := build(t)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		t.Run(sig.String(), func(t *testing.T) {
			term := start(t, binary, 80, 24, "fastapi-auth-03-jwt-tokens")
			term.see("JWT Tokens")
			running := term.modes()
			if err := term.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			written, err := term.leave(running)
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 128+int(sig) {
				t.Errorf("ended with %v, want exit status %d", err, 128+int(sig))
			}
			if !strings.Contains(written, "\x1b[?1049l") || !strings.Contains(written, "\x1b[?25h") {
				t.Error("the screen or the cursor was not given back")
			}
			if _, after, _ := strings.Cut(written, "\x1b[?1049l"); strings.Contains(after, "panic") || strings.Contains(after, "goroutine") {
				t.Errorf("it ends with %q", after)
			}
		})
	}
}

// A test's program has no shell that could stop it: the kernel lets the stop pass, and the program waits to
// be continued.
func TestSuspendGivesTheTerminalBackAndComesAgain(t *testing.T) {
	term := start(t, build(t), 80, 24, "fastapi-auth-03-jwt-tokens")
	term.see("JWT Tokens")
	running := term.modes()
	term.press("\x1a")
	const lineMode = unix.ECHO | unix.ICANON
	for deadline := time.Now().Add(10 * time.Second); term.modes().Lflag&lineMode != lineMode; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("a stopped program keeps the terminal")
		}
	}
	term.mu.Lock()
	stopped := term.raw.Len()
	term.mu.Unlock()
	if err := term.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		term.mu.Lock()
		again := term.raw.String()[stopped:]
		term.mu.Unlock()
		if strings.Contains(again, "\x1b[?1049h") && strings.Contains(again, "JWT") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("continued, the program does not draw again: %q", again)
		}
	}
	if term.modes().Lflag != running.Lflag {
		t.Error("continued, the program does not have the terminal")
	}
	term.press("\x03")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

// Who reads a pipe may go at any time, as head does: that is no error.
func TestAPipeThatNobodyReadsIsNoError(t *testing.T) {
	binary := build(t)
	for _, args := range [][]string{{"list"}, {"read", "hello-world"}, {"list", "--json"}, {"read", "hello-world", "--raw"}, {"tags"}, {}} {
		reader, writer, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(binary, args...)
		var complaint strings.Builder
		cmd.Stdout, cmd.Stderr = writer, &complaint
		if err := cmd.Run(); err != nil || complaint.Len() > 0 {
			t.Errorf("%v: %v %s", args, err, complaint.String())
		}
		_ = writer.Close()
	}
}
