package postlist

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// The marks of posts. They are one cell wide in every terminal, which the star of most fonts is not.
const (
	readMark    = "✓"
	startedMark = "›"
	starMark    = "✦"
)

// minutesLeft is how long the rest of a post takes.
func (m *Model) minutesLeft(p *post.Post) int {
	return m.history[p.Slug].MinutesLeft(p.Minutes())
}

// minutes is the column of lines that says how long a post takes, or its rest.
func (m *Model) minutes(p *post.Post) string {
	if m.history[p.Slug].Started() {
		return fmt.Sprintf("%d left", m.minutesLeft(p))
	}
	return fmt.Sprintf("%d min", p.Minutes())
}

// readingOf tells the filter what was read of a post.
func (m *Model) readingOf(slug string) filter.Reading {
	e := m.history[slug]
	return filter.Reading{Read: e.Read.On, Started: e.Started(), Starred: e.Starred.On}
}

// reading says what is remembered of a post and how long it takes.
func (m *Model) reading(p *post.Post) []part {
	s, e := m.styles, m.history[p.Slug]
	var out []part
	if e.Starred.On {
		out = append(out, part{starMark, s.Warning, 0})
	}
	switch {
	case e.Read.On:
		out = append(out, part{readMark + " read", s.Good, 0}, part{fmt.Sprintf("%d min", p.Minutes()), s.Meta, 1})
	case e.Started():
		out = append(out, part{fmt.Sprintf("%d%%", e.Progress.Percent), s.Chip, 0},
			part{fmt.Sprintf("%d min left", m.minutesLeft(p)), s.Meta, 0})
	default:
		out = append(out, part{fmt.Sprintf("%d min read", p.Minutes()), s.Meta, 0})
	}
	if (e.Read.On || e.Started()) && e.Edition.Sum != 0 && e.Edition.Sum != p.Sum {
		out = append(out, part{"changed", s.Warning, 0})
	}
	return out
}

// marks is the column of marks of a line: read or begun, and starred.
func (m *Model) marks(p *post.Post) string {
	s, e := m.styles, m.history[p.Slug]
	first, second := " ", " "
	switch {
	case e.Read.On:
		first = s.Good.Render(readMark)
	case e.Started():
		first = s.Chip.Render(startedMark)
	}
	if e.Starred.On {
		second = s.Warning.Render(starMark)
	}
	return first + second + " "
}

// marksCells is the width of marks.
const marksCells = 3

// anyMarks tells whether lines need their column of marks.
func (m *Model) anyMarks() bool { return len(m.history) > 0 }

// seriesHead says of the series that an entry begins how many parts it has, or how many of them are shown, how long
// those take, and what is left.
func (m *Model) seriesHead(first, width int) string {
	s, series := m.styles, m.entries[first].Post.Series
	if series == "" {
		return s.Prompt.Render(text.Truncate("Posts of no series", width))
	}
	shown, all, left, read := 0, 0, 0, 0
	for _, e := range m.entries[first:] {
		if !strings.EqualFold(e.Post.Series, series) {
			break
		}
		shown++
		all += e.Post.Minutes()
		left += m.minutesLeft(e.Post)
		if m.history[e.Post.Slug].Read.On {
			read++
		}
	}
	of := len(m.catalog.Series(series))
	parts := fmt.Sprintf("%d parts", of)
	switch {
	case of == 1:
		parts = "1 part"
	case shown < of:
		parts = fmt.Sprintf("%d of %s", shown, parts)
	}
	facts := []string{parts + ", " + post.Duration(all)}
	switch {
	case left == 0:
		facts = append(facts, readMark+" read")
	case left < all:
		facts = append(facts, fmt.Sprintf("%d read, %s left", read, post.Duration(left)))
	}
	name := text.Truncate(series, width)
	rest := text.Truncate(strings.Join(facts, separator), max(width-text.Width(name)-columnGap, 0))
	return s.Prompt.Render(name) + strings.Repeat(" ", columnGap) + s.Meta.Render(rest)
}
