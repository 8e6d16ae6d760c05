package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// openPostTags lists the tags of the open post, with how many posts each has. Enter lists those.
func (m *Model) openPostTags() {
	p := m.reader.Post()
	if len(p.Tags) == 0 {
		m.note = &message.Status{Text: "this post has no tags"}
		return
	}
	counts := make(map[string]int)
	for _, tag := range m.catalog.Tags() {
		counts[tag.Name] = tag.Posts
	}
	o := m.panelOptions("Tags of this post", narrowPanel, as(m.keys.Overlay.Act, "list its posts"), m.keys.Overlay.Leave)
	for _, tag := range p.Tags {
		row := overlay.Row{Key: tag, Label: tag}
		if n := counts[tag]; n > 0 {
			row.Detail = strconv.Itoa(n)
		}
		o.Rows = append(o.Rows, row)
	}
	m.openPanel(&panel{Model: overlay.New(o), act: func(tag string) tea.Cmd { return m.onlyTag(tag) }})
}
