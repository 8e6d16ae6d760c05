package text

import (
	"slices"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// FirstGrapheme returns the first grapheme of s (UAX #29), "" of an empty string. It is one of those that Width counts:
// two versions of Unicode's tables divide some signs differently.
func FirstGrapheme(s string) string {
	if len(s) > 1 && ' ' <= s[0] && s[0] <= '~' && s[1] < utf8.RuneSelf {
		return s[:1]
	}
	g := displaywidth.StringGraphemes(s)
	if !g.Next() {
		return ""
	}
	return g.Value()
}

// Whole returns the spans with no style beginning within a grapheme: it belongs to the span in which it begins. A
// terminal draws it once, so counted in its parts a line would take more cells than it does.
func Whole(spans []Span) Line {
	out, own, last := Line(spans), false, -1
	for i := range out {
		if last >= 0 {
			if n := joined(out[last].Text, out[i].Text); n > 0 {
				if !own { // the caller's spans stay as they are
					out, own = slices.Clone(out), true
				}
				out[last].Text, out[i].Text = out[last].Text+out[i].Text[:n], out[i].Text[n:]
			}
		}
		if out[i].Text != "" {
			last = i
		}
	}
	return out
}

// joined returns how many bytes at the start of b belong to the last grapheme of a.
func joined(a, b string) int {
	if a == "" || b == "" || a[len(a)-1] < utf8.RuneSelf && b[0] < utf8.RuneSelf {
		return 0
	}
	from := len(a)
	for from > 0 && a[from-1] >= utf8.RuneSelf {
		from--
	}
	from = max(from-1, 0) // a letter of ASCII may be what a vowel sign stands on
	at := 0
	for s := a[from:] + b; at < len(a)-from; {
		at += len(FirstGrapheme(s[at:]))
	}
	return at - (len(a) - from)
}
