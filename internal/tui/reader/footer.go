package reader

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/text"
)

// boxWidth is the cells of the find box at most; a longer pattern scrolls within.
const boxWidth = 40

// Footer returns what the last line says at its left, in at most width cells, and the keys that matter now,
// the most important first.
func (m *Model) Footer(width int) (left string, hints []key.Binding) {
	keys := m.keys.Reader
	switch {
	case m.layout == nil:
		return "", []key.Binding{keys.Back}
	case m.alone != nil:
		return m.statusAlone(), m.hintsAlone()
	case m.after == setMark:
		return m.styles.Prompt.Render("mark this place with a letter"), nil
	case m.after == goToMark:
		return m.styles.Prompt.Render("go to the mark of a letter"), nil
	case m.find != nil && m.find.box != nil:
		return m.findBox(width), []key.Binding{m.keys.Find.Keep, m.keys.Find.Clear, m.keys.Find.Next, m.keys.Find.Prev}
	}
	if t := m.focused(); t != nil {
		act := keys.Act
		if t.link == 0 && m.overFold(t.block) && !m.layout.Folded(t.block) {
			act = as(act, "close")
		}
		if n, ok := m.note(*t); ok {
			act = as(act, map[bool]string{false: "show note", true: "close note"}[m.notes[n]])
		}
		return m.facing(*t), []key.Binding{act, keys.NextLink, keys.Clear}
	}
	left = m.styles.Text.Render(m.progress())
	if next := m.onward(); next != "" {
		left += m.styles.Hint.Render(" · ") + next
	} else if m.find == nil {
		left += m.styles.Hint.Render(m.under(width - ansi.StringWidth(left)))
	}
	if m.find != nil {
		return m.finding() + m.styles.Hint.Render(" · ") + left, []key.Binding{keys.NextMatch, keys.PrevMatch, keys.Clear}
	}
	hints = []key.Binding{m.keys.Global.Help}
	switch block := m.opened(); {
	case block == noBlock:
	case m.overFold(block):
		hints = append(hints, as(keys.Act, "fold"))
	case m.doc.Draws(block):
		hints = append(hints, as(keys.Act, "diagram"))
	default:
		hints = append(hints, as(keys.Act, "table"))
	}
	hints = append(hints, keys.Back, keys.Find)
	if len(m.sections) > 0 {
		hints = append(hints, keys.Outline)
	}
	if len(m.Links()) > 0 {
		hints = append(hints, keys.NextLink)
	}
	return left, hints
}

// hintsAlone are the keys that matter while a table or a diagram stands alone: those that pan it only if it can be.
func (m *Model) hintsAlone() []key.Binding {
	keys := m.keys.Reader
	hints := []key.Binding{as(keys.Clear, "close")}
	if columns := m.alone.Columns(); columns[len(columns)-1] > m.aloneWidth() {
		hints = append(hints, as(keys.PanRight, "right"), as(keys.PanLeft, "left"))
	}
	return hints
}

// findBox is the box that is typed into, and what it found.
func (m *Model) findBox(width int) string {
	f, s := m.find, m.styles
	box := f.box.View(s, min(boxWidth, max(width-2, 1)), text.Range{})
	return s.Prompt.Render(m.keys.Reader.Find.Help().Key) + " " + box + "  " + m.count(f)
}

// finding says what is looked for and which of the places where it stands is shown.
func (m *Model) finding() string {
	return m.styles.Text.Render(text.CleanLine(m.find.what.Text)) + " " + m.count(m.find)
}

func (m *Model) count(f *find) string {
	if f.known == all && f.what.Text != "" && len(f.matches) == 0 {
		return m.styles.Error.Render(f.counter())
	}
	return m.styles.Chip.Render(f.counter())
}

// facing says where what has the keyboard leads.
func (m *Model) facing(t target) string {
	s := m.styles
	if t.link > 0 {
		return s.Prompt.Render("→ ") + s.Text.Render(m.doc.Link(t.link).Target)
	}
	switch {
	case m.doc.Draws(t.block):
		return s.Text.Render("a diagram")
	case m.standsAlone(t.block):
		return s.Text.Render("a table")
	}
	return s.Text.Render(text.CleanLine(m.summary(t.block)))
}

// summary is what stands over a fold, with its mark as it is shown.
func (m *Model) summary(block int) string {
	var words []string
	for _, line := range m.layout.Lines(block) {
		words = append(words, strings.Fields(line.Text())...)
	}
	return strings.Join(words, " ")
}

// helpRoom is the cells of the line that a long heading leaves to the margins and to the key of the help.
const helpRoom = 15

// under names the section that one is in, in at most width cells; nothing before the first, under the title.
func (m *Model) under(width int) string {
	room, section := width-helpRoom-text.Width(" · "), m.section()
	if section == m.post.Title || room < 8 {
		return ""
	}
	return " · " + text.Truncate(section, room)
}

func (m *Model) progress() string {
	if m.atEnd() {
		return "100% · end"
	}
	rest := history.Entry{Progress: history.Progress{Percent: m.percent()}}
	return fmt.Sprintf("%d%% · %d min left", m.percent(), rest.MinutesLeft(m.post.Minutes()))
}

// as returns a binding that is shown with other words than its own.
func as(b key.Binding, words string) key.Binding {
	b.SetHelp(b.Help().Key, words)
	return b
}
