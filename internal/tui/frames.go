package tui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/crash"
)

// framesPerSecond is how often Bubble Tea looks whether there is something to draw, until frames takes
// over.
const framesPerSecond = 90

// The times between two looks while something happens and while nothing does, and how long nothing must
// have happened until it counts as that.
const (
	frameTime = 2 * time.Millisecond
	restTime  = time.Minute
	restAfter = 150 * time.Millisecond
)

// frames lets Bubble Tea's frame timer run only while there may be something to draw. As the toolkit has
// it the timer's rate is fixed: a key waits for the next frame, and an idle program goes on looking, more
// than three hundred times a second awake for nothing at ninety frames. What is on the screen changes only
// with a message, so the timer may rest when there are none, and be fast when there are.
//
// The toolkit has no option for it, so frames reaches for its timer by name; if a later version has no
// such field the timer stays as it is, and TestTheFrameTimerIsFound says so.
type frames struct {
	program *tea.Program
	quiet   *time.Timer

	mu     sync.Mutex
	ticker *time.Ticker // nil: not found yet
	awake  bool
}

// newFrames returns the frames of a program that does not run yet. Once it has ended they may rest one more time,
// which nobody sees.
func newFrames() *frames {
	f := &frames{}
	f.quiet = time.AfterFunc(restAfter, func() { _ = crash.Try(f.rest) })
	return f
}

// see is a filter of the program's messages. It lets all of them through: each is a sign of life.
func (f *frames) see(_ tea.Model, msg tea.Msg) tea.Msg {
	f.quiet.Reset(restAfter)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ticker == nil {
		f.ticker = frameTicker(f.program)
	}
	if !f.awake && f.ticker != nil {
		f.awake = true
		f.ticker.Reset(frameTime)
	}
	return msg
}

func (f *frames) rest() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.awake {
		f.awake = false
		f.ticker.Reset(restTime)
	}
	return nil
}

// frameTicker returns the timer of a program that runs; nil if it is not where it used to be. It must be
// called from the program's own loop, which has set the field before.
func frameTicker(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}
