// Package fold makes of a text what it is compared by: lower case, without accents, compatibility forms as
// what they stand for. The filter of the list and the search through all bodies fold alike, so that what
// one finds the other finds too.
package fold

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a text as it is compared, which knows where in the original each of its bytes comes from. It is
// meant to be set again and again, so that a list is matched without allocating.
type Text struct {
	Bytes []byte
	from  []int // by byte of Bytes: the offset of the rune of the original that it comes from
	size  int   // of the original
	ascii bool  // Bytes is the original in lower case, byte by byte; from is not set
}

// Set folds s.
func (t *Text) Set(s string) {
	t.Bytes, t.from, t.size = append(t.Bytes[:0], s...), t.from[:0], len(s)
	if t.ascii = lowerAll(t.Bytes); !t.ascii {
		t.setRunes(s)
	}
}

// lowerAll puts text in lower case where it is, eight bytes at a time. It gives up and returns false at what is
// not ASCII.
func lowerAll(text []byte) bool {
	for len(text) >= 8 {
		chunk := binary.LittleEndian.Uint64(text)
		if chunk&highs != 0 {
			return false
		}
		binary.LittleEndian.PutUint64(text, lowerASCII(chunk))
		text = text[8:]
	}
	for i, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
		text[i] = lower(c)
	}
	return true
}

func (t *Text) setRunes(s string) {
	t.Bytes = t.Bytes[:0]
	for i := 0; i < len(s); {
		size := 1
		if c := s[i]; c < utf8.RuneSelf {
			t.Bytes = append(t.Bytes, lower(c))
		} else if r, n := utf8.DecodeRuneInString(s[i:]); unchanged(r) {
			t.Bytes, size = append(t.Bytes, s[i:i+n]...), n
		} else {
			t.Bytes, size = add(t.Bytes, r, norm.NFKD.PropertiesString(s[i:]).Decomposition()), n
		}
		for len(t.from) < len(t.Bytes) {
			t.from = append(t.from, i)
		}
		i += size
	}
}

// Origin is the offset in the original of the rune to which a byte belongs; that of the byte after the
// last is the end of the original.
func (t *Text) Origin(i int) int {
	switch {
	case i >= len(t.Bytes):
		return t.size
	case t.ascii:
		return i
	}
	return t.from[i]
}

// Stretch returns where the runes stand in the original to which the bytes from start to end belong, with
// the marks after them.
func (t *Text) Stretch(start, end int) (from, to int) {
	for !t.ascii && end > start && end < len(t.Bytes) && t.from[end] == t.from[end-1] { // a half of "ß"
		end++
	}
	return t.Origin(start), t.Origin(end)
}

// String returns a folded text of its own.
func String(s string) []byte {
	var t Text
	t.Set(s)
	return t.Bytes
}

// Append appends the folded src to dst. Most of a text is ASCII, of which eight bytes are folded together.
func Append(dst, src []byte) []byte {
	dst = slices.Grow(dst, len(src))
	for len(src) >= 8 {
		chunk := binary.LittleEndian.Uint64(src)
		dst = binary.LittleEndian.AppendUint64(dst, lowerASCII(chunk))
		if chunk&highs == 0 {
			src = src[8:]
			continue
		}
		size := bits.TrailingZeros64(chunk&highs) / 8 // how many bytes are ASCII
		dst, src = dst[:len(dst)-8+size], src[size:]
		dst, size = appendRune(dst, src)
		src = src[size:]
	}
	for len(src) > 0 {
		if src[0] < utf8.RuneSelf {
			dst, src = append(dst, lower(src[0])), src[1:]
			continue
		}
		var size int
		dst, size = appendRune(dst, src)
		src = src[size:]
	}
	return dst
}

// appendRune appends the folded rune, not of ASCII, with which src starts, and returns its size in src.
func appendRune(dst, src []byte) ([]byte, int) {
	r, size := utf8.DecodeRune(src)
	if unchanged(r) {
		return append(dst, src[:size]...), size
	}
	return add(dst, r, norm.NFKD.Properties(src).Decomposition()), size
}

// unchanged reports whether a rune is one of the many that folding leaves as they are and that need not be
// looked up: dashes, what boxes are drawn with, ideographs.
func unchanged(r rune) bool {
	return r >= 0x2012 && r <= 0x2015 || r >= 0x2500 && r <= 0x25ff || r >= 0x3400 && r <= 0x9fff
}

const (
	ones  = 0x0101010101010101 // every byte times this one
	highs = 0x80 * ones
)

// lowerASCII puts those of eight bytes that are ASCII in lower case. No sum of two bytes carries into the
// next, since what is added to is below 0x80; others stay as they are.
func lowerASCII(chunk uint64) uint64 {
	low := chunk &^ highs
	from := low + (0x80-'A')*ones
	beyond := low + (0x80-'Z'-1)*ones
	return chunk | from&^beyond&^chunk&highs>>2
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// add appends a rune, or what it is decomposed to.
func add(dst []byte, r rune, parts []byte) []byte {
	if parts == nil {
		return put(dst, r)
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		dst = put(dst, r)
		parts = parts[n:]
	}
	return dst
}

// put appends one rune that no decomposition takes apart: without case, marks not at all, and letters and
// signs that have no key of their own as they are typed without one.
func put(dst []byte, r rune) []byte {
	switch r = unicode.ToLower(r); r {
	case '‘', '’':
		return append(dst, '\'')
	case '“', '”':
		return append(dst, '"')
	case '‐', '‑':
		return append(dst, '-')
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ø':
		return append(dst, 'o')
	case 'đ', 'ð':
		return append(dst, 'd')
	case 'ł':
		return append(dst, 'l')
	case 'ı':
		return append(dst, 'i')
	}
	if unicode.Is(unicode.Mn, r) {
		return dst
	}
	return utf8.AppendRune(dst, r)
}
