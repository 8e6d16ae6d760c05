package post

import (
	"bytes"
	"iter"

	"github.com/blogtui/blogtui/internal/markup"
	"github.com/blogtui/blogtui/internal/text"
)

// Cutter cuts bodies into sections, going by their lines alone: much faster than parsing, and as good for
// finding words. Code is what fences hold; comments, scripts and the addresses of links are not read.
type Cutter struct {
	// Prose and Code are what was read of a section.
	Prose, Code Passage

	lines     lines
	reading   bool   // passages are filled
	fence     []byte // that is open
	until     string // what ends a comment, script or style, in lower case; "": none is open
	inline    bool   // the comment began within a line, so that a blank one ends it too
	paragraph int    // where the paragraph starts that may be a heading; none: -1
	start     int    // line at which it does
}

// Sections returns the sections of a body, in their order, which are parts of it. A first heading of level
// 1 that is the title of the post counts as none: it is shown already.
func (c *Cutter) Sections(body []byte, title string) iter.Seq[Section] {
	return func(yield func(Section) bool) {
		c.begin(lines{text: body}, false)
		s, from := Section{Line: 1, from: 1}, 0
		for c.lines.next() {
			h := c.take(c.lines.line)
			if h.level == 0 {
				continue
			}
			next := Section{Level: h.level, Heading: h.text, Line: h.line, text: c.lines.end - h.at, from: c.lines.number + 1}
			s.Source = body[from:h.at]
			first := s.Level == 0 && len(bytes.TrimSpace(s.Source)) == 0
			if first && h.level == 1 && h.text == title {
				next.Level, next.Heading = 0, ""
			}
			if !first && !yield(s) {
				return
			}
			s, from = next, h.at
		}
		if s.Source = body[from:]; s.Level > 0 || len(bytes.TrimSpace(s.Source)) > 0 {
			yield(s)
		}
	}
}

// Read reads the text of a section into the passages. They are valid until the next call.
func (c *Cutter) Read(s Section) {
	c.Prose.reset()
	c.Code.reset()
	c.begin(lines{text: s.Source[s.text:], number: s.from - 1}, true)
	for c.lines.next() {
		c.take(c.lines.line)
	}
}

func (c *Cutter) begin(l lines, reading bool) {
	c.lines, c.reading, c.fence, c.until, c.paragraph = l, reading, nil, "", -1
}

// found is a heading: its level, 0 if there is none, its text, and where it starts.
type found struct {
	level    int
	text     string
	at, line int
}

// take reads a line, unless it makes a heading: then it returns that.
func (c *Cutter) take(line []byte) found {
	blank := isBlank(line)
	if c.until != "" && (!c.inline || !blank) {
		if line = c.comment(line); line == nil {
			return found{}
		}
	}
	c.until = ""
	words := unmarked(line)
	mark := markup.FenceMark(words)
	switch {
	case c.fence != nil:
		if len(mark) >= len(c.fence) && mark[0] == c.fence[0] && len(bytes.TrimSpace(words)) == len(mark) {
			c.fence = nil
		} else if c.reading {
			c.Code.add(line, c.lines.number)
		}
		return found{}
	case blank:
		c.prose(nil, false)
		return found{}
	case mark != nil:
		c.fence = mark
		c.prose(nil, false)
		return found{}
	case len(words) == 0: // only marks, or the end of a comment
		c.paragraph = -1
		return found{}
	}
	return c.text(line, words)
}

// text reads a line that is neither blank nor code.
func (c *Cutter) text(line, words []byte) found {
	inner := line[indent(line):]
	top := len(line)-len(inner) < 4 && len(inner) == len(words) // in no list or quote
	if top && !c.reading {
		if h, level := atxHeading(inner); level > 0 {
			c.paragraph = -1
			return found{level, plain(h), c.lines.start, c.lines.number}
		}
		if c.paragraph >= 0 && (inner[0] == '=' || inner[0] == '-') && underline(inner) {
			level := 2
			if inner[0] == '=' {
				level = 1
			}
			h := found{level, c.paragraphText(), c.paragraph, c.start}
			c.paragraph = -1
			return h
		}
	}
	if words = c.visible(words); words == nil || isRule(words) || isDefinition(words) {
		c.paragraph = -1
		return found{}
	}
	c.prose(words, top && c.until == "")
	return found{}
}

// paragraphText returns what is read of the paragraph above the line, on one line.
func (c *Cutter) paragraphText() string {
	var out []byte
	for l := (lines{text: c.lines.text[c.paragraph:c.lines.start]}); l.next(); {
		out = append(appendPlain(out, bytes.TrimSpace(l.line)), ' ')
	}
	return text.CleanLine(string(out))
}

// prose takes a line of text; with nil a paragraph ends.
func (c *Cutter) prose(words []byte, top bool) {
	switch {
	case words == nil || !top || words[0] == '|':
		c.paragraph = -1
	case c.paragraph < 0:
		c.paragraph, c.start = c.lines.start, c.lines.number
	}
	switch p := &c.Prose; {
	case !c.reading:
	case words == nil:
		if n := len(p.Text); n > 0 && !bytes.HasSuffix(p.Text, []byte("\n\n")) {
			p.add(nil, c.lines.number)
		}
	case words[0] == '|':
		p.addPlain(row(words), c.lines.number)
	default:
		p.addPlain(words, c.lines.number)
	}
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
	if bytes.IndexByte(line, '<') < 0 {
		return line
	}
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
	if isBlank(line) {
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
	if line[0] != '#' {
		return nil, 0
	}
	level = len(line) - len(bytes.TrimLeft(line, "#"))
	if level < 1 || level > 6 || len(line) > level && line[level] != ' ' && line[level] != '\t' {
		return nil, 0
	}
	return heading(line), level
}

// indent returns how many blanks a line starts with.
func indent(line []byte) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

func isBlank(line []byte) bool {
	n := indent(line)
	return n == len(line) || len(bytes.TrimSpace(line[n:])) == 0
}

// unmarked takes the marks of quotes, list items, tasks and alerts off a line, and the blanks before it.
func unmarked(line []byte) []byte {
	for {
		line = line[indent(line):]
		size := markSize(line)
		if size == 0 {
			return line
		}
		line = line[size:]
	}
}

// markSize returns the length of the mark that a line starts with, 0 if it starts with none.
func markSize(line []byte) int {
	at := func(i int) byte {
		if i < len(line) {
			return line[i]
		}
		return 0
	}
	switch c := at(0); {
	case c == '>':
		return 1
	case (c == '-' || c == '*' || c == '+') && (at(1) == ' ' || at(1) == '\t'):
		return 2
	case c == '[' && at(2) == ']' && at(3) == ' ' && (at(1) == ' ' || at(1)|0x20 == 'x'):
		return 4
	case c >= '0' && c <= '9':
		n := 1
		for at(n) >= '0' && at(n) <= '9' {
			n++
		}
		if (at(n) == '.' || at(n) == ')') && at(n+1) == ' ' {
			return n + 2
		}
	}
	return 0
}

// isRule reports whether a line is a thematic break, the delimiters of a table or an underline.
func isRule(line []byte) bool {
	return bytes.IndexByte([]byte("-*_=|:"), line[0]) >= 0 && bytes.ContainsAny(line, "-*_=") && len(bytes.Trim(line, "-*_=|: \t\r")) == 0
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
