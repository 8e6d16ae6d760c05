package document

import (
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// The most cells of a column of a table that stands alone; what is longer is wrapped. The first column
// stays when the others are panned, so it takes less.
const (
	mostColumn      = 56
	mostFirstColumn = 28
)

// FullTable is a table set to stand alone on a screen, its columns as wide as they like to be. Rows are
// laid out when first asked for. It serves one goroutine.
type FullTable struct {
	table  *Table
	grid   *grid
	widths []int
	tall   bool // some cell is wrapped, so that rows need rules between them
	rows   [][]Line
	styles *theme.Styles
	drawer *drawer
}

// NewFullTable prepares the table of a block.
func NewFullTable(d *Document, block int, s *theme.Styles) *FullTable {
	table := d.Block(block).Table
	t := &FullTable{table: table, grid: &grid{align: table.Align}, widths: make([]int, len(table.Align))}
	offset := 0
	for i, row := range table.Rows {
		t.grid.offsets = append(t.grid.offsets, offset)
		offset += table.rowSize(i)
		for col, cell := range row {
			for line := range strings.SplitSeq(plain(cell), "\n") {
				t.widths[col] = max(t.widths[col], text.Width(line))
			}
		}
	}
	for col, w := range t.widths {
		most := mostColumn
		if col == 0 && len(t.widths) > 1 {
			most = mostFirstColumn
		}
		t.widths[col], t.tall = min(w, most), t.tall || w > most
	}
	t.styles, t.drawer, t.rows = s, newDrawer(s), make([][]Line, len(t.table.Rows))
	return t
}

// Len returns how many rows there are, with the header, which is the first.
func (t *FullTable) Len() int { return len(t.table.Rows) }

// Columns returns the cell at which each column starts and, as the last, the width of a whole line.
func (t *FullTable) Columns() []int {
	out := make([]int, 1, len(t.widths)+1)
	at := 0
	for _, w := range t.widths {
		at += w + columnGap
		out = append(out, at)
	}
	out[len(out)-1] -= columnGap
	return out
}

// Row returns the lines of a row, with the rule below it.
func (t *FullTable) Row(i int) []Line {
	if t.rows[i] != nil {
		return t.rows[i]
	}
	m := t.styles.Markup
	cells := make([][]text.Span, len(t.table.Rows[i]))
	for col, cell := range t.table.Rows[i] {
		cells[col] = slices.Clone(t.drawer.draw(cell, 0))
		for n := range cells[col] {
			if i == 0 {
				cells[col][n].SGR += m.TableHead
			}
		}
	}
	lines := t.grid.row(i, cells, t.widths, m)
	if i == 0 || t.tall && i < len(t.rows)-1 {
		lines = append(lines, ruleLine(t.widths, t.grid.offsets[i], i == 0, m))
	}
	t.rows[i] = lines
	return lines
}
