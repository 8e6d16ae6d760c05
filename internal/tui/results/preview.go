package results

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/tui/preview"
)

// asked is what is looked for, and in which posts. Questions are numbered.
type asked struct {
	number  int
	query   search.Query
	catalog *catalog.Catalog
}

// Ask tells the screen what the next results are those of.
func (m *Model) Ask(c *catalog.Catalog, q search.Query) { m.asked = asked{m.asked.number + 1, q, c} }

// Look asks for the preview of the chosen hit, where there is room for one: its section, with what was found marked.
func (m *Model) Look() tea.Cmd {
	hit, any := m.Chosen()
	if !any || m.asked.catalog == nil {
		return m.preview.Show(preview.Subject{})
	}
	a := m.asked
	return m.preview.Show(preview.Subject{
		Post:  hit.Post,
		Place: fmt.Sprint(a.number, " ", hit.Line),
		Body:  func() ([]byte, error) { return a.catalog.Body(hit.Post.Slug) },
		Find:  func(ctx context.Context, d *document.Document) preview.Found { return a.find(ctx, d, hit) },
	})
}

// find finds in the document of a hit what is looked for.
func (a asked) find(ctx context.Context, d *document.Document, hit search.Hit) preview.Found {
	var found preview.Found
	if contents := d.Contents(ctx); contents == nil {
		return found
	}
	found.Section, _ = d.Anchor(hit.Anchor)
	found.Matches = a.query.Find(ctx, d)
	found.Shown = hit.At(d, found.Matches)
	return found
}

// Answer takes an answer to what the screen has asked for itself.
func (m *Model) Answer(msg tea.Msg) tea.Cmd { return m.preview.Update(msg) }

// DropPreview shows no preview of the chosen hit, and tells whether there was one.
func (m *Model) DropPreview() bool { return m.preview.Drop() }

// facts says what kind of post a hit is in, in so many cells.
func (m *Model) facts(p *post.Post, width int) string {
	s := m.styles
	out := s.Meta.Render(fmt.Sprintf("%d min read", p.Minutes()))
	if p.Category != "" {
		out = s.Category.Render(p.Category) + s.Rule.Render(" · ") + out
	}
	if !p.Date.IsZero() {
		out += s.Rule.Render(" · ") + s.Meta.Render(p.Date.Format("2 Jan 2006"))
	}
	return ansi.Truncate(out, width, "…")
}
