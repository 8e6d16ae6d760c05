package postlist

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// The cells from which a line shows more than the title, and those that its columns take.
const (
	withMinutes  = 34
	withCategory = 68
	withTags     = 96
	withDate     = 104

	minutesCells = 7 // "120 min"
	dateCells    = 11
	mostCategory = 16
	mostTags     = 26
	tagsShare    = 6 // of so many cells of the line tags take one, so that titles come first
	columnGap    = 2
)

// columns are the widths that depend on the blog, in cells.
type columns struct{ category, tags int }

// measure finds the widths that all posts of a blog fit into, or as much as a column may take.
func measure(c *catalog.Catalog) columns {
	var widths columns
	for _, category := range c.Categories() {
		widths.category = max(widths.category, text.Width(category.Name))
	}
	for _, p := range c.Posts {
		if widths.tags < mostTags {
			widths.tags = max(widths.tags, text.Width(tagList(p)))
		}
	}
	return columns{min(widths.category, mostCategory), min(widths.tags, mostTags)}
}

func tagList(p *post.Post) string {
	if len(p.Tags) == 0 {
		return ""
	}
	return "#" + strings.Join(p.Tags, " #")
}

// line draws a post in one line, in columns that are aligned over all posts.
func (m *Model) line(e entry, width int, chosen bool) string {
	s, p := m.styles, e.Post
	var left, right string
	room := width
	column := func(cells int, styled string) string {
		room -= cells + columnGap
		return styled + strings.Repeat(" ", columnGap)
	}
	if width >= withCategory && m.columns.category > 0 {
		left = column(m.columns.category, s.Category.Render(text.Pad(p.Category, m.columns.category)))
	}
	if width >= withMinutes {
		minutes := text.Truncate(fmt.Sprintf("%*s", minutesCells, m.minutes(p)), minutesCells)
		right += column(minutesCells, s.Meta.Render(minutes))
	}
	if tags := min(m.columns.tags, width/tagsShare); width >= withTags && tags > 0 {
		right += column(tags, s.Tag.Render(text.Pad(fitTags(p, tags), tags)))
	}
	if width >= withDate {
		date := ""
		if !p.Date.IsZero() {
			date = p.Date.Format(dateLayout)
		}
		right += column(dateCells, s.Meta.Render(fmt.Sprintf("%*s", dateCells, date)))
	}
	if len(p.Problems) > 0 {
		left += s.Warning.Render(warning)
		room -= len(warning)
	}
	if m.anyMarks() && width >= withMinutes {
		left += m.marks(p)
		room -= marksCells
	}
	h, style := titleOnly(e.Match), s.Text
	switch {
	case chosen:
		style = s.Chosen
	case m.history[p.Slug].Read.On:
		style = s.Faint
	}
	l := h.cut(0, max(room, 0))
	fill := max(room-text.Width(h.text[l.start:l.end]), 0)
	if l.more {
		fill = max(fill-1, 0)
	}
	title := m.drawHeading(h, l, style) + strings.Repeat(" ", fill)
	if right == "" {
		return left + title
	}
	return left + title + strings.Repeat(" ", columnGap) + strings.TrimRight(right, " ")
}

// fitTags is as many tags as fit into the cells.
func fitTags(p *post.Post, cells int) string {
	all := tagList(p)
	for text.Width(all) > cells {
		i := strings.LastIndex(all, " #")
		if i < 0 {
			return text.Truncate(all, cells)
		}
		all = all[:i]
	}
	return all
}
