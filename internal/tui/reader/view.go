package reader

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// View draws the screen: exactly its height, no line wider than its width.
func (m *Model) View() string {
	switch {
	case m.layout == nil || m.width < 1 || m.height < 1:
		return strings.Repeat("\n", max(m.height-1, 0))
	case m.alone != nil:
		return m.viewAlone()
	}
	g := m.geometry()
	lines := m.head(g)
	focus := m.focused()
	for _, line := range m.window() {
		lines = append(lines, m.line(line, g, focus))
	}
	for len(lines) < m.height {
		lines = append(lines, "")
	}
	lines = lines[:m.height]
	if !g.Outline.Empty() {
		m.drawOutline(lines, g.Outline)
	}
	return strings.Join(lines, "\n")
}

// line draws one line of the document in its column, with what was found and what has the keyboard laid
// over it.
func (m *Model) line(l document.Placed, g layout.Reader, focus *target) string {
	var b strings.Builder
	b.WriteString(m.gutter(l, g.Left))
	m.shown(l, g, focus).Append(&b, m.doc.Target)
	return b.String()
}

// shown is what is seen of a line from the left of the text column.
func (m *Model) shown(l document.Placed, g layout.Reader, focus *target) text.Line {
	line := m.marked(l)
	if focus != nil && focus.block == l.Block {
		line = m.focusedLine(line, l, *focus)
	}
	switch {
	case l.Wide:
		return panned(line, l.Fixed, m.pan, g.Code, m.styles.Markup.More)
	case line.Width() > g.Code:
		return line.Cut(0, g.Code)
	}
	return line
}

// changedMark stands in the gutter beside what was written since the post was last read.
const changedMark = "▎"

// gutter is what stands at the left of a line.
func (m *Model) gutter(l document.Placed, width int) string {
	if width < 2 || !m.memory.changed[l.Block] || l.Offset < 0 {
		return strings.Repeat(" ", width)
	}
	return strings.Repeat(" ", width-2) + m.styles.Warning.Render(changedMark) + " "
}

// focusedLine lays the mark of the keyboard over a link, or over the first line of a block that is on the screen.
func (m *Model) focusedLine(line text.Line, l document.Placed, focus target) text.Line {
	out := append(text.Line(nil), line...)
	whole := focus.link == 0 && m.leads(l)
	for i := range out {
		if whole || focus.link > 0 && out[i].Link == focus.link {
			out[i].SGR += m.styles.Markup.Focus
		}
	}
	return out
}

// leads tells whether a line is the first on the screen of those of its block that Enter acts on.
func (m *Model) leads(l document.Placed) bool {
	for _, line := range m.window() {
		if line.Block == l.Block && m.acts(line) {
			return line.Cursor == l.Cursor
		}
	}
	return false
}

// panned is what is seen of a wide line in so many cells: the fixed ones at its left stay, and marks stand
// where there is more of it.
func panned(line text.Line, fixed, pan, room int, mark string) text.Line {
	fixed = min(fixed, room)
	rest := line.Width() - pan
	out := line
	if pan > 0 {
		body := line.Cut(fixed+pan, pan+room)
		out = append(line.Cut(0, fixed), body...)
		if kept, at := out.Width(), max(fixed-1, 0); kept >= fixed && line.Width() > fixed {
			out = append(append(out.Cut(0, at), text.Span{Text: "‹", SGR: mark}), out.Cut(at+1, kept)...)
		}
	}
	if rest > room {
		out = append(out.Cut(0, room-1), text.Span{Text: "›", SGR: mark})
	}
	return out.Cut(0, room)
}

// head draws the title and, where there is room, what kind of post it is.
func (m *Model) head(g layout.Reader) []string {
	head := make([]string, g.Above, g.Head)
	pad := strings.Repeat(" ", g.Left)
	if g.Said > 0 {
		head = append(head, pad+m.styles.Title.Render(text.Truncate(m.post.Title, g.Measure)))
	}
	if g.Said > 1 {
		head = append(head, pad+m.meta(g))
	}
	if g.Said > 2 {
		head = append(head, pad+m.seriesLine(g.Measure))
	}
	return head[:g.Head]
}

// part is one fact of a line: its text and how it is drawn.
type part struct {
	text  string
	style lipgloss.Style
}

func (m *Model) meta(g layout.Reader) string {
	p, s := m.post, m.styles
	parts := []part{{p.Category, s.Category}, {fmt.Sprintf("%d min read", p.Minutes()), s.Meta}}
	if g.Said <= 2 {
		parts = append(parts, part{m.partOf(), s.Meta})
	}
	if m.languages != "" {
		parts = append(parts, part{m.languages, s.Meta})
	}
	if !p.Date.IsZero() {
		parts = append(parts, part{p.Date.Format("2 Jan 2006"), s.Meta})
	}
	for _, tag := range p.Tags {
		parts = append(parts, part{"#" + tag, s.Tag})
	}
	return joinParts(parts, g.Measure, s)
}

// joinParts sets as many parts side by side as fit, the first ones first.
func joinParts(parts []part, width int, s *theme.Styles) string {
	var b strings.Builder
	used := 0
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		gap := ""
		if used > 0 {
			gap = " · "
			if strings.HasPrefix(p.text, "#") {
				gap = "  "
			}
		}
		w := text.Width(gap) + text.Width(p.text)
		if used+w > width {
			if used == 0 {
				return p.style.Render(text.Truncate(p.text, width))
			}
			break
		}
		b.WriteString(s.Faint.Render(gap) + p.style.Render(p.text))
		used += w
	}
	return b.String()
}
