package overlay

import (
	"charm.land/bubbles/v2/key"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// Click takes a click on a cell of the screen. On a row whose state can change it changes it; on any other
// it chooses the row, and on the chosen one it is Enter. On a hint it is the hint's key, beside the panel Esc.
func (m *Model) Click(x, y int) Event {
	if !m.rect.Has(x, y) {
		return Left
	}
	if hint, ok := m.hintAt(x, y); ok {
		return m.Update(keymap.Press(hint.Keys()[0]))
	}
	i, ok := m.rowAt(y)
	if !ok {
		return None
	}
	again := i == m.chosen
	m.chosen = i
	switch {
	case m.o.Toggle:
		return Toggled
	case again:
		return Acted
	}
	return None
}

// hintAt returns which of the hints in the lower border stands at a cell of the screen.
func (m *Model) hintAt(x, y int) (key.Binding, bool) {
	hints := m.fitting(m.rect.W - 2*corner - 2)
	at := m.rect.X + m.rect.W - corner - 1 + text.Width(between)
	for _, hint := range hints {
		at -= hintWidth(hint) + text.Width(between)
	}
	for _, hint := range hints {
		if y == m.rect.Y+len(m.lines())-1 && x >= at && x < at+hintWidth(hint) {
			return hint, true
		}
		at += hintWidth(hint) + text.Width(between)
	}
	return key.Binding{}, false
}

// rowAt returns which of the rows that are shown stands at a row of the screen; a heading is none.
func (m *Model) rowAt(y int) (int, bool) {
	row := y - m.rect.Y - above
	i := m.top + row
	return i, row >= 0 && row < m.rows() && i < len(m.shown) && m.at(i).Key != ""
}

// Scroll moves the list by rows. The cursor goes along as far as it must to stay in view; where all of the
// list is in view it goes by itself.
func (m *Model) Scroll(rows int) Event {
	top := max(min(m.top+rows, len(m.shown)-m.rows()), 0)
	if top == m.top {
		m.move(rows)
		return None
	}
	m.top = top
	m.chosen = min(max(m.chosen, top+1), top+m.rows()-1) // the row under a heading may be the first
	m.skipHeading(rows)
	m.follow()
	return None
}
