package overlay

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/text"
)

const (
	above  = 2 // rows over the list: border and box
	chrome = 3 // rows that are not the list's: two borders and the box
	sides  = 4 // cells of a row that are not its own: borders and the space beside them
	mark   = 2 // cells of the mark before a label

	aboutLines = 3 // what is said of the chosen row, below a rule
	leastRows  = 3 // of the list, which that must leave
)

// rows is how many rows of the list are in view.
func (m *Model) rows() int {
	rows := max(m.rect.H-chrome, 1)
	if about := m.aboutHeight(); rows-about >= leastRows {
		rows -= about
	}
	return rows
}

// aboutHeight is how many rows it takes to say more of the chosen one.
func (m *Model) aboutHeight() int {
	if m.o.About == nil {
		return 0
	}
	return 1 + aboutLines
}

// about draws what is said of the chosen row, if there is room.
func (m *Model) about(framed func(string) string) []string {
	row, chosen := m.Chosen()
	if m.o.About == nil || m.rect.H-chrome == m.rows() {
		return nil
	}
	s, inner := m.o.Styles, max(m.rect.W-sides, 1)
	out := []string{ansi.Truncate(s.Rule.Render("├"+strings.Repeat("─", max(m.rect.W-2, 0))+"┤"), m.rect.W, "")}
	said := ""
	if chosen {
		said = m.o.About(row)
	}
	lines := text.Wrap(said, inner)
	for i := range aboutLines {
		line := ""
		if i < len(lines) {
			line = said[lines[i].Start:lines[i].End]
		}
		if i == aboutLines-1 && len(lines) > aboutLines {
			line = text.Truncate(line+" …", inner)
		}
		out = append(out, framed(s.Text.Render(line)))
	}
	return out
}

// Over draws the panel over a screen, with a cell of space at each side. The lines of the screen are cut
// in cells, so that what is beside the panel stays as it was.
func (m *Model) Over(screen string) string {
	r := m.rect
	if r.Empty() {
		return screen
	}
	lines := strings.Split(screen, "\n")
	for i, panel := range m.lines() {
		y := r.Y + i
		if y >= len(lines) {
			break
		}
		space := min(r.X, 1)
		left, right := split(lines[y], r.X-space, r.X+r.W+space)
		gap := strings.Repeat(" ", space)
		lines[y] = left + gap + panel + gap + right
	}
	return strings.Join(lines, "\n")
}

// split returns what of a line stands before column from, filled up to it, and what stands from column to
// on. A wide character that a border would halve is replaced by spaces.
func split(line string, from, to int) (left, right string) {
	left = ansi.Cut(line, 0, from)
	left += strings.Repeat(" ", from-ansi.StringWidth(left))
	width := ansi.StringWidth(line)
	if width <= to {
		return left, ""
	}
	right = ansi.Cut(line, to, width)
	if ansi.StringWidth(right) > width-to { // Cut keeps a character that begins before the border
		right = " " + ansi.Cut(line, to+1, width)
	}
	return left, right
}

// lines draws the panel: as many lines of its rectangle as the rows need, each exactly as wide.
func (m *Model) lines() []string {
	s, inner := m.o.Styles, max(m.rect.W-sides, 0)
	within := func(content, border string) string {
		fill := strings.Repeat(" ", max(inner-ansi.StringWidth(content), 0))
		line := s.Rule.Render("│") + " " + ansi.Truncate(content, inner, "") + fill + " " + border
		return ansi.Truncate(line, m.rect.W, "")
	}
	framed := func(content string) string { return within(content, s.Rule.Render("│")) }
	out := []string{m.upper(), framed(s.Prompt.Render("›") + " " + m.box.View(s, inner-mark, text.Range{}))}
	for i := m.top; i < min(m.top+m.rows(), len(m.shown)); i++ {
		border := s.Rule.Render("│")
		if m.thumb(i - m.top) {
			border = s.Faint.Render("┃")
		}
		out = append(out, within(m.row(m.at(i), i == m.chosen, inner), border))
	}
	if len(m.shown) == 0 {
		out = append(out, framed(s.Faint.Render(text.Truncate("nothing matches", inner))))
	}
	out = append(append(out, m.about(framed)...), m.lower())
	return out[:min(len(out), m.rect.H)]
}

// thumb tells whether the border beside a row in view is thick: where the list does not fit, it shows there
// which part of it is in view.
func (m *Model) thumb(row int) bool {
	rows, all := m.rows(), len(m.shown)
	if all <= rows {
		return false
	}
	size := max(rows*rows/all, 1)
	first := m.top * (rows - size) / (all - rows)
	return row >= first && row < first+size
}

// upper is the border with the title and, once the list is narrowed, how many rows are left.
func (m *Model) upper() string {
	s := m.o.Styles
	title := text.Truncate(m.o.Title, max(m.rect.W-2*corner-2, 0))
	if m.box.Value() == "" {
		return m.border("╭", "╮", s.Title.Render(title), "")
	}
	left, all := 0, 0
	for i := range m.shown {
		left += rowsIn(m.at(i))
	}
	for _, r := range m.o.Rows {
		all += rowsIn(r)
	}
	return m.border("╭", "╮", s.Title.Render(title), s.Faint.Render(fmt.Sprintf("%d of %d", left, all)))
}

// rowsIn is 1 for a row that can be chosen, 0 for a heading.
func rowsIn(r Row) int {
	if r.Key == "" {
		return 0
	}
	return 1
}

// lower is the border with the hints that fit.
func (m *Model) lower() string {
	return m.border("╰", "╯", "", m.hints(m.rect.W-2*corner-2))
}

// corner is the cells of a border at each end that stay a rule: the corner and one more.
const corner = 2

// border draws a border with styled text at its left and its right. The right gives way first.
func (m *Model) border(first, last, left, right string) string {
	rule := m.o.Styles.Rule
	part := func(s string) (string, int) {
		if s == "" {
			return "", 0
		}
		return " " + s + " ", ansi.StringWidth(s) + 2
	}
	left, leftWidth := part(left)
	right, rightWidth := part(right)
	room := m.rect.W - 2*corner - leftWidth
	if rightWidth > room {
		right, rightWidth = "", 0
	}
	middle := strings.Repeat("─", max(room-rightWidth, 0))
	return ansi.Truncate(rule.Render(first+"─")+left+rule.Render(middle)+right+rule.Render("─"+last), m.rect.W, "")
}

// between stands between two hints.
const between = " · "

// hints draws the hints that fit into the room.
func (m *Model) hints(room int) string {
	s := m.o.Styles
	var parts []string
	for _, hint := range m.fitting(room) {
		parts = append(parts, s.Key.Render(hint.Help().Key)+" "+s.Hint.Render(hint.Help().Desc))
	}
	return strings.Join(parts, s.Rule.Render(between))
}

// fitting returns the hints that fit into the room.
func (m *Model) fitting(room int) []key.Binding {
	var out []key.Binding
	for _, hint := range m.o.Hints {
		if hint.Help().Key == "" { // the action has no key any more
			continue
		}
		if len(out) > 0 {
			room -= text.Width(between)
		}
		if room -= hintWidth(hint); room < 0 {
			break
		}
		out = append(out, hint)
	}
	return out
}

func hintWidth(hint key.Binding) int { return text.Width(hint.Help().Key + " " + hint.Help().Desc) }

// row draws one row in at most inner cells: mark, label, and the detail at the right.
func (m *Model) row(r Row, chosen bool, inner int) string {
	s := m.o.Styles
	if r.Key == "" {
		return s.Category.Render(text.Truncate(r.Label, inner))
	}
	room := max(inner-mark-1, 0)
	detail := text.Truncate(r.Detail, max(room/2, room-text.Width(r.Label))) // which has what the label leaves, or half
	label := text.Pad(r.Label, max(inner-mark-text.Width(detail)-1, 0))
	sign := [...]string{Plain: " ", On: "+", Off: "−", Current: "•", Done: "✓"}[r.State] + " "
	if chosen {
		return s.Selected.Render(text.Pad(sign+label+" "+detail, inner))
	}
	signStyle, labelStyle := s.Good, s.Text
	switch {
	case r.State == Off:
		signStyle, labelStyle = s.Error, s.Faint
	case r.State == On || r.State == Current:
		labelStyle = s.PostTitle
	case r.Dim, r.State == Done:
		labelStyle = s.Dim
	}
	return signStyle.Render(sign) + labelStyle.Render(label) + " " + s.Faint.Render(detail)
}
