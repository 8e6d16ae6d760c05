package document

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"unsafe"

	"github.com/blogtui/blogtui/internal/theme"
)

// tutorial is a body of about so many bytes, with what a long tutorial has.
func tutorial(size int) []byte {
	var out strings.Builder
	for i := 0; out.Len() < size; i++ {
		fmt.Fprintf(&out, "## Step %d\n\nThe *quick* brown `fox` jumps over the [lazy dog](other.md#step-%d), twice on **Sundays** and never on Mondays; "+
			"that is what it was told, and it keeps to it as long as nobody looks.\n\n1. One thing, which takes a line or two to say\n2. Another\n\n   ```console\n   $ run %d\n   ```\n\n"+
			"```python title=\"app/step%d.py\"\ndef step(x: int) -> int:\n    \"\"\"Return what follows x.\"\"\"\n    return x + %d\n```\n\n| Name | Means |\n|---|---|\n| `a%d` | what stands here |\n\n", i, i, i, i, i, i)
	}
	return []byte(out.String())
}

// Of a large file the text is in memory once: what reads it holds no copy.
func TestADocumentSharesTheMemoryOfItsBody(t *testing.T) {
	body := tutorial(1 << 20)
	for name, d := range map[string]*Document{"opened": Open("", body), "parsed": Parse(body)} {
		if unsafe.StringData(d.source) != unsafe.SliceData(body) {
			t.Errorf("%s, a document has a copy of its body", name)
		}
	}
	if d := Parse([]byte("a\rb\n")); d.source != "a\nb\n" {
		t.Errorf("%q is not cleaned", d.source)
	}
	if d := Parse(nil); d.source != "" {
		t.Errorf("nothing is %q", d.source)
	}
}

// BenchmarkSizes shows what depends on the size of a document: only opening it, which looks at every line
// once, and what asks for the whole.
func BenchmarkSizes(b *testing.B) {
	styles := theme.Dark().Styles()
	options := Options{Width: 80, CodeWidth: 100, Styles: styles, Fold: true}
	for _, size := range []int{20 << 10, 200 << 10, 2 << 20, 20 << 20} {
		body := tutorial(size)
		run := func(name string, f func(b *testing.B)) {
			b.Run(fmt.Sprintf("%s/%dKB", name, size>>10), f)
		}
		run("open", func(b *testing.B) {
			for b.Loop() {
				NewLayout(Open("", body), options).Window(Cursor{}, 40)
			}
		})
		run("page down", func(b *testing.B) {
			l := NewLayout(Open("", body), options)
			at := Cursor{}
			for b.Loop() {
				next := l.Move(at, 38)
				if next == at {
					next = Cursor{}
				}
				at = next
				l.Window(at, 40)
			}
		})
		run("end", func(b *testing.B) {
			for b.Loop() {
				l := NewLayout(Open("", body), options)
				l.Window(l.Last(40), 40)
			}
		})
		run("resize", func(b *testing.B) {
			d := Open("", body)
			l := NewLayout(d, options)
			p := l.Position(l.Last(40))
			for b.Loop() {
				o := options
				o.Width = 70
				l := NewLayout(d, o)
				l.Window(l.Locate(p), 40)
			}
		})
		run("find", func(b *testing.B) {
			for b.Loop() {
				d := Open("", body)
				if len(d.Find(b.Context(), "what follows")) == 0 {
					b.Fatal("not found")
				}
			}
		})
		run("write", func(b *testing.B) {
			for b.Loop() {
				if err := NewLayout(Open("", body), options).Write(io.Discard, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
