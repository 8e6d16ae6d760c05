// Package document turns the Markdown body of a post into lines for a terminal.
//
// A body is parsed once, to a Document: a flat sequence of blocks, each with its place in the source and
// the containers (lists, quotations) that it stands in. A Document has no width. A Layout lays it out
// for one width and one set of styles, block by block, when a block is asked for: opening, resizing and
// jumping to the end cost what is on the screen, not what is in the file.
//
// Text is drawn by Glamour, leaf by leaf (leaf.go); what the leaves stand in is laid out here.
package document

import (
	"sort"
	"sync/atomic"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// Kind tells what a block is.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota
	HeadingBlock
	CodeBlock
	TableBlock
	Rule
	AlertTitle
	Summary // of <details>
	HTML    // the text of other HTML
	Term    // of a definition list
)

// Block is one leaf of the document: what is laid out as a whole.
type Block struct {
	Kind Kind
	// Start and End are the range of the block in the cleaned body, in bytes.
	Start, End int
	Level      int    // of a heading, 1 to 6
	Alert      string // of an alert's title: note, tip, important, warning, caution
	Runs       []Run  // the text of all but code and tables
	Code       int    // of a block of code: see Document.Listing
	Table      *Table
	Open       bool // of a Summary: what it folds is shown at first

	fold   int     // the Summary that the block stands under, from 1; 0: none
	gap    []piece // what a blank line before the block shows of its containers; nil and gaps 0: none
	gaps   int     // blank lines before the block, unless it is the first
	first  []piece // before the first line
	rest   []piece // before every other line
	before int     // words of all blocks before this one
	words  int
}

// Heading is an entry of the outline.
type Heading struct {
	Level int
	Text  string
	ID    string // what #links name; unique
	Block int
}

// Link is a link of the text, numbered from 1 in Span.Link: Links[n-1].
type Link struct {
	Text, Target string
	Block        int
}

// Code is a block of code as it stands in the source.
type Code struct {
	Language string // as written, lower-cased; empty if none
	Title    string // the file that the block is, from title="…"
	Text     string // ends with a line feed unless empty
	Block    int
	Line     int // 1-based line of the body at which the code, not its fence, starts
}

// Document is the body of a post. It does not change, and serves any number of goroutines.
//
// Blocks and links have numbers that ascend through the document, with gaps in one that Open divided:
// go from block to block with First, Next and Prev.
type Document struct {
	// What the whole document has; nothing in one that Open divided, which parses what is asked for.
	Blocks   []Block
	Headings []Heading
	Links    []Link
	Code     []Code

	source  string
	title   string
	grammar grammar
	index   func() *index
	chunks  []chunk // the last of more than one are the footnotes, which stand at the end
	first   *part   // of a document in one chunk all there is
	parts   *partCache
	digests []func() *digest // of the chunks
	known   atomic.Pointer[Contents]
	plain   bool // see Plain
	// patience is how long a chunk may take to be parsed, 0 for as long as it takes.
	patience time.Duration
}

// Words returns how many words the document has, code included. Of one that Open divided it is an
// estimate, from its size.
func (d *Document) Words() int {
	if d.whole() {
		return d.first.words
	}
	return d.estimate(len(d.source))
}

// Position is a place in the document that stays when width or theme change.
type Position struct {
	Block int
	// Offset is a byte of the block's text; negative in the blank lines before it.
	Offset int
}

// WordsBefore returns how many words stand before p.
func (d *Document) WordsBefore(p Position) int {
	k := d.chunkOf(p.Block)
	part := d.part(k)
	n := part.words
	if i := max(p.Block-part.base, 0); i < len(part.blocks) {
		b := &part.blocks[i]
		n = b.before
		if size := part.size(b); p.Offset > 0 && size > 0 {
			n += b.words * min(p.Offset, size) / size
		}
	}
	if d.whole() {
		return n
	}
	c := d.chunks[k]
	return d.estimate(c.start + (c.end-c.start)*n/max(part.words, 1))
}

// estimate returns how many words there are in so many bytes, going by the first chunk.
func (d *Document) estimate(bytes int) int {
	return int(int64(bytes) * int64(d.first.words) / int64(max(d.chunks[0].end, 1)))
}

// Section returns the index of the section that block belongs to among the headings of the document, -1
// before the first and as long as they are not known.
func (d *Document) Section(block int) int {
	known := d.Known()
	if known == nil {
		return -1
	}
	return sort.Search(len(known.Headings), func(i int) bool { return known.Headings[i].Block > block }) - 1
}

// size returns the length in bytes of what is read of the block.
func (p *part) size(b *Block) int {
	switch b.Kind {
	case CodeBlock:
		return len(p.code[b.Code].Text)
	case TableBlock:
		return b.Table.size()
	}
	n := 0
	for _, r := range b.Runs {
		n += len(r.Text)
	}
	return n
}

// Target returns the address of link n (from 1) if it may be given to the terminal, else "".
func (d *Document) Target(n int) string {
	if l := d.Link(n); l != nil && text.SafeURL(l.Target) {
		return l.Target
	}
	return ""
}
