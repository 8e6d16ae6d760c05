package post

import (
	"bytes"
	"iter"

	"github.com/blogtui/blogtui/internal/text"
)

// Cutter cuts bodies into sections, going by their lines alone: much faster than parsing, and as good for
// finding words. Code is what fences hold; comments, scripts and the addresses of links are not read. Its
// buffers serve one body after another, so a section is valid only until the next.
type Cutter struct {
	section   Section
	lines     lines
	fence     []byte // that is open
	until     string // what ends a comment, script or style, in lower case; "": none is open
	inline    bool   // the comment began within a line, so that a blank one ends it too
	paragraph int    // where the paragraph starts in the prose that may be a heading; none: -1
	start     int    // line at which it does
}

// Sections returns the sections of a body, in their order. A first heading of level 1 that is the title of
// the post counts as none: it is shown already.
func (c *Cutter) Sections(body []byte, title string) iter.Seq[*Section] {
	return func(yield func(*Section) bool) {
		c.fence, c.until, c.lines = nil, "", lines{text: body}
		c.begin(0, "", 1)
		titled := title == ""
		for c.lines.next() {
			level, heading, line := c.take(c.lines.line)
			if level == 0 {
				titled = titled || len(c.section.Prose.Text)+len(c.section.Code.Text) > 0
				continue
			}
			if !titled && level == 1 && heading == title {
				titled = true
				continue
			}
			titled = true
			if (c.section.Level > 0 || !c.section.empty()) && !yield(&c.section) {
				return
			}
			c.begin(level, heading, line)
		}
		if c.section.Level > 0 || !c.section.empty() {
			yield(&c.section)
		}
	}
}

func (s *Section) empty() bool { return len(bytes.TrimSpace(s.Prose.Text))+len(s.Code.Text) == 0 }

// begin starts a section.
func (c *Cutter) begin(level int, heading string, line int) {
	s := &c.section
	s.Level, s.Heading, s.Line = level, heading, line
	s.Prose.reset()
	s.Code.reset()
	c.paragraph = -1
}

// take reads a line into the section, unless it makes a heading: then it returns that, with its line.
func (c *Cutter) take(line []byte) (level int, heading string, at int) {
	blank := len(bytes.TrimSpace(line)) == 0
	if c.until != "" && (!c.inline || !blank) {
		if line = c.comment(line); line == nil {
			return 0, "", 0
		}
	}
	c.until = ""
	words := unmarked(line)
	mark := fenceMark(words)
	switch {
	case c.fence != nil:
		if len(mark) >= len(c.fence) && mark[0] == c.fence[0] && len(bytes.TrimSpace(words)) == len(mark) {
			c.fence = nil
		} else {
			c.section.Code.add(line, c.lines.number)
		}
		return 0, "", 0
	case blank:
		c.prose(nil, false)
		return 0, "", 0
	case mark != nil:
		c.fence = mark
		c.prose(nil, false)
		return 0, "", 0
	}
	return c.text(line, words)
}

// text reads a line that is neither blank nor code.
func (c *Cutter) text(line, words []byte) (level int, heading string, at int) {
	inner := bytes.TrimLeft(line, " ")
	top := len(line)-len(inner) < 4 && len(inner) == len(words) // in no list or quote
	if top {
		if h, level := atxHeading(inner); level > 0 {
			return level, plain(h), c.lines.number
		}
		if c.paragraph >= 0 && underline(inner) {
			level := 2
			if inner[0] == '=' {
				level = 1
			}
			heading := text.CleanLine(string(c.section.Prose.Text[c.paragraph:]))
			c.section.Prose.truncate(c.paragraph)
			return level, heading, c.start
		}
	}
	if words = c.visible(words); words == nil || isRule(words) || isDefinition(words) {
		c.paragraph = -1
		return 0, "", 0
	}
	c.prose(words, top && c.until == "")
	return 0, "", 0
}

// prose adds a line of text; with nil a paragraph ends.
func (c *Cutter) prose(words []byte, top bool) {
	p := &c.section.Prose
	if words == nil {
		c.paragraph = -1
		if n := len(p.Text); n > 0 && !bytes.HasSuffix(p.Text, []byte("\n\n")) {
			p.add(nil, c.lines.number)
		}
		return
	}
	switch {
	case words[0] == '|':
		c.paragraph = -1
		p.addPlain(row(words), c.lines.number)
		return
	case !top:
		c.paragraph = -1
	case c.paragraph < 0:
		c.paragraph, c.start = len(p.Text), c.lines.number
	}
	p.addPlain(words, c.lines.number)
}

// comment returns what follows the end of a comment, or nil if the line does not have it.
func (c *Cutter) comment(line []byte) []byte {
	i := indexFold(line, c.until)
	if i < 0 {
		return nil
	}
	_, rest, _ := bytes.Cut(line[i:], []byte(">"))
	return rest
}

// silent are the elements whose text is not read, and what ends them.
var silent = [...]struct{ open, close string }{{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}}

// visible returns a line up to where a comment, script or style begins that it does not end, and notes
// what will. It is nil if nothing is left.
func (c *Cutter) visible(line []byte) []byte {
	for _, e := range silent {
		from := 0
		for {
			i := indexFold(line[from:], e.open)
			if i < 0 {
				break
			}
			i += from
			from = i + len(e.open)
			if bytes.Count(line[:i], []byte("`"))%2 == 1 { // it is spoken of
				continue
			}
			rest := line[from:]
			if end := indexFold(rest, e.close); end >= 0 {
				_, rest, _ = bytes.Cut(rest[end:], []byte(">"))
				line = append(bytes.Clone(line[:i]), rest...)
				from = i
				continue
			}
			c.until, c.inline = e.close, i > 0
			if line = bytes.TrimSpace(line[:i]); len(line) == 0 {
				return nil
			}
			return line
		}
	}
	if len(bytes.TrimSpace(line)) == 0 {
		return nil
	}
	return line
}

// indexFold returns where a text in lower-case ASCII first stands in a line, in whatever case; -1: nowhere.
func indexFold(line []byte, lower string) int {
	for from := 0; ; from++ {
		i := bytes.IndexByte(line[from:], lower[0])
		if i < 0 || len(line)-from-i < len(lower) {
			return -1
		}
		from += i
		if bytes.EqualFold(line[from:from+len(lower)], []byte(lower)) {
			return from
		}
	}
}

// atxHeading returns the text and the level of a heading that starts with "#"; of any other line 0.
func atxHeading(line []byte) (text []byte, level int) {
	level = len(line) - len(bytes.TrimLeft(line, "#"))
	if level < 1 || level > 6 || len(line) > level && line[level] != ' ' && line[level] != '\t' {
		return nil, 0
	}
	return heading(line), level
}

// unmarked takes the marks of quotes, list items, tasks and alerts off a line.
func unmarked(line []byte) []byte {
	for {
		rest := bytes.TrimLeft(line, " \t")
		switch {
		case bytes.HasPrefix(rest, []byte(">")):
			rest = rest[1:]
		case len(rest) > 1 && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') && (rest[1] == ' ' || rest[1] == '\t'):
			rest = rest[2:]
		case len(rest) > 3 && rest[0] == '[' && rest[2] == ']' && rest[3] == ' ' && (rest[1] == ' ' || rest[1]|0x20 == 'x'):
			rest = rest[4:]
		default:
			number := bytes.TrimLeft(rest, "0123456789")
			if len(number) == len(rest) || len(number) < 2 || number[0] != '.' && number[0] != ')' || number[1] != ' ' {
				return rest
			}
			rest = number[2:]
		}
		line = rest
	}
}

// isRule reports whether a line is a thematic break, the delimiters of a table or an underline.
func isRule(line []byte) bool {
	return bytes.ContainsAny(line, "-*_=") && len(bytes.Trim(line, "-*_=|: \t\r")) == 0
}

// isDefinition reports whether a line defines where links lead: "[label]: address".
func isDefinition(line []byte) bool {
	return line[0] == '[' && !bytes.HasPrefix(line, []byte("[^")) && bytes.Contains(line, []byte("]:"))
}

// row returns what is read of a row of a table, with marks between its cells.
func row(line []byte) []byte {
	line = bytes.Trim(line, "| \t")
	var out []byte
	for i, part := range bytes.Split(line, []byte("|")) {
		if i > 0 {
			out = append(out, cell...)
		}
		out = append(out, bytes.TrimSpace(part)...)
	}
	return out
}
