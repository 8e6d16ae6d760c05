package postlist

import (
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
)

// warning is the mark of a post with problems. It is ASCII because terminals do not agree on the width
// of warning signs.
const warning = "! "

// heading is the first text of a card: the warning mark, the category and the title, wrapped as one.
type heading struct {
	text            string
	category, title int   // bytes at which they start
	matched         []int // bytes of text that the filter matched, ascending
}

func newHeading(match filter.Match) heading {
	p := match.Post
	var h heading
	if len(p.Problems) > 0 {
		h.text = warning
	}
	h.category = len(h.text)
	if p.Category != "" {
		h.text += p.Category + separator
	}
	return h.withTitle(match)
}

// titleOnly is the heading of a post whose category stands elsewhere.
func titleOnly(match filter.Match) heading { return heading{}.withTitle(match) }

func (h heading) withTitle(match filter.Match) heading {
	h.title = len(h.text)
	h.text += match.Post.Title
	for _, at := range match.Title {
		h.matched = append(h.matched, h.title+at)
	}
	return h
}

// headingLine is a line of a heading, in bytes of its text, and whether the rest was cut off.
type headingLine struct {
	start, end int
	more       bool
}

// lines wraps the heading to at most titleLines lines.
func (h heading) lines(width int) []headingLine {
	ranges := text.Wrap(h.text, width)
	var out []headingLine
	for i, r := range ranges {
		if i == titleLines-1 && len(ranges) > titleLines {
			return append(out, h.cut(r.Start, width))
		}
		out = append(out, headingLine{start: r.Start, end: r.End})
	}
	return out
}

// cut returns as much of the heading from start as fits into one line.
func (h heading) cut(start, width int) headingLine {
	fits := text.Truncate(h.text[start:], width)
	if fits == h.text[start:] {
		return headingLine{start: start, end: len(h.text)}
	}
	return headingLine{start: start, end: start + len(strings.TrimSuffix(fits, "…")), more: width > 0}
}

// drawHeading draws a line of a heading.
func (m *Model) drawHeading(h heading, l headingLine, title lipgloss.Style) string {
	s := m.styles
	match := s.Match.Bold(title.GetBold())
	var b strings.Builder
	matched := h.matched
	for at := l.start; at < l.end; {
		var end int
		var style lipgloss.Style
		switch {
		case at < h.category:
			end, style = h.category, s.Warning
		case at < h.title-len(separator):
			end, style = h.title-len(separator), s.Category
		case at < h.title:
			end, style = h.title, s.Rule
		default:
			end, style, matched = h.run(at, l.end, matched, title, match)
		}
		end = min(end, l.end)
		b.WriteString(style.Render(h.text[at:end]))
		at = end
	}
	if l.more {
		b.WriteString(title.Render("…"))
	}
	return b.String()
}

// run returns where the letters of the title that are alike (matched or not) from at on end, how they are
// drawn, and the matches behind them.
func (h heading) run(at, end int, matched []int, plain, match lipgloss.Style) (int, lipgloss.Style, []int) {
	for len(matched) > 0 && matched[0] < at {
		matched = matched[1:]
	}
	if len(matched) == 0 {
		return end, plain, nil
	}
	if matched[0] > at {
		return matched[0], plain, matched
	}
	for at < end && len(matched) > 0 && matched[0] == at {
		_, size := utf8.DecodeRuneInString(h.text[at:])
		at += size
		matched = matched[1:]
	}
	return at, match, matched
}
