// Package text makes foreign text safe to show and measures, wraps and cuts it in terminal cells.
//
// It owns three things: Clean, the one door that text from a post, a file name or a terminal passes
// before it may be shown; Width, the one measure of cells; and Line, styled text that knows its cells
// and is wrapped, cut and written without ever splitting a grapheme or an escape sequence.
package text

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks one base character keeps. Real scripts stack fewer; what stacks
// more draws over the neighbouring lines.
const maxMarks = 8

// Clean returns s without anything that a terminal could obey or that could disguise what is read.
//
// Line feeds and tabs stay; CR LF and CR become a line feed, as do U+2028 and U+2029. Other C0 controls
// and DEL become their control pictures (U+2400…); C1 controls, bidirectional embeddings, overrides and
// isolates, tag characters, interlinear annotation, inner byte order marks and invalid UTF-8 become
// U+FFFD, as does every ninth combining mark on one base. Joiners, directional marks and everything
// printable stay. Clean(Clean(s)) == Clean(s).
func Clean(s string) string {
	var c Cleaner
	return c.Clean(s)
}

// Cleaner cleans a text that comes in pieces, as Clean does the whole: what was taken from between them, as
// Markdown's asterisks are, could otherwise bring more marks onto one base. The zero value is ready.
type Cleaner struct {
	marks int // on the last base
}

// Clean returns the next piece. A CR LF must not be divided.
func (c *Cleaner) Clean(s string) string {
	bad := firstUnsafe(s)
	if bad > 0 {
		c.marks = 0
	}
	if bad == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	b.WriteString(s[:bad])
	for i := bad; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\r':
			if i < len(s) && s[i] == '\n' {
				continue
			}
			r = '\n'
		case unicode.Is(unicode.M, r):
			if c.marks++; c.marks > maxMarks {
				r = utf8.RuneError
			}
		default:
			r = safe(r)
		}
		if r == utf8.RuneError || !unicode.Is(unicode.M, r) {
			c.marks = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// CleanLine is Clean for text that must stay on one line: every run of white space is one space, and
// none is left at the ends.
func CleanLine(s string) string {
	s = Clean(s)
	for i, r := range s {
		if r == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' ' {
			continue
		}
		if unicode.IsSpace(r) {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// firstUnsafe returns the offset from which s needs a look rune by rune, len(s) if nowhere. A base
// character before the first combining mark belongs to what is looked at only as far as marks are
// counted from the first of them, which is enough.
func firstUnsafe(s string) int {
	for i := 0; i < len(s); {
		if i+8 <= len(s) && printable(s[i:i+8]) {
			i += 8
			continue
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || safe(r) != r || unicode.Is(unicode.M, r) {
			return i
		}
		i += size
	}
	return len(s)
}

// printable tells whether eight bytes are all printable ASCII, as those of most texts are that have no line end
// among them. It looks at them together: no sum of two bytes carries into the next while all are below 0x80.
func printable(s string) bool {
	const ones = 0x0101010101010101
	chunk := binary.LittleEndian.Uint64([]byte(s))
	fromSpace := chunk + (0x80-' ')*ones
	del := chunk + ones
	return (chunk|^fromSpace|del)&(0x80*ones) == 0
}

// safe maps a rune to what may be shown in its place.
func safe(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r < ' ':
		return 0x2400 + r
	case r < 0x7f:
		return r
	case r == 0x7f:
		return 0x2421
	case r == 0x2028 || r == 0x2029:
		return '\n'
	case r < 0xa0, // C1
		r >= 0x202a && r <= 0x202e, // embeddings and overrides
		r >= 0x2066 && r <= 0x2069, // isolates
		r >= 0xfff9 && r <= 0xfffb, // interlinear annotation
		r == 0xfeff,
		r >= 0xe0000 && r <= 0xe007f: // tags
		return utf8.RuneError
	}
	return r
}
