package tui

import (
	"io"
	"reflect"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"github.com/blogtui/blogtui/internal/crash"
)

// line is the way to the terminal, which may be slow: a modem, a train, a screen that was stopped. What is
// written goes out beside the program, which never waits for it, and whoever draws can ask whether all is out.
// So keys are understood as they come, and of the screens that they lead to only those are drawn that can be
// shown; little else is ever written.
//
// What gives the terminal away, to an editor, to the shell or at the end, is waited for: they begin when it is
// out.
type line struct {
	out      io.Writer
	toEditor reflect.Type // of the message that gives the terminal to another program, for which the toolkit has no name

	mu     sync.Mutex
	waits  bool          // what is written now is waited for
	queue  []byte        // to be written
	flow   chan struct{} // closed when all is out; nil: it is
	failed error         // of what was written, not told of yet
}

func newLine(out io.Writer) *line {
	return &line{out: out, toEditor: reflect.TypeOf(tea.Exec(nil, nil)())}
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

// Write implements io.Writer. An error may be that of something that was written before.
func (l *line) Write(p []byte) (int, error) {
	l.mu.Lock()
	if err := l.failure(); err != nil {
		l.mu.Unlock()
		return 0, err
	}
	l.queue = append(l.queue, p...)
	if l.flow == nil {
		l.flow = make(chan struct{})
		crash.Go(l.empty)
	}
	waits := l.waits
	l.mu.Unlock()
	if waits {
		return len(p), l.drain()
	}
	return len(p), nil
}

// empty writes the queue until there is none, or it cannot.
func (l *line) empty() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.queue) > 0 {
		b := l.queue
		l.queue = nil
		l.mu.Unlock()
		err := crash.Try(func() error {
			_, err := l.out.Write(b)
			return err
		})
		l.mu.Lock()
		if err != nil {
			l.queue, l.failed = nil, err
		}
	}
	close(l.flow)
	l.flow = nil
	return nil
}

// failure returns the error that has not been told of. The mutex must be held.
func (l *line) failure() error {
	err := l.failed
	l.failed = nil
	return err
}

// drain waits until all is out, and returns the error that has not been told of.
func (l *line) drain() error {
	if flow := l.busy(); flow != nil {
		<-flow
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.failure()
}

// busy returns what is closed once all is out that was written; nil: it is.
func (l *line) busy() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flow
}

// meet is told of each message before it is handled: after some the toolkit gives the terminal away.
func (l *line) meet(msg tea.Msg) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch msg.(type) {
	case tea.SuspendMsg, tea.QuitMsg, tea.InterruptMsg:
		l.waits = true
	default:
		l.waits = reflect.TypeOf(msg) == l.toEditor
	}
}
