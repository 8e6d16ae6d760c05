//go:build linux || darwin

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/termios"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal runs the built program in a pseudo-terminal whose other end is an emulator: it answers what
// the program asks and keeps the screen.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	file *os.File
	done chan error

	mu      sync.Mutex
	screen  *vt.Emulator
	raw     bytes.Buffer
	changed chan struct{}
}

func start(t *testing.T, binary string, width, height int, args ...string) *terminal {
	t.Helper()
	term := &terminal{t: t, screen: vt.NewEmulator(width, height), changed: make(chan struct{}, 1), done: make(chan error, 1)}
	term.cmd = exec.Command(binary, args...)
	term.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_STATE_HOME="+t.TempDir())
	f, err := pty.StartWithSize(term.cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Fatal(err)
	}
	term.file = f
	go func() { _, _ = io.Copy(f, term.screen) }() // the emulator's answers
	go term.read()
	go func() { term.done <- term.cmd.Wait() }()
	t.Cleanup(func() {
		_ = term.cmd.Process.Kill()
		_ = f.Close()
		_ = term.screen.Close()
	})
	return term
}

func (term *terminal) read() {
	buf := make([]byte, 32<<10)
	for {
		n, err := term.file.Read(buf)
		if n > 0 {
			term.mu.Lock()
			term.raw.Write(buf[:n])
			_, _ = term.screen.Write(buf[:n])
			term.mu.Unlock()
			select {
			case term.changed <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return
		}
	}
}

func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.String()
}

// see waits until the screen shows a text.
func (term *terminal) see(want string) {
	term.t.Helper()
	deadline := time.After(20 * time.Second)
	for !strings.Contains(term.text(), want) {
		select {
		case <-term.changed:
		case <-deadline:
			term.t.Fatalf("%q never came up; the screen is:\n%s", want, term.text())
		}
	}
}

func (term *terminal) press(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.file, keys); err != nil {
		term.t.Fatal(err)
	}
}

func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "blogtui")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return binary
}

// The first thing a person does: start, filter by tag, open, scroll, come back, quit.
func TestStoryInARealTerminal(t *testing.T) {
	term := start(t, build(t), 100, 30)
	before, err := termios.GetTermios(int(term.file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	term.see("engineering, architecture, and technical craft.")
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
	select {
	case err := <-term.done:
		if err != nil {
			t.Errorf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("q did not quit; the screen is:\n%s", term.text())
	}
	after, err := termios.GetTermios(int(term.file.Fd()))
	if err == nil && !reflect.DeepEqual(before.Lflag, after.Lflag) && after.Lflag == 0 {
		t.Errorf("the terminal is still raw: %+v", after)
	}
	term.mu.Lock()
	raw := term.raw.String()
	term.mu.Unlock()
	for name, sequence := range map[string]string{"alternate screen": "\x1b[?1049l", "cursor": "\x1b[?25h", "bracketed paste": "\x1b[?2004l"} {
		if !strings.Contains(raw, sequence) {
			t.Errorf("the %s was not given back", name)
		}
	}
}

func TestQuitsFromAnywhereWithCtrlC(t *testing.T) {
	term := start(t, build(t), 80, 24, "fastapi-auth-03-jwt-tokens")
	term.see("JWT Tokens")
	term.press("\x03")
	select {
	case <-term.done:
	case <-time.After(20 * time.Second):
		t.Fatalf("Ctrl-c did not quit; the screen is:\n%s", term.text())
	}
}
