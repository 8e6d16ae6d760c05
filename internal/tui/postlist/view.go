package postlist

import (
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/text"
)

// items are the posts that are shown, as the strip sees them.
func (m *Model) items() items {
	if m.density == lines {
		return items{count: len(m.entries), height: func(i int) int { return m.leadHeight(m.entries[i]) + 1 }}
	}
	width := m.textWidth()
	return items{
		count:  len(m.entries),
		height: func(i int) int { return m.leadHeight(m.entries[i]) + m.cardHeight(m.entries[i], width) },
		gap:    cardGap,
	}
}

func (m *Model) follow() { m.strip.follow(m.items(), m.place.Rows.H) }

// textWidth is the cells that a row has for text.
func (m *Model) textWidth() int { return max(m.place.Rows.W-m.place.Margin-1, 1) }

// View draws the screen: exactly its height, no line wider than its width.
func (m *Model) View() string {
	if m.height < 1 {
		return ""
	}
	screen := make([]string, m.height)
	m.place.Header.Put(screen, m.header())
	m.place.Bar.Put(screen, []string{m.bar()})
	m.place.Rows.Put(screen, m.rows())
	if m.box != nil {
		m.place.Suggest.Put(screen, []string{m.box.Suggestions(m.styles, m.place.Suggest.W)})
	}
	m.preview.Draw(screen, m.meta)
	return strings.Join(screen, "\n")
}

// rows draws what is in view of the strip of posts.
func (m *Model) rows() []string {
	height := m.place.Rows.H
	if len(m.entries) == 0 {
		return m.instead()
	}
	out := make([]string, height)
	for i, row := range m.inView() {
		for n, line := range m.item(i) {
			if at := row + n; at >= 0 && at < height {
				out[at] = line
			}
		}
	}
	return out
}

// item draws a post with the bar at its left if it is chosen.
func (m *Model) item(i int) []string {
	chosen, e := i == m.strip.chosen, m.entries[i]
	var drawn []string
	if m.density == lines {
		drawn = []string{m.line(e, m.textWidth(), chosen)}
	} else {
		drawn = m.card(e, m.textWidth(), chosen)
	}
	lead := strings.Repeat(" ", m.place.Margin)
	var out []string
	for _, line := range m.leadLines(i, m.textWidth()) {
		out = append(out, lead+line)
	}
	if chosen {
		lead = m.styles.ChosenBar.Render("▌") + strings.Repeat(" ", m.place.Margin-1)
	}
	for _, line := range drawn {
		out = append(out, lead+line)
	}
	return out
}

// instead is what stands where there are no posts: why, and what to press.
func (m *Model) instead() []string {
	s, keys := m.styles, m.keys.List
	key := func(b string) string { return s.Key.Render(b) }
	switch {
	case m.err != nil:
		out := m.paragraph(s.Error, "The posts cannot be read.")
		out = append(out, m.paragraph(s.Text, text.CleanLine(m.err.Error()))...)
		return append(out, "", m.indent(key(keys.Quit.Help().Key)+s.Hint.Render(" quits")))
	case m.catalog == nil:
		return m.paragraph(s.Faint, "Reading the posts…")
	case len(m.catalog.Posts) == 0:
		out := m.paragraph(s.Text, "There are no posts here.")
		return append(out, m.paragraph(s.Faint, "A post is a Markdown file: put one into the folder, or name another folder.")...)
	}
	hints := key(keys.Clear.Help().Key) + s.Hint.Render(" shows all "+posts(len(m.catalog.Posts)))
	if m.box == nil {
		hints += "   " + key(keys.Filter.Help().Key) + s.Hint.Render(" changes the filter   ") +
			key(keys.Tags.Help().Key) + s.Hint.Render(" chooses tags")
	}
	return append(m.paragraph(s.Text, "No post matches."), "", m.indent(hints))
}

func (m *Model) indent(line string) string { return strings.Repeat(" ", m.place.Margin) + line }

// paragraph wraps a sentence to the rows of the list.
func (m *Model) paragraph(style lipgloss.Style, sentence string) []string {
	var out []string
	for _, r := range text.Wrap(sentence, m.textWidth()) {
		out = append(out, m.indent(style.Render(sentence[r.Start:r.End])))
	}
	return out
}
