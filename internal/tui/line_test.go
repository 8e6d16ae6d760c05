package tui

import (
	"bytes"
	"errors"
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

func TestAFrameIsWrittenBesideTheProgram(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &slowTerminal{}
		l := &line{out: out}
		begun := time.Now()
		took := func(want time.Duration, what string) {
			t.Helper()
			if got := time.Since(begun); got != want {
				t.Errorf("%s after %v, want %v", what, got, want)
			}
		}
		write := func(s string) {
			t.Helper()
			if n, err := l.Write([]byte(s)); n != len(s) || err != nil {
				t.Errorf("writing %q: %d, %v", s, n, err)
			}
		}
		if l.busy() != nil {
			t.Error("it is busy before anything was written")
		}
		l.drawn()
		frame := []byte("frame ")
		if _, err := l.Write(frame); err != nil {
			t.Error(err)
		}
		copy(frame, "######") // the toolkit uses its buffer again
		took(0, "a frame is on its way")
		if l.busy() == nil {
			t.Error("it is not busy while a frame is written")
		}
		write("reset ")
		took(2*time.Second, "what is no frame is out, and the frame before it")
		if l.busy() != nil {
			t.Error("it is busy when all is written")
		}
		l.drawn()
		l.meet(tuitest.Key("j"))
		write("another ")
		took(2*time.Second, "a frame after a key is on its way")
		if err := l.drain(); err != nil {
			t.Error(err)
		}
		took(3*time.Second, "all is out")
		l.drawn()
		l.meet(tea.SuspendMsg{})
		write("given back")
		took(4*time.Second, "what gives the terminal back is out")
		if got, want := out.shown.String(), "frame reset another given back"; got != want {
			t.Errorf("%q was written, want %q", got, want)
		}
	})
}

func TestAFrameThatCouldNotBeWrittenIsToldOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gone := errors.New("the terminal has gone")
		out := &slowTerminal{err: gone}
		l := &line{out: out}
		l.drawn()
		if _, err := l.Write([]byte("frame")); err != nil {
			t.Error(err)
		}
		if _, err := l.Write([]byte("more")); !errors.Is(err, gone) {
			t.Errorf("the next write says %v", err)
		}
		out.err, out.panic = nil, true
		if _, err := l.Write([]byte("more")); err == nil {
			t.Error("a panic is no error")
		}
	})
}

// While a screen is on its way no other is drawn, and then the last is.
func TestOneScreenIsOnItsWayAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var views int
		l := &line{out: &slowTerminal{}}
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
