package text

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
)

func TestNoStyleBeginsWithinAGrapheme(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string // spans, divided by bars
		want string
	}{
		{"plain text stays", "one|two", "one|two"},
		{"so do words of other scripts", "日本|語", "日本|語"},
		{"a family", "a👩|\u200d💻b|c", "a👩\u200d💻|b|c"},
		{"a family in three parts", "👩|\u200d|💻b", "||👩\u200d💻|b"},
		{"a sign before a number", "\u0604|12", "\u06041|2"},
		{"two halves of a flag", "🇫|🇷🇩|🇪", "🇫🇷|🇩🇪|"},
		{"a mark over a letter", "é|\u0301x", "é\u0301|x"},
		{"a vowel sign on a letter of ASCII", "ab|ᤤx", "abᤤ|x"},
		{"an empty one between", "👩||\u200d💻b", "👩\u200d💻||b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var spans []Span
			for i, s := range strings.Split(c.in, "|") {
				spans = append(spans, Span{Text: s, Link: i})
			}
			before := Line(spans).Text()
			var got []string
			for _, s := range Whole(spans) {
				got = append(got, s.Text)
			}
			if join, want := words(got), words(strings.Split(c.want, "|")); join != want {
				t.Errorf("%q, want %q", join, want)
			}
			if line := Whole(spans); line.Width() != Width(before) || line.Text() != before {
				t.Errorf("%d cells of %q, want %d of %q", line.Width(), line.Text(), Width(before), before)
			}
			if Line(spans).Text() != before || words(strings.Split(c.in, "|")) != words(texts(spans)) {
				t.Error("the spans that were given are others now")
			}
		})
	}
}

// words joins what is not empty.
func words(parts []string) string {
	var kept []string
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, "|")
}

func texts(spans []Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Text)
	}
	return out
}

func TestFirstGraphemeIsTheOneThatIsCounted(t *testing.T) {
	for _, s := range []string{"", "a", "ab", "e\u0301b", "\r\n", "a\r\n", "👩\u200d💻", "👩\u200d🀻", "日本", "🇫🇷🇩🇪", "\u06041", "\xff"} {
		want := ""
		if g := displaywidth.StringGraphemes(s); g.Next() {
			want = g.Value()
		}
		if got := FirstGrapheme(s); got != want {
			t.Errorf("of %q: %q, want %q", s, got, want)
		}
	}
}

// FuzzWhole: however text is divided into styles, its line takes as many cells as the text.
func FuzzWhole(f *testing.F) {
	for _, s := range []string{"👩|\u200d|💻", "\u0604|1", "🇫|🇷🇩|🇪", "é|\u0301x||", "日本|語 a|b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var spans []Span
		for part := range strings.SplitSeq(Clean(s), "|") {
			spans = append(spans, Span{Text: part, SGR: "x"})
		}
		line := Whole(spans)
		if text := Line(spans).Text(); line.Text() != text || line.Width() != Width(text) {
			t.Errorf("%q is %d cells in %q, want %d", text, line.Width(), texts(line), Width(text))
		}
	})
}
