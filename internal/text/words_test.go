package text_test

import (
	"strings"
	"testing"

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

// Without characters of scripts that have no spaces, words are what strings.Fields returns.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "a b", "tab\tand\vmore   \u2003wide \u0085next", "\xe2\x80", "éé é é   ééééé", "12345678 2345678  x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Map(func(r rune) rune {
			if r >= 0x2e80 {
				return -1
			}
			return r
		}, s)
		if got, want := text.Words(s), len(strings.Fields(s)); got != want {
			t.Errorf("%q has %d words, not %d", s, got, want)
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
