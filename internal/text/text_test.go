package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

func TestCleanShowsControlsInsteadOfSendingThem(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "naïve — 日本語 👩‍💻", "naïve — 日本語 👩‍💻"},
		{"escape", "a\x1b[31mred", "a␛[31mred"},
		{"nul and delete", "a\x00b\x7f", "a␀b␡"},
		{"C1 as UTF-8", "a\u009b31m", "a\ufffd31m"},
		{"C1 as a raw byte", "a\x9b31m", "a\ufffd31m"},
		{"line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"tab stays", "a\tb", "a\tb"},
		{"right-to-left override", "exe\u202egnp", "exe\ufffdgnp"},
		{"isolate", "\u2066x\u2069", "\ufffdx\ufffd"},
		{"tag characters", "a\U000e0041", "a\ufffd"},
		{"inner byte order mark", "a\ufeffb", "a\ufffdb"},
		{"Arabic with marks and joiners", "مُحَمَّد\u200dx", "مُحَمَّد\u200dx"},
		{"too many marks", "e" + strings.Repeat("\u0301", 9), "e" + strings.Repeat("\u0301", 8) + "\ufffd"},
		{"cut-off UTF-8", "a\xe6\x97", "a\ufffd\ufffd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Clean(c.in); got != c.want {
				t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCleanLineIsOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"  a \t b\n\nc ": "a b c", "plain text": "plain text", "": "", "\r\n": "", "a\u2029b": "a b", " a": "a", "a ": "a",
	} {
		if got := CleanLine(in); got != want {
			t.Errorf("CleanLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWidthCountsCells(t *testing.T) {
	for in, want := range map[string]int{"": 0, "abc": 3, "日本": 4, "é": 1, "e\u0301": 1, "👩‍💻": 2, "—": 1, "␛": 1, "\ufffd": 1} {
		if got := Width(in); got != want {
			t.Errorf("Width(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestTruncateNeverExceedsItsWidth(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"hello", 5, "hello"}, {"hello", 4, "hel…"}, {"hello", 1, "…"}, {"hello", 0, ""}, {"日本語", 5, "日本…"},
		{"日本語", 4, "日…"}, {"a b c", 3, "a…"},
	} {
		if got := Truncate(c.in, c.width); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestExpandTabsReachesTheNextStop(t *testing.T) {
	for in, want := range map[string]string{
		"\tx": "    x", "\t\tx": "        x", "a\tb": "a   b", "abcd\te": "abcd    e", "日\tb": "日  b", "none": "none",
	} {
		if got := ExpandTabs(in); got != want {
			t.Errorf("ExpandTabs(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    string
		width int
		want  string
	}{
		{"at spaces", "the quick brown fox", 10, "the quick|brown fox"},
		{"exact fit", "aaaa bbbb", 4, "aaaa|bbbb"},
		{"hard break", "a\n\nb", 9, "a||b"},
		{"several spaces at the break", "aaa    bbb", 5, "aaa|bbb"},
		{"several spaces inside", "a  b", 9, "a  b"},
		{"between letters of a compound", "well-known rule", 6, "well-|known|rule"},
		{"options stay whole", "use --no-deps here", 9, "use|--no-deps|here"},
		{"long word", "abcdefghij", 4, "abcd|efgh|ij"},
		{"long word in text", "see abcdefghij now", 5, "see|abcde|fghij|now"},
		{"address after a slash", "https://example.org/a/b", 12, "https://|example.org/|a/b"},
		{"no mark over a separator begins a line", "abcdef,\u0301ghij", 8, "abcdef,\u0301g|hij"},
		{"no bow over two letters begins a line", "été||\u0361@ééé", 6, "été||\u0361@|ééé"},
		{"no full stop begins a line", "日本語。日本", 6, "日本|語。日|本"},
		{"no closing bracket begins a line", "「日本」語", 6, "「日|本」語"},
		{"wider than the line", "日本", 1, "日|本"},
		{"a sign that begins a word stays with it", "für !important", 8, "für|!importa|nt"},
		{"a bracket that begins a word stays with it", "für )x yz", 5, "für|)x yz"},
		{"a sign behind a space begins no line", "ça déjà !", 8, "ça|déjà !"},
		{"of several words that begin with a bracket each does", "für )x00 )yz", 8, "für )x00|)yz"},
		{"a word that begins with a bracket is whole", "für )~000 -0", 5, "für|)~000|-0"},
		{"a sign begins a line where its word has no room", "déjà )~ 0", 6, "déjà|)~ 0"},
		{"no-break space", "10\u00a0cells wide", 8, "10\u00a0cells|wide"},
		{"empty", "", 5, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []string
			for _, r := range Wrap(c.in, c.width) {
				lines = append(lines, c.in[r.Start:r.End])
			}
			if got := strings.Join(lines, "|"); got != c.want {
				t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
			}
		})
	}
}

func TestCutKeepsCellsAndStyles(t *testing.T) {
	l := Line{{Text: "ab日", SGR: "\x1b[1m"}, {Text: "本cd", Link: 1}}
	for _, c := range []struct {
		from, to int
		want     string
	}{{0, 8, "ab日本cd"}, {1, 4, "b日"}, {3, 6, " 本"}, {0, 3, "ab "}, {6, 20, "cd"}, {5, 6, " "}, {9, 12, ""}} {
		got := l.Cut(c.from, c.to)
		if got.Text() != c.want {
			t.Errorf("Cut(%d, %d) = %q, want %q", c.from, c.to, got.Text(), c.want)
		}
		if w := got.Width(); w > c.to-c.from {
			t.Errorf("Cut(%d, %d) is %d cells wide", c.from, c.to, w)
		}
	}
	if got := l.Cut(4, 8); len(got) != 1+1 && got[len(got)-1].Link != 1 {
		t.Errorf("the link was lost: %+v", got)
	}
}

func TestAppendWritesOnlyAllowedTargets(t *testing.T) {
	l := Line{{Text: "a", Link: 1}, {Text: "b", SGR: "\x1b[1m", Link: 2}}
	var b strings.Builder
	l.Append(&b, func(n int) string {
		if n == 2 {
			return "https://example.org"
		}
		return ""
	})
	want := "a\x1b]8;;https://example.org\x1b\\\x1b[1mb\x1b[m\x1b]8;;\x1b\\"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestOverMarksAcrossSpans(t *testing.T) {
	l := Line{{Text: "abc"}, {Text: "def", SGR: "\x1b[1m"}}
	got := l.Over(2, 4, "\x1b[7m")
	if got.Text() != "abcdef" || len(got) != 4 || got[1].SGR != "\x1b[7m" || got[2].SGR != "\x1b[1m\x1b[7m" {
		t.Errorf("Over = %+v", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"a\x1b]8;;x\x07", "\u202e\r\n\x9b", "e\u0301\u0301", "\xff\xfe", "日本"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if Clean(got) != got {
			t.Errorf("not idempotent: %q -> %q -> %q", s, got, Clean(got))
		}
		if !utf8.ValidString(got) {
			t.Errorf("invalid UTF-8: %q", got)
		}
		for _, r := range got {
			if r != '\n' && r != '\t' && safe(r) != r {
				t.Errorf("unsafe %U in %q", r, got)
			}
		}
		if line := CleanLine(s); CleanLine(line) != line || strings.ContainsAny(line, "\n\t\r") {
			t.Errorf("CleanLine(%q) = %q", s, line)
		}
	})
}

func FuzzWrap(f *testing.F) {
	f.Add("the quick-brown fox", 5)
	f.Add("日本語。 https://example.org/?a=b\n\nx", 3)
	f.Add("é||\u0361@ééé", 5)
	f.Fuzz(func(t *testing.T, s string, width int) {
		s, width = Clean(s), width%200
		whole := map[int]bool{len(s): true} // where a grapheme begins, or the text ends
		for g := uniseg.NewGraphemes(s); g.Next(); {
			from, _ := g.Positions()
			whole[from] = true
		}
		lost, at := "", 0
		for _, r := range Wrap(s, width) {
			if !whole[r.Start] && s[r.Start-1] != ' ' || !whole[r.End] && s[r.End] != ' ' {
				t.Errorf("Wrap(%q, %d) breaks a grapheme at %d or %d", s, width, r.Start, r.End)
			}
			if r.Start < at || r.End < r.Start {
				t.Fatalf("ranges run backwards at %d", r.Start)
			}
			lost += s[at:r.Start]
			at = r.End
			line := s[r.Start:r.End]
			if w := Width(line); w > max(width, 1) && fit(line, w-1) > 0 {
				t.Errorf("line %q is %d cells, limit %d", line, w, width)
			}
		}
		if rest := strings.Trim(lost+s[at:], " \n"); rest != "" {
			t.Errorf("Wrap(%q, %d) lost %q", s, width, rest)
		}
	})
}

func BenchmarkWrap(b *testing.B) {
	s := strings.Repeat("The quick brown fox jumps over the well-known lazy dog. ", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Wrap(s, 80)
	}
}

// A word of a megabyte must cost what a megabyte of words does: both figures are of one order.
func BenchmarkWrapOneWord(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("a", 1<<20), "slashes": strings.Repeat("a/", 1<<19) + "日", "cjk": strings.Repeat("日本", 1<<17),
		"signs": "é" + strings.Repeat(" )", 1<<19), "words behind signs": "é" + strings.Repeat(" )é", 1<<18),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Wrap(s, 80)
			}
		})
	}
}

func TestPiecesAreCleanedAsTheWhole(t *testing.T) {
	const five = "\u0301\u0301\u0301\u0301\u0301"
	var c Cleaner
	if got, want := c.Clean("e"+five)+c.Clean(five)+c.Clean("")+c.Clean("x"+five)+c.Clean("y")+c.Clean(five), Clean("e"+five+five+"x"+five+"y"+five); got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
}

// What is unsafe is seen wherever it stands among what is looked at eight bytes at a time.
func TestCleanSeesEveryByte(t *testing.T) {
	for b := range 0x80 {
		for at := range 20 {
			before, after := strings.Repeat("a", at), strings.Repeat("~ ", 20-at)
			odd := string(rune(b))
			if got, want := Clean(before+odd+after), before+Clean(odd)+after; got != want {
				t.Fatalf("%q becomes %q, want %q", before+odd+after, got, want)
			}
		}
	}
}
