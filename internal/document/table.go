package document

import (
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Alignment is where the text of a column stands.
type Alignment int

// The alignments.
const (
	Left Alignment = iota
	Center
	Right
)

// Table is a table as parsed. All rows have as many cells as the first, which is the header.
type Table struct {
	Align []Alignment
	Rows  [][][]Run // rows of cells of runs
}

func (t *Table) size() int {
	n := 0
	for i := range t.Rows {
		n += t.rowSize(i)
	}
	return n
}

func (t *Table) rowSize(i int) int {
	n := 0
	for _, cell := range t.Rows[i] {
		n += len(plain(cell)) + 1
	}
	return n
}

func (b *builder) table(n *extast.Table, c *container) {
	t := &Table{}
	for _, a := range n.Alignments {
		switch a {
		case extast.AlignCenter:
			t.Align = append(t.Align, Center)
		case extast.AlignRight:
			t.Align = append(t.Align, Right)
		default:
			t.Align = append(t.Align, Left)
		}
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := make([][]Run, len(t.Align))
		i := 0
		for cell := row.FirstChild(); cell != nil && i < len(cells); cell = cell.NextSibling() {
			cells[i] = b.runs(cell)
			i++
		}
		t.Rows = append(t.Rows, cells)
	}
	start, end := b.extent(ast.Node(n))
	b.add(Block{Kind: TableBlock, Start: start, End: end, Table: t}, c)
}

// The columns of a table are set apart by a rule with a space at each side.
const (
	columnRule   = " │ "
	columnGap    = 3
	longWord     = 24 // cells; a longer word is broken before a table becomes records
	recordIndent = 2
)

// grid is a table whose cells have been drawn.
type grid struct {
	align   []Alignment
	cells   [][][]text.Span
	natural []int // cells that each column would like
	least   []int // cells of the longest word of each column
	offsets []int // byte of the block's text at which each row starts
}

func newGrid(t *Table, draw func(cell []Run, head bool) []text.Span) *grid {
	g := &grid{align: t.Align, natural: make([]int, len(t.Align)), least: make([]int, len(t.Align))}
	offset := 0
	for i, row := range t.Rows {
		g.offsets = append(g.offsets, offset)
		offset += t.rowSize(i)
		var cells [][]text.Span
		for col, cell := range row {
			spans := draw(cell, i == 0)
			cells = append(cells, spans)
			for line := range strings.SplitSeq(text.Line(spans).Text(), "\n") {
				g.natural[col] = max(g.natural[col], text.Width(line))
				for word := range strings.FieldsSeq(line) {
					g.least[col] = max(g.least[col], text.Width(word))
				}
			}
		}
		g.cells = append(g.cells, cells)
	}
	return g
}

// lines lays the table out in at most width cells: at its natural size if that fits, else with cells
// wrapped at words, else, where columns would break words, as one record after the other.
func (g *grid) lines(width int, m theme.Markup) []Line {
	columns := len(g.align)
	room := width - columnGap*(columns-1)
	switch {
	case columns == 0:
		return nil
	case sum(g.natural) <= room:
		return g.rows(g.natural, m)
	case sum(g.least) <= room:
		return g.rows(share(g.natural, g.least, room), m)
	}
	squeezed := make([]int, columns) // addresses and the like may break, words should not
	for i, w := range g.least {
		squeezed[i] = min(w, longWord)
	}
	if sum(squeezed) <= room {
		return g.rows(share(g.natural, squeezed, room), m)
	}
	return g.records(width, m)
}

func sum(n []int) int {
	total := 0
	for _, v := range n {
		total += v
	}
	return total
}

// share gives each column its least width and divides the rest so that the narrow ones come to their
// natural width first and the wide ones get equal shares.
func share(natural, least []int, room int) []int {
	out := append([]int(nil), least...)
	for left := room - sum(out); left > 0; {
		lowest := -1
		for i := range out {
			if out[i] < natural[i] && (lowest < 0 || out[i] < out[lowest]) {
				lowest = i
			}
		}
		if lowest < 0 {
			break
		}
		out[lowest]++
		left--
	}
	return out
}

func (g *grid) rows(widths []int, m theme.Markup) []Line {
	var out []Line
	tall := false
	body := make([][]Line, len(g.cells))
	for i, row := range g.cells {
		body[i] = g.row(i, row, widths, m)
		tall = tall || i > 0 && len(body[i]) > 1
	}
	for i := range body {
		out = append(out, body[i]...)
		if i == 0 || tall && i < len(body)-1 {
			out = append(out, ruleLine(widths, g.offsets[i], i == 0, m))
		}
	}
	return out
}

func ruleLine(widths []int, offset int, heavy bool, m theme.Markup) Line {
	stroke, cross := "─", "─┼─"
	if !heavy {
		stroke, cross = "┈", "┈┼┈"
	}
	var b strings.Builder
	for i, w := range widths {
		if i > 0 {
			b.WriteString(cross)
		}
		b.WriteString(strings.Repeat(stroke, w))
	}
	return Line{Line: text.Line{{Text: b.String(), SGR: m.TableRule}}, Offset: offset}
}

func (g *grid) row(i int, row [][]text.Span, widths []int, m theme.Markup) []Line {
	height := 1
	cells := make([][]Line, len(row))
	start := g.offsets[i]
	for col, spans := range row {
		cells[col] = wrap(spans, max(widths[col], 1))
		for y := range cells[col] {
			part := &cells[col][y].Parts[0]
			part.From, part.To = part.From+start, part.To+start
		}
		start += len(text.Line(spans).Text()) + 1
		height = max(height, len(cells[col]))
	}
	out := make([]Line, height)
	for y := range out {
		line := Line{Line: text.Line{}, Offset: g.offsets[i]}
		for col := range cells {
			if col > 0 {
				line.Line = append(line.Line, text.Span{Text: columnRule, SGR: m.TableRule})
			}
			var cell Line
			if y < len(cells[col]) {
				cell = cells[col][y]
			}
			before, after := fill(cell.Line, widths[col], g.align[col])
			if col == len(cells)-1 {
				after = 0 // nothing follows
			}
			line.append(cell, before, after)
		}
		out[y] = line
	}
	return out
}

// append sets a cell of a table into its row, with so many spaces at its sides.
func (l *Line) append(cell Line, before, after int) {
	l.Line = append(l.Line, text.Plain(strings.Repeat(" ", before))...)
	shift(cell.Parts, len(l.Text()))
	l.Parts = append(l.Parts, cell.Parts...)
	l.Line = append(l.Line, cell.Line...)
	l.Line = append(l.Line, text.Plain(strings.Repeat(" ", after))...)
}

// fill returns the spaces that bring a cell to its width, before and after it.
func fill(cell text.Line, width int, a Alignment) (before, after int) {
	free := max(0, width-cell.Width())
	switch a {
	case Center:
		before = free / 2
	case Right:
		before = free
	}
	return before, free - before
}

// records shows each row as a list of its cells under the names of their columns, which fits any width.
func (g *grid) records(width int, m theme.Markup) []Line {
	if len(g.cells) == 1 { // a header alone: its names are all there is
		return g.record(0, width)
	}
	var out []Line
	for i := 1; i < len(g.cells); i++ {
		if i > 1 {
			out = append(out, Line{Line: text.Line{{Text: strings.Repeat("┈", width), SGR: m.TableRule}}, Offset: g.offsets[i]})
		}
		out = append(out, g.record(i, width)...)
	}
	return out
}

func (g *grid) record(i, width int) []Line {
	var out []Line
	add := func(spans []text.Span, start, indent int) {
		indent = max(min(indent, width-2), 0) // a letter may take two cells
		for _, cell := range wrap(spans, width-indent) {
			part := &cell.Parts[0]
			part.From, part.To = part.From+start, part.To+start
			line := Line{Offset: g.offsets[i]}
			line.append(cell, indent, 0)
			out = append(out, line)
		}
	}
	head, start := 0, g.offsets[i]
	for col, spans := range g.cells[i] {
		if i > 0 {
			if len(g.cells[0][col]) > 0 {
				add(g.cells[0][col], head, 0)
			}
			if len(spans) > 0 {
				add(spans, start, recordIndent)
			}
		} else {
			add(spans, start, 0)
		}
		head += len(text.Line(g.cells[0][col]).Text()) + 1
		start += len(text.Line(spans).Text()) + 1
	}
	return out
}
