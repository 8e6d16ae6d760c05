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
// anyway is one. What goes on for longer than the most, a list of a megabyte, is divided all the same.
const (
	wholeUpTo  = 64 << 10
	leastChunk = 32 << 10
	mostChunk  = 1 << 20
)

// chunks divides a cleaned body, at whose lines it looks once, into chunks of a least size.
func chunks(source string, least int) []chunk {
	var out []chunk
	c := cutter{blank: true, terms: strings.Contains(source, "\n: ") || strings.Contains(source, "\n:\t")}
	from, resume, line, fromLine := 0, "", 0, 0
	cut := func(at int) {
		out = append(out, chunk{from, at, fromLine, resume, defines(source[from:at])})
		from, resume, fromLine = at, "", line
	}
	for at := 0; at < len(source); {
		end := len(source)
		if n := strings.IndexByte(source[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		switch size := at - from; {
		case size >= least && c.free(source[at:end]):
			cut(at)
		case size > 0 && size+end-at > mostChunk:
			cut(at)
			resume = c.force()
		}
		for end-from > mostChunk { // a line of a megabyte
			at = lastSpace(source, from+mostChunk)
			cut(at)
			resume = c.force()
		}
		c.read(source[at:end])
		at = end
		line++
	}
	cut(len(source))
	return out
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
