package reader

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// Place is where in a post one is: a position that outlives any layout, and what makes it exact as long as
// the text is set as it was.
type Place struct {
	document.Position
	lines   int // below the line on which the position is found: blank ones, or the lines of one row of a table
	measure int // for which that is true
	focus   *target
}

// Jumped tells the shell, which remembers the way, that a key has led away from a place.
type Jumped struct{ From Place }

// Place returns where one is.
func (m *Model) Place() Place {
	if m.layout == nil {
		return Place{}
	}
	p := Place{Position: m.layout.Position(m.top), measure: m.geometry().Measure, focus: m.focus}
	if found := m.layout.Locate(p.Position); found.Block == m.top.Block {
		p.lines = m.top.Line - found.Line
	}
	return p
}

// GoToPlace goes where one was.
func (m *Model) GoToPlace(p Place) tea.Cmd {
	if m.layout == nil {
		return nil
	}
	m.goToPlace(p)
	m.focus = p.focus
	return m.colour()
}

func (m *Model) goToPlace(p Place) {
	c := m.layout.Locate(p.Position)
	if p.measure == m.geometry().Measure {
		c = m.layout.Move(c, p.lines)
	}
	m.goTo(c)
}

// GoToAnchor goes to what a link of the post names with "#anchor" and tells whether there is such a place. In
// a long post that has just been opened that shows later; the reader says so itself then.
func (m *Model) GoToAnchor(anchor string) (tea.Cmd, bool) {
	if m.layout == nil {
		return nil, false
	}
	if m.contents == nil {
		m.anchor = anchor
		return nil, true
	}
	block, found := m.doc.Anchor(anchor)
	if !found {
		return nil, false
	}
	m.goToBlock(block)
	return m.colour(), true
}

// markKey is what the letter that follows a key is for.
type markKey int

const (
	noMark markKey = iota
	setMark
	goToMark
)

// mark handles the keys of marks: the first of the two, and the letter after it.
func (m *Model) mark(msg tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	after := m.after
	m.after = noMark
	letter, size := utf8.DecodeRuneInString(msg.Text)
	typed := size > 0 && size == len(msg.Text) && letter != ' '
	switch {
	case after == noMark && key.Matches(msg, m.keys.Reader.SetMark):
		m.after = setMark
	case after == noMark && key.Matches(msg, m.keys.Reader.GoToMark):
		m.after = goToMark
	case after == noMark:
		return nil, false
	case !typed:
		return nil, true
	case after == setMark:
		if m.marks[m.post.Slug] == nil {
			m.marks[m.post.Slug] = map[rune]Place{}
		}
		place := m.Place()
		m.marks[m.post.Slug][letter] = place
		marked := message.Marked{Letter: letter, Place: m.remembered(place.Position)}
		return tea.Batch(func() tea.Msg { return marked },
			say(fmt.Sprintf("marked: %s%c comes back here", m.keys.Reader.GoToMark.Help().Key, letter))), true
	default:
		place, ok := m.marks[m.post.Slug][letter]
		if !ok {
			return say(fmt.Sprintf("there is no mark %c in this post", letter)), true
		}
		from := m.Place()
		m.goToPlace(place)
		return tea.Batch(func() tea.Msg { return Jumped{from} }, m.colour()), true
	}
	return nil, true
}

// say asks the shell for a note in the last line.
func say(s string) tea.Cmd {
	return func() tea.Msg { return message.Status{Text: s} }
}

// GoToPercent goes to where that much of the words stands above the screen.
func (m *Model) GoToPercent(percent int) tea.Cmd {
	if m.layout == nil {
		return nil
	}
	words := m.doc.Words() * min(max(percent, 0), 100) / 100
	after := sort.Search(m.doc.Last()+1, func(i int) bool { return m.doc.WordsBefore(document.Position{Block: i}) > words })
	p := document.Position{Block: max(m.doc.Prev(after), 0)}
	first, end := m.doc.WordsBefore(p), m.doc.WordsBefore(document.Position{Block: after})
	if after <= m.doc.Last() && end > first {
		p.Offset = len(m.doc.Text(p.Block)) * (words - first) / (end - first)
	}
	m.goTo(m.layout.Locate(p))
	return m.colour()
}
