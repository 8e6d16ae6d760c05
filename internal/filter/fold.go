package filter

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared: in lower case, without accents, compatibility forms as what they
// stand for. It is meant to be set again and again, so that a list is matched without allocating.
type folded struct {
	text  []byte
	from  []int // by byte of text: the offset of the rune of the original that it comes from
	ascii bool  // text is the original in lower case, byte by byte; from is not set
}

// set folds s.
func (f *folded) set(s string) {
	f.text, f.from, f.ascii = slices.Grow(f.text[:0], len(s))[:len(s)], f.from[:0], true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			f.setRunes(s)
			return
		}
		f.text[i] = lower(s[i])
	}
}

func (f *folded) setRunes(s string) {
	f.text, f.ascii = f.text[:0], false
	for i := 0; i < len(s); {
		size := 1
		if c := s[i]; c < utf8.RuneSelf {
			f.text = append(f.text, lower(c))
		} else {
			size = f.add(s[i:])
		}
		for len(f.from) < len(f.text) {
			f.from = append(f.from, i)
		}
		i += size
	}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// add folds the rune with which s starts and returns its size in bytes.
func (f *folded) add(s string) int {
	parts := norm.NFKD.PropertiesString(s).Decomposition()
	r, size := utf8.DecodeRuneInString(s)
	if parts == nil {
		f.put(r)
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		f.put(r)
		parts = parts[n:]
	}
	return size
}

// put adds one rune that no decomposition takes apart: without case, marks not at all, and letters and
// signs that have no key of their own as they are typed without one.
func (f *folded) put(r rune) {
	switch r = unicode.ToLower(r); r {
	case '‘', '’':
		f.text = append(f.text, '\'')
	case '“', '”':
		f.text = append(f.text, '"')
	case '‐', '‑':
		f.text = append(f.text, '-')
	case 'ß':
		f.text = append(f.text, "ss"...)
	case 'æ':
		f.text = append(f.text, "ae"...)
	case 'œ':
		f.text = append(f.text, "oe"...)
	case 'þ':
		f.text = append(f.text, "th"...)
	case 'ø':
		f.text = append(f.text, 'o')
	case 'đ', 'ð':
		f.text = append(f.text, 'd')
	case 'ł':
		f.text = append(f.text, 'l')
	case 'ı':
		f.text = append(f.text, 'i')
	default:
		if !unicode.Is(unicode.Mn, r) {
			f.text = utf8.AppendRune(f.text, r)
		}
	}
}

// origin is the offset in the original of the rune to which a byte of text belongs.
func (f *folded) origin(i int) int {
	if f.ascii {
		return i
	}
	return f.from[i]
}

// fold returns a text of its own.
func fold(s string) []byte {
	var f folded
	f.set(s)
	return f.text
}
