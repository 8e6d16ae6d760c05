package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// What neither begins nor ends a line (JIS X 4051 calls it kinsoku; Unicode has it in UAX #14).
const (
	noStart = "。、，．・：；？！）」』】〕》”’ー…ぁぃぅぇぉっゃゅょァィゥェォッャュョ،؛؟।"
	noEnd   = "（「『【〔《“‘"
)

// scripts reads one text for each family of scripts.
func scripts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/scripts/*.md")
	if err != nil || len(files) != 6 {
		t.Fatal(files, err)
	}
	out := map[string]string{}
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".md")] = string(body)
	}
	return out
}

// Lines of every script break where its readers expect, hold whole letters, in the order in which they are
// written, and are as wide as they may be.
func TestScriptsAreSetAsTheirReadersExpect(t *testing.T) {
	styles := theme.Dark().Styles()
	for name, body := range scripts(t) {
		t.Run(name, func(t *testing.T) {
			d := Parse([]byte(body))
			for width := 1; width <= 100; width++ {
				l := NewLayout(d, Options{Width: width, CodeWidth: width, Styles: styles})
				for i, b := range d.All() {
					var read strings.Builder
					for _, line := range l.Lines(i) {
						s := line.Text()
						if w := text.Width(s); w > max(width, 2) {
							t.Errorf("%d cells at %d: %q", w, width, s)
						}
						for _, p := range line.Parts {
							checkPart(t, d.Text(i), p, width)
							read.WriteString(d.Text(i)[p.From:p.To])
							if got := s[p.At:p.End]; got != d.Text(i)[p.From:p.To] {
								t.Errorf("%q is shown as %q", d.Text(i)[p.From:p.To], got)
							}
						}
					}
					if b.Kind != TableBlock && letters(read.String()) != letters(d.Text(i)) {
						t.Errorf("at %d %q is shown as %q", width, d.Text(i), read.String())
					}
				}
			}
		})
	}
}

// checkPart checks the borders of what a line shows of a text.
func checkPart(t *testing.T, s string, p Part, width int) {
	t.Helper()
	first, _ := utf8.DecodeRuneInString(s[p.From:p.To])
	last, _ := utf8.DecodeLastRuneInString(s[p.From:p.To])
	inner := p.From > 0 && s[p.From-1] != '\n' // not the first line of a cell
	if width >= 8 && inner && strings.ContainsRune(noStart, first) {
		t.Errorf("at %d a line starts with %c: %q", width, first, s[p.From:p.To])
	}
	if width >= 8 && p.To < len(s) && strings.ContainsRune(noEnd, last) {
		t.Errorf("at %d a line ends with %c: %q", width, last, s[p.From:p.To])
	}
	if p.From > 0 && s[p.From-1] != ' ' && s[p.From-1] != '\n' && !border(s, p.From) {
		t.Errorf("at %d a letter was divided before %q", width, s[p.From:p.To])
	}
}

// border tells whether a grapheme of s starts at a byte.
func border(s string, at int) bool {
	start := strings.LastIndexAny(s[:at], " \n") + 1
	for start < at {
		start += len(text.FirstGrapheme(s[start:]))
	}
	return start == at
}

func TestScriptsAreFoundAndLinked(t *testing.T) {
	styles := theme.Dark().Styles()
	for name, c := range map[string]struct{ find, link string }{
		"japanese": {"始まりに句点", "二つ目はリンク"}, "chinese": {"左引号", "链接"}, "korean": {"낱말 사이", "둘째는 연결"},
		"arabic": {"مُحَمَّد", "رابط"}, "emoji": {"👨‍👩‍👧‍👦", "A link 🔗 with one"}, "marks": {"tie\u0302\u0301ng", "A link: cafe\u0301"},
	} {
		t.Run(name, func(t *testing.T) {
			d := Parse([]byte(scripts(t)[name]))
			l := NewLayout(d, Options{Width: 9, CodeWidth: 9, Styles: styles})
			matches := d.Find(t.Context(), c.find)
			if len(matches) == 0 {
				t.Fatalf("%q is not found", c.find)
			}
			var marked strings.Builder
			for _, line := range l.Lines(matches[0].Block) {
				for _, r := range line.Marks(matches[0].From, matches[0].To) {
					marked.WriteString(line.Text()[r.Start:r.End])
				}
			}
			if letters(marked.String()) != letters(c.find) {
				t.Errorf("%q is marked as %q", c.find, marked.String())
			}
			if len(d.Links) != 1 || d.Links[0].Text != c.link {
				t.Fatalf("links are %+v", d.Links)
			}
			at := l.Link(1)
			if line := l.Lines(at.Block)[at.Line]; !strings.Contains(line.Text(), string([]rune(c.link)[:1])) {
				t.Errorf("link is on %q", line.Text())
			}
		})
	}
}
