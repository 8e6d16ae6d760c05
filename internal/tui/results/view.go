package results

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/text"
)

// The measures of a card, in rows and cells.
const (
	cardGap      = 1   // rows between two cards
	snippetLines = 2   // that a snippet may take
	mostText     = 100 // cells of a line: longer ones do not read well
)

// View draws the screen: exactly its height, no line wider than its width.
func (m *Model) View() string {
	if m.height < 1 {
		return ""
	}
	screen := make([]string, m.height)
	m.place.Title.Put(screen, []string{m.styles.Title.Render("Search all posts")})
	m.place.Box.Put(screen, []string{m.boxLine()})
	m.place.Status.Put(screen, []string{m.status()})
	m.place.Rows.Put(screen, m.cards())
	m.place.Suggest.Put(screen, []string{m.box.Suggestions(m.styles, m.place.Suggest.W)})
	m.preview.Draw(screen, m.facts)
	return strings.Join(screen, "\n")
}

// isWrong tells whether something is wrong with the query that is not still being typed.
func (m *Model) isWrong() bool {
	return m.wrong != nil && (!m.box.Unfinished() || m.wrong.Offset+m.wrong.Length < len(m.box.Value()))
}

func (m *Model) boxLine() string {
	var wrong text.Range
	if m.isWrong() {
		wrong = text.Range{Start: m.wrong.Offset, End: m.wrong.Offset + m.wrong.Length}
	}
	return m.styles.Prompt.Render("›") + " " + m.box.View(m.styles, m.place.Box.W-2, wrong)
}

// status says what is wrong with the query, or how far the search is and what it has found.
func (m *Model) status() string {
	s := m.styles
	switch {
	case m.isWrong():
		return s.Error.Render(text.Truncate(text.CleanLine(m.wrong.Message), m.place.Status.W))
	case m.state == idle:
		return s.Faint.Render(text.Truncate(`words · "a phrase" · in:code, in:heading · tag:python and what else the filter knows`, m.place.Status.W))
	}
	said := m.found.Summary()
	switch {
	case m.state == searching:
		said = fmt.Sprintf("searching… %s of %s posts", text.Number(m.found.Searched), text.Number(m.found.Total))
		if m.found.Sections > 0 {
			said += " · " + m.found.Summary()
		}
	case m.found.Sections == 0:
		said = "nothing found: try fewer words, or their beginnings"
	}
	out := s.Faint.Render(text.Truncate(said, m.place.Status.W))
	if m.found.Unread != nil {
		out += s.Warning.Render(" · " + text.CleanLine(m.found.Unread.Error()))
	}
	return out
}

// Footer returns what the last line says at its left, and the keys that matter now.
func (m *Model) Footer() (left string, hints []key.Binding) {
	keys := m.keys.Search
	if n := len(m.found.Hits); n > 0 {
		left = m.styles.Faint.Render(fmt.Sprintf("%d of %d", m.chosen+1, n))
		hints = append(hints, keys.Open)
	}
	return left, append(hints, keys.Leave, keys.Down, keys.Up)
}

// textWidth is the cells that a card has for text.
func (m *Model) textWidth() int {
	return max(min(m.place.Rows.W-m.place.Margin-1, mostText), 1)
}

// size is how many rows a card takes, without the gap below it.
func (m *Model) size(i int) int {
	return 2 + len(m.snippet(m.found.Hits[i].Snippet))
}

// cards draws what is in view.
func (m *Model) cards() []string {
	var out []string
	for i := m.top; i < len(m.found.Hits) && len(out) < m.place.Rows.H; i++ {
		lead, rest := " ", " "
		if i == m.chosen {
			lead = m.styles.ChosenBar.Render("▌")
			rest = lead
		}
		for n, line := range m.card(m.found.Hits[i], i == m.chosen) {
			if n > 0 {
				lead = rest
			}
			out = append(out, lead+strings.Repeat(" ", m.place.Margin-1)+line)
		}
		out = append(out, make([]string, cardGap)...)
	}
	return out[:min(len(out), m.place.Rows.H)]
}

// card draws a hit: the title of the post, the section with its minutes, and the text around.
func (m *Model) card(h search.Hit, chosen bool) []string {
	s, width := m.styles, m.textWidth()
	title := s.PostTitle
	if chosen {
		title = s.Chosen
	}
	section := h.Section
	if section.Text == "" {
		section.Text = "the beginning"
	}
	minutes := fmt.Sprintf(" · %d min", h.Minutes)
	if text.Width(minutes) > width/3 {
		minutes = ""
	}
	out := []string{
		m.cut(h.Title, text.Range{End: len(h.Title.Text)}, width, title, title.Underline(true)),
		m.cut(section, text.Range{End: len(section.Text)}, width-text.Width(minutes), s.Category, s.Match) + s.Meta.Render(minutes),
	}
	for i, r := range m.snippet(h.Snippet) {
		if i == snippetLines-1 { // the last, with all that is left
			r.End = len(h.Snippet.Text)
		}
		out = append(out, m.cut(h.Snippet, r, width, s.Description, s.Match))
	}
	return out
}

// snippet returns the lines of a snippet that are shown.
func (m *Model) snippet(snippet search.Marked) []text.Range {
	if snippet.Text == "" {
		return nil
	}
	lines := text.Wrap(snippet.Text, m.textWidth())
	return lines[:min(len(lines), snippetLines)]
}

// cut draws a part of a text on one line, with an ellipsis if it is longer.
func (m *Model) cut(t search.Marked, r text.Range, width int, plain, hit lipgloss.Style) string {
	whole := t.Text[r.Start:r.End]
	shown := text.Truncate(whole, width)
	if shown == whole {
		return m.draw(t, r, plain, hit)
	}
	kept := strings.TrimSuffix(shown, "…")
	return m.draw(t, text.Range{Start: r.Start, End: r.Start + len(kept)}, plain, hit) + plain.Render(shown[len(kept):])
}

// draw draws a part of a text with what was found in it set off.
func (m *Model) draw(t search.Marked, r text.Range, plain, hit lipgloss.Style) string {
	var b strings.Builder
	for part, marked := range t.Parts(r) {
		if marked {
			b.WriteString(hit.Render(part))
		} else {
			b.WriteString(plain.Render(part))
		}
	}
	return b.String()
}
