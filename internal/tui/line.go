package tui

import (
	"bytes"
	"io"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"github.com/blogtui/blogtui/internal/crash"
)

// line is the way to the terminal, which may be slow: a modem, a train. A frame is written beside the
// program, which goes on meanwhile, and whoever draws can ask whether it has been written. So keys are
// understood as they come, and of the screens that they lead to only those are drawn that can be shown.
//
// Everything else is waited for, such as what gives the terminal to an editor or to the shell: they begin
// when it has been written.
type line struct {
	out  io.Writer
	turn sync.Mutex // held by who writes, so that what follows waits

	mu      sync.Mutex
	frame   bool     // what is written next is a frame
	writing *writing // what was written last; nil: nothing yet
}

// writing is something that is being written. The error is there once done is closed.
type writing struct {
	done chan struct{}
	err  error
}

// writer returns what the toolkit writes to: a terminal, if the line leads to one.
func (l *line) writer() io.Writer {
	if f, ok := l.out.(term.File); ok {
		return lineTerminal{f, l}
	}
	return l
}

type lineTerminal struct {
	term.File
	line *line
}

func (t lineTerminal) Write(p []byte) (int, error) { return t.line.Write(p) }

// Write implements io.Writer. It waits until what was written before is out, and returns the error of that.
func (l *line) Write(p []byte) (int, error) {
	l.turn.Lock()
	defer l.turn.Unlock()
	if err := l.drain(); err != nil {
		l.begin(nil)
		return 0, err
	}
	w := &writing{done: make(chan struct{})}
	frame := l.begin(w)
	b := bytes.Clone(p)
	crash.Go(func() error {
		defer close(w.done)
		w.err = crash.Try(func() error {
			_, err := l.out.Write(b)
			return err
		})
		return nil
	})
	if frame {
		return len(p), nil
	}
	return len(p), l.drain()
}

// begin notes what is being written, and tells whether it is a frame.
func (l *line) begin(w *writing) (frame bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	frame, l.frame, l.writing = l.frame, false, w
	return frame
}

// drain waits until all is written, and returns the error of what was last.
func (l *line) drain() error {
	l.mu.Lock()
	w := l.writing
	l.mu.Unlock()
	if w == nil {
		return nil
	}
	<-w.done
	return w.err
}

// busy returns what is closed once the frame that is being written is out; nil: none is.
func (l *line) busy() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.writing == nil {
		return nil
	}
	select {
	case <-l.writing.done:
		return nil
	default:
		return l.writing.done
	}
}

// drawn says that what is written next is a frame.
func (l *line) drawn() { l.next(true) }

// meet is told of each message before it is handled. After one that is no more than something to draw the
// toolkit may write what must be out when it returns.
func (l *line) meet(msg tea.Msg) {
	switch msg.(type) {
	case tea.KeyMsg, tea.MouseMsg, tea.WindowSizeMsg, drawDue:
	default:
		l.next(false)
	}
}

func (l *line) next(frame bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.frame = frame
}
