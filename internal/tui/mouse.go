package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
	"github.com/blogtui/blogtui/internal/tui/statusbar"
)

// wheelRows is how many rows a notch of the wheel scrolls.
const wheelRows = 3

// toggleMouse takes the mouse from the terminal, whose own selection then needs Shift, or gives it back.
func (m *Model) toggleMouse() {
	m.mouse = !m.mouse
	text := "mouse off: the terminal selects text again"
	if m.mouse {
		text = "mouse on: wheel and clicks; text is selected with Shift held, " + m.keys.Global.Mouse.Help().Key + " gives the mouse back"
	}
	m.note = &message.Status{Text: text}
}

// point gives what the mouse does to what is under it.
func (m *Model) point(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.wheel(msg.Mouse())
	}
	return nil
}

// click gives a press of the left button to what stands there; one on a hint is its key. The first click on a row chooses it, one on
// a chosen row opens it.
func (m *Model) click(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft || m.opening != nil {
		return nil
	}
	left, hints := m.footer()
	m.note = nil
	if hint, ok := statusbar.At(m.width, left, hints, at.X); ok && at.Y == m.height-1 {
		return m.press(keymap.Press(hint.Keys()[0]))
	}
	switch {
	case m.panel != nil:
		return m.inPanel(func(p *overlay.Model) overlay.Event { return p.Click(at.X, at.Y) })
	case m.search.shown:
		return m.clickSearch(at.X, at.Y)
	case m.screen == readerScreen:
		return m.clickReader(at.X, at.Y)
	}
	cmd, open := m.list.Click(at.X, at.Y)
	if p := m.list.Chosen(); open && p != nil {
		return m.open(p.Slug)
	}
	return cmd
}

// clickReader follows the link, goes to the section of the outline or opens the fold at a cell.
func (m *Model) clickReader(x, y int) tea.Cmd {
	if m.reader.Typing() {
		return nil
	}
	if section, ok := m.reader.SectionAt(x, y); ok {
		m.leave()
		return m.reader.GoToSection(section)
	}
	if target := m.reader.LinkAt(x, y); target != "" {
		return m.follow(target)
	}
	return m.reader.Click(x, y)
}

// wheel scrolls what is under the hand: a panel, else the screen.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	if m.opening != nil {
		return nil
	}
	rows, columns := 0, 0
	switch at.Button {
	case tea.MouseWheelUp:
		rows = -wheelRows
	case tea.MouseWheelDown:
		rows = wheelRows
	case tea.MouseWheelLeft:
		columns = -1
	case tea.MouseWheelRight:
		columns = 1
	}
	switch {
	case m.panel != nil:
		return m.inPanel(func(p *overlay.Model) overlay.Event { return p.Scroll(rows) })
	case m.search.shown:
		return m.scrollSearch(rows)
	case m.screen == readerScreen && columns != 0:
		return m.reader.Pan(columns)
	case m.screen == readerScreen && m.reader.ScrollOutline(at.X, at.Y, rows):
		return nil
	case m.screen == readerScreen:
		return m.reader.Scroll(rows)
	}
	return m.list.Scroll(rows)
}
