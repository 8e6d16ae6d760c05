package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// translate opens a post in its other language, after so much of its words, in percent. Of several languages
// one is chosen.
func (m *Model) translate(p *post.Post, percent int) tea.Cmd {
	open := func(slug string) tea.Cmd { return m.visit(visit{slug: slug, part: percent, way: onward}) }
	o := m.panelOptions("Languages", widePanel, as(m.keys.Overlay.Act, "read"), m.keys.Overlay.Leave)
	other := ""
	for _, v := range m.catalog.Translations(p) {
		row := overlay.Row{Key: v.Slug, Label: v.Title, Detail: cmp.Or(m.catalog.LanguageOf(v), "language unknown")}
		if v.Slug == p.Slug {
			row.State = overlay.Current
		} else {
			other = v.Slug
		}
		o.Rows = append(o.Rows, row)
	}
	switch len(o.Rows) {
	case 0, 1:
		m.note = &message.Status{Text: "this post has no translation"}
	case 2:
		return open(other)
	default:
		m.openPanel(&panel{Model: overlay.New(o), act: func(slug string) tea.Cmd {
			if slug == p.Slug && m.screen == readerScreen {
				return nil
			}
			return open(slug)
		}})
	}
	return nil
}
