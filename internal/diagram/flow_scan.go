package diagram

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cursor reads the text of a diagram whose statements are not lines, from its beginning on.
type cursor struct {
	text  string
	at    int
	lines []statement // of the source; those of text are in the same order
}

func newCursor(lines []statement) *cursor {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return &cursor{text: strings.Join(texts, "\n"), lines: lines}
}

func (c *cursor) rest() string { return c.text[c.at:] }
func (c *cursor) done() bool   { return c.at >= len(c.text) }

// fault makes an error of the statement at an offset.
func (c *cursor) fault(at int, format string, args ...any) error {
	before := c.text[:min(at, len(c.text))]
	n := strings.Count(before, "\n")
	if n >= len(c.lines) {
		return &SyntaxError{Line: 1, Reason: "the diagram is empty"}
	}
	f := c.lines[n].fault(format, args...)
	indent := len(c.lines[n].text) - len(strings.TrimLeft(c.lines[n].text, " \t"))
	f.offset = len(before) - strings.LastIndexByte(before, '\n') - 1 - indent
	return f
}

// space skips blanks, and with lines set also ends of statements.
func (c *cursor) space(lines bool) {
	for !c.done() {
		switch b := c.text[c.at]; {
		case b == ' ' || b == '\t':
		case lines && (b == '\n' || b == ';'):
		default:
			return
		}
		c.at++
	}
}

func (c *cursor) skip(token string) bool {
	if strings.HasPrefix(c.rest(), token) {
		c.at += len(token)
		return true
	}
	return false
}

func (c *cursor) match(re *regexp.Regexp) []string {
	m := re.FindStringSubmatch(c.rest())
	if m != nil {
		c.at += len(m[0])
	}
	return m
}

// statement returns what is left of the statement and goes to its end. A semicolon between quotation
// marks does not end it.
func (c *cursor) statement() string {
	quoted := false
	from := c.at
	for ; !c.done(); c.at++ {
		b := c.text[c.at]
		if b == '"' {
			quoted = !quoted
		}
		if b == '\n' || b == ';' && !quoted {
			break
		}
	}
	return strings.TrimSpace(c.text[from:c.at])
}

// until returns the text up to a token and goes behind it. Between quotation marks the token is text.
func (c *cursor) until(tokens ...string) (text, token string, ok bool) {
	from := c.at
	c.space(true)
	if c.skip(`"`) {
		end := strings.IndexByte(c.rest(), '"')
		if end < 0 {
			c.at = from
			return "", "", false
		}
		c.at += end + 1
	} else {
		c.at = from
	}
	for ; !c.done(); c.at++ {
		for _, t := range tokens {
			if strings.HasPrefix(c.rest(), t) {
				text = c.text[from:c.at]
				c.at += len(t)
				return text, t, true
			}
		}
	}
	c.at = from
	return "", "", false
}

// id reads the name of a node: letters, digits and signs that begin neither a line nor a box.
func (c *cursor) id() string {
	from := c.at
	for !c.done() {
		r, size := utf8.DecodeRuneInString(c.rest())
		if !c.inName(r, size) {
			break
		}
		c.at += size
	}
	return c.text[from:c.at]
}

func (c *cursor) inName(r rune, size int) bool {
	switch {
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' || r > unicode.MaxASCII && !unicode.IsSpace(r):
		return true
	case strings.ContainsRune("-:=.", r):
		next, _ := utf8.DecodeRuneInString(c.text[c.at+size:])
		return unicode.IsLetter(next) || unicode.IsDigit(next) || next == '_'
	}
	return strings.ContainsRune("!#$%'*+/?\\,", r)
}
