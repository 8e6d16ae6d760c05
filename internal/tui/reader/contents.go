package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// contents brings what stands where in a long post, which is read on from its beginning.
type contents struct {
	doc      *document.Document
	contents *document.Contents
	sections []Section
	widest   int
}

// readContents asks for the contents of the post, unless they are known.
func (m *Model) readContents() tea.Cmd {
	if m.contents != nil {
		return nil
	}
	doc := m.doc
	return func() tea.Msg {
		c := doc.Contents(context.Background())
		s := sections(doc, c.Headings)
		return contents{doc, c, s, widest(s)}
	}
}

func (m *Model) takeContents(msg contents) tea.Cmd {
	if msg.doc != m.doc {
		return nil
	}
	m.reshape(func() { m.contents, m.sections, m.widest = msg.contents, msg.sections, msg.widest })
	if m.anchor == "" {
		return m.colour()
	}
	anchor := m.anchor
	m.anchor = ""
	cmd, found := m.GoToAnchor(anchor)
	if !found {
		return func() tea.Msg {
			return message.Status{Text: "there is no #" + anchor + " in this post", Kind: message.Warning}
		}
	}
	return cmd
}
