package text_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
)

func TestASCIILooksLikeWhatItStandsFor(t *testing.T) {
	for s, want := range map[string]string{
		"plain":                 "plain",
		"┌──┬──┐":               "+--+--+",
		"│ é ┃ ╎":               "| e # :",
		"╭─╮╰╌╯├┼┤═╬":           "+-++.++++=+",
		"a ──► b":               "a --> b",
		"naïve “café” — it’s…":  "naive \"cafe\" - it's.",
		"\x1b[31m▌ Ünï\x1b[m":   "\x1b[31m| Uni\x1b[m",
		"日本":                    "????",
		"e\u0301 \u0301":        "e ",
		"👩‍💻!":                  "??!",
		"x²":                    "x2",
		"ß™":                    "??",
		"1 of 2 · ✦ · ✓ read ›": "1 of 2 . * . + read >",
	} {
		got := text.ASCII(s)
		if got != want {
			t.Errorf("%q is written %q, want %q", s, got, want)
		}
		if strings.Contains(s, "\x1b") {
			continue
		}
		if text.Width(got) != text.Width(s) {
			t.Errorf("%q takes %d cells, %q %d", s, text.Width(s), got, text.Width(got))
		}
	}
}

func TestTheASCIIWriterWaitsForTheEndOfACharacter(t *testing.T) {
	const s = "aé─日b👩‍💻 end"
	for size := 1; size < len(s); size++ {
		var out strings.Builder
		w := text.NewASCIIWriter(&out)
		for from := 0; from < len(s); from += size {
			piece := s[from:min(from+size, len(s))]
			if n, err := w.Write([]byte(piece)); n != len(piece) || err != nil {
				t.Fatalf("wrote %d of %d bytes: %v", n, len(piece), err)
			}
		}
		if got := out.String(); !strings.HasPrefix(got, "ae-??b??") || !strings.HasSuffix(got, " end") {
			t.Errorf("in pieces of %d bytes: %q", size, got)
		}
	}
}

func FuzzASCII(f *testing.F) {
	f.Add("┌─┐ é 日 👩‍💻")
	f.Add("\xff\xe2\x94")
	f.Fuzz(func(t *testing.T, s string) {
		s = text.CleanLine(s)
		got := text.ASCII(s)
		if strings.ContainsFunc(got, func(r rune) bool { return r > '~' }) || text.Width(got) != text.Width(s) {
			t.Errorf("%q is written %q", s, got)
		}
	})
}
