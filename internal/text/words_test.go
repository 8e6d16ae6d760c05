package text_test

import (
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		s    string
		want int
	}{
		{"", 0},
		{" \t\r\n\v\f", 0},
		{"one", 1},
		{" one  two\nthree ", 3},
		{"eight by eightbyt es", 4},
		{"no\u00a0break", 2}, // as strings.Fields has it
		{"Grüße aus Köln", 3},
		{"– dash …", 3},
		{"\xff\xfe broken", 2},
		{"안녕하세요 세계", 2}, // Korean has spaces
		{"日本語で書", 2},
		{"Wide characters: 日本語.", 3}, // the full stop is no word
		{"你好,世界,再见", 2},
		{strings.Repeat("漢字かなカナ々ー〇你", 50), 200}, // a minute of reading
		{"Pythonで書く", 1 + 1},
		{"それをPython3.13で書く。é語", 2 + 3}, // two of Latin letters, seven characters
		{"これはGoのコードです。", 1 + 4},
		{"、。「」！？", 0},
		{"ﾊﾝｶｸ １２", 1 + 2},
		{"𠮷野家の牛", 2},
	} {
		if got := text.Words(c.s); got != c.want {
			t.Errorf("%q has %d words, not %d", c.s, got, c.want)
		}
		if got := text.Words([]byte(c.s)); got != c.want {
			t.Errorf("%q as bytes has %d words, not %d", c.s, got, c.want)
		}
	}
}

// oneByOne is Words without its haste: what is between white space is a word, and 2.5 characters of a script that has none.
func oneByOne(s string) int {
	words, unspaced := 0, 0
	before := ' '
	for i, r := range s {
		han := r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー')
		mark := r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff65 && unicode.IsPunct(r)
		switch {
		case han:
			unspaced++
			if next := i + utf8.RuneLen(r); next < len(s) && s[next] < utf8.RuneSelf && (unicode.IsLetter(rune(s[next])) || unicode.IsDigit(rune(s[next]))) {
				words++
			}
			before = 'x'
		case unicode.IsSpace(r) || mark:
			before = ' '
		default:
			if before == ' ' {
				words++
			}
			before = 'x'
		}
	}
	return words + int(math.Round(float64(2*unspaced)/5))
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"", " ", "a b", "two words\n", "tab\tand\vmore   \u2003wide \u0085next", "\xe2\x80", "éé é é   ééééé", "12345678 2345678  x",
		"a\u00a0b\u0085c\u1680d\u2003e\u2028f\u202fg\u205fh\u3000i", "—a—\xe2\x80 b\xe3\xc2", "é \xff\xc2\xa0", "0000000た0", "これはGoの、コード 1つ。ー",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := text.Words(s), oneByOne(s); got != want {
			t.Errorf("%q has %d words, not %d", s, got, want)
		}
		if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2e80 }) && text.Words(s) != len(strings.Fields(s)) {
			t.Errorf("%q has %d words, not %d", s, text.Words(s), len(strings.Fields(s)))
		}
	})
}

func BenchmarkWords(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":    strings.Repeat("The list is calm, the type is well set. ", 500),
		"mixed":    strings.Repeat("The list is calm — the “type” is well set. ", 500),
		"japanese": strings.Repeat("この記事ではPythonでトークンを検証する方法を説明します。", 250),
	} {
		source := []byte(s)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				text.Words(source)
			}
		})
	}
}
