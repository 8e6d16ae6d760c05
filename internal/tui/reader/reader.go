// Package reader is the screen on which a post is read: its head and the text column, and what the last line tells:
// how far one is, how many minutes are left and the section.
//
// The place is a cursor into the lazily laid-out document, never a line number of the whole: scrolling,
// resizing and jumping to the end cost what is on the screen.
package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// The measure of the text column, in cells: the most that reads well, what + and - change it by, and its
// bounds.
const (
	defaultMeasure = 80
	measureStep    = 4
	leastMeasure   = 20
	mostMeasure    = 240
	panStep        = 8
)

// Options are what a reader is made with.
type Options struct {
	Keys   keymap.Reader
	Styles *theme.Styles
}

// Model is the reader screen.
type Model struct {
	keys          keymap.Reader
	styles        *theme.Styles
	width, height int
	measure       int
	full          bool // the text uses the whole width

	post    *post.Post
	parts   int // of the post's series
	doc     *document.Document
	layout  *document.Layout
	top     document.Cursor
	pan     int
	colours map[int][]text.Line // of the document in these styles, by block
	asked   map[int]bool        // blocks whose colours are on their way
}

// New returns a reader without a post.
func New(o Options) *Model {
	return &Model{keys: o.Keys, styles: o.Styles, measure: defaultMeasure}
}

// Post returns the post that is open, nil if none is.
func (m *Model) Post() *post.Post { return m.post }

// Open shows a post from its beginning. parts is the number of parts of its series, 0 if it has none.
func (m *Model) Open(p *post.Post, doc *document.Document, parts int) tea.Cmd {
	m.post, m.doc, m.parts = p, doc, parts
	m.top, m.pan, m.layout = document.Cursor{}, 0, nil
	m.colours, m.asked = map[int][]text.Line{}, map[int]bool{}
	m.layOut()
	return m.colour()
}

// Init implements the screens' interface.
func (m *Model) Init() tea.Cmd { return nil }

// SetSize gives the reader its rectangle, in cells. The text at the top stays at the top.
func (m *Model) SetSize(width, height int) tea.Cmd {
	if width == m.width && height == m.height {
		return nil
	}
	m.width, m.height = width, height
	m.layOut()
	return m.colour()
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) tea.Cmd {
	m.styles = s
	m.colours, m.asked = map[int][]text.Line{}, map[int]bool{}
	m.layOut()
	return m.colour()
}

// layOut lays the document out anew for the size, measure and styles, and keeps the place.
func (m *Model) layOut() {
	if m.doc == nil {
		return
	}
	var place document.Position
	if m.layout != nil {
		place = m.layout.Position(m.top)
	}
	g := m.geometry()
	m.layout = document.NewLayout(m.doc, document.Options{Width: g.measure, CodeWidth: g.code, Styles: m.styles})
	for block, lines := range m.colours {
		m.layout.SetColour(block, lines)
	}
	m.goTo(m.layout.Locate(place))
}

// goTo puts a line at the top, or as near as the end of the document allows.
func (m *Model) goTo(c document.Cursor) {
	if last := m.layout.Last(m.geometry().rows); last.Less(c) {
		c = last
	}
	m.top = c
}

// coloured brings the colours of a block. It tells for which document and styles they were made, so that
// late ones are dropped.
type coloured struct {
	doc    *document.Document
	styles *theme.Styles
	block  int
	lines  []text.Line
}

// colour asks for the colours of the code on the screen and one screen further.
func (m *Model) colour() tea.Cmd {
	if m.layout == nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, block := range m.layout.Uncoloured(m.top, 2*m.geometry().rows) {
		if m.asked[block] {
			continue
		}
		m.asked[block] = true
		doc, styles, code := m.doc, m.styles, m.doc.Code[m.doc.Blocks[block].Code]
		cmds = append(cmds, func() tea.Msg {
			return coloured{doc, styles, block, document.Colour(code, styles)}
		})
	}
	return tea.Batch(cmds...)
}

func (m *Model) takeColours(msg coloured) {
	if msg.doc != m.doc || msg.styles != m.styles {
		return
	}
	m.colours[msg.block] = msg.lines
	m.layout.SetColour(msg.block, msg.lines)
}
