package post

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// countWords is len(strings.Fields(string(b))) without allocating, in one pass over the bytes: a word is
// counted where ink follows a space. Eight bytes are looked at together where all of them are ASCII.
func countWords(b []byte) int {
	words := 0
	last := uint64(space) // of what stands before b
	for len(b) >= 8 {
		chunk := binary.LittleEndian.Uint64(b)
		if chunk&highs != 0 {
			n, size, l := countRunes(b, last)
			words, last, b = words+n, l, b[size:]
			continue
		}
		spaces := spacesIn(chunk)
		words += bits.OnesCount64(^spaces & highs & (spaces<<8 | last))
		last = spaces >> 56
		b = b[8:]
	}
	for len(b) > 0 {
		n, size, l := countRunes(b, last)
		words, last, b = words+n, l, b[size:]
	}
	return words
}

// What a byte is when words are counted: a space is the high bit, as spacesIn has it.
const (
	ink   = 0
	space = 0x80
)

const (
	ones  = 0x0101010101010101 // every byte times this one
	highs = 0x80 * ones
)

// spacesIn returns eight ASCII bytes with the high bit set where one is white space, and nothing else: 0x20
// and 0x09 to 0x0d. No sum of two bytes carries into the next, since both are below 0x80.
func spacesIn(chunk uint64) uint64 {
	blank := ^((chunk ^ 0x20*ones) + 0x7f*ones)
	from := chunk + (0x80-'\t')*ones
	beyond := chunk + (0x80-'\r'-1)*ones
	return (blank | from&^beyond) & highs
}

// countRunes counts as many runes as have eight bytes, or the rest of b.
func countRunes(b []byte, last uint64) (words, size int, end uint64) {
	for size < len(b) && size < 8 {
		r, n := rune(b[size]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(b[size:])
		}
		class := uint64(ink)
		if unicode.IsSpace(r) {
			class = space
		}
		words += int((last &^ class) >> 7)
		last = class
		size += n
	}
	return words, size, last
}
