package document

import (
	"context"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

// found lays a body out and writes it with brackets around what Find marks.
func found(body, pattern string, o Options) string {
	d := Parse([]byte(body))
	o.Styles = theme.Dark().Styles()
	l := NewLayout(d, o)
	matches := d.Find(context.Background(), pattern)
	var out strings.Builder
	for i := range d.Blocks {
		for _, line := range l.Lines(i) {
			s, at := line.Text(), 0
			for _, m := range matches {
				if m.Block != i {
					continue
				}
				for _, r := range line.Marks(m.From, m.To) {
					out.WriteString(s[at:r.Start] + "[" + s[r.Start:r.End] + "]")
					at = r.End
				}
			}
			out.WriteString(strings.TrimRight(s[at:], " ") + "\n")
		}
	}
	return out.String()
}

func TestFindMarksWhatIsRead(t *testing.T) {
	for _, c := range []struct {
		name, in, pattern string
		o                 Options
		want              string
	}{
		{"small letters match all", "Token, TOKEN, token", "token", Options{Width: 40}, "[Token], [TOKEN], [token]\n"},
		{"a capital is meant", "Token, TOKEN, token", "Token", Options{Width: 40}, "[Token], TOKEN, token\n"},
		{"not the Markdown", "a **bold** `code` [link](https://bold.example)", "bold", Options{Width: 40}, "a [bold] code link\n"},
		{"across marks", "ab**cd**ef", "bcde", Options{Width: 40}, "a[bcde]f\n"},
		{"split by wrapping", "one two three", "two three", Options{Width: 9}, "one [two]\n[three]\n"},
		{"across a hard break", "one\\\ntwo", "one two", Options{Width: 9}, "[one]\n[two]\n"},
		{"across a soft break", "one\ntwo", "one two", Options{Width: 9}, "[one two]\n"},
		{"in a list", "- number one two\n- two", "two", Options{Width: 12}, "• number one\n  [two]\n• [two]\n"},
		{"in code", "```go\n\tx := y\n```", "x := y", Options{Width: 20}, "─ go ───────────────\n      [x := y]\n────────────────────\n"},
		{"tabs in code", "```\na\tb\tc\n```", "\tb\t", Options{Width: 12}, "────────────\n  a[   ][b][   ]c\n────────────\n"},
		{"in wrapped code", "```\nalpha beta gamma\n```", "ha be", Options{Width: 10, WrapCode: true}, "──────────\n  alp[ha ]\n↪ [be]ta\n↪ gamma\n──────────\n"},
		{"in numbered code", "```\na\nb\n```", "b", Options{Width: 10, NumberCode: true}, "──────────\n1  a\n2  [b]\n──────────\n"},
		{"in a table", "| a | key |\n|--|--:|\n| the key | k |", "key", Options{Width: 40}, "a       │ [key]\n────────┼────\nthe [key] │   k\n"},
		{"in a wrapped cell", "| a | b |\n|--|--|\n| one two | x |", "one two", Options{Width: 8}, "a    │ b\n─────┼──\n[one]  │ x\n[two]  │\n"},
		{"in a record", "| aa | bb |\n|--|--|\n| xx | yy |", "y", Options{Width: 5}, "aa\n  xx\nbb\n  [y][y]\n"},
		{"not across cells", "| a | b |\n|--|--|\n| x | y |", "x y", Options{Width: 40}, "a │ b\n──┼──\nx │ y\n"},
		{"other scripts", "日本語 Ünïcode ΑΒΓ", "ünï", Options{Width: 40}, "日本語 [Ünï]code ΑΒΓ\n"},
		{"wide characters", "日本語", "本", Options{Width: 40}, "日[本]語\n"},
		{"letters whose small one is longer", "İstanbul x", "x", Options{Width: 40}, "İstanbul [x]\n"},
		{"whole characters", "a e\u0301 b", "e", Options{Width: 40}, "a [e\u0301] b\n"},
		{"a joined emoji", "x 👩\u200d💻 y", "💻", Options{Width: 40}, "x [👩\u200d💻] y\n"},
		{"in a heading", "## The key\n", "key", Options{Width: 40}, "The [key]\n"},
		{"one after the other", "aaaa", "aa", Options{Width: 40}, "[aa][aa]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := found(c.in, c.pattern, c.o); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestFindEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := Parse([]byte("a a")).Find(ctx, "a"); got != nil {
		t.Errorf("found %v after its end", got)
	}
	if got := Parse([]byte("a a")).Find(t.Context(), ""); got != nil {
		t.Errorf("nothing was found as %v", got)
	}
}

// A text without spaces, as some scripts are written, is gone through once, whatever is found in it: again for each
// place this would take longer than any test may.
func TestManyPlacesInTextWithoutSpaces(t *testing.T) {
	const n = 300_000
	body := []byte(strings.Repeat("語", n) + strings.Repeat("👩\u200d💻🇫🇷", 100))
	for what, want := range map[string]int{"語": n, "語語": n / 2, "💻": 100, "🇫": 100, "🇷": 100, "🇫🇷": 100} {
		if got := len(Parse(body).Find(t.Context(), what)); got != want {
			t.Errorf("%q is found %d times, want %d", what, got, want)
		}
	}
}

// Whatever is found can be shown: each match has a line, and the line shows its text.
func FuzzFind(f *testing.F) {
	f.Add("a **b** `c`\n\n```\nx\ty\n```\n\n| a | b |\n|--|--|\n| c d | e |\n", "c", 12)
	f.Add("日本 e\u0301 👩\u200d💻  \n\t日", "日", 3)
	f.Fuzz(func(t *testing.T, body, pattern string, width int) {
		d := Parse([]byte(body))
		l := NewLayout(d, Options{Width: width % 90, WrapCode: width%2 == 0, NumberCode: width%3 == 0, Styles: theme.Dark().Styles()})
		for _, m := range d.Find(t.Context(), pattern) {
			s := d.Text(m.Block)
			if m.From < 0 || m.From >= m.To || m.To > len(s) {
				t.Fatalf("%+v leaves the text of %d bytes", m, len(s))
			}
			if strings.TrimSpace(s[m.From:m.To]) == "" {
				continue
			}
			c := l.Find(m)
			line := l.Lines(c.Block)[c.Line]
			marks := line.Marks(m.From, m.To)
			if len(marks) == 0 {
				t.Fatalf("%q of block %d is on no line", s[m.From:m.To], m.Block)
			}
			for _, r := range marks {
				if shown := line.Text()[r.Start:r.End]; !strings.Contains(strings.ReplaceAll(s, "\t", "    "), strings.TrimLeft(shown, " ")) {
					t.Fatalf("%q is marked, not in %q", shown, s)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	body := strings.Repeat("The quick brown fox jumps over the *lazy* dog, and `naïve` readers look on.\n\n", 2<<20/78)
	d := Parse([]byte(body + "needle\n"))
	for _, pattern := range []string{"needle", "fox", "e"} {
		b.Run(pattern, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				d.Find(b.Context(), pattern)
			}
		})
	}
}

// Who looks for the first place alone is shown what they would come to among all.
func TestTheFirstFoundIsTheFirstOfAll(t *testing.T) {
	patterns := []string{"a", "b", "e", "c a", "h", "note", "x y", "zz", "A"}
	far := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 7))
		body := []byte(randomBody(r) + "\n\n" + randomBody(r))
		for _, pattern := range patterns {
			d := open("", body, 0, 1) // a new one for each: little is read already
			from := Position{Block: r.IntN(len(body) + 1), Offset: r.IntN(6) - 1}
			got, ok := d.FindFirst(t.Context(), pattern, from)
			all := d.Find(t.Context(), pattern)
			if ok != (len(all) > 0) {
				t.Fatalf("seed %d: %q is found: %v, at %v", seed, pattern, ok, all)
			}
			if !ok {
				continue
			}
			want := slices.IndexFunc(all, func(m Match) bool {
				return m.Block > from.Block || m.Block == from.Block && m.From >= from.Offset
			})
			if got != all[max(want, 0)] {
				t.Fatalf("seed %d: from %v the first %q is at %v, of %v", seed, from, pattern, got, all)
			}
			if d.chunkOf(got.Block) != d.chunkOf(from.Block) {
				far++
			}
		}
	}
	if far < 100 {
		t.Errorf("only %d were found beyond the chunk where looking began", far)
	}
}

// What is near is found without the rest being read.
func TestTheFirstFoundCostsWhatIsBeforeIt(t *testing.T) {
	d := open("", []byte(strings.Repeat("some words\n\n", 1000)), 0, 1)
	var read atomic.Int32
	for k, made := range d.digests {
		d.digests[k] = sync.OnceValue(func() *digest {
			read.Add(1)
			return made()
		})
	}
	if m, ok := d.FindFirst(t.Context(), "words", Position{Block: d.chunks[500].start}); !ok || d.chunkOf(m.Block) != 500 {
		t.Errorf("found %v, %v", m, ok)
	}
	if n := int(read.Load()); n > 2+runtime.GOMAXPROCS(0) {
		t.Errorf("%d chunks of %d were read", n, len(d.chunks))
	}
}

// What a key in the find box waits for: the first place where something stands in a long post, of which only
// the beginning was read.
func BenchmarkFindFirst2MB(b *testing.B) {
	body := []byte(strings.Repeat("## A fox\n\nThe quick brown fox jumps over the *lazy* dog, and `naïve` readers look on.\n\n", 2<<20/88) + "needle\n")
	for name, pattern := range map[string]string{"near": "lazy", "at the end": "needle", "nowhere": "needlx"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				d := Open("", body)
				b.StartTimer()
				d.FindFirst(b.Context(), pattern, Position{})
			}
		})
	}
}
