package post

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// errProgram is reported for a program that does not say its values one by one.
var errProgram = errors.New("it is a program, which is not run")

// exported matches where a module of JavaScript says what it is for, if that is an object.
var exported = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t]*(?:module\.exports[ \t]*=|export[ \t]+default)\s*\{`)
})

// decodeProgram reads the object that a module of JavaScript exports, or that a front matter is, as far as it is
// written out: {tags: ["posts"], layout: "post"}. Nothing is run. A value that would have to be is left out, and
// told by partly.
func decodeProgram(source []byte) (entries table, partly bool, err error) {
	var start int
	if at := exported().FindIndex(source); at != nil {
		start = at[1] - 1
	} else if first := bytes.TrimLeft(source, " \t\r\n"); len(first) > 0 && first[0] == '{' {
		start = len(source) - len(first)
	} else {
		return nil, false, errProgram
	}
	p := program{text: source, at: start, line: 1 + bytes.Count(source[:start], []byte("\n")), left: maxValues}
	entries, ok := p.object(maxNesting)
	if !ok {
		return nil, false, errProgram
	}
	return entries, p.partly, nil
}

// program reads literals of JavaScript (ECMA-262, section 13.2).
type program struct {
	text   []byte
	at     int
	line   int // 1-based
	left   int // how many values may still be read
	partly bool
}

// peek returns the next byte behind white space and comments, 0 at the end.
func (p *program) peek() byte {
	for p.at < len(p.text) {
		rest := p.text[p.at:]
		switch {
		case bytes.HasPrefix(rest, []byte("//")):
			p.past(len(rest), "\n")
		case bytes.HasPrefix(rest, []byte("/*")):
			p.past(len(rest), "*/")
		case bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0:
			p.forward(1)
		default:
			return rest[0]
		}
	}
	return 0
}

// past goes behind the next mark, at most so many bytes on.
func (p *program) past(most int, mark string) {
	if end := bytes.Index(p.text[p.at:p.at+most], []byte(mark)); end >= 0 {
		most = end + len(mark)
	}
	p.forward(most)
}

func (p *program) forward(n int) {
	p.line += bytes.Count(p.text[p.at:p.at+n], []byte("\n"))
	p.at += n
}

// take goes behind the next byte if it is c.
func (p *program) take(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.forward(1)
	return true
}

// object reads an object. It is not ok if its end is not found.
func (p *program) object(levels int) (t table, ok bool) {
	p.take('{')
	for !p.take('}') {
		c := p.peek()
		line := p.line
		name, named := p.name(c)
		if !named || !p.take(':') { // a method, a variable of that name, what is spread
			p.partly = true
			if !p.skip() {
				return nil, false
			}
		} else {
			value, ok := p.value(levels - 1)
			if !ok {
				return nil, false
			}
			if value != (unread{}) {
				t = append(t, entry{key: name, line: line, value: value})
			}
		}
		if !p.take(',') && p.peek() != '}' {
			return nil, false
		}
	}
	return t, true
}

// name reads the name of a key: a word, or a text in quotes.
func (p *program) name(c byte) (string, bool) {
	if c == '"' || c == '\'' {
		return p.quoted(c)
	}
	word := p.word()
	return word, word != ""
}

// word reads letters, digits and what else a name or a number has.
func (p *program) word() string {
	rest := p.text[p.at:]
	end := bytes.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_$.+-", r)
	})
	if end < 0 {
		end = len(rest)
	}
	p.forward(end)
	return string(rest[:end])
}

// value reads what stands behind a colon or in a list; unread{} is what would have to be run.
func (p *program) value(levels int) (value any, ok bool) {
	c := p.peek()
	at, line, left := p.at, p.line, p.left
	if p.left--; p.left < 0 || levels < 0 {
		return nil, false
	}
	switch c {
	case '"', '\'', '`':
		value, ok = p.quoted(c)
	case '[':
		value, ok = p.list(levels)
	case '{':
		value, ok = p.object(levels)
	default:
		value, ok = literal(p.word())
	}
	if next := p.peek(); ok && (next == ',' || next == '}' || next == ']') {
		return value, true
	}
	p.at, p.line, p.left, p.partly = at, line, left-1, true // it is a part of something that is computed
	return unread{}, p.skip()
}

// list reads a list.
func (p *program) list(levels int) (items []any, ok bool) {
	p.take('[')
	for !p.take(']') {
		value, ok := p.value(levels - 1)
		if !ok {
			return nil, false
		}
		if value != (unread{}) {
			items = append(items, value)
		}
		if !p.take(',') && p.peek() != ']' {
			return nil, false
		}
	}
	return items, true
}

// literal is what a word stands for by itself.
func literal(word string) (value any, ok bool) {
	switch word {
	case "true", "false":
		return word == "true", true
	case "null", "undefined":
		return nil, true
	}
	_, err := strconv.ParseFloat(word, 64)
	return json.Number(word), err == nil && word[0] <= '9'
}
