package post_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/post"
)

// cut writes the sections of a body as "level heading @line: prose {code}".
func cut(title, body string) string {
	var out []string
	flat := func(p post.Passage) string {
		return strings.TrimSpace(strings.ReplaceAll(strings.TrimRight(string(p.Text), "\n"), "\n", "/"))
	}
	var cutter, c post.Cutter
	for s := range cutter.Sections([]byte(body), title) {
		c.Read(s)
		line := fmt.Sprintf("%d %s @%d: %s", s.Level, s.Heading, s.Line, flat(c.Prose))
		if len(c.Code.Text) > 0 {
			line += " {" + flat(c.Code) + "}"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestABodyIsCutAtItsHeadings(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"empty", "", ""},
		{"no heading", "one\ntwo\n\nthree\n", "0  @1: one/two//three"},
		{"ATX", "lead\n\n## A `b` *c* ##\ntext\n\n###  D\r\nmore", "0  @1: lead\n2 A b c @3: text\n3 D @6: more"},
		{"no heading at all", "#tag\n####### seven\n    # code\n", "0  @1: #tag/####### seven/# code"},
		{"setext", "One\nline\n===\ntext\n\nTwo\n---\n\nThree\n\n---\n", "1 One line @1: text\n2 Two @6: Three"},
		{"under an item is no heading", "- item\n---\n> quote\n---\n", "0  @1: item/quote"},
		{"the title is shown already", "# The title\n\ntext\n\n# Another\n", "0  @1: text\n1 Another @5: "},
		{"code", "a\n\n```go title=\"x\"\n# no heading\nx := 1\n```\nb\n", "0  @1: a//b {# no heading/x := 1}"},
		{"longer fence", "````\n```\n# a\n```\n````\nb", "0  @1: b {```/# a/```}"},
		{"fence in a list", "- a\n\n  ~~~\n  x\n  ~~~\n- b", "0  @1: a//b {x}"},
		{"fence that stays open", "a\n```\nb\n", "0  @1: a {b}"},
		{"comments", "a <!-- b --> c\n<!-- d\n\ne -->\nf `<!--` g\nh <!-- i\n\nj", "0  @1: a  c/f <!-- g/h//j"},
		{"scripts", "a\n<SCRIPT src='x'>\nvar b\n</script>\nc\n<style>d</style>e", "0  @1: a/c/e"},
		{"addresses", "[a](https://b.example) <c d=\"e\">f</c> ![g](h)\n[i]: https://j.example\n[^k]: l", "0  @1: a f /: l"},
		{"marks", "> [!NOTE]\n> a\n\n- [x] b\n1. c\n* * *\n", "0  @1: !NOTE/a//b/c"},
		{"table", "| a | **b** |\n|---|---|\n| c | d |\n", "0  @1: a · b/c · d"},
		{"entities and breaks", "a&amp;b\\_c  \nd\\\ne", "0  @1: a&b_c/d/e"},
		{"old line ends", "a\r# B\rc", "0  @1: a\n1 B @2: c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cut("The title", c.body); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAPassageKnowsItsLines(t *testing.T) {
	var cutter, c post.Cutter
	for s := range cutter.Sections([]byte("lead\n# head\none\n\n- two\n\n```\nthree\nfour\n```\n\nfive\n"), "") {
		for word, want := range map[string]int{"one": 3, "two": 5, "three": 8, "four": 9, "five": 12} {
			c.Read(s)
			p := c.Prose
			if want == 8 || want == 9 {
				p = c.Code
			}
			if s.Level == 0 {
				continue
			}
			at := strings.Index(string(p.Text), word)
			if got := p.Line(at + len(word) - 1); at < 0 || got != want {
				t.Errorf("%s is said to be of line %d", word, got)
			}
		}
	}
}

// Whatever the bytes: no panic, sections in order, lines that exist, and of no word more than there is.
func FuzzSections(f *testing.F) {
	for _, s := range []string{
		"# A\ntext\n\nB\n---\n```\ncode\n", "> - [x] a\n<!-- b\n", "| a |\n|--|\n<style>\n</style><script", "`<!--` <!-- -->-->\n===\n", "\r\r\n#\n##\n=", "[a]: b\n[^c]: d\n-\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		lines := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(body)), "\n") + 1
		last, size := 0, 0
		var cutter, c post.Cutter
		for s := range cutter.Sections(body, "A") {
			c.Read(s)
			if s.Line < last || s.Line > lines || s.Level < 0 || s.Level > 6 {
				t.Fatalf("a section of level %d at line %d of %d, after %d", s.Level, s.Line, lines, last)
			}
			last = s.Line
			size += len(c.Code.Text)
			for _, p := range []post.Passage{c.Prose, c.Code} {
				for i := range p.Text {
					if n := p.Line(i); n < last || n > lines {
						t.Fatalf("byte %d is of line %d, in a section from line %d of %d", i, n, last, lines)
					}
				}
			}
		}
		if size > len(body)+lines {
			t.Fatalf("%d bytes of code in a body of %d", size, len(body))
		}
	})
}
