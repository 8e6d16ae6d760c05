// Package statusbar is the last line of the screen: at the left what is filtered, or a note; at the
// right the keys that matter here, as many as fit.
package statusbar

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/message"
)

const (
	margin   = 2 // cells at each end
	gap      = 3 // cells between two hints
	distance = 4 // least cells between left and right
)

// View draws the line, width cells wide. left is styled text; hints are in order of importance.
func View(s *theme.Styles, width int, left string, hints []key.Binding) string {
	inner := width - 2*margin
	if inner < 1 {
		return strings.Repeat(" ", max(width, 0))
	}
	left = ansi.Truncate(left, inner, "…")
	used := ansi.StringWidth(left)
	right, rightWidth := hintsFor(s, inner-used-distance, hints)
	pad := strings.Repeat(" ", margin)
	return pad + left + strings.Repeat(" ", inner-used-rightWidth) + right + pad
}

// hintsFor returns as many hints as fit into the room, and the cells that they take.
func hintsFor(s *theme.Styles, room int, hints []key.Binding) (string, int) {
	var b strings.Builder
	used := 0
	for _, h := range hints {
		help := h.Help()
		if help.Key == "" { // the action has no key any more
			continue
		}
		w := text.Width(help.Key) + 1 + text.Width(help.Desc)
		if used > 0 {
			w += gap
		}
		if used+w > room {
			break
		}
		if used > 0 {
			b.WriteString(strings.Repeat(" ", gap))
		}
		b.WriteString(s.Key.Render(help.Key) + " " + s.Hint.Render(help.Desc))
		used += w
	}
	return b.String(), used
}

// Note draws a note for the left of the line. What others wrote in it is made safe.
func Note(s *theme.Styles, note message.Status) string {
	styles := [...]lipgloss.Style{message.Info: s.Text, message.Warning: s.Warning, message.Failure: s.Error}
	return styles[note.Kind].Render(text.CleanLine(note.Text))
}
