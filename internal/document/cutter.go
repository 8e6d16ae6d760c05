package document

import "strings"

// cutter reads lines and knows of what stands at the outermost level just enough to tell where nothing is
// open. Where it cannot know what the parser will make of a line, it gives up: lost.
type cutter struct {
	fence      byte // the character of the open fence, 0 for none
	fenceSize  int
	until      string // what ends the open HTML, "" for none
	opener     string // the line that opened fence or HTML
	html       certainty
	item       int   // columns at which the content of the open list item stands, 0 for none
	perhaps    bool  // a line may have closed the item
	directives []int // colons of the open directives
	details    int   // open <details>
	opens      bool  // the HTML that is being read opens one
	closes     bool
	blank      bool // the line before is blank
	terms      bool // the body may have definition lists
	lost       bool
}

// certainty is whether lines are HTML up to the next blank one.
type certainty int

const (
	no certainty = iota
	maybe
	surely
)

// free tells whether a chunk may start with line.
func (c *cutter) free(line string) bool {
	return c.blank && !c.lost && c.fence == 0 && c.until == "" && len(c.directives) == 0 && c.details == 0 && c.fresh(line)
}

// fresh tells whether a line after a blank one continues nothing: no list, no definition.
func (c *cutter) fresh(line string) bool {
	if _, size := fenceOf(line); size > 0 || heading(line) {
		return true
	}
	if c.terms || strings.IndexByte(" \t\n:", line[0]) >= 0 {
		return false
	}
	marker, _ := listMarker(line)
	return marker == 0
}

// force forgets what is open but fences and HTML, and returns the line that opened that.
func (c *cutter) force() string {
	c.item, c.directives, c.details = 0, nil, 0
	if c.fence != 0 || c.until != "" {
		return c.opener
	}
	return ""
}

// read takes the next line.
func (c *cutter) read(line string) {
	rest := strings.TrimLeft(line, " \t\n")
	indent := columns(line[:len(line)-len(rest)])
	wasBlank := c.blank
	c.blank = rest == ""
	switch {
	case c.fence != 0:
		if char, size := fenceOf(rest); indent < 4 && char == c.fence && size >= c.fenceSize && strings.Trim(rest, string(char)+" \t\n") == "" {
			c.fence = 0
		}
	case c.until != "":
		c.seeDetails(rest)
		if endsHTML(rest, c.until) {
			c.until = ""
			c.endHTML()
		}
	case c.blank:
		c.html = no
		c.endHTML()
	case c.html == surely:
		c.seeDetails(rest)
	case c.item > 0 && indent >= c.item:
		c.lost = c.lost || c.perhaps && opensVerbatim(rest)
	case indent < 4:
		c.open(line, rest, indent, wasBlank)
	}
}

// open takes a line that may start a block at the outermost level.
func (c *cutter) open(line, rest string, indent int, wasBlank bool) {
	if char, size := fenceOf(rest); size > 0 {
		c.verbatim(line)
		c.fence, c.fenceSize = char, size
		return
	}
	if end := htmlEnd(rest); end != "" {
		c.verbatim(line)
		c.seeDetails(rest)
		if !endsHTML(rest, end) {
			c.until = end
		} else {
			c.endHTML()
		}
		return
	}
	switch marker, empty := listMarker(rest); {
	case blockTag(rest):
		c.html, c.item = surely, 0
		c.seeDetails(rest)
	case strings.HasPrefix(rest, ":::"):
		c.directive(rest)
	case heading(rest), rest[0] == '>', ruled(rest):
		c.item = 0
	case marker > 0:
		// In a paragraph only some start a list (CommonMark 5.3).
		c.perhaps = empty || !wasBlank && rest[0] >= '0' && rest[0] <= '9'
		c.item = indent + marker
	case rest[0] == ':' && c.terms:
		c.item, c.perhaps = indent+2, true
	case wasBlank || c.item == 0:
		c.item = 0
		if rest[0] == '<' {
			c.html = maybe
		}
	default: // the paragraph of the item goes on, or it had none
		c.perhaps = true
		if rest[0] == '<' {
			c.html = maybe
		}
	}
}

func (c *cutter) verbatim(line string) {
	c.lost = c.lost || c.html == maybe
	c.item, c.opener = 0, line
}

func (c *cutter) directive(rest string) {
	c.item = 0
	name := strings.TrimLeft(rest, ":")
	size := len(rest) - len(name)
	n := len(c.directives)
	switch {
	case strings.TrimSpace(name) != "":
		c.directives = append(c.directives, size)
	case n > 0 && size >= c.directives[n-1]:
		c.directives = c.directives[:n-1]
	}
}

// seeDetails notes that a line of HTML opens or closes a <details>.
func (c *cutter) seeDetails(line string) {
	if !strings.Contains(line, "<") || !hasFold(line, "details") {
		return
	}
	c.opens = c.opens || hasFold(line, "<details")
	c.closes = c.closes || hasFold(line, "</details")
	c.lost = c.lost || len(c.directives) > 0 || c.until != ""
}

// endHTML counts what a block of HTML opened and closed as the builder does: one of each.
func (c *cutter) endHTML() {
	if c.opens {
		c.details++
	}
	if c.closes && c.details > 0 {
		c.details--
	}
	c.opens, c.closes = false, false
}
