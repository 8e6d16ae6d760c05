package document

import (
	"sort"

	"github.com/blogtui/blogtui/internal/text"
)

// Placed is a line and where in its document it stands.
type Placed struct {
	Cursor
	Line
}

// Window returns up to height lines from the cursor on.
func (l *Layout) Window(c Cursor, height int) []Placed {
	if l.empty() || height < 1 {
		return nil
	}
	c = l.clamp(c)
	out := make([]Placed, 0, height)
	first := c.Line
	for b := c.Block; b >= 0 && len(out) < height; b = l.doc.Next(b) {
		lines := l.Lines(b)
		for i := first; i < len(lines) && len(out) < height; i++ {
			out = append(out, Placed{Cursor{b, i}, lines[i]})
		}
		first = 0
	}
	return out
}

// Marked lays the matches of the document, which are in its order, over the line: the one that is shown (-1 for none)
// in a style of its own. Styles are sequences of escapes, as those of spans.
func (p Placed) Marked(matches []Match, shown int, style, styleShown string) text.Line {
	if len(matches) == 0 || len(p.Parts) == 0 {
		return p.Line.Line
	}
	from, to := p.Parts[0].From, p.Parts[0].To
	for _, part := range p.Parts {
		from, to = min(from, part.From), max(to, part.To)
	}
	line := p.Line.Line
	first := sort.Search(len(matches), func(i int) bool {
		return matches[i].Block > p.Block || matches[i].Block == p.Block && matches[i].To > from
	})
	for i := first; i < len(matches) && matches[i].Block == p.Block && matches[i].From < to; i++ {
		sgr := style
		if i == shown {
			sgr = styleShown
		}
		for _, r := range p.Marks(matches[i].From, matches[i].To) {
			line = line.Over(r.Start, r.End, sgr)
		}
	}
	return line
}
