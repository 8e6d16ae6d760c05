package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

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
	for _, block := range m.layout.Uncoloured(m.top, 2*m.geometry().Rows) {
		if m.asked[block] {
			continue
		}
		m.asked[block] = true
		doc, styles, code := m.doc, m.styles, *m.doc.Listing(block)
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
