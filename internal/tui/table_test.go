package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// wideTable is a table that no screen holds: ten columns, and more rows than there are lines.
func wideTable() string {
	var b strings.Builder
	b.WriteString("| name |")
	for col := range 9 {
		fmt.Fprintf(&b, " column %d |", col)
	}
	b.WriteString("\n|" + strings.Repeat("---|", 10) + "\n")
	for row := range 60 {
		fmt.Fprintf(&b, "| row %d |", row)
		for col := range 9 {
			fmt.Fprintf(&b, " value %d of column %d |", row, col)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestATableAloneIsPannedBothWays(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", "Before.\n\n"+wideTable()+"\nAfter the table.\n")), func(d *tuitest.Driver) {
		d.See("Enter table")
		before := d.Screen()
		d.Press("enter")
		d.See("name   │ column 0", "row 0  │ value 0 of column 0", "table, rows 1 to 21 of 60", "Esc close")
		d.Golden("table")
		d.Press("space", "l", "l")
		d.See("name   │‹column 2", "row 20 │‹value 20 of column 2", "rows 20 to 40")
		d.NotSee("row 2 ", "value 20 of column 1")
		d.Press("G")
		d.See("name   │‹column 2", "row 59 │‹", "rows 40 to 60 of 60")
		for range 40 {
			d.Press("l")
		}
		d.See("value 59 of column 8")
		d.Press("g")
		d.See("row 0  │‹")
		for range 40 {
			d.Press("h")
		}
		d.See("row 0  │ value 0 of column 0")
		d.Resize(40, 10)
		d.See("name   │ column 0", "row 0  │ value 0")
		d.Resize(80, 24)
		d.Press("esc")
		if d.Screen() != before {
			t.Errorf("the post is not as it was:\n%s", d.Screen())
		}
	})
}

func TestALongCellWrapsInATableAlone(t *testing.T) {
	body := "| a | what it is good for |\n|---|---|\n| x | " + strings.Repeat("many words ", 20) + "|\n| y | few |\n"
	tuitest.Story(t, 120, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("enter")
		d.See("x │ many words", "  │ many words", "┈┈┼┈", "y │ few", "rows 1 to 2 of 2")
		d.Press("j", "k", "G", "u", "q")
		d.See("The post a")
	})
}
