package markup

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// maxStatement is how long a statement of MDX may be, in bytes.
const maxStatement = 32 << 10

var statementStart = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:import\s*(?:['"{*]|[\w$]+\s*(?:,|from\b))|export\s+(?:const|let|var|default|function|async|class|type|interface|[{*]))`)
})

// statement takes an import or export of MDX, to the end of the line on which all its brackets are closed.
func (s *scanner) statement(line []byte) bool {
	if s.failed >= maxFailed || !statementStart().Match(line) {
		return false
	}
	depth, end := 0, s.at
	for end < len(s.src) && end-s.at < maxStatement {
		line := bytes.TrimSpace(s.src[end:s.lineEnd(end)])
		for _, c := range line {
			switch c {
			case '{', '(', '[':
				depth++
			case '}', ')', ']':
				depth--
			}
		}
		end = s.nextLine(end)
		if depth <= 0 && !bytes.HasSuffix(line, []byte("=")) && !bytes.HasSuffix(line, []byte(",")) {
			s.drop(end)
			return true
		}
	}
	s.failed += maxFailed / 100 // it is much that was looked through
	return false
}

// braces takes an expression of MDX: a comment, a text, or what only a program knows.
func (s *scanner) braces(w []byte) bool {
	size := balanced(w)
	line := bytes.TrimLeft(s.src[s.lineStart:s.lineEnd(s.at)], " ")
	if size == 0 || line[0] == '#' && len(w) > 1 && w[1] == '#' { // the name of a heading
		return false
	}
	end, inner := s.at+size, strings.TrimSpace(string(w[1:size-1]))
	switch {
	case inner == "" || strings.HasPrefix(inner, "/*"):
		s.drop(end)
	case len(inner) > 1 && strings.IndexByte("\"'`", inner[0]) >= 0 && strings.IndexByte(inner[1:], inner[0]) == len(inner)-2:
		s.replace(end, inner[1:len(inner)-1])
	case isWord(inner):
		s.small(tag{end: end}, inner)
	default:
		s.small(tag{end: end}, "…")
	}
	return true
}

// element takes a tag of MDX: all that name a component, and those of HTML with values that are programs.
func (s *scanner) element() bool {
	w := s.window(s.at)
	size := elementEnd(w)
	if size == 0 {
		return false
	}
	inner := string(w[1 : size-1])
	if inner == "" || inner == "/" { // <> and </>
		s.drop(s.at + size)
		return true
	}
	t := parseTag(inner)
	t.end, t.element = s.at+size, true
	switch first := strings.TrimPrefix(inner, "/")[0]; {
	case first >= 'A' && first <= 'Z':
		s.draw(t)
	case first < 'a' || first > 'z' || !strings.Contains(inner, "={"):
		return false
	case t.name == "img":
		s.replace(t.end, image(t))
	case t.selfClosed:
		s.replace(t.end, "<"+t.name+"/>")
	default:
		s.replace(t.end, "<"+t.name+">")
	}
	return true
}

// elementEnd returns the length of the tag with which b starts, 0 if that is none.
func elementEnd(b []byte) int {
	at := 1
	if at < len(b) && b[at] == '/' {
		at++
	}
	for at < len(b) && (isName(b[at]) || b[at] == '.') {
		at++
	}
	if at == len(b) || strings.IndexByte(" \t\n/>", b[at]) < 0 {
		return 0
	}
	for at < len(b) {
		switch b[at] {
		case '>':
			return at + 1
		case '"', '\'':
			end := bytes.IndexByte(b[at+1:], b[at])
			if end < 0 {
				return 0
			}
			at += end + 1
		case '{':
			size := balanced(b[at:])
			if size == 0 {
				return 0
			}
			at += size - 1
		}
		at++
	}
	return 0
}

// mathematics returns the length of what TeX b starts with, 0 if with none: the braces in it are no expressions. As
// Pandoc has it, a dollar that closes stands behind something and before no digit.
func mathematics(b []byte) int {
	closer := []byte("$")
	if bytes.HasPrefix(b, []byte("$$")) {
		closer = []byte("$$")
	}
	size := bytes.Index(b[len(closer):], closer)
	if size < 1 {
		return 0
	}
	inner, rest := b[len(closer):len(closer)+size], b[2*len(closer)+size:]
	if !bytes.ContainsAny(inner, `\^_`) || len(closer) == 1 &&
		(bytes.ContainsAny(inner[:1], " \t\n") || bytes.ContainsAny(inner[size-1:], " \t\n") || len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9') {
		return 0
	}
	return size + 2*len(closer)
}
