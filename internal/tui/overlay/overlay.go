// Package overlay is the panel over a screen: a list that is typed into to narrow it. Enter acts, Esc
// leaves. Tags, categories, sort orders and help are such lists; what their rows mean is the shell's.
package overlay

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/input"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// State is what the mark before a row says.
type State int

// The states of a row.
const (
	Plain State = iota
	On
	Off
	Current
	Done
)

// Row is one line of the panel. Its strings are clean.
type Row struct {
	Key           string // what the row stands for; unique. A heading has none and is never chosen
	Label, Detail string // at the left and at the right
	State         State
	Dim           bool
}

// Event is what a key did, as far as it concerns the owner of the panel.
type Event int

// The events.
const (
	None    Event = iota // the panel moved, narrowed or did nothing
	Toggled              // the state of the chosen row is to change
	Acted                // Enter
	Left                 // Esc
)

// Options are what a panel is made with.
type Options struct {
	Title  string
	Rows   []Row
	Keys   keymap.Overlay
	Close  key.Binding   // another key that leaves, as the one that opened the panel; may be empty
	Toggle bool          // whether rows have states to change
	Hints  []key.Binding // for the lower border, the most important first
	// Typed returns rows that what is typed calls for, to stand above those that it narrows; nil: none.
	Typed func(typed string) []Row
	// About says more of the chosen row than fits into it, below the list; nil: nothing.
	About func(Row) string
	// Ranked is whether what is typed changes the order: rows that begin with it come first. There are no
	// headings then.
	Ranked bool
	Styles *theme.Styles
	Width  int // that suits the rows, in cells, with the border
	Height int // the most rows of the list in view; 0 for as many as there is room for
}

// Model is an open panel.
type Model struct {
	o      Options
	box    *input.Model
	folded []folded // what narrows the rows of the options, by row
	all    []Row    // what is typed calls for, then those of the options
	shown  []int    // of all, those that the box admits, and blank between sections
	chosen int      // of shown
	top    int      // of shown, the first row in view
	rect   layout.Rect
}

// blank stands in Model.shown for an empty row.
const blank = -1

// New opens a panel with the first row chosen, or the one that is current.
func New(o Options) *Model {
	m := &Model{o: o, box: input.New(), folded: foldAll(o.Rows)}
	m.narrow()
	for i := range m.shown {
		if m.at(i).State == Current {
			m.chosen = i
		}
	}
	return m
}

// SetScreen places the panel on a screen of that size, with room for all rows, so that it stays where it
// is while it narrows.
func (m *Model) SetScreen(width, height int) {
	rows := len(m.all)
	for i, r := range m.all {
		if r.Key == "" && i > 0 {
			rows++ // a blank one stands before a heading
		}
	}
	if m.o.Height > 0 {
		rows = min(rows, m.o.Height)
	}
	m.rect = layout.Overlay(width, height, m.o.Width, rows+chrome+m.aboutHeight())
	m.follow()
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) { m.o.Styles = s }

// SetRows replaces the rows. The chosen one stays chosen if it is still there.
func (m *Model) SetRows(rows []Row) {
	row, _ := m.Chosen()
	m.o.Rows, m.folded = rows, foldAll(rows)
	m.narrow()
	for i := range m.shown {
		if key := m.at(i).Key; key != "" && key == row.Key {
			m.chosen = i
		}
	}
	m.follow()
}

// Chosen returns the row under the cursor; false if none is shown.
func (m *Model) Chosen() (Row, bool) {
	if len(m.shown) == 0 {
		return Row{}, false
	}
	return m.at(m.chosen), true
}

// at returns the i-th of the rows that are shown.
func (m *Model) at(i int) Row {
	if m.shown[i] == blank {
		return Row{}
	}
	return m.all[m.shown[i]]
}

// Update handles a key or a paste.
func (m *Model) Update(msg tea.Msg) Event {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if event, handled := m.press(press); handled {
			return event
		}
	}
	if m.box.Update(msg) {
		m.narrow()
		m.follow()
	}
	return None
}

func (m *Model) press(msg tea.KeyPressMsg) (event Event, handled bool) {
	keys := m.o.Keys
	switch {
	case key.Matches(msg, keys.Leave, m.o.Close):
		return Left, true
	case key.Matches(msg, keys.Act):
		return Acted, true
	case m.o.Toggle && key.Matches(msg, keys.Toggle):
		if _, ok := m.Chosen(); ok {
			return Toggled, true
		}
	case key.Matches(msg, keys.Down):
		m.move(1)
	case key.Matches(msg, keys.Up):
		m.move(-1)
	case key.Matches(msg, keys.PageDown):
		m.move(m.rows())
	case key.Matches(msg, keys.PageUp):
		m.move(-m.rows())
	default:
		return None, false
	}
	return None, true
}

// move chooses the row that many further, as far as there are rows.
func (m *Model) move(rows int) {
	if len(m.shown) == 0 {
		return
	}
	m.chosen = min(max(m.chosen+rows, 0), len(m.shown)-1)
	m.skipHeading(rows)
	m.follow()
}

// skipHeading chooses the next row in a direction if a heading is chosen, or the first after it if there
// is none: every heading has a row below it.
func (m *Model) skipHeading(direction int) {
	step := 1
	if direction < 0 {
		step = -1
	}
	for len(m.shown) > 0 && m.at(m.chosen).Key == "" {
		if m.chosen+step < 0 {
			step = 1
		}
		m.chosen += step
	}
}

// follow scrolls as little as possible so that the chosen row is in view, with the heading above it.
func (m *Model) follow() {
	rows := m.rows()
	first := m.chosen
	if first > 0 && m.at(first-1).Key == "" && rows > 1 {
		first--
	}
	m.top = min(m.top, first)
	m.top = max(m.top, m.chosen-rows+1)
	m.top = max(min(m.top, len(m.shown)-rows), 0)
}
