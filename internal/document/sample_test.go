package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// cells writes every letter with its style and link, however the spans are cut.
func cells(spans []text.Span) string {
	var out strings.Builder
	for _, s := range spans {
		for _, r := range s.Text {
			fmt.Fprintf(&out, "%q%q%d\n", r, s.SGR, s.Link)
		}
	}
	return out.String()
}

func TestRunsAreDrawnAsGlamourDrawsThem(t *testing.T) {
	texts := []string{"Words & more", " a\\*b_ ", "x\ny", "1 < 2", "日本 👩‍💻"}
	var runs []Run
	for mark := range Note << 1 {
		runs = append(runs, Run{Text: texts[int(mark)%len(texts)], Mark: mark, Link: int(mark) % 3})
	}
	for _, chosen := range append(theme.All(), theme.Basic(true), theme.Basic(false)) {
		d := newDrawer(chosen.Styles())
		for i := range len(runs) - 1 {
			want, ok := d.glamourDraws(runs[i:i+2], 0)
			got, like := d.drawLike(runs[i : i+2])
			if !ok || !like || cells(got) != cells(want) {
				t.Fatalf("%s: %+v are\n%s\nnot\n%s", chosen.Name, runs[i:i+2], cells(got), cells(want))
			}
		}
	}
}

func BenchmarkDrawTable(b *testing.B) {
	d := Parse([]byte("| a | b | c |\n|---|---|---|\n" + strings.Repeat("| one two | `x` | *y* z |\n", 1000)))
	styles := theme.Dark().Styles()
	for b.Loop() {
		NewLayout(d, Options{Width: 80, CodeWidth: 80, Styles: styles}).Lines(0)
	}
}
