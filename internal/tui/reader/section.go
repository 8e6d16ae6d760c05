package reader

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
)

// Section is an entry of the outline.
type Section struct {
	ID      string // what #links name
	Title   string
	Level   int  // of its heading, from 0: that of the highest
	Minutes int  // up to the next heading, rounded up
	Done    bool // it was read to its end

	words int
}

// sections makes the outline of a document. It reads the words before every heading: not for the user
// interface's own loop where the document is long.
func sections(doc *document.Document, headings []document.Heading) []Section {
	out := make([]Section, len(headings))
	highest := 6
	for _, h := range headings {
		highest = min(highest, h.Level)
	}
	for i, h := range headings {
		end := doc.Words()
		if i+1 < len(headings) {
			end = doc.WordsBefore(document.Position{Block: headings[i+1].Block})
		}
		words := end - doc.WordsBefore(document.Position{Block: h.Block})
		out[i] = Section{ID: h.ID, Title: h.Text, Level: h.Level - highest, Minutes: minutesOf(words), words: words}
	}
	return out
}

// minutesOf is how long so many words take, rounded up.
// wordsPerMinute is the reading speed that post.Minutes counts with.
const wordsPerMinute = 200

func minutesOf(words int) int { return (words + wordsPerMinute - 1) / wordsPerMinute }

// Sections returns the outline of the open post.
func (m *Model) Sections() []Section {
	out := slices.Clone(m.sections)
	for i := range out {
		out[i].Done = m.memory.finished[out[i].ID]
	}
	return out
}

// Checklist says how many of the sections were read to their end, and how long the others take; "" before
// the first was.
func (m *Model) Checklist() string {
	done, words := 0, 0
	for _, s := range m.Sections() {
		if s.Done {
			done++
		} else {
			words += s.words
		}
	}
	switch {
	case done == 0:
		return ""
	case done == len(m.sections):
		return "all sections read"
	}
	return fmt.Sprintf("%d of %d read · %d min left", done, len(m.sections), minutesOf(words))
}

// Section returns which of the sections one is in, -1 before the first.
func (m *Model) Section() int {
	if m.contents == nil {
		return -1
	}
	return m.doc.Section(m.here())
}

// here is the block that one is at: what the last jump led to, else that of the line where the eye is. That is the
// first on the screen; but since the last screen cannot be scrolled up, over the last rows of scrolling it goes down
// to the last line, so that at the end one is in the last section, and on the way there in each of those before it.
func (m *Model) here() int {
	if m.aim != noBlock {
		return m.aim
	}
	lines := m.window()
	rows := len(lines)
	last := m.layout.Last(m.geometry().Rows)
	left := m.lines(m.top, last, rows)
	if rows == 0 || left == rows {
		return m.top.Block
	}
	scrolling := m.lines(document.Cursor{}, last, rows)
	if scrolling == 0 {
		return m.top.Block
	}
	return lines[(rows-1)*(scrolling-left)/scrolling].Block
}

// lines counts the lines from one to another, up to a number.
func (m *Model) lines(from, to document.Cursor, most int) int {
	n := -from.Line
	for b := from.Block; b >= 0 && b < to.Block && n < most; b = m.doc.Next(b) {
		n += len(m.layout.Lines(b))
	}
	return max(min(n+to.Line, most), 0)
}

// GoToSection puts the heading of a section at the top.
func (m *Model) GoToSection(i int) tea.Cmd {
	if m.contents == nil || i < 0 || i >= len(m.contents.Headings) {
		return nil
	}
	m.goToBlock(m.contents.Headings[i].Block)
	return m.colour()
}

// section names the section that one is in.
func (m *Model) section() string {
	if i := m.Section(); i >= 0 {
		return m.sections[i].Title
	}
	return m.post.Title
}

// minutes writes the reading time of a section.
func minutes(n int) string { return fmt.Sprintf("%d min", n) }
