package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// FuzzLayout: any text lays out at any width; no line of prose is too wide, and nothing reaches the
// terminal but SGR and hyperlinks of our own.
func FuzzLayout(f *testing.F) {
	for _, s := range []string{
		"# a\n\n- b\n  > c\n\n```go\nd\n```", "| a | b |\n|---|---|\n| `c` | d |", "> [!NOTE]\n> x[^1]\n\n[^1]: y",
		"<details><summary>s</summary>\n\nx\n\n</details>", "a\x1b]8;;x\x07&#27;[2J\u202e\ufeff\u2028", "![a](b \"c\") <b@c.de> ~~[x](y)~~",
		"term\n: def\n\n***\n\n1) a\n\n   b", strings.Repeat("> ", 100) + "x", "日本語の文章。 emoji 👩‍💻",
		"|日|\n|-|\n|本|\n", "$a b$ \\(c\\)\n\n$$\n- d\n$$\n", "a^b^ c~d~ :tada: [^a]\n\n[^a]: - ```\n", "a\n: b\n\n    c\n: d\n", "```mermaid\nflowchart TD\na-->b\n```",
	} {
		f.Add(s, 40)
	}
	styles := theme.Dark().Styles()
	f.Fuzz(func(t *testing.T, body string, width int) {
		width = 1 + (width&0x7fffffff)%120
		d := Parse([]byte(body))
		l := NewLayout(d, Options{Width: width, CodeWidth: width, Styles: styles})
		for i := range d.Blocks {
			for _, line := range l.Lines(i) {
				if w := line.Width(); w > width && !line.Wide && w > 2 {
					t.Errorf("line %q is %d cells, limit %d", line.Text(), w, width)
				}
				var b strings.Builder
				line.Append(&b, d.Target)
				check(t, b.String())
			}
			l.Position(Cursor{Block: i})
		}
		l.Last(10)
	})
}

func check(t *testing.T, out string) {
	t.Helper()
	for len(out) > 0 {
		if out[0] != 0x1b {
			end := strings.IndexByte(out, 0x1b)
			if end < 0 {
				end = len(out)
			}
			if plain := out[:end]; text.Clean(plain) != plain || strings.ContainsAny(plain, "\n\t") {
				t.Fatalf("unsafe text %q", plain)
			}
			out = out[end:]
			continue
		}
		length, params, isSGR := escape(out)
		if !isSGR && !strings.HasPrefix(out, "\x1b]8;;") {
			t.Fatalf("escape sequence %q", out[:length])
		}
		if strings.Trim(params, "0123456789;") != "" {
			t.Fatalf("SGR with %q", params)
		}
		out = out[length:]
	}
}

func BenchmarkOpen(b *testing.B) {
	body := []byte(strings.Repeat("## Section\n\nThe *quick* brown `fox` jumps over the [lazy](x.md) dog, twice on Sundays and never on Mondays.\n\n"+
		"- one\n- two\n\n```python\ndef f(x: int) -> int:\n    return x + 1\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n", 80))
	styles := theme.Dark().Styles()
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			Parse(body)
		}
	})
	d := Parse(body)
	b.Run("screen", func(b *testing.B) {
		for b.Loop() {
			NewLayout(d, Options{Width: 80, CodeWidth: 80, Styles: styles}).Window(Cursor{Block: 40}, 40)
		}
	})
	b.Run("whole", func(b *testing.B) {
		b.SetBytes(int64(len(body)))
		for b.Loop() {
			l := NewLayout(d, Options{Width: 80, CodeWidth: 80, Styles: styles})
			for i := range d.Blocks {
				l.Lines(i)
			}
		}
	})
}
