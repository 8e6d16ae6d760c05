package post

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// plain returns a line of Markdown as the words that are read of it, clean: without emphasis, code marks,
// images, tags, targets of links, and what an engine would put in their place.
func plain(line []byte) string { return text.CleanLine(string(appendPlain(nil, line))) }

// appendPlain appends what plain returns to dst, not cleaned.
func appendPlain(dst, line []byte) []byte {
	p := plainer{line: line, out: dst}
	for p.at < len(line) {
		p.step()
	}
	if read := p.out[len(dst):]; bytes.IndexByte(read, '&') >= 0 {
		return append(p.out[:len(dst)], html.UnescapeString(string(read))...)
	}
	return p.out
}

// plainer walks one line of Markdown.
type plainer struct {
	line []byte
	at   int
	out  []byte
}

// starts are the bytes with which markup starts, or may.
var starts = [256]bool{'\\': true, '`': true, '*': true, '_': true, '~': true, '!': true, '[': true, ']': true, '<': true, '{': true}

// step takes the next byte, or the whole of the markup that starts with it.
func (p *plainer) step() {
	rest := p.line[p.at:]
	switch c := rest[0]; {
	case c == '\\' && len(rest) > 1:
		p.out = append(p.out, rest[1])
		p.at += 2
	case c == '`':
		p.code(rest)
	case c == '*', c == '[' && !bytes.HasPrefix(rest, []byte("[^")):
		p.at++
	case c == '_':
		p.underscores(rest)
	case c == '~' && bytes.HasPrefix(rest, []byte("~~")):
		p.at += 2
	case c == '!' && bytes.HasPrefix(rest, []byte("![")):
		p.skip("](", ")")
	case c == '[':
		p.skip("]", "")
	case c == ']':
		p.target(rest)
	case c == '<':
		p.tag(rest)
	case c == '{' && len(rest) > 1 && strings.IndexByte("{%:.#", rest[1]) >= 0:
		p.skip("}", "")
		for p.at < len(p.line) && p.line[p.at] == '}' {
			p.at++
		}
	default:
		size := 1
		for size < len(rest) && !starts[rest[size]] {
			size++
		}
		p.out = append(p.out, rest[:size]...)
		p.at += size
	}
}

// skip goes behind the next end, and behind the next of then after it. Without an end only the first byte
// is taken, as text.
func (p *plainer) skip(end, then string) {
	size := 0
	for _, s := range []string{end, then} {
		i := bytes.Index(p.line[p.at+size:], []byte(s))
		if i < 0 {
			p.out = append(p.out, p.line[p.at])
			p.at++
			return
		}
		size += i + len(s)
	}
	p.at += size
}

// code takes a span of code, whose text has no markup (CommonMark 6.1).
func (p *plainer) code(rest []byte) {
	marks := rest[:len(rest)-len(bytes.TrimLeft(rest, "`"))]
	p.at += len(marks)
	if end := bytes.Index(rest[len(marks):], marks); end >= 0 {
		p.out = append(p.out, rest[len(marks):len(marks)+end]...)
		p.at += end + len(marks)
	}
}

// target skips where a link leads: (address) or [label].
func (p *plainer) target(rest []byte) {
	p.at++
	end := byte(0)
	if len(rest) > 1 && rest[1] == '(' {
		end = ')'
	} else if len(rest) > 1 && rest[1] == '[' {
		end = ']'
	}
	if i := bytes.IndexByte(rest[1:], end); end != 0 && i > 0 {
		p.at += i + 1
	}
}

// tag skips a tag and keeps the address of an autolink.
func (p *plainer) tag(rest []byte) {
	end := bytes.IndexByte(rest, '>')
	if end < 0 || len(rest) < 2 || rest[1] != '/' && rest[1] != '!' && !unicode.IsLetter(rune(rest[1])) {
		p.out = append(p.out, '<')
		p.at++
		return
	}
	if bytes.Contains(rest[:end], []byte("://")) && bytes.IndexByte(rest[:end], ' ') < 0 {
		p.out = append(p.out, rest[1:end]...)
	}
	p.at += end + 1
}

// underscores takes a run of "_". It opens or closes emphasis at the edge of a word, and is text inside of
// one (CommonMark 6.2).
func (p *plainer) underscores(rest []byte) {
	run := rest[:len(rest)-len(bytes.TrimLeft(rest, "_"))]
	before, _ := utf8.DecodeLastRune(p.line[:p.at])
	after, _ := utf8.DecodeRune(rest[len(run):])
	if isWord(before) == isWord(after) {
		p.out = append(p.out, run...)
	}
	p.at += len(run)
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
