package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/layout"
	"github.com/blogtui/blogtui/internal/tui/statusbar"
)

// view draws what is on the screen.
func (m *Model) view() tea.View {
	v := tea.NewView(m.content())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = text.CleanLine(m.title())
	if m.bringsBackground() {
		v.BackgroundColor, v.ForegroundColor = m.styles.Background, m.styles.Ink
	}
	return v
}

// title names what is on the screen.
func (m *Model) title() string {
	if p := m.reader.Post(); m.screen == readerScreen && p != nil {
		return p.Title + " — " + m.list.Title()
	}
	return m.list.Title()
}

// content draws the screen: exactly as many lines as the terminal has, none wider.
func (m *Model) content() string {
	if m.width < 1 || m.height < 1 {
		return ""
	}
	if layout.TooSmall(m.width, m.height) {
		return m.tooSmall()
	}
	screen := m.list.View()
	if m.screen == readerScreen {
		screen = m.reader.View()
	}
	if m.search.shown {
		screen = m.search.screen.View()
	}
	left, hints := m.footer()
	screen += "\n" + statusbar.View(m.styles, m.width, left, hints)
	if m.panel != nil {
		screen = m.panel.Over(screen)
	}
	return screen
}

// footer returns the last line: a note if there is one, else what the screen says of itself, and the keys that
// matter.
func (m *Model) footer() (left string, hints []key.Binding) {
	left, hints = m.list.Footer(m.width)
	if m.screen == readerScreen {
		left, hints = m.reader.Footer(m.width)
	}
	if m.search.shown {
		left, hints = m.search.screen.Footer()
	}
	if m.panel != nil {
		hints = nil // the keys are the panel's now, which shows its own
	}
	if m.note != nil {
		left = statusbar.Note(m.styles, m.width, *m.note)
	}
	return left, hints
}

// tooSmall says so on as much room as there is.
func (m *Model) tooSmall() string {
	lines := make([]string, m.height)
	for i, r := range text.Wrap("too small", m.width) {
		if i < m.height {
			lines[i] = text.Truncate("too small"[r.Start:r.End], m.width)
		}
	}
	return strings.Join(lines, "\n")
}
