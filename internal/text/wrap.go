package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Range is a stretch of a string in bytes: from Start up to, and without, End.
type Range struct{ Start, End int }

// Wrap breaks s into lines of at most width cells and returns where each stands in s. Lines break at
// spaces and, for other scripts than Latin, where Unicode's line breaking allows (UAX #14: no full stop
// begins a line); a word longer than a line is broken between graphemes, after a slash or the like if
// there is one. A line feed always breaks. Spaces at a break belong to no line. A grapheme wider than
// width stands alone on its line. There is at least one range.
func Wrap(s string, width int) []Range {
	width = max(width, 1)
	var out []Range
	at := 0
	for {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			return wrapLine(out, s, at, len(s), width)
		}
		out = wrapLine(out, s, at, at+end, width)
		at += end + 1
	}
}

// wrapLine wraps s[from:to], which holds no line feed.
func wrapLine(out []Range, s string, from, to, width int) []Range {
	before := len(out)
	line := Range{from, from} // End never includes the spaces that may be dropped
	col, spaces := 0, 0       // cells of the line, and of the spaces after it
	state := -1
	for at := from; at < to; {
		var word, gap int
		word, gap, state = segment(s[at:to], state)
		w := Width(s[at : at+word])
		if line.End > line.Start && col+spaces+w > width {
			out = append(out, line)
			line, col, spaces = Range{at, at}, 0, 0
		}
		if line.End == line.Start {
			// Spaces at the start of the text stay with it only if the word fits behind them.
			if col+spaces+w > width {
				line.Start, spaces = at, 0
			}
		}
		for w > width { // too long for any line
			n := breakWord(s[at:at+word], width)
			out = append(out, Range{at, at + n})
			from := at
			at, word = at+n, word-n
			for word > 0 && s[at] == ' ' {
				at, word = at+1, word-1
			}
			w -= Width(s[from:at]) // with the spaces: some signs are one grapheme with the one behind them
			line.Start = at
		}
		line.End = at + word
		col += spaces + w
		spaces = gap
		at += word + gap
	}
	if line.Start == line.End && len(out) > before {
		return out
	}
	return append(out, line)
}

// segment returns the length of the first piece of s that must stay together and of the spaces behind
// it. Pure ASCII, nearly all there is, goes without Unicode's tables.
func segment(s string, state int) (word, gap, newState int) {
	n := 0
	for n < len(s) && s[n] < 0x80 && s[n] != ' ' {
		if n++; n < len(s) && s[n-1] == '-' && hyphen(s, n-1) {
			return n, 0, -1
		}
	}
	if n == len(s) || s[n] == ' ' {
		word, newState = n, -1
	} else {
		if n > 0 { // the last letter before the other script decides whether both stay together
			n, state = n-1, -1
		}
		length, st := lineSegment(s[n:], state)
		first := strings.TrimRight(s[n:n+length], " ")
		end := n + len(first)
		if i := strings.LastIndexByte(first, ' '); i >= 0 && (end < len(s) && s[end] != ' ' || strings.ContainsFunc(first[i:], alphanumeric)) {
			// What stands behind that space must not begin a line (LB13), as the sign in "déjà !". Here a word begins with it.
			end, st = n+len(strings.TrimRight(first[:i], " ")), -1
		}
		word, newState = end, st
	}
	for word+gap < len(s) && s[word+gap] == ' ' {
		gap++
	}
	if gap > 0 {
		newState = -1
	}
	return word, gap, newState
}

// lineSegment returns the length of the first piece of s at whose end a line may break. Where UAX #14 sets a break
// before a mark that glues two letters together (LB12a, the bow over two letters behind a bar), the letter keeps it.
func lineSegment(s string, state int) (length, newState int) {
	for length < len(s) {
		first, _, _, st := uniseg.FirstLineSegmentInString(s[length:], state)
		length, state = length+len(first), st
		if next, _ := utf8.DecodeRuneInString(s[length:]); first[len(first)-1] == ' ' || !unicode.Is(unicode.M, next) {
			break
		}
	}
	return length, state
}

// hyphen tells whether a line may end after the hyphen at i: between letters, so that options (--width)
// and numbers (-5) stay whole.
func hyphen(s string, i int) bool {
	return i > 1 && s[0] != '-' && letter(s[i-1]) && letter(s[i-2]) && letter(s[i+1])
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// breakWord returns how much of a word that is longer than width cells goes on the line: up to the last space, which is
// in it only before a sign, or separator in its second half, else as many graphemes as fit, at least one.
func breakWord(s string, width int) int {
	n := fit(s, width)
	if n == 0 {
		return len(FirstGrapheme(s))
	}
	if i := strings.LastIndexByte(s[:min(n+1, len(s))], ' '); i > 0 { // better a sign begins a line than that a word is broken
		return i
	}
	if i := strings.LastIndexAny(s[:n], "/?&=._,;:-"); i+1 > n/2 {
		if len(FirstGrapheme(s[i:])) == 1 { // no mark is over it
			return i + 1
		}
	}
	return n
}
