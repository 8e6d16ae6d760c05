package markup

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// block takes what only the start of a line can be, and reports whether it was that: code, which is
// copied, and lines that are wholly for the engine.
func (s *scanner) block() bool {
	line := s.src[s.at:s.lineEnd(s.at)]
	trimmed := bytes.TrimLeft(line, " \t")
	indent := columns(line[:len(line)-len(trimmed)])
	wasBlank := s.blank
	s.blank = len(bytes.TrimSpace(line)) == 0
	if s.blank {
		s.copy(s.nextLine(s.at))
		return true
	}
	deep := 4
	if s.list {
		deep = 8
	}
	switch {
	case wasBlank && indent >= deep:
		s.blank = true // the block goes on
		s.copy(s.nextLine(s.at))
		return true
	case indent < 2:
		s.list = isItem(trimmed)
	}
	switch {
	case FenceMark(quoted(trimmed)) != nil:
		s.fence(FenceMark(quoted(trimmed)))
	case hasTag(trimmed, "pre"), hasTag(trimmed, "script"), hasTag(trimmed, "style"):
		s.verbatimHTML(trimmed)
	case bytes.HasPrefix(trimmed, []byte(":::")):
		s.container(string(trimmed))
	case s.isTOC(trimmed), isAttributes(bytes.TrimSpace(line)):
		s.drop(s.nextLine(s.at))
	case s.MDX && indent == 0 && s.statement(line):
	default:
		return false
	}
	return true
}

// columns is the width of blanks with tab stops of four (CommonMark 2.2).
func columns(blanks []byte) int {
	n := 0
	for _, c := range blanks {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// isItem reports whether a line starts an item of a list.
func isItem(line []byte) bool {
	if len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0 {
		return line[1] == ' ' || line[1] == '\t'
	}
	number := bytes.TrimLeft(line, "0123456789")
	return len(number) < len(line) && len(number) > 1 && (number[0] == '.' || number[0] == ')') && number[1] == ' '
}

// quoted takes the marks of quotes and of list items off a line: a fence may stand behind them.
func quoted(line []byte) []byte {
	for {
		rest := bytes.TrimLeft(bytes.TrimPrefix(line, []byte(">")), " \t")
		if isItem(rest) {
			_, rest, _ = bytes.Cut(rest, []byte(" "))
			rest = bytes.TrimLeft(rest, " \t")
		}
		if len(rest) == len(line) {
			return rest
		}
		line = rest
	}
}

// FenceMark returns the run of at least three backticks or tildes with which a line starts, nil if it
// starts no fence (CommonMark 4.5).
func FenceMark(line []byte) []byte {
	if len(line) == 0 || line[0] != '`' && line[0] != '~' {
		return nil
	}
	run := len(line) - len(bytes.TrimLeft(line, string(line[:1])))
	if run < 3 || line[0] == '`' && bytes.IndexByte(line[run:], '`') >= 0 {
		return nil
	}
	return line[:run]
}

// fence copies a fenced block, to the end of the body if it is not closed, without the marks of what is raw if they are
// for an engine.
func (s *scanner) fence(open []byte) {
	end := s.nextLine(s.at)
	for end < len(s.src) {
		line := bytes.TrimSpace(s.src[end:s.lineEnd(end)])
		end = s.nextLine(end)
		mark := FenceMark(quoted(line))
		if len(mark) >= len(open) && mark[0] == open[0] && bytes.HasSuffix(line, mark) {
			break
		}
	}
	if s.Liquid {
		s.replace(end, string(rawMark().ReplaceAll(s.src[s.at:end], nil)))
		return
	}
	s.copy(end)
}

// hasTag reports whether a line starts with an HTML tag of that name.
func hasTag(line []byte, name string) bool {
	if len(line) < len(name)+2 || line[0] != '<' || !strings.EqualFold(string(line[1:1+len(name)]), name) {
		return false
	}
	return strings.IndexByte(" >\t", line[1+len(name)]) >= 0
}

// verbatimHTML copies an element whose text is no Markdown (CommonMark 4.6, kind 1).
func (s *scanner) verbatimHTML(line []byte) {
	name := string(line[1 : 1+bytes.IndexAny(line[1:], " >\t")])
	end := bytes.Index(bytes.ToLower(s.src[s.at:min(len(s.src), s.at+16*maxTag)]), []byte("</"+strings.ToLower(name)))
	if end < 0 {
		s.copy(s.nextLine(s.at))
		return
	}
	s.copy(s.nextLine(s.at + end))
}

// codeSpan copies a span of code, or the backticks that open none (CommonMark 6.1).
func (s *scanner) codeSpan() {
	w := s.window(s.at)
	run := len(w) - len(bytes.TrimLeft(w, "`"))
	for end := run; end < len(w); {
		i := bytes.IndexByte(w[end:], '`')
		if i < 0 {
			break
		}
		end += i
		size := len(w[end:]) - len(bytes.TrimLeft(w[end:], "`"))
		end += size
		if size == run {
			s.copy(s.at + end)
			return
		}
	}
	s.copy(s.at + run)
}

// isAttributes reports whether a line is an attribute list and nothing else: {: .class}, {.class #id}.
func isAttributes(line []byte) bool {
	if len(line) < 3 || line[0] != '{' || line[len(line)-1] != '}' {
		return false
	}
	inner := bytes.TrimSpace(line[1 : len(line)-1])
	return !bytes.ContainsAny(inner, "{}") && len(inner) > 1 && (inner[0] == ':' || (inner[0] == '.' || inner[0] == '#') && isName(inner[1]))
}

func isName(c byte) bool {
	return c == '_' || c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// isTOC reports whether a line stands for a table of contents, which the reader has anyway: {:toc}, the
// list item above it, [TOC].
func (s *scanner) isTOC(line []byte) bool {
	line = bytes.TrimSpace(line)
	if bytes.EqualFold(line, []byte("[toc]")) || bytes.EqualFold(line, []byte("[[toc]]")) {
		return true
	}
	next := s.nextLine(s.at)
	below := bytes.TrimSpace(s.src[next:s.lineEnd(next)])
	return isItem(line) && bytes.HasPrefix(below, []byte("{:")) && bytes.Contains(below, []byte("toc")) && isAttributes(below) && !bytes.Contains(below, []byte("no_toc"))
}

var (
	codeWithRaw = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("`[^`\n]*\\{%-?\\s*(?:end)?raw[^`\n]*`") })
	rawMark     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{%-?\s*(?:end)?raw\s*-?%\}`) })
)

// unmarkRaw takes the marks of what is raw out of spans of code. Around a block they are tags as any.
func unmarkRaw(body []byte) []byte {
	if !bytes.Contains(body, []byte("raw")) {
		return body
	}
	return codeWithRaw().ReplaceAllFunc(body, func(span []byte) []byte { return rawMark().ReplaceAll(span, nil) })
}
