package postlist

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

const (
	cardGap          = 1   // rows between two cards
	titleLines       = 2   // that a title may take
	descriptionLines = 2   // that a description may take
	describedWidth   = 36  // cells from which descriptions are shown
	mostText         = 100 // cells of a line: longer ones do not read well
)

// cardHeight is how many rows a card takes, with the gap below it.
func (m *Model) cardHeight(e entry, width int) int {
	return m.heights.of(e, min(width, mostText), measureCard)
}

func measureCard(e entry, width int) int {
	return len(newHeading(e.Match).lines(width)) + len(describe(e, width)) + 1 + cardGap
}

// card draws a post: category and title, description, and what else is known of it.
func (m *Model) card(e entry, width int, chosen bool) []string {
	width = min(width, mostText)
	h, title := newHeading(e.Match), m.styles.PostTitle
	switch {
	case chosen:
		title = m.styles.Chosen
	case m.history[e.Post.Slug].Read.On:
		title = m.styles.Description
	}
	var out []string
	for _, l := range h.lines(width) {
		out = append(out, m.drawHeading(h, l, title))
	}
	for _, line := range describe(e, width) {
		out = append(out, m.styles.Description.Render(line))
	}
	return append(out, m.meta(e.Post, width))
}

// describe returns the lines of the description, none where there is no room for them, or on the shelf,
// where one knows what the post is about.
func describe(e entry, width int) []string {
	p := e.Post
	if p.Description == "" || width < describedWidth || e.shelf {
		return nil
	}
	var out []string
	for _, r := range text.Wrap(p.Description, width) {
		if len(out) == descriptionLines-1 {
			return append(out, text.Truncate(p.Description[r.Start:], width))
		}
		out = append(out, p.Description[r.Start:r.End])
	}
	return out
}

// part is one fact about a post: its text, how it is drawn, and how easily it is given up. What has the
// highest rank goes first where there is no room.
type part struct {
	text  string
	style lipgloss.Style
	rank  int
}

// separator stands between two parts.
const separator = " · "

// meta draws reading time, series, tags and date in one line.
func (m *Model) meta(p *post.Post, width int) string {
	s := m.styles
	parts := m.reading(p)
	if series := m.seriesOf(p); series != "" {
		parts = append(parts, part{series, s.Meta, 1})
	}
	if others := m.others(p); len(others) > 0 {
		parts = append(parts, part{"also in " + strings.Join(others, ", "), s.Meta, 2})
	}
	for i, tag := range p.Tags {
		parts = append(parts, part{"#" + tag, s.Tag, 2 + i})
	}
	if !p.Date.IsZero() {
		parts = append(parts, part{p.Date.Format(dateLayout), s.Meta, 2 + len(p.Tags)})
	}
	return join(fit(parts, width), s.Rule, width)
}

// others returns the languages of the translations of a post.
func (m *Model) others(p *post.Post) []string {
	if m.catalog == nil {
		return nil
	}
	return m.catalog.Others(p)
}

// dateLayout is how dates are written, at most eleven cells.
const dateLayout = "2 Jan 2006"

// seriesOf says which part of which series a post is: "FastAPI Auth 3 of 8".
func (m *Model) seriesOf(p *post.Post) string {
	of := m.parts[strings.ToLower(p.Series)]
	switch {
	case p.Series == "" || p.Part < 1:
		return p.Series
	case p.Part > of: // parts that are not there yet
		return fmt.Sprintf("%s %d", p.Series, p.Part)
	}
	return fmt.Sprintf("%s %d of %d", p.Series, p.Part, of)
}

// fit leaves out parts, those of the highest rank first, until the rest fits into width cells; the last
// one stays.
func fit(parts []part, width int) []part {
	for len(parts) > 1 {
		used, least := 0, 0
		for i, p := range parts {
			used += text.Width(between(parts, i)) + text.Width(p.text)
			if p.rank >= parts[least].rank {
				least = i
			}
		}
		if used <= width {
			break
		}
		parts = append(parts[:least:least], parts[least+1:]...)
	}
	return parts
}

// between is what stands before part i: tags are one group.
func between(parts []part, i int) string {
	switch {
	case i == 0:
		return ""
	case strings.HasPrefix(parts[i].text, "#") && strings.HasPrefix(parts[i-1].text, "#"):
		return " "
	}
	return separator
}

func join(parts []part, rule lipgloss.Style, width int) string {
	if len(parts) == 1 {
		return parts[0].style.Render(text.Truncate(parts[0].text, width))
	}
	var b strings.Builder
	for i, p := range parts {
		if sep := between(parts, i); sep != "" {
			b.WriteString(rule.Render(sep))
		}
		b.WriteString(p.style.Render(p.text))
	}
	return b.String()
}
