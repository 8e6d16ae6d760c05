package document

import "strings"

// chunk is a stretch of a body that is parsed alone. It starts where no list, fence or other container of
// the text before is open, so that the blocks of the chunks are those of the whole.
type chunk struct {
	start, end int // in the cleaned body
	line       int // lines of the body before it
	// resume is the line that opened what the chunk starts in the middle of: a fence, a comment. Only a
	// chunk that had to end has one after it.
	resume  string
	defines bool // it may define references of links or footnotes
}

// Sizes in bytes. Chunks are small enough to be parsed while a page turns; a body that is read at once
// anyway is one. What goes on for longer than the most, a list of a quarter of a megabyte, is divided all the
// same: it is more than can be parsed while one waits.
const (
	wholeUpTo  = 64 << 10
	leastChunk = 32 << 10
	mostChunk  = 256 << 10
)

// chunker divides a body into chunks of a least size.
type chunker struct {
	source  string
	least   int
	nothing func(before string) bool // tells, by parsing it, that nothing is open after a text
	cutter  cutter
	out     []chunk
	open    chunk // the one that is being read
	line    int   // lines that were read
	ask     int   // the size of a chunk from which on the parser is asked next
}

// chunks divides a cleaned body, at whose lines it looks once. Where that is not enough to know where nothing
// is open, it asks.
func chunks(source string, least int, nothing func(before string) bool) []chunk {
	c := chunker{source: source, least: least, nothing: nothing, ask: least}
	c.cutter = cutter{blank: true, terms: definesTerms(source)}
	for at := 0; at < len(source); {
		end := len(source)
		if n := strings.IndexByte(source[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		if size := at - c.open.start; size >= least && c.cutter.fresh(source[at:end]) && c.free(at) {
			c.cut(at)
			c.cutter.reset()
		} else if size > 0 && size+end-at > mostChunk {
			c.force(at)
		}
		for end-c.open.start > mostChunk { // a line of a megabyte
			at = lastSpace(source, c.open.start+mostChunk)
			c.force(at)
		}
		c.cutter.read(source[at:end])
		at = end
		c.line++
	}
	c.cut(len(source))
	return c.out
}

// free tells whether nothing is open at a place. An answer of the parser costs what the chunk is long, so it is
// asked the more seldom the longer that gets.
func (c *chunker) free(at int) bool {
	if !c.cutter.doubt {
		return c.cutter.free()
	}
	size := at - c.open.start
	if size < c.ask {
		return false
	}
	c.ask = size + size/2
	return c.nothing(c.open.resume + c.source[c.open.start:at])
}

func (c *chunker) cut(at int) {
	c.open.end = at
	c.open.defines = defines(c.source[c.open.start:at])
	c.out = append(c.out, c.open)
	c.open = chunk{start: at, line: c.line}
	c.ask = c.least
}

// force cuts where something is open.
func (c *chunker) force(at int) {
	c.cut(at)
	c.open.resume = c.cutter.force()
}

// lastSpace returns the end of the last space before at, or the start of the character there.
func lastSpace(source string, at int) int {
	if n := strings.LastIndexByte(source[at-mostChunk/2:at], ' '); n >= 0 {
		return at - mostChunk/2 + n + 1
	}
	for source[at]&0xc0 == 0x80 {
		at--
	}
	return at
}

// definesTerms tells whether a line looks like the definition of a term, ": text".
func definesTerms(s string) bool {
	for {
		n := strings.Index(s, "\n:")
		if n < 0 {
			return false
		}
		if s = s[n+2:]; s != "" && (s[0] == ' ' || s[0] == '\t') {
			return true
		}
	}
}

// defines tells whether a stretch may define references or footnotes: "[name]: address", whose label may
// have begun on the line above, or "[^name]" anywhere.
func defines(s string) bool {
	if strings.Contains(s, "[^") {
		return true
	}
	for at := 0; ; {
		n := strings.Index(s[at:], "]:")
		if n < 0 {
			return false
		}
		at += n
		before := s[strings.LastIndexByte(s[:at], '\n')+1 : at]
		if open := strings.TrimLeft(before, " \t>-+*.)0123456789"); strings.HasPrefix(open, "[") || !strings.Contains(open, "[") {
			return true
		}
		at += 2
	}
}
