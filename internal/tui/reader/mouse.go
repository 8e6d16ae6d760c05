package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
)

// at returns the line of the text that stands at a row of the screen.
func (m *Model) at(y int) (document.Placed, bool) {
	if m.layout == nil || m.alone != nil {
		return document.Placed{}, false
	}
	lines, row := m.window(), y-m.geometry().Head
	if row < 0 || row >= len(lines) {
		return document.Placed{}, false
	}
	return lines[row], true
}

// linkAt returns the link at a cell of the screen, without one if there is none.
func (m *Model) linkAt(x, y int) (t target) {
	line, ok := m.at(y)
	g := m.geometry()
	if !ok || x < g.Left {
		return target{}
	}
	if under := m.shown(line, g, nil).Cut(x-g.Left, x-g.Left+1); len(under) > 0 {
		t = target{line.Block, under[0].Link}
	}
	return t
}

// LinkAt returns the address of the link at a cell of the screen, "" if there is none or it names a footnote.
func (m *Model) LinkAt(x, y int) string {
	t := m.linkAt(x, y)
	if t.link == 0 {
		return ""
	}
	if _, ok := m.note(t); ok {
		return ""
	}
	return m.doc.Link(t.link).Target
}

// SectionAt returns which section of the outline beside the text stands at a cell of the screen.
func (m *Model) SectionAt(x, y int) (int, bool) {
	if m.layout == nil || m.alone != nil {
		return 0, false
	}
	r := m.geometry().Outline
	i := m.firstSection(r) + y - r.Y
	return i, r.Has(x, y) && i < len(m.sections)
}

// ScrollOutline scrolls the outline beside the text by rows, if a cell of the screen is of it.
func (m *Model) ScrollOutline(x, y, rows int) bool {
	if m.layout == nil || m.alone != nil {
		return false
	}
	r := m.geometry().Outline
	if !r.Has(x, y) {
		return false
	}
	section := m.Section()
	m.scrolled = scrolled{section, max(min(m.firstSection(r)+rows, len(m.sections)-r.H), 0) - (section - r.H/3)}
	return true
}

// Click opens or closes the footnote or the fold at a cell of the screen.
func (m *Model) Click(x, y int) tea.Cmd {
	line, ok := m.at(y)
	if t := m.linkAt(x, y); t.link > 0 {
		if n, ok := m.note(t); ok {
			m.turnNote(t, n)
		}
		return m.colour()
	}
	if !ok || line.Offset < 0 || !m.overFold(line.Block) {
		return nil
	}
	m.setFold(line.Block, m.layout.Folded(line.Block))
	m.goTo(m.top)
	return m.colour()
}

// Scroll moves the text, or the table that stands alone, by lines.
func (m *Model) Scroll(lines int) tea.Cmd {
	switch {
	case m.layout == nil:
		return nil
	case m.alone != nil:
		m.alone.scroll(lines, m.aloneRows())
	default:
		m.goTo(m.layout.Move(m.top, lines))
	}
	return m.colour()
}

// Pan moves wide code and tables to the right, or to the left for -1.
func (m *Model) Pan(direction int) tea.Cmd {
	switch {
	case m.layout == nil:
	case m.alone != nil:
		m.alone.panBy(direction, m.aloneWidth())
	case direction > 0:
		m.pan = max(m.pan, min(m.pan+panStep, m.farthest()))
	default:
		m.pan = max(m.pan-panStep, 0)
	}
	return nil
}
