package postlist

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
)

// defaultName is what a blog is called that says nothing of itself.
const defaultName = "Blog"

// Title is the name of the blog.
func (m *Model) Title() string {
	switch {
	case m.catalog != nil && m.catalog.Title != "":
		return m.catalog.Title
	case m.name != "":
		return m.name
	}
	return defaultName
}

// header draws the title of the blog and what it is about, on one or two lines.
func (m *Model) header() []string {
	width, headline := m.place.Header.W, ""
	if m.catalog != nil {
		headline = m.catalog.Headline()
	}
	title := m.styles.Title.Render(text.Truncate(m.Title(), width))
	if m.place.Header.H > 1 {
		return []string{title, m.styles.Tagline.Render(text.Truncate(headline, width))}
	}
	room := width - ansi.StringWidth(title) - columnGap
	if room < len("62 posts") {
		return []string{title}
	}
	return []string{title + strings.Repeat(" ", columnGap) + m.styles.Tagline.Render(text.Truncate(headline, room))}
}

// barTags returns the tags that have a number on the bar: the most used ones that fit.
func (m *Model) barTags() []catalog.Count {
	keys, used := m.keys.List.ToggleTag.Keys(), 0
	for i, tag := range m.tags {
		used += tagGap + text.Width(tagLabel(keys[i], tag))
		if used-tagGap > m.place.Bar.W {
			return m.tags[:i]
		}
	}
	return m.tags
}

// tagGap is the cells between two tags of the bar.
const tagGap = 3

func tagLabel(key string, tag catalog.Count) string {
	return key + " " + tag.Name + " " + text.Number(tag.Posts)
}

// bar draws the numbered tags and what the filter wants of them.
func (m *Model) bar() string {
	s := m.styles
	var b strings.Builder
	for i, tag := range m.barTags() {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", tagGap))
		}
		style := s.Tag
		switch m.filter.Tag(tag.Name) {
		case filter.Include:
			style = s.TagOn
		case filter.Exclude:
			style = s.TagOff
		}
		fmt.Fprintf(&b, "%s %s %s", s.Faint.Render(m.keys.List.ToggleTag.Keys()[i]),
			style.Render(tag.Name), s.Faint.Render(text.Number(tag.Posts)))
	}
	return b.String()
}

// posts counts posts in words.
func posts(n int) string {
	if n == 1 {
		return "1 post"
	}
	return text.Number(n) + " posts"
}
