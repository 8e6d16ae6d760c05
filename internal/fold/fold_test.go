package fold_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/fold"
)

func TestCaseAndAccentsDoNotCount(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"FastAPI":                    "fastapi",
		"[@AZ`{az]":                  "[@az`{az]",
		"Café Crème":                 "cafe creme",
		"Cafe\u0301":                 "cafe",
		"Straße in Ångström":         "strasse in angstrom",
		"“smart” — ‘quotes’, ﬁne":    `"smart" — 'quotes', fine`,
		"Ｆｕｌｌ　ｗｉｄｔｈ":                 "full width",
		"日本語のガイド":                    "日本語のカイト",
		"\u0301":                     "",
		"cut off \xe6\x97":           "cut off \ufffd\ufffd",
		"ABCDEFGH IJKLMNOPQ":         "abcdefgh ijklmnopq",
		"ASCII at first, then É":     "ascii at first, then e",
		"ÀÉÎÕÜ and then ASCII ABCDE": "aeiou and then ascii abcde",
	} {
		if got := string(fold.String(in)); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
		if got := string(fold.Append([]byte("x"), []byte(in))); got != "x"+want {
			t.Errorf("Append(%q) = %q, want %q", in, got[1:], want)
		}
	}
}

func TestEveryByteKnowsWhereItComesFrom(t *testing.T) {
	for _, s := range []string{"plain", "Longer than eight bytes", "Longer than eight bytes é", "un Café ﬁn", "日本"} {
		var f fold.Text
		f.Set(s)
		for i := range f.Bytes {
			at := f.Origin(i)
			if at < 0 || at >= len(s) || i > 0 && at < f.Origin(i-1) {
				t.Errorf("%q: byte %d comes from %d", s, i, at)
			}
		}
		if f.Origin(len(f.Bytes)) != len(s) {
			t.Errorf("%q: the end comes from %d", s, f.Origin(len(f.Bytes)))
		}
	}
}

// Whichever way a text is folded, the same comes out.
func FuzzFold(f *testing.F) {
	f.Add("Café\u0301 — “x” ABCDEFGH\xff日本")
	f.Fuzz(func(t *testing.T, s string) {
		if one, other := string(fold.String(s)), string(fold.Append(nil, []byte(s))); one != other {
			t.Fatalf("%q is folded to %q and to %q", s, one, other)
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	for name, s := range map[string]string{
		"English":  strings.Repeat("Readers often ask whether a Session is slower — it “depends” on what. ", 200),
		"Japanese": strings.Repeat("日本語の技術記事を検索します。", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			var buf []byte
			for b.Loop() {
				buf = fold.Append(buf[:0], []byte(s))
			}
		})
	}
}
