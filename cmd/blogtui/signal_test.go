//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
			term.see("min left")
			running := term.modes()
			if err := term.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			written, err := term.leave(running)
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 128+int(sig) {
				t.Errorf("ended with %v, want exit status %d", err, 128+int(sig))
			}
			if !strings.Contains(term.remembered(), "fastapi-auth-03-jwt-tokens") {
				t.Errorf("what was read is not saved: %s", term.remembered())
			}
			if _, after, _ := strings.Cut(written, "\x1b[?1049l"); strings.Contains(after, "panic") || strings.Contains(after, "goroutine") {
				t.Errorf("it ends with %q", after)
			}
		})
	}
}

// A check of a large blog ends when it is told to, whatever it is at, and what it found by then is not shown as
// if it were all.
func TestASignalEndsACheck(t *testing.T) {
	folder := t.TempDir()
	var post strings.Builder
	for i := range 40_000 { // to look for all of them takes seconds
		fmt.Fprintf(&post, "## Part number %[1]d\n\nSee [it](#part-nmuber-%[1]d).\n\n", i)
	}
	write(t, folder, "post.md", post.String())
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		running := filepath.Join(t.TempDir(), "debug") // is there once the program hears signals
		cmd := self("check", folder, "--debug", running)
		var written, complaint strings.Builder
		cmd.Stdout, cmd.Stderr = &written, &complaint
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		deadline := time.Now().Add(20 * time.Second)
		for _, err := os.Stat(running); err != nil; _, err = os.Stat(running) {
			if time.Now().After(deadline) {
				t.Fatal("the program does not start")
			}
			time.Sleep(time.Millisecond)
		}
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != 128+int(sig) {
			t.Errorf("ended with %v, want exit status %d", err, 128+int(sig))
		}
		if written.Len() > 0 || complaint.Len() > 0 {
			t.Errorf("it says %d bytes, and complains %q", written.Len(), complaint.String())
		}
	}
}

// A test's program has no shell that could stop it: the kernel lets the stop pass, and the program waits to
// be continued.
func TestSuspendGivesTheTerminalBackAndComesAgain(t *testing.T) {
	term := start(t, build(t), 80, 24, "fastapi-auth-03-jwt-tokens")
	term.see("min left")
	running := term.modes()
	term.press("\x1a")
	const lineMode = unix.ECHO | unix.ICANON
	term.until("a stopped program gives the terminal back", func() bool { return term.modes().Lflag&lineMode == lineMode })
	term.mu.Lock()
	stopped := term.raw.Len()
	term.mu.Unlock()
	term.until("continued, the program draws again", func() bool {
		// It may not be waiting yet, so it is told again.
		if err := term.cmd.Process.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
		term.mu.Lock()
		defer term.mu.Unlock()
		again := term.raw.String()[stopped:]
		return strings.Contains(again, "\x1b[?1049h") && strings.Contains(again, "JWT")
	})
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
	for _, args := range [][]string{{"list"}, {"read", "hello-world"}, {"list", "--json"}, {"read", "hello-world", "--raw"}, {"tags"}, {"--help"}, {"completion", "bash"}, {}} {
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

// A signal ends what waits for a pipe that nobody reads, help and completions as any other command.
func TestASignalEndsWhatWaitsForAPipe(t *testing.T) {
	binary := build(t)
	for _, args := range [][]string{
		{"list"}, {"man"}, {"--help"}, {"help"}, {"help", "read"}, {"read", "--help"},
		{"completion", "bash"}, {"completion", "zsh"}, {"completion", "fish"}, {"completion", "powershell"},
	} {
		all, err := exec.Command(binary, args...).Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
			err := endedInAPipe(t, exec.Command(binary, args...), sig, len(all)-1)
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 128+int(sig) {
				t.Errorf("%v at %v: ended with %v, want exit status %d", args, sig, err, 128+int(sig))
			}
		}
	}
}

// endedInAPipe runs a command that writes to a pipe, sends it a signal once it has begun to, and returns how it
// ended. The pipe has room for so many bytes and for a page at most.
func endedInAPipe(t *testing.T, cmd *exec.Cmd, sig syscall.Signal, room int) error {
	t.Helper()
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	defer writer.Close()
	size, err := unix.FcntlInt(writer.Fd(), unix.F_SETPIPE_SZ, os.Getpagesize())
	if err != nil {
		t.Fatal(err)
	}
	taken := max(size-room, 0)
	if _, err := writer.Write(make([]byte, taken)); err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = writer
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	deadline := time.After(patience)
	for sent := false; ; {
		select {
		case err := <-done:
			return err
		case <-deadline:
			_ = cmd.Process.Kill()
			return fmt.Errorf("it goes on for %v: %w", patience, <-done)
		case <-time.After(time.Millisecond):
		}
		if held, err := unix.IoctlGetInt(int(reader.Fd()), unix.TIOCINQ); err != nil {
			t.Fatal(err)
		} else if held > taken && !sent {
			sent = true
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// In a shell with jobs Ctrl-z really stops the program; the window may have another size when it goes on.
func TestAShellStopsAndContinuesTheProgram(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no shell with jobs:", err)
	}
	binary := build(t)
	cmd := exec.Command(shell, "--norc", "--noprofile", "-i")
	settings := filepath.Join(t.TempDir(), "inputrc") // or the shell would set modes of its own
	if err := os.WriteFile(settings, []byte("set enable-bracketed-paste off\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd.Env = []string{"PS1=ready> ", "HISTFILE=/dev/null", "INPUTRC=" + settings}
	term := launch(t, cmd, 80, 24)
	term.see("ready>")
	atPrompt := term.modes()
	term.press(binary + " fastapi-auth-03-jwt-tokens\r")
	term.see("FastAPI Auth")
	term.see("min left")
	running := term.modes()
	term.press("\x1a")
	term.see("Stopped")
	if bad := kept(term.written()); len(bad) > 0 {
		t.Errorf("a stopped program keeps %s", strings.Join(bad, ", "))
	}
	term.resize(50, 16)
	term.press("fg\r")
	term.until("continued, the program draws at the new size", func() bool {
		lines := strings.Split(term.text(), "\n")
		return len(lines) > 15 && strings.Contains(lines[15], "min left")
	})
	if got := term.modes(); got != running {
		t.Error("continued, the program does not have the terminal")
	}
	term.press("\x03")
	term.until("the terminal's modes are what they were at the prompt", func() bool { return sameModes(term.modes(), atPrompt) })
	term.press("echo it ended with $?\r")
	term.see("it ended with 0")
	term.press("exit\r")
	if written, _ := term.ended(); len(kept(written)) > 0 {
		t.Errorf("the program left %v", kept(written))
	}
}

// sameModes leaves out which modes hold beside: control characters and speeds.
func sameModes(a, b unix.Termios) bool {
	return a.Lflag == b.Lflag && a.Iflag == b.Iflag && a.Oflag == b.Oflag
}

// A window that is closed takes the terminal away: the program ends, and has saved what was read.
func TestATerminalThatGoesAwayEndsTheProgram(t *testing.T) {
	term := unread(t, self("fastapi-auth-03-jwt-tokens"), 80, 24)
	file := term.file
	_ = term.tty.Close()
	term.receiveUntil("min left")
	if _, err := file.WriteString("j"); err != nil {
		t.Fatal(err)
	}
	_ = file.Close() // nobody reads it at the moment, so that it is closed at once
	select {
	case err := <-term.done:
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 128+int(syscall.SIGHUP) {
			t.Errorf("ended with %v, want exit status %d", err, 128+int(syscall.SIGHUP))
		}
	case <-time.After(patience):
		t.Fatal("the program goes on without a terminal")
	}
	if !strings.Contains(term.remembered(), "fastapi-auth-03-jwt-tokens") {
		t.Errorf("what was read is not saved: %s", term.remembered())
	}
}

// A pipe that breaks somewhere, to a browser or the clipboard, is no reason to end.
func TestABrokenPipeDoesNotEndTheScreens(t *testing.T) {
	term := launch(t, self("fastapi-auth-03-jwt-tokens"), 80, 24)
	term.see("min left")
	running := term.modes()
	if err := term.cmd.Process.Signal(syscall.SIGPIPE); err != nil {
		t.Fatal(err)
	}
	term.press("G")
	term.see("100%")
	term.press("q")
	term.see("engineering, architecture")
	term.press("q")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
