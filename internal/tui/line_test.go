package tui

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// slowTerminal takes a second for each write, and fails or panics if it is told to.
type slowTerminal struct {
	shown bytes.Buffer
	err   error
	panic bool
}

func (s *slowTerminal) Write(p []byte) (int, error) {
	time.Sleep(time.Second)
	if s.panic {
		panic("no such terminal")
	}
	s.shown.Write(p)
	return len(p), s.err
}

// What is written goes out beside the program, whatever happens between the drawing of a screen and its writing:
// a program that waited for a terminal that was stopped would not understand the next key.
func TestNothingWaitsForTheTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &slowTerminal{}
		l := newLine(out)
		begun := time.Now()
		took := func(want time.Duration, what string) {
			t.Helper()
			if got := time.Since(begun); got != want {
				t.Errorf("%s after %v, want %v", what, got, want)
			}
		}
		write := func(s string) {
			t.Helper()
			b := []byte(s)
			if n, err := l.Write(b); n != len(s) || err != nil {
				t.Errorf("writing %q: %d, %v", s, n, err)
			}
			copy(b, "######") // the toolkit uses its buffer again
		}
		if l.busy() != nil {
			t.Error("it is busy before anything was written")
		}
		write("frame ")
		if l.busy() == nil {
			t.Error("it is not busy while a frame is written")
		}
		synctest.Wait() // the frame is on its way alone
		for _, msg := range []tea.Msg{tuitest.Key("j"), drawDue{}, saved{}, tea.BackgroundColorMsg{}, tea.ResumeMsg{}, nil} {
			l.meet(msg)
			write("more ")
		}
		took(0, "all is on its way")
		if err := l.drain(); err != nil {
			t.Error(err)
		}
		took(2*time.Second, "all is out, what came meanwhile at once")
		if l.busy() != nil {
			t.Error("it is busy when all is written")
		}
		for i, msg := range []tea.Msg{tea.SuspendMsg{}, tea.QuitMsg{}, tea.InterruptMsg{}, tea.ExecProcess(exec.Command("vi"), nil)()} {
			l.meet(msg)
			write("given ")
			took(time.Duration(3+2*i)*time.Second, "what gives the terminal away is out")
			write("back ")
			took(time.Duration(4+2*i)*time.Second, "the rest of it is out")
		}
		l.meet(tea.ResumeMsg{})
		write("again ")
		took(10*time.Second, "a frame afterwards is on its way")
		_ = l.drain()
		if got, want := out.shown.String(), "frame "+strings.Repeat("more ", 6)+strings.Repeat("given back ", 4)+"again "; got != want {
			t.Errorf("%q was written, want %q", got, want)
		}
	})
}

func TestWhatCouldNotBeWrittenIsToldOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gone := errors.New("the terminal has gone")
		out := &slowTerminal{err: gone}
		l := newLine(out)
		if _, err := l.Write([]byte("frame")); err != nil {
			t.Error(err)
		}
		<-l.busy()
		if n, err := l.Write([]byte("more")); n != 0 || !errors.Is(err, gone) {
			t.Errorf("the next write says %d, %v", n, err)
		}
		if _, err := l.Write([]byte("more")); err != nil {
			t.Errorf("it is told of twice: %v", err)
		}
		if err := l.drain(); !errors.Is(err, gone) {
			t.Errorf("whoever waits is told %v", err)
		}
		out.err, out.panic = nil, true
		l.meet(tea.QuitMsg{})
		if _, err := l.Write([]byte("more")); err == nil {
			t.Error("a panic is no error")
		}
		out.panic = false
		if _, err := l.Write([]byte("more")); err != nil {
			t.Errorf("a terminal that is there again: %v", err)
		}
	})
}

// While a screen is on its way no other is drawn, and then the last is.
func TestOneScreenIsOnItsWayAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var views int
		l := newLine(&slowTerminal{})
		p := newPaced(New(Options{Probe: func(at string) {
			if at == "view" {
				views++
			}
		}}), l)
		send := func(msg tea.Msg) tea.Cmd {
			l.meet(msg)
			_, cmd := p.Update(msg)
			p.View()
			return cmd
		}
		send(tea.WindowSizeMsg{Width: 80, Height: 24})
		if _, err := l.Write([]byte("frame")); err != nil {
			t.Error(err)
		}
		before := views
		var remind tea.Cmd
		for i := range 100 {
			if cmd := send(tea.WindowSizeMsg{Width: 80, Height: 24 + i}); cmd != nil && remind == nil {
				remind = cmd
			}
		}
		if views != before {
			t.Errorf("%d screens were drawn that cannot be shown yet", views-before)
		}
		if remind == nil {
			t.Fatal("nothing sees to it that the last is drawn")
		}
		begun := time.Now()
		due := remind()
		if got := time.Since(begun); got != time.Second {
			t.Errorf("the last is drawn after %v, want when the line is free", got)
		}
		send(due)
		if views != before+1 {
			t.Errorf("when the line is free %d screens are drawn, want 1", views-before)
		}
	})
}
