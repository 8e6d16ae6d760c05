package diagram

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/blogtui/blogtui/internal/text"
)

// grid is a sheet of terminal cells that grows downwards and to the right as it is drawn on. A cell
// remembers not a character but which of its neighbours a line joins it to; the characters follow
// when all is drawn, so corners, tees and crossings are right whatever was drawn first.
type grid struct {
	rows [][]cell
}

// cell is one cell of the grid.
type cell struct {
	text  string    // a grapheme that stands here in place of lines; "" for none
	arms  [4]weight // the lines to its neighbours, by direction
	dash  bool      // every line through it is dashed
	round bool      // a corner of it is round
	tail  bool      // the second half of a wide grapheme
	role  role
	link  int // the number of the link it belongs to, 0 for none
}

type direction uint8

const (
	up direction = iota
	right
	down
	left
)

func (d direction) opposite() direction { return (d + 2) % 4 }

// step returns the neighbour of a cell in a direction.
func (d direction) step(p point) point {
	switch d {
	case up:
		return point{p.x, p.y - 1}
	case right:
		return point{p.x + 1, p.y}
	case down:
		return point{p.x, p.y + 1}
	default:
		return point{p.x - 1, p.y}
	}
}

// weight is how thick a line is.
type weight uint8

const (
	none weight = iota
	light
	heavy
)

// point is a cell by its column and row.
type point struct{ x, y int }

// rect is a block of cells.
type rect struct{ x, y, w, h int }

func (r rect) right() int  { return r.x + r.w - 1 }
func (r rect) bottom() int { return r.y + r.h - 1 }

// stroke is the way a line is drawn.
type stroke struct {
	weight weight
	dash   bool
	round  bool // corners are round
	role   role
}

// at returns a cell, which it makes if there is none. Cells above or left of the sheet are a mistake of
// the layout; they are drawn nowhere.
func (g *grid) at(x, y int) *cell {
	if x < 0 || y < 0 {
		return &cell{}
	}
	for len(g.rows) <= y {
		g.rows = append(g.rows, nil)
	}
	if missing := x + 1 - len(g.rows[y]); missing > 0 {
		g.rows[y] = append(g.rows[y], make([]cell, missing)...)
	}
	return &g.rows[y][x]
}

// arm draws the half of a line that reaches from the middle of a cell to its neighbour.
func (g *grid) arm(p point, d direction, s stroke) {
	c := g.at(p.x, p.y)
	if c.arms == [4]weight{} {
		c.dash, c.round = s.dash, s.round
	}
	c.dash = c.dash && s.dash
	c.round = c.round && s.round
	c.arms[d] = max(c.arms[d], s.weight)
	c.role = s.role
}

// line draws a straight line from the middle of one cell to the middle of another; to one that is not in
// line with it, around a corner.
func (g *grid) line(from, to point, s stroke) {
	if corner := (point{from.x, to.y}); corner != from && corner != to {
		g.line(from, corner, s)
		from = corner
	}
	d := right
	switch {
	case from.y > to.y:
		d = up
	case from.y < to.y:
		d = down
	case from.x > to.x:
		d = left
	}
	for p := from; p != to; p = d.step(p) {
		g.arm(p, d, s)
		g.arm(d.step(p), d.opposite(), s)
	}
}

// path draws lines from point to point, each straight above, below or beside the one before it.
func (g *grid) path(points []point, s stroke) {
	for i := 1; i < len(points); i++ {
		g.line(points[i-1], points[i], s)
	}
}

// frame draws the outline of a block of cells.
func (g *grid) frame(r rect, s stroke) {
	a, b, c, d := point{r.x, r.y}, point{r.right(), r.y}, point{r.right(), r.bottom()}, point{r.x, r.bottom()}
	g.path([]point{a, b, c, d, a}, s)
}

// clear empties a block of cells: what was drawn there is gone.
func (g *grid) clear(r rect) {
	for y := r.y; y < r.y+r.h; y++ {
		for x := r.x; x < r.x+r.w; x++ {
			*g.at(x, y) = cell{}
		}
	}
}

// write puts text over whatever is in the cells.
func (g *grid) write(x, y int, s string, r role, link int) {
	graphemes := displaywidth.StringGraphemes(s)
	for graphemes.Next() {
		w := graphemes.Width()
		if w == 0 {
			continue
		}
		c := g.at(x, y)
		c.text, c.tail, c.role, c.link = graphemes.Value(), false, r, link
		for i := 1; i < w; i++ {
			t := g.at(x+i, y)
			t.text, t.tail, t.role, t.link = "", true, r, link
		}
		x += w
	}
}

// writeBlock puts lines of text one under the other, each centred in width cells.
func (g *grid) writeBlock(x, y, width int, b block, r role, link int) {
	for i, s := range b {
		g.write(x+(width-text.Width(s))/2, y+i, s, r, link)
	}
}

// lines returns the rows as text, without spaces at their ends and without empty rows at the end.
func (g *grid) lines(o Options) []text.Line {
	lines := make([]text.Line, 0, len(g.rows))
	for _, row := range g.rows {
		lines = append(lines, rowLine(row, o))
	}
	for len(lines) > 0 && len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func rowLine(row []cell, o Options) text.Line {
	end := len(row)
	for end > 0 && blank(row[end-1]) {
		end--
	}
	var line text.Line
	var run strings.Builder
	for i := range end {
		c := row[i]
		if c.tail {
			continue
		}
		run.WriteString(c.glyph(o.ASCII))
		next := i + 1
		for next < end && row[next].tail {
			next++
		}
		if next < end && sameSpan(row[next], c) {
			continue
		}
		line = append(line, text.Span{Text: run.String(), SGR: o.Styles.sgr(c.role), Link: c.link})
		run.Reset()
	}
	return line
}

func blank(c cell) bool {
	return !c.tail && (c.text == "" || c.text == " ") && c.arms == [4]weight{} || c.text == " "
}

// sameSpan tells whether a cell is written in one span with the one before it. Spaces between words of
// one role have that role, so that a label is one span.
func sameSpan(c, before cell) bool { return c.role == before.role && c.link == before.link }
