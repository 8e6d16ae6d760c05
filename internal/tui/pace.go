package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// spare is how many messages in a row may each draw the screen at once. A key and its answers are fewer.
const spare = 8

// paced draws the model after each message, as the toolkit asks, until more come than can be shown: of a
// storm of them, a key held down on a slow line or a text that is pasted as keys, one screen in frameTime is
// enough, and there is always one after the last. So a storm passes as fast as it is understood.
type paced struct {
	*Model
	clock func() time.Time
	drawn tea.View
	at    time.Time // when it was drawn
	spare int       // screens that may still be drawn at once
	later bool      // the last message is not drawn
	due   bool      // the message to draw it is on its way
}

// drawDue says that what has not been drawn must be.
type drawDue struct{}

func newPaced(m *Model) *paced { return &paced{Model: m, clock: time.Now, spare: spare} }

// Update implements tea.Model.
func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(drawDue); ok {
		p.due, p.later = false, false
		return p, nil
	}
	_, cmd := p.Model.Update(msg)
	now := p.clock()
	p.spare = min(spare, p.spare+int(min(now.Sub(p.at)/frameTime, spare)))
	p.later = p.spare == 0
	if p.later && !p.due {
		p.due = true
		cmd = tea.Batch(cmd, tea.Tick(frameTime, func(time.Time) tea.Msg { return drawDue{} }))
	}
	return p, cmd
}

// View implements tea.Model.
func (p *paced) View() tea.View {
	if p.later {
		return p.drawn
	}
	p.drawn, p.at = p.Model.View(), p.clock()
	p.spare = max(p.spare-1, 0)
	return p.drawn
}
