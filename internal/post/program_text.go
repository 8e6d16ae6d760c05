package post

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted reads a text in quotes. One in backquotes with something to compute is not ok.
func (p *program) quoted(quote byte) (string, bool) {
	var b strings.Builder
	for i := p.at + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == quote:
			p.forward(i + 1 - p.at)
			return b.String(), true
		case c == '\n' && quote != '`', c == '$' && quote == '`' && i+1 < len(p.text) && p.text[i+1] == '{':
			return "", false
		case c == '\\' && i+1 < len(p.text):
			size := unescape(&b, p.text[i+1:])
			if size == 0 {
				return "", false
			}
			i += size
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}

// unescape writes what a backslash before s makes of its start, and returns the length of that; 0: nothing known.
func unescape(b *strings.Builder, s []byte) int {
	switch c := s[0]; c {
	case 'n', 'r', 't':
		b.WriteByte(' ') // a text of a front matter stands on one line
	case '\n': // the text goes on with the next line
	case 'x', 'u':
		digits := 2
		if c == 'u' {
			digits = 4
		}
		if len(s) <= digits {
			return 0
		}
		r, err := strconv.ParseUint(string(s[1:1+digits]), 16, 32)
		if err != nil {
			return 0
		}
		b.WriteRune(rune(r))
		return 1 + digits
	default:
		_, size := utf8.DecodeRune(s)
		b.Write(s[:size])
		return size
	}
	return 1
}

// skip goes to the comma or bracket behind what would have to be run. It is not ok if there is none.
func (p *program) skip() (ok bool) {
	depth, before := 0, byte('(')
	for {
		c := p.peek()
		switch c {
		case 0:
			return false
		case '"', '\'', '`':
			if !p.skipText(c) {
				return false
			}
		case '/':
			if bytes.IndexByte([]byte("(,=:[!&|?{};>"), before) >= 0 {
				if !p.skipText(c) { // a regular expression
					return false
				}
				break
			}
			p.forward(1)
		case '(', '[', '{':
			depth++
			p.forward(1)
		case ')', ']', '}', ',':
			if depth == 0 {
				return c != ')'
			}
			if c != ',' {
				depth--
			}
			p.forward(1)
		default:
			p.forward(1)
		}
		before = c
	}
}

// skipText goes behind a text in quotes, whatever stands in it; what a template computes counts as its text.
func (p *program) skipText(quote byte) bool {
	for i := p.at + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == quote:
			p.forward(i + 1 - p.at)
			return true
		case c == '\\':
			i++
		case c == '\n' && quote != '`':
			return false
		}
	}
	return false
}
