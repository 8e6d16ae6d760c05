package document

import (
	"reflect"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

func TestAFullTableHasItsOwnWidth(t *testing.T) {
	d := Parse([]byte("| name | value | n |\n|---|---|--:|\n| a | " + strings.Repeat("word ", 20) + " | 1 |\n| bb | x | 22 |\n"))
	full := NewFullTable(d, 0, theme.Dark().Styles())
	if want := []int{0, 7, 66, 68}; !reflect.DeepEqual(full.Columns(), want) {
		t.Errorf("the columns stand at %v, want %v", full.Columns(), want)
	}
	var got strings.Builder
	for i := range full.Len() {
		for _, line := range full.Row(i) {
			got.WriteString(strings.TrimRight(line.Text(), " ") + "\n")
		}
	}
	want := "name │ value                                                    │  n\n" +
		"─────┼──────────────────────────────────────────────────────────┼───\n" +
		"a    │ word word word word word word word word word word word   │  1\n" +
		"     │ word word word word word word word word word             │\n" +
		strings.Repeat("┈", 5) + "┼" + strings.Repeat("┈", 58) + "┼" + strings.Repeat("┈", 3) + "\n" +
		"bb   │ x                                                        │ 22\n"
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
	m := d.Find(t.Context(), "22")[0]
	if marks := full.Row(2)[0].Marks(m.From, m.To); len(marks) != 1 {
		t.Errorf("what was found is marked at %v", marks)
	}
}

// A table of many rows is laid out only where it is looked at.
func BenchmarkFullTable(b *testing.B) {
	d := Parse([]byte("| a | b | c |\n|---|---|---|\n" + strings.Repeat("| some *words* | and `code` | and more |\n", 10_000)))
	s := theme.Dark().Styles()
	for b.Loop() {
		full := NewFullTable(d, 0, s)
		for i := range 40 {
			full.Row(i)
		}
	}
}
