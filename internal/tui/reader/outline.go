package reader

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// drawOutline draws the outline at the right of the lines. It follows the text: the section that one is in is
// marked, and always in view.
func (m *Model) drawOutline(lines []string, r layout.Rect) {
	current := m.Section()
	if list := m.Checklist(); list != "" && r.Y > 0 { // above it, where the head has its space
		said := m.styles.Rule.Render("│") + " " + m.styles.Faint.Render(text.Truncate("  "+list, r.W-outlineRule-1))
		lines[r.Y-1] += strings.Repeat(" ", max(r.X-ansi.StringWidth(lines[r.Y-1]), 0)) + said
	}
	first := m.firstSection(r)
	for y := range r.H {
		i := first + y
		if i >= len(m.sections) {
			break
		}
		entry := m.entry(m.sections[i], i == current, r.W-outlineRule-1)
		line := lines[r.Y+y]
		lines[r.Y+y] = line + strings.Repeat(" ", max(r.X-ansi.StringWidth(line), 0)) + m.styles.Rule.Render("│") + " " + entry
	}
}

// scrolled is how far the outline was scrolled while the text stood in a section. It follows the text again when
// that goes on to another.
type scrolled struct{ section, rows int }

// firstSection is the section at the top of the outline.
func (m *Model) firstSection(r layout.Rect) int {
	first := m.Section() - r.H/3
	if m.scrolled.section == m.Section() {
		first += m.scrolled.rows
	}
	return max(min(first, len(m.sections)-r.H), 0)
}

// doneMark stands before a section that was read to its end.
const doneMark = "✓ "

// outlineRule is the cells of the rule before the outline with its space.
const outlineRule = 2

// entryAside is the cells of an entry that are not its heading's: the mark before it, the minutes behind it.
const entryAside = 2 + len(" 99 min")

// widest is the cells of the longest heading in the outline, with its indent.
func widest(sections []Section) int {
	most := 0
	for _, s := range sections {
		most = max(most, text.Width(s.indented()))
	}
	return most
}

// indented is the heading as the outline shows it.
func (s Section) indented() string { return strings.Repeat("  ", s.Level) + s.Title }

// entry draws a section: its mark, its heading and, where no heading would have to be cut for them, its minutes,
// in so many cells.
func (m *Model) entry(s Section, current bool, width int) string {
	aside := ""
	if m.widest+entryAside <= width {
		aside = " " + minutes(s.Minutes)
	}
	mark, style := "  ", m.styles.Description
	switch {
	case current:
		mark, style = "▸ ", m.styles.Chosen
	case m.memory.finished[s.ID]:
		mark, style = doneMark, m.styles.Faint
	}
	room := max(width-text.Width(mark)-text.Width(aside), 0)
	return m.styles.ChosenBar.Render(mark) + style.Render(text.Pad(s.indented(), room)) + m.styles.Faint.Render(aside)
}
