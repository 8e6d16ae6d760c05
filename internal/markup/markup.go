// Package markup makes plain Markdown of what is written for the engine of a blog: Hugo's shortcodes, the
// tags of Liquid and Nunjucks, the attribute lists of kramdown, containers, the JSX of MDX.
//
// It works from source to source and runs nothing. A tag that is known is drawn with what Markdown has for
// it: a fence, an alert, an image, a link. Of one that is not known its name is shown, small; its content
// always stays. Code is not touched. Lines stay where they are, so that a line of the result is that line
// of the file, unless a tag had to be parted from code on the same line.
package markup

import (
	"bytes"
	"strings"
)

// maxTag is how far the end of a tag, an expression or a span of code is looked for, in bytes.
const maxTag = 4 << 10

// maxOpen is how many tags are open in each other at most.
const maxOpen = 16

// maxFailed is how often something may look like a tag and be none, before nothing is taken for one any
// more. It bounds the time that a hostile body takes.
const maxFailed = 10_000

// Dialect is what a body is written in, beside what all engines have.
type Dialect struct {
	// MDX leaves out imports and exports, and takes elements and expressions in braces for tags.
	MDX bool
	// Liquid takes all of {{ … }} for a variable, as an engine does that runs Liquid or Nunjucks over its
	// posts: even in code it takes away the marks of what is raw.
	Liquid bool
	// Title is what a post calls itself by {{ page.title }}.
	Title string
	// Value returns what a variable stands for, by the name that the engine has for it; nil: nothing is known.
	Value func(name string) (string, bool)
}

// Plain returns a body as plain Markdown. A body that has nothing for an engine is returned as it is, in its own
// memory.
func Plain(body []byte, d Dialect) []byte {
	if !d.suspects(body) {
		return body
	}
	if d.Liquid {
		body = unmarkRaw(body)
	}
	s := scanner{src: body, Dialect: d, closers: findClosers(body, d.MDX), blank: true}
	s.out.Grow(len(body) + len(body)/16)
	for s.at < len(s.src) {
		if s.at == s.lineStart && s.block() {
			continue
		}
		s.inline()
	}
	if out := s.out.Bytes(); !bytes.Equal(out, body) {
		return out
	}
	return body
}

// suspects reports whether a body has anything that could be for an engine.
func (d Dialect) suspects(body []byte) bool {
	if d.MDX {
		return bytes.ContainsAny(body, "{<") || bytes.Contains(body, []byte("import ")) || bytes.Contains(body, []byte("export "))
	}
	for rest := body; ; {
		at := bytes.IndexByte(rest, '{')
		if at < 0 || at+1 == len(rest) {
			break
		}
		if rest = rest[at+1:]; strings.IndexByte("{%:.# ", rest[0]) >= 0 {
			return true
		}
	}
	return bytes.Contains(body, []byte(":::"))
}

// scanner walks a body once.
type scanner struct {
	Dialect
	src       []byte
	closers   map[string][]span // the closing tags by name, lower-case
	at        int
	lineStart int  // where the line of at starts
	list      bool // the text stands in a list, where code is indented deeper
	blank     bool // the line above is blank: an indented one may be code
	failed    int  // how often something looked like a tag and was none

	out  bytes.Buffer
	fill int     // bytes of the line that is being written, without blanks and marks of quotes
	open []frame // the tags that are open, the innermost last
}

// frame is an open tag whose closing one matters.
type frame struct {
	name  string // of the tag, lower-case; ":::" for a container
	quote bool   // its content is quoted
	// indent is how many blanks stand before the mark of the quote.
	indent int
	closer string // what is written in place of the closing tag
}

// write writes text of the source or in its place. Every line gets the marks of the quotes that it is in.
func (s *scanner) write(text string) {
	for text != "" {
		line, rest, ended := strings.Cut(text, "\n")
		if s.startsLine() {
			line = s.mark(line)
		}
		if line != "" {
			s.fill += len(strings.TrimLeft(line, " \t>"))
			s.out.WriteString(line)
		}
		if ended {
			s.out.WriteByte('\n')
			s.fill = 0
		}
		text = rest
	}
}

func (s *scanner) startsLine() bool {
	n := s.out.Len()
	return n == 0 || s.out.Bytes()[n-1] == '\n'
}

// mark writes the marks of the open quotes, and returns what remains of the line that they stand before.
func (s *scanner) mark(line string) string {
	for _, f := range s.open {
		if !f.quote {
			continue
		}
		blanks := min(f.indent, len(line)-len(strings.TrimLeft(line, " ")))
		s.out.WriteString(strings.Repeat(" ", f.indent) + "> ")
		line = line[blanks:]
	}
	return line
}

// copy writes the source up to end.
func (s *scanner) copy(end int) {
	s.write(string(s.src[s.at:end]))
	s.skip(end)
}

// skip goes on at end.
func (s *scanner) skip(end int) {
	if i := bytes.LastIndexByte(s.src[s.at:end], '\n'); i >= 0 {
		s.lineStart = s.at + i + 1
	}
	s.at = end
}

// drop goes on at end and keeps only the line ends before it.
func (s *scanner) drop(end int) {
	s.write(strings.Repeat("\n", bytes.Count(s.src[s.at:end], []byte("\n"))))
	s.skip(end)
}

// replace writes something in place of the source up to end. Line ends of the source that it lacks come
// after it.
func (s *scanner) replace(end int, with string) {
	missing := bytes.Count(s.src[s.at:end], []byte("\n")) - strings.Count(with, "\n")
	s.write(with)
	if missing > 0 {
		s.write(strings.Repeat("\n", missing))
	}
	s.skip(end)
}

// lineEnd returns where the line of a place ends, without its line end.
func (s *scanner) lineEnd(at int) int {
	if i := bytes.IndexByte(s.src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(s.src)
}

// nextLine returns where the line after that of a place starts.
func (s *scanner) nextLine(at int) int { return min(s.lineEnd(at)+1, len(s.src)) }

// inline takes what stands at s.at within a line.
func (s *scanner) inline() {
	rest := s.src[s.at:]
	switch rest[0] {
	case '`':
		s.codeSpan()
	case '\\':
		s.copy(min(s.at+2, len(s.src)))
	case '\n':
		s.copy(s.at + 1)
	case '$':
		size := 0
		if s.MDX {
			size = mathematics(s.window(s.at))
		}
		s.copy(s.at + max(size, 1))
	case '{', '<':
		took := s.failed < maxFailed
		if rest[0] == '{' {
			took = took && s.brace()
		} else {
			took = took && s.MDX && s.element()
		}
		if !took {
			s.failed++
			s.copy(s.at + 1)
		}
	default:
		end := bytes.IndexAny(rest, "`\\\n{<$")
		if end < 0 {
			end = len(rest)
		}
		s.copy(s.at + end)
	}
}

// alone reports whether nothing but the source up to end stands on its lines.
func (s *scanner) alone(end int) bool {
	return s.fill == 0 && len(bytes.TrimSpace(s.src[end:s.lineEnd(end)])) == 0
}

// opens reports whether a tag opens a block, and is no part of a sentence: it has its line to itself, or stands under
// a blank one.
func (s *scanner) opens(t tag) bool {
	if s.alone(t.end) {
		return true
	}
	above := bytes.TrimSuffix(s.src[:s.lineStart], []byte("\n"))
	return s.fill == 0 && len(bytes.TrimSpace(above[bytes.LastIndexByte(above, '\n')+1:])) == 0
}

// window is the source from a place on in which the end of something that starts there is looked for: up
// to a blank line and not further than maxTag.
func (s *scanner) window(at int) []byte {
	w := s.src[at:min(len(s.src), at+maxTag)]
	if i := bytes.Index(w, []byte("\n\n")); i >= 0 {
		w = w[:i]
	}
	return w
}
