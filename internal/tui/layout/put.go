package layout

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Put sets lines into the rectangle, cut to its width, to the right of what the lines of the screen hold already.
func (r Rect) Put(screen, lines []string) {
	if r.Empty() {
		return
	}
	for i, line := range lines[:min(len(lines), r.H)] {
		at := &screen[r.Y+i]
		*at += strings.Repeat(" ", max(r.X-ansi.StringWidth(*at), 0)) + ansi.Truncate(line, r.W, "")
	}
}
