//go:build linux

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// terminal runs the built program in a pseudo-terminal whose other end is an emulator: it answers what
// the program asks and keeps the screen.
type terminal struct {
	t     *testing.T
	cmd   *exec.Cmd
	file  *os.File     // the end of the pseudo-terminal that a person would hold
	tty   *os.File     // the program's end
	state string       // where the program remembers reading
	fresh unix.Termios // its modes before the program started
	done  chan error
	read  chan struct{} // closed when all that the program wrote has been read

	mu      sync.Mutex
	screen  *vt.Emulator
	raw     bytes.Buffer
	changed chan struct{}
}

// patience is how long the program is waited for where it answers at once, on a machine that does a hundred
// other things.
const patience = 90 * time.Second

func start(t *testing.T, binary string, width, height int, args ...string) *terminal {
	t.Helper()
	return launch(t, exec.Command(binary, args...), width, height)
}

// startAs starts the program after its command, which has the terminal for all streams, has been changed.
func startAs(t *testing.T, width, height int, change func(*exec.Cmd), binary string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command(binary, args...)
	change(cmd)
	return launch(t, cmd, width, height)
}

// launch starts a command as the leader of the session of a terminal, which it has for all streams that are not
// set. It remembers reading in a folder of its own, and has the command's environment beside that of the test.
func launch(t *testing.T, cmd *exec.Cmd, width, height int) *terminal {
	t.Helper()
	term := unread(t, cmd, width, height)
	go func() { _, _ = io.Copy(term.file, term.screen) }() // the emulator's answers
	go term.receive()
	return term
}

// unread starts a command in a terminal of which nobody reads what is written, and which answers nothing.
func unread(t *testing.T, cmd *exec.Cmd, width, height int) *terminal {
	t.Helper()
	file, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{
		t: t, file: file, tty: tty, screen: vt.NewEmulator(width, height), changed: make(chan struct{}, 1),
		done: make(chan error, 1), read: make(chan struct{}),
	}
	if err := pty.Setsize(file, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		t.Fatal(err)
	}
	term.cmd, term.state, term.fresh = cmd, t.TempDir(), term.modes()
	term.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_STATE_HOME="+term.state), cmd.Env...)
	if term.cmd.Stdin == nil {
		term.cmd.Stdin = tty
	}
	term.cmd.Stdout, term.cmd.Stderr = tty, tty
	term.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := term.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { term.done <- term.cmd.Wait() }()
	t.Cleanup(func() {
		_ = term.cmd.Process.Kill()
		_ = tty.Close()
		_ = file.Close()
	})
	return term
}

func (term *terminal) receive() {
	defer close(term.read)
	buf := make([]byte, 32<<10)
	for {
		n, err := term.file.Read(buf)
		if n > 0 {
			term.take(buf[:n])
		}
		if err != nil {
			return
		}
	}
}

// receiveUntil receives what the program writes until a text came, and nothing after it.
func (term *terminal) receiveUntil(want string) (received string) {
	term.t.Helper()
	var seen strings.Builder
	for buf := make([]byte, 4096); !strings.Contains(seen.String(), want); {
		n, err := term.file.Read(buf)
		if err != nil {
			term.t.Fatalf("%v after %q", err, seen.String())
		}
		seen.Write(buf[:n])
	}
	return seen.String()
}

// take shows what the program has written.
func (term *terminal) take(b []byte) {
	term.mu.Lock()
	term.raw.Write(b)
	_, _ = term.screen.Write(b)
	term.mu.Unlock()
	select {
	case term.changed <- struct{}{}:
	default:
	}
}

func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.String()
}

// written returns all that was written to the terminal so far.
func (term *terminal) written() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.raw.String()
}

// resize changes the size of the terminal, which tells the program.
func (term *terminal) resize(width, height int) {
	term.t.Helper()
	term.mu.Lock()
	term.screen.Resize(width, height)
	term.mu.Unlock()
	if err := pty.Setsize(term.file, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		term.t.Fatal(err)
	}
}

// see waits until the screen shows a text.
func (term *terminal) see(want string) {
	term.t.Helper()
	deadline := time.After(patience)
	for !strings.Contains(term.text(), want) {
		select {
		case <-term.changed:
		case <-deadline:
			term.t.Fatalf("%q never came up; the screen is:\n%s", want, term.text())
		}
	}
}

// until waits for a state of the terminal that no text on the screen tells of, such as its modes.
func (term *terminal) until(what string, holds func() bool) {
	term.t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			term.t.Fatalf("it never came to this: %s; the screen is:\n%s", what, term.text())
		}
	}
}

func (term *terminal) press(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.file, keys); err != nil {
		term.t.Fatal(err)
	}
}

// build returns the program, which is built once.
func build(t *testing.T) string {
	t.Helper()
	binary, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

var built = sync.OnceValues(func() (string, error) {
	binary := filepath.Join(scratch, "blogtui")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return binary, nil
})

// ended waits for the end of the program and returns how it ended and all that it wrote.
func (term *terminal) ended() (raw string, err error) {
	term.t.Helper()
	select {
	case err = <-term.done:
	case <-time.After(patience):
		term.t.Fatalf("the program did not end; the screen is:\n%s", term.text())
	}
	_ = term.tty.Close()
	<-term.read
	return term.raw.String(), err
}

func (term *terminal) modes() unix.Termios {
	term.t.Helper()
	modes, err := unix.IoctlGetTermios(int(term.tty.Fd()), unix.TCGETS)
	if err != nil {
		term.t.Fatal(err)
	}
	return *modes
}

// The first thing a person does: start, filter by tag, open, scroll, come back, quit.
func TestStoryInARealTerminal(t *testing.T) {
	term := start(t, build(t), 100, 30)
	term.see("engineering, architecture, and technical craft.")
	raw := term.modes()
	term.press("t")
	term.press("jwt")
	term.see("jwt")
	term.press(" \r")
	term.see("1 of ")
	term.press("\r")
	term.see("Part 3 of")
	term.see("0% ")
	term.press("G")
	term.see("100%")
	term.press("q")
	term.see("1 of ")
	term.press("q")
	written, err := term.leave(raw)
	if err != nil {
		t.Errorf("the program ended with %v", err)
	}
	if !strings.Contains(written, "\x1b[?1049h") {
		t.Error("the program drew on the shell's screen")
	}
}

// leave waits for the end and checks that the terminal is as it was: it echoes and edits lines again, as it
// did not while the program ran, and every mode that was set is reset.
func (term *terminal) leave(running unix.Termios) (string, error) {
	term.t.Helper()
	select {
	case err := <-term.done:
		term.done <- err
	case <-time.After(patience):
		term.t.Fatalf("the program did not end; the screen is:\n%s", term.text())
	}
	const lineMode = unix.ECHO | unix.ICANON | unix.ISIG
	if after := term.modes(); after.Lflag&lineMode != lineMode || running.Lflag&lineMode == lineMode {
		term.t.Errorf("the terminal's modes are %#x, and were %#x while the program ran", after.Lflag, running.Lflag)
	}
	written, err := term.ended()
	for _, mode := range kept(written) {
		term.t.Errorf("the terminal was not given back: %s", mode)
	}
	return written, err
}

func TestQuitsFromAnywhereWithCtrlC(t *testing.T) {
	term := start(t, build(t), 80, 24, "fastapi-auth-03-jwt-tokens")
	term.see("JWT Tokens")
	running := term.modes()
	term.press("\x03")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
