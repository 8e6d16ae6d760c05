package filter

import (
	"strings"
	"unicode/utf8"
)

// name is what a term says of a tag, a category or a series. Its text is clean, and empty only if it is open.
type name struct {
	text string
	open bool // all names that begin so are meant
}

// openMark stands behind a name that is open.
const openMark = "*"

// String is the name as it is written in a query.
func (n name) String() string {
	s := n.text
	if strings.ContainsAny(s, " ,\"") || !n.open && strings.HasSuffix(s, openMark) {
		s = quote(s)
	}
	if n.open {
		s += openMark
	}
	return s
}

// is reports whether a name of a post is meant. Case does not matter; what a post does not have never is.
func (n name) is(other string) bool {
	if n.open {
		return other != "" && strings.EqualFold(n.text, firstRunes(other, utf8.RuneCountInString(n.text)))
	}
	return strings.EqualFold(n.text, other)
}

// firstRunes returns the first n runes of s.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
