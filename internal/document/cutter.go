package document

import (
	"strings"
	"unicode/utf8"
)

// cutter reads lines and knows of what stands at the outermost level just enough to tell where nothing is
// open. It is sure of what most lines do; after one of which it is not, it is in doubt, and the parser has
// to be asked.
type cutter struct {
	fence     byte // the character of the open fence, 0 for none
	fenceSize int
	until     string // what ends the open HTML, "" for none
	opener    string // the line that opened fence or HTML
	html      bool   // lines are HTML up to the next blank one
	item      int    // columns at which the content of the open list item stands, 0 for none
	perhaps   bool   // a line may have closed the item
	blank     bool   // the line before is blank
	terms     bool   // the body may have definition lists
	doubt     bool
}

// free tells whether a chunk may start with line, as far as the cutter knows.
func (c *cutter) free() bool { return c.fence == 0 && c.until == "" }

// fresh tells whether a line continues nothing that could be open before it if neither fence nor HTML is: it
// comes after a blank one and is not of a list or a definition.
func (c *cutter) fresh(line string) bool {
	if !c.blank {
		return false
	}
	if _, size := fenceOf(line); size > 0 || heading(line) {
		return true
	}
	if c.terms || strings.IndexByte(" \t\n:", line[0]) >= 0 {
		return false
	}
	marker, _ := listMarker(line)
	return marker == 0
}

// reset forgets what is open, where it is known that nothing is.
func (c *cutter) reset() { *c = cutter{blank: c.blank, terms: c.terms} }

// force forgets what is open but fences and HTML, and returns the line that opened that.
func (c *cutter) force() string {
	c.item = 0
	if c.fence != 0 || c.until != "" {
		return c.opener
	}
	return ""
}

// read takes the next line.
func (c *cutter) read(line string) {
	rest := line[leadingBlanks(line):]
	indent := columns(line[:len(line)-len(rest)])
	wasBlank := c.blank
	c.blank = rest == ""
	switch {
	case c.fence != 0:
		if char, size := fenceOf(rest); indent < 4 && char == c.fence && size >= c.fenceSize && strings.Trim(rest[size:], " \t\n") == "" {
			c.fence = 0
		}
	case c.until != "":
		c.seeDetails(rest)
		if endsHTML(rest, c.until) {
			c.until = ""
		}
	case c.blank:
		c.html = false
	case c.html:
		c.seeDetails(rest)
	case c.item > 0 && indent >= c.item:
		c.doubt = c.doubt || c.perhaps && opensVerbatim(rest)
	case indent < 4:
		c.open(line, rest, indent, wasBlank)
	}
}

// open takes a line that may start a block at the outermost level.
func (c *cutter) open(line, rest string, indent int, wasBlank bool) {
	if letterByte(rest[0]) || rest[0] >= utf8.RuneSelf { // as most lines do: it opens nothing
		c.text(wasBlank)
		return
	}
	if char, size := fenceOf(rest); size > 0 {
		c.item, c.opener = 0, line
		c.fence, c.fenceSize = char, size
		return
	}
	if end := htmlEnd(rest); end != "" {
		c.item, c.opener = 0, line
		c.seeDetails(rest)
		if !endsHTML(rest, end) {
			c.until = end
		}
		return
	}
	switch marker, empty := listMarker(rest); {
	case blockTag(rest):
		c.html, c.item = true, 0
		c.seeDetails(rest)
	case opensVerbatim(rest): // other HTML, or mathematics
		c.doubt = true
	case heading(rest), rest[0] == '>', ruled(rest):
		c.item = 0
	case marker > 0:
		// In a paragraph only some start a list (CommonMark 5.3), but all go on with one.
		c.perhaps = empty || emptyWithin(rest[min(marker, len(rest)):]) || !wasBlank && rest[0] >= '0' && rest[0] <= '9' && (c.item == 0 || c.perhaps)
		c.item = indent + marker
		c.doubt = c.doubt || strings.IndexByte(rest[:min(marker, len(rest))], '\t') >= 0
	case rest[0] == ':' && c.terms:
		c.item, c.perhaps = indent+2, true
	default:
		c.text(wasBlank)
	}
}

// text takes a line that opens nothing and is not indented enough for the open item.
func (c *cutter) text(wasBlank bool) {
	if wasBlank || c.item == 0 {
		c.item = 0
	} else { // the paragraph of the item goes on, or it had none
		c.perhaps = true
	}
}

// seeDetails notes that HTML may open or close a <details>, which goes on after it.
func (c *cutter) seeDetails(line string) {
	c.doubt = c.doubt || strings.Contains(line, "<") && hasFold(line, "details")
}
