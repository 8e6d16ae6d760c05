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
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", margin) + left)
	at := margin + ansi.StringWidth(left)
	for _, h := range place(width, left, hints) {
		help := h.binding.Help()
		b.WriteString(strings.Repeat(" ", h.from-at) + s.Key.Render(help.Key) + " " + s.Hint.Render(help.Desc))
		at = h.to
	}
	b.WriteString(strings.Repeat(" ", width-at))
	return b.String()
}

// At returns the hint at a cell of the line that View draws.
func At(width int, left string, hints []key.Binding, x int) (key.Binding, bool) {
	left = ansi.Truncate(left, max(width-2*margin, 0), "…")
	for _, h := range place(width, left, hints) {
		if x >= h.from && x < h.to {
			return h.binding, true
		}
	}
	return key.Binding{}, false
}

// placed is a hint and the cells of the line that it takes.
type placed struct {
	binding  key.Binding
	from, to int
}

// place returns the hints that fit beside what stands at the left, the last at the right end of the line.
func place(width int, left string, hints []key.Binding) []placed {
	var out []placed
	room, used := width-2*margin-ansi.StringWidth(left)-distance, 0
	for _, h := range hints {
		help := h.Help()
		if help.Key == "" { // the action has no key any more
			continue
		}
		if used > 0 {
			used += gap
		}
		from := used
		if used += text.Width(help.Key) + 1 + text.Width(help.Desc); used > room {
			break
		}
		out = append(out, placed{h, from, used})
	}
	if len(out) == 0 {
		return nil
	}
	start := width - margin - out[len(out)-1].to
	for i := range out {
		out[i].from, out[i].to = out[i].from+start, out[i].to+start
	}
	return out
}

// Note draws a note for the left of a line of width cells. What others wrote in it is made safe. Where it does not
// fit, of the paths in it the folders are left out, lest nothing be seen of what comes after them.
func Note(s *theme.Styles, width int, note message.Status) string {
	styles := [...]lipgloss.Style{message.Info: s.Text, message.Warning: s.Warning, message.Failure: s.Error}
	shown := text.CleanLine(note.Text)
	if text.Width(shown) > width-2*margin {
		words := strings.Split(shown, " ")
		for i, word := range words {
			if at := strings.LastIndexAny(word, `/\`); at > 0 && strings.ContainsAny(word[:at], `/\`) && !strings.Contains(word, "://") {
				words[i] = "…" + word[at:]
			}
		}
		shown = strings.Join(words, " ")
	}
	return styles[note.Kind].Render(shown)
}
