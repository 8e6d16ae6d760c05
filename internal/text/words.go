package text

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Words returns how many words a text has: what stands between white space, and two for five characters of Chinese
// and Japanese, which have none between words. So 200 words a minute are 500 such characters, which is what Hugo
// assumes too (hasCJKLanguage).
//
// It is one pass without allocations, in which eight bytes are looked at together where all of them are ASCII.
func Words[T ~string | ~[]byte](b T) int {
	c := counter{last: space}
	for len(b) >= 8 {
		chunk := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		if chunk&highs != 0 {
			b = b[countRunes(&c, b):]
			continue
		}
		spaces := spacesIn(chunk)
		c.words += bits.OnesCount64(^spaces & highs & (spaces<<8 | c.last))
		c.last = spaces >> 56
		b = b[8:]
	}
	for len(b) > 0 {
		b = b[countRunes(&c, b):]
	}
	return c.words + (2*c.unspaced+2)/5
}

// counter has counted a part of a text.
type counter struct {
	words    int // that begin with ink after a space
	unspaced int // characters of scripts without spaces
	last     uint64
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

// countRunes counts as many runes as have eight bytes, or the rest of b, and returns their size in bytes.
func countRunes[T ~string | ~[]byte](c *counter, b T) (size int) {
	for size < len(b) && size < 8 {
		r, n := rune(b[size]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(string(b[size:min(size+utf8.UTFMax, len(b))]))
		}
		size += n
		if r >= firstUnspaced && isUnspaced(r) {
			c.unspaced++
			if size < len(b) && isAlphanumeric(b[size]) {
				c.words++ // of another script, with no space before it
			}
			c.last = ink
			continue
		}
		class := uint64(ink)
		if unicode.IsSpace(r) || isMarkOfUnspaced(r) {
			class = space
		}
		c.words += int((c.last &^ class) >> 7)
		c.last = class
	}
	return size
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

const firstUnspaced = 0x2e80 // the first of CJK Radicals

// isUnspaced reports whether a character is of those of which several are a word, with nothing between words.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー'
}

// isMarkOfUnspaced reports whether a character is a punctuation mark that stands among such characters: those of
// CJK Symbols and Punctuation, and those of ASCII in their wide forms.
func isMarkOfUnspaced(r rune) bool {
	return r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff65 && unicode.IsPunct(r)
}
