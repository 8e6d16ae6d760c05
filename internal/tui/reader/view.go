package reader

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// geometry is where things stand, in cells.
type geometry struct {
	left    int // before the text column
	measure int // of the text column
	code    int // what code and tables may use, from the left of the text column
	head    int // rows above the text
	rows    int // rows of text
	tail    int // rows left free below it
}

// The rows that a screen must have before the head gets its second line and its space.
const (
	roomyHeight = 12
	roomyWidth  = 60 // from here the margins are as wide as the list's
	leastHeight = 4
)

func (m *Model) geometry() geometry {
	g := geometry{head: 3, tail: 1}
	switch {
	case m.height < leastHeight:
		g.head, g.tail = 0, 0
	case m.height < roomyHeight:
		g.head, g.tail = 1, 0
	}
	margin := 2
	switch {
	case m.width < leastMeasure:
		margin = 0
	case m.width < roomyWidth:
		margin = 1
	}
	g.measure = max(m.width-2*margin, 1)
	if !m.full {
		g.measure = min(g.measure, m.measure)
	}
	g.left = max((m.width-g.measure)/2, 0)
	g.code = max(m.width-g.left-margin, 1)
	g.rows = max(m.height-g.head-g.tail, 1)
	return g
}

// View draws the screen: exactly its height, no line wider than its width.
func (m *Model) View() string {
	if m.layout == nil || m.width < 1 || m.height < 1 {
		return strings.Repeat("\n", max(m.height-1, 0))
	}
	g := m.geometry()
	lines := m.head(g)
	window := m.layout.Window(m.top, g.rows)
	for i := range g.rows + g.tail {
		if i < len(window) && i < g.rows {
			lines = append(lines, m.line(window[i], g))
		} else {
			lines = append(lines, "")
		}
	}
	return strings.Join(lines[:m.height], "\n")
}

// line draws one line of the document in its column, panned if it is wide, with a mark where there is
// more of it.
func (m *Model) line(l document.Line, g geometry) string {
	line := l.Line
	more := false
	if l.Wide {
		width := line.Width()
		if m.pan > 0 {
			body := line.Cut(l.Fixed+m.pan, l.Fixed+m.pan+g.code)
			line = append(line.Cut(0, l.Fixed), body...)
			width -= m.pan
		}
		more = width > g.code
	}
	if more {
		line = append(line.Cut(0, g.code-1), text.Span{Text: "›", SGR: m.styles.Markup.More})
	} else if line.Width() > g.code {
		line = line.Cut(0, g.code)
	}
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", g.left))
	line.Append(&b, m.doc.Target)
	return b.String()
}

// head draws the title and, where there is room, what kind of post it is.
func (m *Model) head(g geometry) []string {
	if g.head == 0 {
		return nil
	}
	pad := strings.Repeat(" ", g.left)
	title := pad + m.styles.Title.Render(text.Truncate(m.post.Title, g.measure))
	if g.head == 1 {
		return []string{title}
	}
	return []string{title, pad + m.meta(g.measure), ""}
}

// part is one fact of a line: its text and how it is drawn.
type part struct {
	text  string
	style lipgloss.Style
}

func (m *Model) meta(width int) string {
	p, s := m.post, m.styles
	parts := []part{{p.Category, s.Category}, {fmt.Sprintf("%d min read", p.Minutes()), s.Meta}}
	switch {
	case p.Series == "" || p.Part == 0:
	case m.parts < p.Part: // the others are yet to be written
		parts = append(parts, part{fmt.Sprintf("Part %d", p.Part), s.Meta})
	default:
		parts = append(parts, part{fmt.Sprintf("Part %d of %d", p.Part, m.parts), s.Meta})
	}
	if !p.Date.IsZero() {
		parts = append(parts, part{p.Date.Format("2 Jan 2006"), s.Meta})
	}
	for _, tag := range p.Tags {
		parts = append(parts, part{"#" + tag, s.Tag})
	}
	return joinParts(parts, width, s)
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

// Status says for the last line of the screen how far one is, what is left, and in which section.
func (m *Model) Status() string {
	if m.layout == nil {
		return ""
	}
	return m.styles.Text.Render(m.progress()) + m.styles.Hint.Render(" · "+m.section())
}

// wordsPerMinute is the reading speed that post.Minutes counts with.
const wordsPerMinute = 200

func (m *Model) progress() string {
	rows := m.geometry().rows
	end := m.layout.Last(rows)
	if !m.top.Less(end) {
		return "100% · end"
	}
	total := max(m.doc.Words(), 1)
	read := m.doc.WordsBefore(m.layout.Position(m.top))
	left := (total - read + wordsPerMinute - 1) / wordsPerMinute
	return fmt.Sprintf("%d%% · %d min left", min(read*100/total, 99), left)
}
