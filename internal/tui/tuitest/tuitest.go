// Package tuitest drives a program as a person would: press keys, wait until nothing moves, look at the
// screen. The program is a real tea.Program, its terminal an emulator, its clock that of testing/synctest,
// so that a story with timers runs in no time and always the same. Every story proves, beside what it is
// about, that nothing is written which a terminal must not be sent.
package tuitest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"github.com/blogtui/blogtui/internal/escapes"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Updating tells whether what a test compares with is to be written anew (-update).
func Updating() bool { return *update }

// idle is how long nothing must happen until the program counts as idle, of the bubble's time: longer
// than any timer of a screen, and many frames.
const idle = 500 * time.Millisecond

// RunOut lets an hour of the bubble's time pass, at its end, so that timers that no one waits for run out:
// those of commands, and the clock of the regular expressions that colour code. That clock is one for the
// whole process, so tests beside stories must not colour code outside of a bubble.
func RunOut() { time.Sleep(time.Hour) }

// Driver is a running program and its screen.
type Driver struct {
	t       testing.TB
	program *tea.Program
	screen  *screen
	done    chan struct{}
	err     error
}

// Story runs a story: the program of the model on a screen of that size. The model must be made by the
// function, inside the bubble.
func Story(t *testing.T, width, height int, model func() tea.Model, story func(*Driver)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		story(Start(t, model(), width, height))
	})
}

// Start starts a program and waits for its screen. It must be called inside a bubble of testing/synctest;
// the program ends with the test.
func Start(t testing.TB, model tea.Model, width, height int) *Driver {
	t.Helper()
	d := &Driver{t: t, screen: newScreen(width, height), done: make(chan struct{})}
	d.program = tea.NewProgram(model,
		tea.WithInput(nil), tea.WithOutput(d.screen), tea.WithoutSignalHandler(), tea.WithFPS(120),
		tea.WithWindowSize(width, height), tea.WithColorProfile(colorprofile.TrueColor),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		defer close(d.done)
		_, d.err = d.program.Run()
	}()
	t.Cleanup(func() {
		d.program.Quit()
		<-d.done
		RunOut()
		for _, bad := range d.screen.violations() {
			t.Errorf("the terminal was sent what it must not be: %s", bad)
		}
	})
	d.Wait()
	return d
}

// Wait waits until the program is idle.
func (d *Driver) Wait() {
	time.Sleep(idle)
	synctest.Wait()
}

// Press presses keys by their names ("j", "enter", "ctrl+d", "pgdown") and waits after each.
func (d *Driver) Press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.program.Send(Key(k))
		d.Wait()
	}
}

// Type types a text, all of it before the program is idle again.
func (d *Driver) Type(text string) {
	for _, r := range text {
		d.program.Send(Key(string(r)))
	}
	d.Wait()
}

// Send sends any message and waits.
func (d *Driver) Send(msg tea.Msg) {
	d.program.Send(msg)
	d.Wait()
}

// Click presses the left button of the mouse on the first letter of a text that is on the screen.
func (d *Driver) Click(text string) {
	d.t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if before, _, found := strings.Cut(line, text); found {
			d.Send(tea.MouseClickMsg{X: ansi.StringWidth(before), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	d.t.Fatalf("the screen does not show %q:\n%s", text, frame(d.Screen()))
}

// Wheel turns the wheel of the mouse by a notch: down, or up for less than 0.
func (d *Driver) Wheel(notches int) {
	button := tea.MouseWheelDown
	if notches < 0 {
		button, notches = tea.MouseWheelUp, -notches
	}
	for range notches {
		d.program.Send(tea.MouseWheelMsg{X: 10, Y: 8, Button: button})
	}
	d.Wait()
}

// Resize changes the size of the terminal.
func (d *Driver) Resize(width, height int) {
	d.screen.resize(width, height)
	d.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Screen returns what is on the screen, without colours and without spaces at the ends of lines.
func (d *Driver) Screen() string { return d.screen.String() }

// Title returns the title of the window.
func (d *Driver) Title() string {
	d.screen.mu.Lock()
	defer d.screen.mu.Unlock()
	return d.screen.title
}

// Foreign tells of escape sequences that the program never makes itself, such as colours of no theme: to
// write one is to obey somebody else.
func (d *Driver) Foreign(sequences ...string) {
	d.screen.mu.Lock()
	defer d.screen.mu.Unlock()
	d.screen.foreign = append(d.screen.foreign, sequences...)
}

// Written returns how many bytes the program has written so far.
func (d *Driver) Written() int {
	d.screen.mu.Lock()
	defer d.screen.mu.Unlock()
	return d.screen.written
}

// See fails the test unless each text is on the screen, on one line.
func (d *Driver) See(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.Screen(), text) {
			d.t.Fatalf("the screen does not show %q:\n%s", text, frame(d.Screen()))
		}
	}
}

// NotSee fails the test if one of the texts is on the screen.
func (d *Driver) NotSee(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.Screen(), text) {
			d.t.Fatalf("the screen shows %q:\n%s", text, frame(d.Screen()))
		}
	}
}

// Golden compares the screen with testdata/NAME.golden, or writes that file if the test is run with
// -update.
func (d *Driver) Golden(name string) {
	d.t.Helper()
	path, got := filepath.Join("testdata", name+".golden"), d.Screen()+"\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			d.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatalf("no golden screen: %v (write it with -update)", err)
	}
	if got != string(want) {
		d.t.Errorf("the screen is not %s:\n%s\nwant\n%s", path, frame(got), frame(string(want)))
	}
}

// Ended tells whether the program has ended, and with which error.
func (d *Driver) Ended() (bool, error) {
	select {
	case <-d.done:
		return true, d.err
	default:
		return false, nil
	}
}

// frame makes the lines of a screen readable in a failure: where they begin, and which are empty.
func frame(screen string) string {
	lines := strings.Split(strings.TrimSuffix(screen, "\n"), "\n")
	return "  │" + strings.Join(lines, "\n  │")
}

// screen is the terminal. The emulator is not for concurrent use, and the program writes to it while the
// test reads.
type screen struct {
	mu        sync.Mutex
	emulator  *vt.Emulator
	title     string
	written   int
	forbidden []string // of what was written
	foreign   []string // sequences that the story calls foreign
}

func newScreen(width, height int) *screen {
	s := &screen{emulator: vt.NewEmulator(width, height)}
	s.emulator.SetCallbacks(vt.Callbacks{Title: func(title string) { s.title = title }})
	return s
}

// Write implements io.Writer for the program. A program without a terminal for its input counts on line
// feeds being translated, as terminals do until they are made raw.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written += len(p)
	if len(s.forbidden) < 10 {
		s.forbidden = append(s.forbidden, escapes.Violations(p, escapes.Screen)...)
	}
	for _, sequence := range s.foreign {
		if at := bytes.Index(p, []byte(sequence)); at >= 0 {
			s.forbidden = append(s.forbidden, fmt.Sprintf("%q in %q", sequence, p[max(0, at-40):at+len(sequence)]))
		}
	}
	if _, err := s.emulator.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

func (s *screen) violations() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.forbidden
}

func (s *screen) resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.Resize(width, height)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.Split(s.emulator.String(), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \r")
	}
	return strings.Join(lines, "\n")
}
