//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// peak returns the most memory that a running program has had, in megabytes.
func (term *terminal) peak() int {
	term.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", term.cmd.Process.Pid))
	if err != nil {
		term.t.Fatal(err)
	}
	_, after, _ := bytes.Cut(status, []byte("VmHWM:"))
	var kb int
	if _, err := fmt.Sscan(string(after), &kb); err != nil {
		term.t.Fatal(err)
	}
	return kb >> 10
}

// A storm of resizes leaves the screen as the last of them wants it.
func TestAStormOfResizes(t *testing.T) {
	binary := build(t)
	for want, args := range map[string][]string{"/ filter": nil, "min left": {"hello-world"}} {
		term := start(t, binary, 80, 24, args...)
		term.see(want)
		running := term.modes()
		size := &unix.Winsize{}
		resizes := 20000
		if args != nil {
			resizes = 2000
		}
		for i := range resizes {
			size.Col, size.Row = uint16(i*7919%501), uint16(i*104729%201)
			if err := unix.IoctlSetWinsize(int(term.file.Fd()), unix.TIOCSWINSZ, size); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range [][2]int{{500, 200}, {1, 1}, {2, 300}, {72, 20}} {
			term.resize(s[0], s[1])
			time.Sleep(50 * time.Millisecond)
		}
		term.press("?")
		term.until("the screen is drawn at its size", func() bool {
			lines := strings.Split(term.text(), "\n")
			return len(lines) == 20 && strings.Contains(strings.Join(lines[:3], ""), "Keys") && strings.Contains(strings.Join(lines[17:], ""), "Esc close")
		})
		if mb := term.peak(); mb > 256 {
			t.Errorf("%v: it took %d MB", args, mb)
		}
		term.press("\x03")
		if _, err := term.leave(running); err != nil {
			t.Errorf("%v: the program ended with %v", args, err)
		}
	}
}

// A terminal may have no size at all.
func TestATerminalWithoutASize(t *testing.T) {
	term := launch(t, self(), 0, 0)
	term.until("the program begins", func() bool { return strings.Contains(term.written(), "\x1b[?1049h") })
	running := term.modes()
	term.press("jjkvv")
	term.resize(80, 24)
	term.see("engineering, architecture")
	term.press("\r")
	term.see("0% ")
	term.press("\x03")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

// Keys come as fast as a file can be read: none is lost, nothing piles up, and what is asked last is done
// soon after.
func TestAStormOfKeys(t *testing.T) {
	binary := build(t)
	for want, args := range map[string][]string{"/ filter": nil, "min left": {"hello-world"}} {
		term := start(t, binary, 80, 24, args...)
		term.see(want)
		running := term.modes()
		const typed = "/ab\x7f\x7fc\x7f\r" // into the box of the list's filter or of what is looked for, and out again
		const rounds, each = 500, 204 + len(typed)
		begun := time.Now()
		for range rounds {
			term.press(strings.Repeat("jjjjk", 40) + "\x1b[A\x1b[B\x1b[6~\x1b[5~" + typed)
		}
		term.press("g?")
		term.see("Esc close")
		t.Logf("%v: %d keys in %v", args, rounds*each, time.Since(begun))
		if mb := term.peak(); mb > 256 {
			t.Errorf("%v: it took %d MB", args, mb)
		}
		term.press("\x03")
		if _, err := term.leave(running); err != nil {
			t.Errorf("%v: the program ended with %v", args, err)
		}
	}
}

func TestATerminalThatAnswersNothing(t *testing.T) {
	term := unread(t, self(), 80, 24)
	go func() { _, _ = io.Copy(io.Discard, term.screen) }()
	go term.receive()
	term.see("engineering, architecture")
	running := term.modes()
	term.press("/jwt\r\r")
	term.see("0% ")
	term.press("qq")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

// Where the terminal stands still and goes on at 10 KB/s the program goes on meanwhile, and screens that nobody has
// seen are left out: of keys that were held down nothing comes after their release but what was on the way, and
// the last screen. That holds where the processor is slow as well, as it is with the race detector.
func TestATerminalThatReadsSlowly(t *testing.T) {
	const width, height = 160, 50
	for name, cmd := range map[string]*exec.Cmd{"as built": exec.Command(build(t), "hello-world"), "slower": self("hello-world")} {
		t.Run(name, func(t *testing.T) {
			copied := copies(t, cmd)
			term := unread(t, cmd, width, height)
			begun := term.receiveUntil("min left")
			running := term.modes()
			for range 50 {
				for _, key := range []string{" ", "b"} { // one after the other: together they lead nowhere
					term.press(key)
					time.Sleep(10 * time.Millisecond)
				}
			}
			term.press("Y") // has an effect beside the screen, once all keys before it are understood
			term.until("the keys are understood", func() bool { _, err := os.Stat(copied); return err == nil })
			go func() { _, _ = io.Copy(io.Discard, term.screen) }()
			go term.receiveSlowly()
			term.press("\x03")
			written, err := term.leave(running)
			if err != nil {
				t.Errorf("the program ended with %v", err)
			}
			if bad := kept(begun + written); len(bad) > 0 {
				t.Errorf("the terminal was not given back: %s", strings.Join(bad, ", "))
			}
			// A screen has about a byte a cell at most.
			onTheWay, screen := holds(t), width*height
			t.Logf("%d bytes, of which the terminal held up to %d", len(written), onTheWay)
			if len(written) > onTheWay+2*screen {
				t.Errorf("after the last key %d bytes were written, %d of them on the way at most", len(written), onTheWay)
			}
		})
	}
}

// copies lets a command copy to a file, which is there once something has been copied, and returns its name.
func copies(t *testing.T, cmd *exec.Cmd) (file string) {
	t.Helper()
	folder := t.TempDir()
	file = filepath.Join(folder, "copied")
	script := "#!/bin/sh\ncat >'" + file + ".part'\nmv '" + file + ".part' '" + file + "'\n"
	if err := os.WriteFile(filepath.Join(folder, "wl-copy"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd.Env = append(cmd.Env, "WAYLAND_DISPLAY=wayland-0", "SSH_TTY=", "SSH_CONNECTION=", "SSH_CLIENT=", "PATH="+folder+":"+os.Getenv("PATH"))
	return file
}

// holds returns how many bytes a pseudo-terminal holds that nobody reads.
func holds(t *testing.T) (n int) {
	t.Helper()
	file, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	defer tty.Close()
	fd := int(tty.Fd())
	if err := unix.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	for line := make([]byte, 256); ; {
		written, err := unix.Write(fd, line)
		if err != nil {
			return n
		}
		n += written
	}
}

// receiveSlowly receives 10 KB/s at most.
func (term *terminal) receiveSlowly() {
	defer close(term.read)
	buf := make([]byte, 500)
	for {
		n, err := term.file.Read(buf)
		if err != nil {
			return
		}
		term.take(buf[:n])
		time.Sleep(50 * time.Millisecond)
	}
}

// Where nobody reads what is written, a program that is told to end does so, though it cannot give the screen
// back: it saves what was read and gives back what it can, the modes of the line.
func TestATerminalThatReadsNothing(t *testing.T) {
	term := unread(t, self("hello-world"), 160, 50)
	term.receiveUntil("min left")
	for range 80 {
		term.press(" b")
		time.Sleep(10 * time.Millisecond)
	}
	if err := term.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-term.done:
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 128+int(syscall.SIGTERM) {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(patience):
		t.Fatal("the program waits for ever")
	}
	if term.modes() != term.fresh {
		t.Error("the modes of the terminal are not what they were")
	}
	if !strings.Contains(term.remembered(), "hello-world") {
		t.Errorf("what was read is not saved: %s", term.remembered())
	}
}

// Keys come from the terminal where something else is the standard input.
func TestAStandardInputThatIsNoTerminal(t *testing.T) {
	for name, in := range map[string]io.Reader{"a pipe": strings.NewReader("# A post\n\nFrom the pipe.\n"), "nothing": bytes.NewReader(nil)} {
		cmd := self()
		want := "engineering, architecture"
		if name == "a pipe" {
			cmd = self("-")
			want = "From the pipe."
		}
		cmd.Stdin = in
		term := launch(t, cmd, 80, 24)
		term.see(want)
		running := term.modes()
		term.press("qqq")
		if _, err := term.leave(running); err != nil {
			t.Errorf("%s: the program ended with %v", name, err)
		}
	}
}

func TestHeadIsNoError(t *testing.T) {
	out, err := exec.Command("bash", "-c", "set -o pipefail; "+build(t)+" read hello-world | head -1; exit ${PIPESTATUS[0]}").CombinedOutput()
	if err != nil || strings.Count(string(out), "\n") != 1 {
		t.Errorf("%v: %q", err, out)
	}
}
