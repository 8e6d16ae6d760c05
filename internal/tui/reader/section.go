package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
)

// Section is an entry of the outline.
type Section struct {
	Title   string
	Level   int
	Minutes int  // up to the next heading, rounded up
	Current bool // it holds the text at the top of the screen
}

// Sections returns the outline of the open post.
func (m *Model) Sections() []Section {
	if m.layout == nil {
		return nil
	}
	current := m.doc.Section(m.top.Block)
	headings := m.doc.Headings
	out := make([]Section, len(headings))
	for i, h := range headings {
		end := m.doc.Words()
		if i+1 < len(headings) {
			end = m.doc.WordsBefore(document.Position{Block: headings[i+1].Block})
		}
		words := end - m.doc.WordsBefore(document.Position{Block: h.Block})
		out[i] = Section{Title: h.Text, Level: h.Level, Minutes: (words + wordsPerMinute - 1) / wordsPerMinute, Current: i == current}
	}
	return out
}

// GoToSection puts the heading of a section at the top.
func (m *Model) GoToSection(i int) tea.Cmd {
	if m.layout == nil || i < 0 || i >= len(m.doc.Headings) {
		return nil
	}
	m.goTo(m.layout.Start(m.doc.Headings[i].Block))
	return m.colour()
}

// section names the heading that the text at the top of the screen stands under.
func (m *Model) section() string {
	if i := m.doc.Section(m.top.Block); i >= 0 {
		return m.doc.Headings[i].Text
	}
	return m.post.Title
}
