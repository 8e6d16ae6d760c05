package text

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// TabStop is the distance between tab stops in code, in cells.
const TabStop = 4

// Width returns how many cells s takes, by grapheme. s holds no escape sequences; line feeds and tabs
// count as nothing, so expand tabs first.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return displaywidth.String(s)
		}
	}
	return len(s)
}

// Truncate returns s if it fits into width cells, else as much of it as fits with an ellipsis.
func Truncate(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	return strings.TrimRight(s[:fit(s, width-1)], " ") + "…"
}

// Pad returns s truncated or filled with spaces to exactly width cells.
func Pad(s string, width int) string {
	s = Truncate(s, width)
	return s + strings.Repeat(" ", max(0, width-Width(s)))
}

// ExpandTabs replaces the tabs of one line by spaces up to the next multiple of TabStop cells.
func ExpandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for i, part := range strings.Split(s, "\t") {
		if i > 0 {
			fill := TabStop - col%TabStop
			b.WriteString(strings.Repeat(" ", fill))
			col += fill
		}
		b.WriteString(part)
		col += Width(part)
	}
	return b.String()
}

// fit returns the length in bytes of the longest prefix of s, in whole graphemes, that takes at most
// width cells.
func fit(s string, width int) int {
	col, end := 0, 0
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		w := g.Width()
		if col+w > width {
			break
		}
		col += w
		end += len(g.Value())
	}
	return end
}
