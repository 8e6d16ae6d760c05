package filter

import (
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

// letters are those that no decomposition takes apart, as they are typed without their own key.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i",
	'’': "'", '‘': "'", '“': `"`, '”': `"`, '‐': "-", '‑': "-",
}

// set folds s.
func (f *folded) set(s string) {
	f.text, f.from, f.ascii = f.text[:0], f.from[:0], true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			f.ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		f.text = append(f.text, c)
	}
	if f.ascii {
		return
	}
	f.text = f.text[:0]
	for i, r := range s {
		f.add(s[i:], r, i)
	}
}

// add folds the rune r with which rest starts, at an offset of the original.
func (f *folded) add(rest string, r rune, offset int) {
	if r < utf8.RuneSelf {
		f.put(unicode.ToLower(r), offset)
		return
	}
	parts := norm.NFKD.PropertiesString(rest).Decomposition()
	if parts == nil {
		f.put(r, offset)
	}
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		f.put(r, offset)
		parts = parts[size:]
	}
}

func (f *folded) put(r rune, offset int) {
	if unicode.Is(unicode.Mn, r) {
		return
	}
	r = unicode.ToLower(r)
	if s, ok := letters[r]; ok {
		f.text = append(f.text, s...)
	} else {
		f.text = utf8.AppendRune(f.text, r)
	}
	for len(f.from) < len(f.text) {
		f.from = append(f.from, offset)
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
