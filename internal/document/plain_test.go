package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

func TestPlainIsTheSource(t *testing.T) {
	body := "# Title\n\nSome *words* [x](https://example.org)\nand\tmore.\n\n\n```go\nfunc f() {\n\treturn\n}\n```\n| a |\n|---|\n" + strings.Repeat("long ", 3000) + "\n" + strings.Repeat("é", 9000)
	d := Plain("Title", []byte(body))
	if !d.IsPlain() || len(d.Links) > 0 || len(d.Blocks) < 5 {
		t.Fatalf("%d blocks, %d links", len(d.Blocks), len(d.Links))
	}
	var read strings.Builder
	for i, b := range d.Blocks {
		if b.End-b.Start > plainBytes {
			t.Errorf("block %d has %d bytes", i, b.End-b.Start)
		}
		read.WriteString(d.Text(i) + "\n")
	}
	words := strings.Fields(strings.ReplaceAll(read.String(), "\n", ""))
	if want := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(body, "\n", ""), "\t", "    ")); strings.Join(words, "") != strings.Join(want, "") {
		t.Errorf("what is read is not what stands there: %.200q", read.String())
	}
	for _, width := range []int{1, 20, 80} {
		l := NewLayout(d, Options{Width: width, CodeWidth: width, Styles: theme.Dark().Styles()})
		for i := range d.Blocks {
			for _, line := range l.Lines(i) {
				if line.Width() > width {
					t.Errorf("at width %d a line has %d cells", width, line.Width())
				}
			}
		}
		if l.Last(10).Block == 0 {
			t.Error("the end is not found")
		}
	}
	if c := d.Contents(t.Context()); c == nil || len(c.Headings) > 0 {
		t.Error("a plain document has no outline")
	}
}

func TestAsPlainIsTheSameText(t *testing.T) {
	const body = "# A\n\nb *c*\n"
	if got := shown(NewLayout(ParseUnder("A", []byte(body)).AsPlain(), Options{Width: 40, Styles: theme.Dark().Styles()}).Window(Cursor{}, 10)); got != "# A\n\nb *c*\n" {
		t.Errorf("it is read as %q", got)
	}
	for _, body := range []string{"", "\n\n", " \t"} {
		if d := Plain("", []byte(body)); d.First() != -1 {
			t.Errorf("%q has %d blocks", body, len(d.Blocks))
		}
	}
}
