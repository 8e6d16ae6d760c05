package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// spare is how many messages in a row may each draw the screen at once. A key and its answers are fewer.
const spare = 8

// What of the time drawing may take where messages come without end, one part in share, and how long a
// screen is put off for that at most.
const (
	share     = 8
	longestOf = 100 * time.Millisecond
)

// paced draws the model after each message, as the toolkit asks, until more come than can be shown: of a
// storm of them, a key held down on a slow line or a text that is pasted as keys, those screens are drawn for
// which the line is free and the processor has the time, and there is always one after the last. So a storm
// passes as fast as it is understood.
type paced struct {
	*Model
	line  *line // nil: one that is never busy
	clock func() time.Time
	drawn tea.View
	at    time.Time     // when it was drawn
	cost  time.Duration // of drawing a screen, about
	spare int           // screens that may still be drawn at once
	later bool          // the last message is not drawn
	due   bool          // the message to draw it is on its way
}

// drawDue says that what has not been drawn must be.
type drawDue struct{}

func newPaced(m *Model, l *line) *paced {
	return &paced{Model: m, line: l, clock: time.Now, spare: spare}
}

// Update implements tea.Model.
func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	_, due := msg.(drawDue)
	if due {
		p.due = false
	} else {
		_, cmd = p.Model.Update(msg)
	}
	var busy <-chan struct{}
	if p.line != nil {
		busy = p.line.busy()
	}
	p.spare = min(spare, p.spare+int(min(p.clock().Sub(p.at)/p.interval(), spare)))
	p.later = busy != nil || p.spare == 0 && !due
	if p.later && !p.due {
		p.due = true
		cmd = tea.Batch(cmd, p.remind(busy))
	}
	return p, cmd
}

// remind returns the command that waits until the screen can be drawn.
func (p *paced) remind(busy <-chan struct{}) tea.Cmd {
	if busy == nil {
		return tea.Tick(p.interval(), func(time.Time) tea.Msg { return drawDue{} })
	}
	return func() tea.Msg {
		<-busy
		return drawDue{}
	}
}

// interval is the time between two screens in a storm.
func (p *paced) interval() time.Duration { return min(max(frameTime, share*p.cost), longestOf) }

// View implements tea.Model.
func (p *paced) View() tea.View {
	if p.later {
		return p.drawn
	}
	begun := p.clock()
	p.drawn, p.at = p.Model.View(), p.clock()
	p.cost += (p.at.Sub(begun) - p.cost) / 4 // one that took long may have been interrupted
	p.spare = max(p.spare-1, 0)
	return p.drawn
}
