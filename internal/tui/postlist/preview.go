package postlist

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/preview"
)

// look asks for the preview of the chosen post.
func (m *Model) look() tea.Cmd {
	p := m.Chosen()
	if p == nil {
		return m.preview.Show(preview.Subject{})
	}
	c := m.catalog
	return m.preview.Show(preview.Subject{Post: p, Body: func() ([]byte, error) { return c.Body(p.Slug) }})
}

// DropPreview shows no preview of the chosen post, and tells whether there was one.
func (m *Model) DropPreview() bool { return m.preview.Drop() }
