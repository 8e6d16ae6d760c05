package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// laid returns the body laid out at a width, as plain text.
func laid(t testing.TB, body string, width int) string {
	t.Helper()
	var out strings.Builder
	l := NewLayout(Parse([]byte(body)), Options{Width: width, CodeWidth: width, Styles: theme.Dark().Styles()})
	if err := l.Write(&out, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		in    string
		want  string
	}{
		{"paragraph wraps at words", 12, "one two three four", "one two\nthree four\n"},
		{"soft break is a space", 40, "one\ntwo", "one two\n"},
		{"soft break between Chinese is nothing", 40, "日本\n語", "日本語\n"},
		{"soft break after a full stop of Chinese", 40, "日本。\n「語」", "日本。「語」\n"},
		{"soft break between Korean is a space", 40, "한국\n말", "한국 말\n"},
		{"soft break between emoji is a space", 40, "🎉\n🎉", "🎉 🎉\n"},
		{"hard breaks stay", 40, "one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour\n"},
		{"escapes and entities", 60, `\*no\* &amp; \&amp; &copy; <https://a.example/?a&b> \\`, "*no* & &amp; © https://a.example/?a&b \\\n"},
		{"code spans are literal", 40, "`a\\b &amp; <x>`", "a\\b &amp; <x>\n"},
		{"inline HTML", 60, "Press <kbd>q</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <span>kept</span>", "Press q, H₂O, x², kept\n"},
		{"link shows its words only", 60, "see [the *manual*](https://example.org/a) now", "see the manual now\n"},
		{"image shows its alternative", 60, "![A diagram](d.png)", "▣ A diagram\n"},
		{"hanging indent", 14, "- one two three\n- four", "• one two\n  three\n• four\n"},
		{"paragraphs of an item", 40, "1. one\n\n   two\n\n2. three", "1. one\n\n   two\n\n2. three\n"},
		{"numbers line up", 40, "9. nine\n10. ten", " 9. nine\n10. ten\n"},
		{"nested lists", 40, "- a\n  - b\n    1. c\n- d", "• a\n  ◦ b\n    1. c\n• d\n"},
		{"tasks", 40, "- [x] done\n- [ ] open", "[x] done\n[ ] open\n"},
		{"empty item", 40, "- a\n-\n- b", "• a\n•\n• b\n"},
		{"quotation", 12, "> one two three\n>\n> four", "▎ one two\n▎ three\n▎\n▎ four\n"},
		{"quotation in a list", 40, "- a\n\n  > b\n\n- c", "• a\n\n  ▎ b\n\n• c\n"},
		{"alert", 40, "> [!WARNING]\n> Mind the *gap*.\n>\n> Twice.", "▎ Warning\n▎ Mind the gap.\n▎\n▎ Twice.\n"},
		{"an alert with a title", 40, "> [!TIP] Be *quick* [here](/x)  \n> A [link](/y).\n\n> [!NOTE] Alone\n\n> [!NOTE]\n> a  \n> b",
			"▎ Tip · Be quick here\n▎ A link.\n\n▎ Note · Alone\n\n▎ Note\n▎ a\n▎ b\n"},
		{"an alert whose title is not ended", 40, "> [!TIP] a\n> b", "▎ [!TIP] a b\n"},
		{"an unknown alert is a quotation", 40, "> [!NOPE]\n> x", "▎ [!NOPE] x\n"},
		{"rule", 4, "a\n\n---\n\nb", "a\n\n────\n\nb\n"},
		{"code", 20, "```python title=\"a.py\"\nx = 1\n\tif y:\n```", "─ python  a.py ─────\n  x = 1\n      if y:\n────────────────────\n"},
		{"code is never wrapped", 10, "    123456789012345", "──────────\n  123456789012345\n──────────\n"},
		{"code in a list item", 20, "- a\n\n  ```\n  x\n  ```", "• a\n\n  ──────────────────\n    x\n  ──────────────────\n"},
		{"table at its natural width", 40, "| a | bb |\n|--:|:--:|\n| 10 | x |\n| 2 | yyyy |", " a │  bb\n───┼─────\n10 │  x\n 2 │ yyyy\n"},
		{"definition list", 40, "Term\n: What it is", "Term\n  What it is\n"},
		{"footnote", 40, "Text[^a].\n\n[^a]: The note.", "Text¹.\n\n────────────────────────────────────────\n\n¹ The note.\n"},
		{"details", 40, "<details><summary>More</summary>\n\nInside.\n\n</details>\n\nAfter.", "▾ More\n\n  Inside.\n\nAfter.\n"},
		{"HTML block", 40, "<div><!-- no --><p>Text</p><script>no()</script></div>", "Text\n"},
		{"headings set apart", 40, "## A\n\ntext\n\n## B", "A\n\ntext\n\n\nB\n"},
		{"emoji codes", 40, "Done :tada: :+1: at 10:30:45 :nosuch: `:tada:`", "Done 🎉 👍 at 10:30:45 :nosuch: :tada:\n"},
		{"raised and lowered", 60, "H~2~O, x^2^, 19^th^, a~ij~, 10^3.5^, ~~gone~~, ~/a, a^b", "H₂O, x², 19ᵗʰ, aᵢⱼ, 10^(3.5), gone, ~/a, a^b\n"},
		{"struck out by one tilde", 40, "~one two~ [^a][^b]", "one two [^a][^b]\n"},
		{"mathematics is as written", 60, "$a*b*c$ and $$x_1 < y_1$$ and \\(a_i^2\\)", "$a*b*c$ and $$x_1 < y_1$$ and \\(a_i^2\\)\n"},
		{"money is no mathematics", 60, "$5 *or* $10, US$ *one*, $1-$2", "$5 or $10, US$ one, $1-$2\n"},
		{"mathematics is kept together", 20, "it follows that $a + b = c$ holds", "it follows that\n$a + b = c$ holds\n"},
		{"mathematics longer than a line", 10, "so $aaaa + bbbb = cccc$", "so\n$aaaa +\nbbbb =\ncccc$\n"},
		{"lines of mathematics", 40, "so\n$$\na\n- b\n= *c*\n$$\n> \\[\n> x\n> \\]\n", "so\n\n$$\na\n- b\n= *c*\n$$\n\n▎ \\[\n▎ x\n▎ \\]\n"},
		{"dollars without end", 40, "$$\na *b*\n\nc", "$$ a b\n\nc\n"},
		{"definitions apart", 40, "A\n: One\n\nB\n: Two\n\n- C\n  : Three\n", "A\n  One\n\nB\n  Two\n\n• C\n    Three\n"},
		{"two definitions", 40, "Term *one*\nTerm two\n: First\n\n    more\n: Second\n", "Term one\nTerm two\n  First\n\n  more\n  Second\n"},
		{"heading attributes", 40, "## A *b* {#c .d}\n\ntext", "A b\n\ntext\n"},
		{"references of links", 60, "[a][B] [b] ![c][b]\n\n[b]: https://b.example 'B'", "a b ▣ c\n"},
		{"autolinks", 60, "<https://a.example/x> www.b.example, c@d.example.", "https://a.example/x www.b.example, c@d.example.\n"},
		{"strikethrough", 40, "~~one *two*~~ three", "one two three\n"},
		{"all in each other", 40, "> 1. a\n>    - **b *c* `d`**\n>      > [e](f)\n>\n>    ```\n>    g\n>    ```\n",
			"▎ 1. a\n▎\n▎    • b c d\n▎      ▎ e\n▎\n▎    ───────────────────────────────────\n▎      g\n▎    ───────────────────────────────────\n"},
		{"control characters are shown", 40, "a\x1b[31mb &#27;[0m &#x9b;x", "a␛[31mb ␛[0m ›x\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := laid(t, c.in, c.width); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestTablesLoseNothing(t *testing.T) {
	const body = "| Pattern | What it is good for | Cost |\n|---|---|---|\n" +
		"| Sessions | immediate revocation, small state | one lookup per request |\n" +
		"| Tokens | no lookup at all | supercalifragilisticexpialidocious revocation |\n"
	for width := 1; width <= 100; width++ {
		got := laid(t, body, width)
		for line := range strings.SplitSeq(got, "\n") {
			if text.Width(line) > width {
				t.Fatalf("width %d: line of %d cells: %q", width, text.Width(line), line)
			}
		}
		squeeze := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" \n│─┼┈", r) {
					return -1
				}
				return r
			}, s)
		}
		flat := squeeze(got)
		for _, word := range []string{"revocation", "lookup", "request", "supercalifragilisticexpialidocious"} {
			if width > 24 && !strings.Contains(got, word) && !strings.Contains(flat, word) && width < 60 {
				continue // a cell may be cut between two lines, with other cells between
			}
			if width >= 80 && !strings.Contains(got, word) {
				t.Errorf("width %d: %q was cut:\n%s", width, word, got)
			}
		}
		if width <= 24 && !strings.Contains(flat, squeeze("immediate revocation, small state")) {
			t.Errorf("width %d: a record lost text:\n%s", width, got)
		}
	}
}

func TestPositionSurvivesResize(t *testing.T) {
	d := Parse([]byte(strings.Repeat("The quick brown fox jumps over the lazy dog. ", 60) + "\n\n```go\na\nb\nc\n```\n\nend"))
	s := theme.Dark().Styles()
	wide := NewLayout(d, Options{Width: 80, Styles: s})
	narrow := NewLayout(d, Options{Width: 33, Styles: s})
	for n := range 30 {
		c := wide.Move(Cursor{}, n)
		p := wide.Position(c)
		at := narrow.Locate(p)
		if at.Block != c.Block {
			t.Fatalf("line %d: block %d became %d", n, c.Block, at.Block)
		}
		line := narrow.Lines(at.Block)[at.Line]
		if line.Offset > p.Offset {
			t.Errorf("line %d: offset %d is after %d", n, line.Offset, p.Offset)
		}
		if next := at.Line + 1; next < len(narrow.Lines(at.Block)) && p.Offset >= 0 && narrow.Lines(at.Block)[next].Offset < p.Offset {
			t.Errorf("line %d: offset %d is not on line %d", n, p.Offset, at.Line)
		}
	}
}

func TestAnEmptyLineOfCodeHasAPlace(t *testing.T) {
	d := Parse([]byte("before\n\n```go\none\n\ntwo three\n\n\nfour\n```\n"))
	for name, o := range map[string]Options{"as it is": {Width: 80}, "numbered": {Width: 80, NumberCode: true}, "wrapped": {Width: 10, WrapCode: true}} {
		o.Styles = theme.Dark().Styles()
		l := NewLayout(d, o)
		start, words := l.Locate(Position{1, 4}), 0 // the first empty line
		for c := start; c.Line < len(l.Lines(1)); c.Line++ {
			p := l.Position(c)
			if at := l.Locate(p); at != c {
				t.Errorf("%s: line %d is found again on line %d", name, c.Line, at.Line)
			}
			if n := d.WordsBefore(p); n < words {
				t.Errorf("%s: %d words before line %d, %d before the one above", name, n, c.Line, words)
			} else {
				words = n
			}
		}
	}
}

func TestMoveGoesBackWhereItCameFrom(t *testing.T) {
	l := NewLayout(Parse([]byte("# a\n\nb\n\n- c\n- d\n\n```\ne\nf\n```\n")), Options{Width: 20, Styles: theme.Dark().Styles()})
	total := len(l.Window(Cursor{}, 1000))
	for n := range total {
		c := l.Move(Cursor{}, n)
		if back := l.Move(c, -n); back != (Cursor{}) {
			t.Errorf("%d down and up ends at %v", n, back)
		}
		if got := len(l.Window(c, 1000)); got != total-n {
			t.Errorf("from line %d there are %d lines, want %d", n, got, total-n)
		}
	}
	if got := l.Window(l.Last(3), 1000); len(got) != 3 {
		t.Errorf("the last window of 3 has %d lines", len(got))
	}
	if got := l.Last(1000); got != (Cursor{}) {
		t.Errorf("a window higher than the document starts at %v", got)
	}
}

func TestHeadingsAreNumberedApart(t *testing.T) {
	d := Parse([]byte("## Same *thing*\n\n## Same thing\n\n### Named {#other}\n\n## Naïve: code `x_y`!"))
	var ids []string
	for _, h := range d.Headings {
		ids = append(ids, h.ID)
	}
	if got, want := strings.Join(ids, " "), "same-thing same-thing-1 other naïve-code-x_y"; got != want {
		t.Errorf("ids are %q, want %q", got, want)
	}
	if d.Section(0) != 0 || d.Section(3) != 3 {
		t.Errorf("sections are %d and %d", d.Section(0), d.Section(3))
	}
}

func TestCodeKnowsWhatItIs(t *testing.T) {
	d := Parse([]byte("text\n\n```Python title=\"app/a b.py\" {1}\nx = 1\n```\n\n    indented\n"))
	if len(d.Code) != 2 {
		t.Fatalf("%d blocks of code", len(d.Code))
	}
	if c := d.Code[0]; c.Language != "python" || c.Title != "app/a b.py" || c.Text != "x = 1\n" || c.Line != 4 {
		t.Errorf("got %+v", c)
	}
	if c := d.Code[1]; c.Language != "" || c.Text != "indented\n" {
		t.Errorf("got %+v", c)
	}
}

func TestFencesSayTheirLanguageInManyWays(t *testing.T) {
	for info, want := range map[string][2]string{
		"python": {"python", ""}, "Python{3-5}": {"python", ""}, "rust,ignore": {"rust", ""}, "rust,linenos,name=main.rs": {"rust", "main.rs"},
		"js:title=src/x.js": {"js", "src/x.js"}, "{.python .numberLines}": {"python", ""}, "{r setup, echo=FALSE}": {"r", ""}, "c++": {"c++", ""},
		"go {title=\"a b.go\"}": {"go", "a b.go"}, "go filename=a.go,hl=1": {"go", "a.go"}, "go subtitle=a.go": {"go", ""}, "title=a": {"title=a", ""}, "": {"", ""},
	} {
		c := Parse([]byte("```" + info + "\nx\n```\n")).Code[0]
		if c.Language != want[0] || c.Title != want[1] {
			t.Errorf("%q is of %q with title %q, want %q", info, c.Language, c.Title, want)
		}
	}
}

func TestColourKeepsTheText(t *testing.T) {
	s := theme.Light().Styles()
	for _, c := range []Code{
		{Language: "python", Text: "def f():\n\treturn \"é\"\n\n"}, {Language: "go", Text: "package x\n"},
		{Language: "nosuch", Text: "a\n"}, {Language: "json", Text: "{\"a\": 1}"}, {Language: "console", Text: "$ ls\na b\n"},
		{Language: "python", Text: ""}, {Language: "yaml", Text: "a:\n  - b\n"},
	} {
		var got []string
		for _, l := range Colour(c, s) {
			got = append(got, l.Text())
		}
		want := strings.Join(codeLines(c.Text), "\n")
		if strings.Join(got, "\n") != strings.ReplaceAll(want, "\t", "    ") {
			t.Errorf("%s: %q became %q", c.Language, c.Text, got)
		}
	}
	if lines := Colour(Code{Language: "python", Text: "def f(): pass\n"}, s); len(lines[0]) < 3 || lines[0][0].SGR == "" {
		t.Errorf("no colours: %+v", lines)
	}
}

func TestWordsAreCountedUpToThePosition(t *testing.T) {
	d := Parse([]byte("one two three four\n\n```\nfive six\n```\n\nseven"))
	if d.Words() != 7 {
		t.Errorf("%d words", d.Words())
	}
	for p, want := range map[Position]int{{0, 0}: 0, {0, -1}: 0, {1, 0}: 4, {2, 0}: 6, {9, 0}: 7, {0, 9}: 2} {
		if got := d.WordsBefore(p); got != want {
			t.Errorf("before %v: %d words, want %d", p, got, want)
		}
	}
}

func TestOnlySafeTargetsReachTheTerminal(t *testing.T) {
	d := Parse([]byte("[a](https://example.org/x) [b](other.md) [c](javascript:x) [d](https://u:p@example.org) [e](mailto:a@b.example)"))
	var got []string
	for i := range d.Links {
		got = append(got, d.Target(i+1))
	}
	if want := "https://example.org/x||||mailto:a@b.example"; strings.Join(got, "|") != want {
		t.Errorf("targets are %q", got)
	}
	var b strings.Builder
	l := NewLayout(d, Options{Width: 80, Styles: theme.Dark().Styles()})
	if err := l.Write(&b, true); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "javascript") || strings.Count(b.String(), "\x1b]8;;h") != 1 {
		t.Errorf("wrote %q", b.String())
	}
}

func TestTheTitleIsNotReadTwice(t *testing.T) {
	for in, want := range map[string]int{
		"# The title\n\ntext": 0, "\n# The title\ntext": 0, "# Another\n\ntext": 1, "text\n\n# The title": 1, "## The title\n": 1,
	} {
		if got := len(ParseUnder("The title", []byte(in)).Headings); got != want {
			t.Errorf("%q has %d headings under its title, want %d", in, got, want)
		}
	}
	if d := ParseUnder("T", []byte("# T\n\ntext")); d.Blocks[0].Start != 5 {
		t.Errorf("the text has moved to %d", d.Blocks[0].Start)
	}
}
