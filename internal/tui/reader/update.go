package reader

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// Update handles a key, a paste or an answer.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case coloured:
		m.takeColours(msg)
	case found:
		return m.takeFound(msg)
	case foundFirst:
		return m.takeFirst(msg)
	case contents:
		return m.takeContents(msg)
	case tea.PasteMsg:
		if m.find != nil && m.find.box != nil {
			return m.typeFind(msg)
		}
	case tea.KeyPressMsg:
		return m.press(msg)
	}
	return nil
}

func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.layout == nil:
		return m.leave(msg)
	case m.alone != nil:
		m.pressAlone(msg)
		return nil
	case m.find != nil && m.find.box != nil:
		return m.typeFind(msg)
	}
	for _, handle := range []func(tea.KeyPressMsg) (tea.Cmd, bool){m.mark, m.pressFind, m.pressFocus} {
		if cmd, handled := handle(msg); handled {
			return cmd
		}
	}
	if cmd := m.leave(msg); cmd != nil {
		return cmd
	}
	for _, handle := range []func(tea.KeyPressMsg) bool{m.clear, m.scroll, m.jump, m.shape} {
		if handle(msg) {
			break
		}
	}
	return m.colour()
}

// leave handles the keys that lead to another screen or post.
func (m *Model) leave(msg tea.KeyPressMsg) tea.Cmd {
	keys := m.keys.Reader
	switch {
	case key.Matches(msg, keys.Back), key.Matches(msg, keys.Clear) && m.find == nil && m.focused() == nil:
		return func() tea.Msg { return message.Back{} }
	case key.Matches(msg, keys.NextPart):
		return func() tea.Msg { return message.Step{Delta: +1} }
	case key.Matches(msg, keys.PrevPart):
		return func() tea.Msg { return message.Step{Delta: -1} }
	}
	return nil
}

// clear takes the keyboard from a link, then what was found from the screen.
func (m *Model) clear(msg tea.KeyPressMsg) bool {
	if !key.Matches(msg, m.keys.Reader.Clear) {
		return false
	}
	if m.focused() == nil {
		m.clearFind()
	}
	m.focus = nil
	return true
}

// scrolling returns by how many lines a key moves a text of which so many are on the screen.
func scrolling(msg tea.KeyPressMsg, keys keymap.Move, rows int) (lines int, ok bool) {
	switch {
	case key.Matches(msg, keys.Down):
		return 1, true
	case key.Matches(msg, keys.Up):
		return -1, true
	case key.Matches(msg, keys.HalfDown):
		return max(rows/2, 1), true
	case key.Matches(msg, keys.HalfUp):
		return -max(rows/2, 1), true
	case key.Matches(msg, keys.PageDown):
		return max(rows-2, 1), true // two lines stay, to read on from
	case key.Matches(msg, keys.PageUp):
		return -max(rows-2, 1), true
	}
	return 0, false
}

// scroll moves by lines and screens.
func (m *Model) scroll(msg tea.KeyPressMsg) bool {
	lines, ok := scrolling(msg, m.keys.Reader.Move, m.geometry().Rows)
	if ok {
		m.goTo(m.layout.Move(m.top, lines))
	}
	return ok
}

// jump moves to the ends, to headings and to code.
func (m *Model) jump(msg tea.KeyPressMsg) bool {
	keys := m.keys.Reader
	switch {
	case key.Matches(msg, keys.Top):
		m.goTo(document.Cursor{})
	case key.Matches(msg, keys.Bottom):
		m.goTo(m.layout.Last(m.geometry().Rows))
	case key.Matches(msg, keys.NextHeading):
		m.seek(+1, document.HeadingBlock)
	case key.Matches(msg, keys.PrevHeading):
		m.seek(-1, document.HeadingBlock)
	case key.Matches(msg, keys.NextCode):
		m.seek(+1, document.CodeBlock)
	case key.Matches(msg, keys.PrevCode):
		m.seek(-1, document.CodeBlock)
	default:
		return false
	}
	return true
}

// seek goes to the next block of a kind, or to the one before, from where one is.
func (m *Model) seek(step int, kind document.Kind) {
	from := m.top
	if m.aim != noBlock {
		from = m.layout.Start(m.aim)
	}
	for b := from.Block; b >= 0; b = m.beside(b, step) {
		if m.doc.Block(b).Kind != kind {
			continue
		}
		if c := m.layout.Start(b); step > 0 && from.Less(c) || step < 0 && c.Less(from) {
			m.goToBlock(b)
			return
		}
	}
	if step < 0 {
		m.goTo(document.Cursor{})
	}
}

// beside returns the block after another, or before it; noBlock at the end.
func (m *Model) beside(block, step int) int {
	if step > 0 {
		return m.doc.Next(block)
	}
	return m.doc.Prev(block)
}

// shape pans wide lines, changes the measure and how code is set.
func (m *Model) shape(msg tea.KeyPressMsg) bool {
	keys := m.keys.Reader
	switch {
	case key.Matches(msg, keys.PanRight):
		m.pan = max(m.pan, min(m.pan+panStep, m.farthest()))
		return true
	case key.Matches(msg, keys.PanLeft):
		m.pan = max(m.pan-panStep, 0)
		return true
	}
	var change func()
	switch {
	case key.Matches(msg, keys.WrapCode):
		change = func() { m.wrapCode, m.pan = !m.wrapCode, 0 }
	case key.Matches(msg, keys.NumberCode):
		change = func() { m.numberCode = !m.numberCode }
	case key.Matches(msg, keys.FullWidth):
		change = func() { m.full = !m.full }
	case key.Matches(msg, keys.Wider):
		change = func() { m.measure = min(m.measure+measureStep, mostMeasure) }
	case key.Matches(msg, keys.Narrower):
		change = func() { m.measure = max(m.measure-measureStep, leastMeasure) }
	case key.Matches(msg, keys.ResetWidth):
		change = func() { m.measure, m.full = defaultMeasure, false }
	default:
		return false
	}
	m.reshape(change)
	return true
}

// farthest returns how far the lines on the screen can be panned, in cells.
func (m *Model) farthest() int {
	g, most := m.geometry(), 0
	for _, line := range m.window() {
		if line.Wide {
			most = max(most, line.Width()-g.Code)
		}
	}
	return most
}
