package reader

import (
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// window returns the lines on the screen.
func (m *Model) window() []document.Placed { return m.layout.Window(m.top, m.geometry().Rows) }

// shows tells whether a line is on the screen.
func (m *Model) shows(c document.Cursor) bool {
	lines := m.window()
	return len(lines) > 0 && !c.Less(lines[0].Cursor) && !lines[len(lines)-1].Less(c)
}

// bring scrolls a line onto the screen if it is not there, with a third of the screen above it.
func (m *Model) bring(c document.Cursor) {
	if !m.shows(c) {
		m.goTo(m.layout.Move(c, -m.geometry().Rows/3))
	}
}

// reveal brings a match onto the screen and, on a line that is wider than the screen, pans to it.
func (m *Model) reveal(match document.Match) {
	m.unfold(match.Block)
	c := m.layout.Find(match)
	m.bring(c)
	line := m.layout.Lines(c.Block)[c.Line]
	marks := line.Marks(match.From, match.To)
	if !line.Wide || len(marks) == 0 {
		return
	}
	s := line.Text()
	from, to := text.Width(s[:marks[0].Start])-line.Fixed, text.Width(s[:marks[0].End])-line.Fixed
	room := m.geometry().Code - line.Fixed - 1 // a cell for the mark of more
	if from < m.pan {
		m.pan = max(from-panStep, 0)
	}
	if to-m.pan > room {
		m.pan = min(max(to-room, 0), from)
	}
}

// geometry is where things stand.
func (m *Model) geometry() layout.Reader {
	measure := m.measure
	if m.full {
		measure = 0
	}
	return layout.NewReader(m.width, m.height, measure, (m.contents == nil || len(m.sections) > 0) && !m.full, m.inSeries())
}
