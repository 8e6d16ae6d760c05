// Package results is the screen of the search through all posts: what is typed, how far the search is, and
// a card for each section that was found. It asks for nothing itself: the shell searches, and brings what
// comes of it.
package results

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/input"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/layout"
	"github.com/blogtui/blogtui/internal/tui/preview"
)

// Event is what a key did, as far as it concerns the shell.
type Event int

// The events.
const (
	None   Event = iota // the cursor moved, or nothing did
	Typed               // the query is another one
	Opened              // Enter, on the chosen hit
	Left                // Esc
)

// Model is the screen.
type Model struct {
	keys   keymap.Keymap
	styles *theme.Styles
	place  layout.Search
	width  int
	height int

	box    *input.Completing
	wrong  *filter.SyntaxError // what is wrong with the query; nil: nothing
	found  search.Results
	state  state
	chosen int // of found.Hits
	top    int // the first in view

	asked   asked // what is looked for
	preview *preview.Model
}

// state is what there is to say of the search.
type state int

const (
	idle      state = iota // nothing is looked for
	searching              // what was found is not all
	done
)

// New returns the screen with an empty query.
func New(keys keymap.Keymap, s *theme.Styles) *Model {
	box := keys.Search
	return &Model{keys: keys, styles: s, preview: preview.New(s), box: input.NewCompleting(nil,
		input.Keys{Next: box.Next, Prev: box.Prev, Right: box.Right, Left: box.Left, Leave: box.Leave})}
}

// SetWords tells the screen what can be written in a query.
func (m *Model) SetWords(words filter.Vocabulary) { m.box.SetWords(words) }

// SetSize gives the screen its rectangle, in cells.
func (m *Model) SetSize(width, height int) tea.Cmd {
	m.width, m.height, m.place = width, height, layout.NewSearch(width, height)
	m.follow()
	return tea.Batch(m.preview.SetPlace(m.place.Beside), m.Look())
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) tea.Cmd {
	m.styles = s
	return m.preview.SetStyles(s)
}

// Query returns what is typed.
func (m *Model) Query() string { return m.box.Value() }

// Clear shows that nothing is looked for.
func (m *Model) Clear() {
	m.wrong, m.found, m.state, m.chosen, m.top = nil, search.Results{}, idle, 0, 0
}

// Refuse says what is wrong with the query. What was found before stays.
func (m *Model) Refuse(wrong *filter.SyntaxError) { m.wrong = wrong }

// Accept takes back what was wrong with the query.
func (m *Model) Accept() { m.wrong = nil }

// Take shows what was found. first tells that it is the first that a query has brought: then the best hit is
// chosen, unless the hit under the cursor is still there and the query the same.
func (m *Model) Take(found search.Results, first, same bool) {
	before, any := m.Chosen()
	m.found, m.state = found, done
	if found.Searched < found.Total {
		m.state = searching
	}
	if first && !same {
		m.chosen, m.top = 0, 0
	} else if any && m.chosen > 0 {
		m.choose(before)
	}
	m.follow()
}

// choose puts the cursor on a hit, wherever it is now; at the best if it is gone.
func (m *Model) choose(hit search.Hit) {
	m.chosen = 0
	for i, h := range m.found.Hits {
		if h.Post.Slug == hit.Post.Slug && h.Line == hit.Line {
			m.chosen = i
		}
	}
}

// Chosen returns the hit under the cursor; false if none was found.
func (m *Model) Chosen() (search.Hit, bool) {
	if len(m.found.Hits) == 0 {
		return search.Hit{}, false
	}
	return m.found.Hits[m.chosen], true
}

// Update handles a key or a paste.
func (m *Model) Update(msg tea.Msg) Event {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		if handled, changed := m.box.Complete(press); changed {
			return Typed
		} else if handled {
			return None
		}
		keys := m.keys.Search
		switch {
		case key.Matches(press, keys.Open):
			return Opened
		case key.Matches(press, keys.Leave):
			return Left
		case key.Matches(press, keys.Down):
			m.Move(1)
			return None
		case key.Matches(press, keys.Up):
			m.Move(-1)
			return None
		case key.Matches(press, keys.PageDown):
			m.Move(m.inView())
			return None
		case key.Matches(press, keys.PageUp):
			m.Move(-m.inView())
			return None
		}
	}
	if m.box.Update(msg) {
		return Typed
	}
	return None
}

// Move puts the cursor so many hits further down, or up, as far as there are any.
func (m *Model) Move(hits int) {
	m.chosen = max(min(m.chosen+hits, len(m.found.Hits)-1), 0)
	m.follow()
}

// Click takes a click on a cell of the screen: one on a suggestion completes the query with it, one on a hit
// chooses the hit, and one on the chosen hit, or on its preview, opens it.
func (m *Model) Click(x, y int) Event {
	if r := m.place.Suggest; r.Has(x, y) && m.box.Click(x-r.X, r.W) {
		return Typed
	}
	if m.preview.Has(x, y) || m.clickHit(x, y) {
		return Opened
	}
	return None
}

// clickHit chooses the hit at a cell, and tells whether it was chosen already.
func (m *Model) clickHit(x, y int) (open bool) {
	at := m.place.Rows.Y
	for i := m.top; i < len(m.found.Hits) && at < m.place.Rows.Y+m.place.Rows.H; i++ {
		size := m.size(i)
		if x < m.place.Rows.W && y >= at && y < at+size {
			open = i == m.chosen
			m.chosen = i
			m.follow()
			return open
		}
		at += size + cardGap
	}
	return false
}

// inView is how many hits are in view, at least one.
func (m *Model) inView() int {
	n, used := 0, 0
	for i := m.top; i < len(m.found.Hits); i++ {
		if used += m.size(i); used > m.place.Rows.H {
			break
		}
		used += cardGap
		n++
	}
	return max(n, 1)
}

// follow scrolls as little as possible so that the chosen card is in view.
func (m *Model) follow() {
	m.top = min(m.top, m.chosen)
	used := 0
	for i := m.chosen; i >= m.top && i < len(m.found.Hits); i-- {
		if used += m.size(i); used > m.place.Rows.H {
			m.top = min(i+1, m.chosen)
			return
		}
		used += cardGap
	}
}
