package reader

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// Update handles a key or an answer.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case coloured:
		m.takeColours(msg)
		return nil
	case tea.KeyPressMsg:
		if m.layout == nil {
			return m.leave(msg)
		}
		if cmd := m.leave(msg); cmd != nil {
			return cmd
		}
		if !m.scroll(msg) && !m.jump(msg) {
			m.shape(msg)
		}
		return m.colour()
	}
	return nil
}

// leave handles the keys that lead to another screen or post.
func (m *Model) leave(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.Back):
		return func() tea.Msg { return message.Back{} }
	case key.Matches(msg, m.keys.NextPart):
		return func() tea.Msg { return message.Step{Delta: +1} }
	case key.Matches(msg, m.keys.PrevPart):
		return func() tea.Msg { return message.Step{Delta: -1} }
	}
	return nil
}

// scroll moves by lines and screens.
func (m *Model) scroll(msg tea.KeyPressMsg) bool {
	rows := m.geometry().rows
	var lines int
	switch {
	case key.Matches(msg, m.keys.Down):
		lines = 1
	case key.Matches(msg, m.keys.Up):
		lines = -1
	case key.Matches(msg, m.keys.HalfDown):
		lines = max(rows/2, 1)
	case key.Matches(msg, m.keys.HalfUp):
		lines = -max(rows/2, 1)
	case key.Matches(msg, m.keys.PageDown):
		lines = max(rows-2, 1) // two lines stay, to read on from
	case key.Matches(msg, m.keys.PageUp):
		lines = -max(rows-2, 1)
	default:
		return false
	}
	m.goTo(m.layout.Move(m.top, lines))
	return true
}

// jump moves to the ends, to headings and to code.
func (m *Model) jump(msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, m.keys.Top):
		m.goTo(document.Cursor{})
	case key.Matches(msg, m.keys.Bottom):
		m.goTo(m.layout.Last(m.geometry().rows))
	case key.Matches(msg, m.keys.NextHeading):
		m.seek(+1, m.headings())
	case key.Matches(msg, m.keys.PrevHeading):
		m.seek(-1, m.headings())
	case key.Matches(msg, m.keys.NextCode):
		m.seek(+1, m.codes())
	case key.Matches(msg, m.keys.PrevCode):
		m.seek(-1, m.codes())
	default:
		return false
	}
	return true
}

func (m *Model) seek(step int, blocks []int) {
	if c, ok := m.layout.Seek(m.top, step, blocks); ok {
		m.goTo(c)
	} else if step < 0 {
		m.goTo(document.Cursor{})
	}
}

func (m *Model) headings() []int {
	var out []int
	for _, h := range m.doc.Headings {
		out = append(out, h.Block)
	}
	return out
}

func (m *Model) codes() []int {
	var out []int
	for _, c := range m.doc.Code {
		out = append(out, c.Block)
	}
	return out
}

// shape pans wide lines and changes the measure.
func (m *Model) shape(msg tea.KeyPressMsg) {
	switch {
	case key.Matches(msg, m.keys.PanRight):
		m.pan = min(m.pan+panStep, m.farthest())
		return
	case key.Matches(msg, m.keys.PanLeft):
		m.pan = max(m.pan-panStep, 0)
		return
	case key.Matches(msg, m.keys.FullWidth):
		m.full = !m.full
	case key.Matches(msg, m.keys.Wider):
		m.measure = min(m.measure+measureStep, mostMeasure)
	case key.Matches(msg, m.keys.Narrower):
		m.measure = max(m.measure-measureStep, leastMeasure)
	case key.Matches(msg, m.keys.ResetWidth):
		m.measure, m.full = defaultMeasure, false
	default:
		return
	}
	m.layOut()
}

// farthest returns how far the lines on the screen can be panned, in cells.
func (m *Model) farthest() int {
	g, most := m.geometry(), 0
	for _, line := range m.layout.Window(m.top, g.rows) {
		if line.Wide {
			most = max(most, line.Width()-g.code)
		}
	}
	return most
}
