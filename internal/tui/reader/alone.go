package reader

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
)

// sheet is what can have the screen for itself. Its first row is its header, the columns are the cells at which
// they begin and, at last, the width of the whole.
type sheet interface {
	Len() int
	Row(i int) []document.Line
	Columns() []int
}

// alone is a table or a diagram that has the screen for itself: header and first column of a table stay, the
// rest is scrolled and panned.
type alone struct {
	sheet
	block int
	row   int // the first in view, from 1: the header is 0
	line  int // the first of its lines
	pan   int // cells
}

// Alone tells whether a table or a diagram has the screen for itself.
func (m *Model) Alone() bool { return m.alone != nil }

func (m *Model) openAlone(block int) tea.Cmd {
	s, err := m.sheet(block)
	if err != nil {
		return say(err.Error())
	}
	m.alone = &alone{sheet: s, block: block, row: 1}
	return nil
}

// sheet sets the table or the diagram of a block for the whole screen.
func (m *Model) sheet(block int) (sheet, error) {
	if m.doc.Draws(block) {
		return document.NewFullDiagram(m.doc, block, m.aloneWidth(), m.styles)
	}
	return document.NewFullTable(m.doc, block, m.styles), nil
}

// reshapeAlone sets what stands alone anew, for another size or other styles, and keeps the place.
func (m *Model) reshapeAlone() {
	a := m.alone
	if a == nil {
		return
	}
	s, err := m.sheet(a.block)
	if err != nil { // it was drawn before
		m.alone = nil
		return
	}
	a.sheet = s
	a.scroll(0, m.aloneRows())
	a.panTo(a.pan, m.aloneWidth())
}

// pressAlone handles all keys while a table or a diagram stands alone.
func (m *Model) pressAlone(msg tea.KeyPressMsg) {
	a, keys, rows := m.alone, m.keys.Reader, m.aloneRows()
	switch {
	case key.Matches(msg, keys.Clear, keys.Back, keys.Act, keys.Return):
		m.alone = nil
	case key.Matches(msg, keys.Top):
		a.row, a.line = 1, 0
	case key.Matches(msg, keys.Bottom):
		a.row, a.line = a.last(rows)
	case key.Matches(msg, keys.PanRight):
		a.panBy(+1, m.aloneWidth())
	case key.Matches(msg, keys.PanLeft):
		a.panBy(-1, m.aloneWidth())
	default:
		if lines, ok := scrolling(msg, keys.Move, rows); ok {
			a.scroll(lines, rows)
		}
	}
}

// scroll moves by lines, up or down, as far as there are any.
func (a *alone) scroll(lines, rows int) {
	a.line += lines
	for a.line < 0 && a.row > 1 {
		a.row--
		a.line += len(a.Row(a.row))
	}
	for a.row < a.Len() && a.line >= len(a.Row(a.row)) {
		a.line -= len(a.Row(a.row))
		a.row++
	}
	a.line = max(a.line, 0)
	if row, line := a.last(rows); a.row > row || a.row == row && a.line > line {
		a.row, a.line = row, line
	}
}

// last returns where the screen begins that ends with the table.
func (a *alone) last(rows int) (row, line int) {
	for row := a.Len() - 1; row >= 1; row-- {
		n := len(a.Row(row))
		if n >= rows {
			return row, n - rows
		}
		rows -= n
	}
	return 1, 0
}

// panBy pans by a column, or by steps through one that is wider than half of the room.
func (a *alone) panBy(direction, room int) {
	columns := a.Columns()
	fixed := a.fixed(room)
	next := a.pan + direction*max(panStep, room/2)
	for _, at := range columns[:len(columns)-1] {
		at -= fixed
		if direction > 0 && at > a.pan && at < next || direction < 0 && at < a.pan && at > next {
			next = at
			if direction > 0 {
				break
			}
		}
	}
	a.panTo(next, room)
}

func (a *alone) panTo(pan, room int) {
	columns := a.Columns()
	a.pan = max(min(pan, columns[len(columns)-1]-room), 0)
}

// fixed is the cells at the left that stay: the first column, unless that is too much to keep.
func (a *alone) fixed(room int) int {
	if columns := a.Columns(); len(columns) > 2 && columns[1] <= room*2/3 {
		return columns[1]
	}
	return 0
}

// aloneMargin is the cells at each side of what stands alone.
func (m *Model) aloneMargin() int {
	if m.width < leastMeasure {
		return 0
	}
	return 2 // where the last line begins
}

func (m *Model) aloneWidth() int { return max(m.width-2*m.aloneMargin(), 1) }

// aloneRows is how many lines there are for the rows below the header.
func (m *Model) aloneRows() int { return max(m.height-len(m.alone.Row(0)), 1) }

// viewAlone draws the table or the diagram alone.
func (m *Model) viewAlone() string {
	a := m.alone
	lines := append([]document.Line(nil), a.Row(0)...)
	for row := a.row; row < a.Len() && len(lines) < m.height; row++ {
		rest := a.Row(row)
		if row == a.row {
			rest = rest[min(a.line, len(rest)):]
		}
		lines = append(lines, rest...)
	}
	room := m.aloneWidth()
	fixed := a.fixed(room)
	pad := strings.Repeat(" ", m.aloneMargin())
	out := make([]string, m.height)
	for i := range out {
		if i < len(lines) {
			var b strings.Builder
			b.WriteString(pad)
			line := panned(m.marked(document.Placed{Cursor: document.Cursor{Block: a.block}, Line: lines[i]}), fixed, a.pan, room, m.styles.Markup.More)
			line.Append(&b, m.doc.Target)
			out[i] = b.String()
		}
	}
	return strings.Join(out, "\n")
}

// statusAlone says which rows are on the screen.
func (m *Model) statusAlone() string {
	a := m.alone
	last, free := a.row, m.aloneRows()+a.line
	for last < a.Len() && free > 0 {
		free -= len(a.Row(last))
		last++
	}
	if m.doc.Draws(a.block) {
		return m.styles.Text.Render(fmt.Sprintf("diagram, lines %d to %d of %d", min(a.row, last-1), last-1, a.Len()-1))
	}
	return m.styles.Text.Render(fmt.Sprintf("table, rows %d to %d of %d", min(a.row, last-1), last-1, a.Len()-1))
}
