// Package reader is the screen on which a post is read: its head and the text column, beside it on wide
// terminals the outline, and what the last line tells: how far one is, how many minutes are left and the
// section. Finding in the post, walking its links and reading a table or a diagram alone happen here; what leads out of
// the post, into a browser or the clipboard, is the shell's.
//
// The place is a cursor into the lazily laid-out document, never a line number of the whole: scrolling,
// resizing and jumping to the end cost what is on the screen.
package reader

import (
	"cmp"
	"strings"

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
	Keys   keymap.Keymap
	Styles *theme.Styles
	// Measure is the width of the text column, in cells; 0 means 80.
	Measure int
}

// Model is the reader screen.
type Model struct {
	keys          keymap.Keymap
	styles        *theme.Styles
	width, height int
	measure       int
	usual         int  // the measure that a key gives back
	full          bool // the text uses the whole width
	wrapCode      bool
	numberCode    bool

	post      *post.Post
	series    Series
	languages string // what is said of the translations of the post
	doc       *document.Document
	contents  *document.Contents // nil: of a long post, not known yet
	sections  []Section
	widest    int            // of the headings of the sections, in cells
	scrolled  scrolled       // the outline of them, by hand
	anchor    string         // where to go once the contents are known
	open      map[int]bool   // of blocks over folds, whether they are open, where a key has said it
	notes     map[noted]bool // that are shown under what names them
	layout    *document.Layout
	top       document.Cursor
	aim       int                 // the block that the last jump led to, noBlock once the text has moved
	pan       int                 // cells
	colours   map[int][]text.Line // of the document in these styles, by block
	asked     map[int]bool        // blocks whose colours are on their way

	find  *find                     // nil: nothing is looked for
	last  Sought                    // what was looked for before
	focus *target                   // nil: no link has the keyboard
	alone *alone                    // nil: the post is shown, not a table or a diagram of it
	after markKey                   // what the next letter is for
	marks map[string]map[rune]Place // by post and letter

	memory memory
}

// noBlock stands for a block where there is none.
const noBlock = -1

// New returns a reader without a post.
func New(o Options) *Model {
	return &Model{keys: o.Keys, styles: o.Styles, measure: cmp.Or(o.Measure, defaultMeasure), usual: cmp.Or(o.Measure, defaultMeasure), marks: map[string]map[rune]Place{}}
}

// Post returns the post that is open, nil if none is.
func (m *Model) Post() *post.Post { return m.post }

// Open shows a post from its beginning.
func (m *Model) Open(p *post.Post, doc *document.Document, series Series) tea.Cmd {
	m.clearFind()
	m.post, m.doc, m.series = p, doc, series
	m.contents, m.sections, m.anchor = doc.Known(), nil, ""
	if m.contents != nil {
		m.sections = sections(doc, m.contents.Headings)
		m.widest = widest(m.sections)
	}
	m.top, m.aim, m.pan = document.Cursor{}, noBlock, 0
	m.focus, m.alone, m.after = nil, nil, noMark
	m.colours, m.asked = map[int][]text.Line{}, map[int]bool{}
	m.open, m.notes = map[int]bool{}, map[noted]bool{}
	m.memory = memory{}
	m.layOut()
	return tea.Batch(m.colour(), m.readContents())
}

// Document returns what is shown, nil if no post is open.
func (m *Model) Document() *document.Document { return m.doc }

// ShowPlain shows the open post as plain text, from its beginning, and tells whether it was not yet.
func (m *Model) ShowPlain() bool {
	if m.doc == nil || m.doc.IsPlain() {
		return false
	}
	m.Open(m.post, m.doc.AsPlain(), m.series)
	return true
}

// Forget lets go of the post and of the marks in others: what follows is of another blog.
func (m *Model) Forget() {
	m.clearFind()
	m.post, m.doc, m.layout, m.contents, m.sections, m.scrolled = nil, nil, nil, nil, nil, scrolled{}
	m.focus, m.alone, m.after = nil, nil, noMark
	m.marks, m.memory = map[string]map[rune]Place{}, memory{}
}

// SetLanguages says in the head of the post in which language it is, "" if nobody knows, and in which others
// there is a translation of it.
func (m *Model) SetLanguages(own string, others []string) {
	m.languages = ""
	if len(others) == 0 {
		return
	}
	m.languages = "also in " + strings.Join(others, ", ")
	if own != "" {
		m.languages = "in " + own + ", " + m.languages
	}
}

// Init implements the screens' interface.
func (m *Model) Init() tea.Cmd { return nil }

// Typing tells whether keys are text, or the second of two, and mean nothing else.
func (m *Model) Typing() bool { return m.find != nil && m.find.box != nil || m.after != noMark }

// SetSize gives the reader its rectangle, in cells. The text at the top stays at the top, unless that
// would hide the match that is shown.
func (m *Model) SetSize(width, height int) tea.Cmd {
	if width == m.width && height == m.height {
		return nil
	}
	m.reshape(func() { m.width, m.height = width, height })
	return m.colour()
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) tea.Cmd {
	m.reshape(func() {
		m.styles = s
		m.colours, m.asked = map[int][]text.Line{}, map[int]bool{}
	})
	return m.colour()
}

// reshape lays the document out anew after a change of size, measure or styles, and keeps the place.
func (m *Model) reshape(change func()) {
	if m.layout == nil {
		change()
		return
	}
	place, aim, match := m.Place(), m.aim, m.match()
	if match != nil && !m.shows(m.layout.Find(*match)) {
		match = nil // it has been left
	}
	change()
	m.layOut()
	m.goToPlace(place)
	m.reshapeAlone()
	m.aim = aim
	if match != nil {
		m.reveal(*match)
	}
}

// layOut lays the document out from its beginning.
func (m *Model) layOut() {
	g := m.geometry()
	m.layout = document.NewLayout(m.doc, document.Options{
		Width: g.Measure, CodeWidth: g.Code, Styles: m.styles, WrapCode: m.wrapCode, NumberCode: m.numberCode,
		PanDiagrams: true, Fold: true,
	})
	for block, lines := range m.colours {
		m.layout.SetColour(block, lines)
	}
	for block, open := range m.open {
		m.layout.Fold(block, !open)
	}
	for n := range m.notes {
		m.layout.ShowNote(n.block, n.name, true)
	}
}

// goTo puts a line at the top, or as near as the end of the document allows.
func (m *Model) goTo(c document.Cursor) {
	if last := m.layout.Last(m.geometry().Rows); last.Less(c) {
		c = last
	}
	m.top, m.aim = c, noBlock
}

// goToBlock puts the beginning of a block at the top. At the end of the document, where there is no room for
// that, it still counts as the place where one is.
func (m *Model) goToBlock(block int) {
	m.unfold(block)
	m.goTo(m.layout.Start(block))
	m.aim = block
}
