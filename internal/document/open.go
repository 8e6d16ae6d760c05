package document

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unsafe"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/yuin/goldmark/ast"
)

// Parse parses the body of a post: CommonMark with GitHub's tables, strikethrough, task lists and
// autolinks, footnotes, definition lists, heading attributes, emoji codes and mathematics. It never fails: whatever is not
// understood is text. The body is the document's from then on: nobody changes it any more.
func Parse(body []byte) *Document { return ParseUnder("", body) }

// ParseUnder is Parse for a body that is shown under a title: a heading at its start that only repeats
// the title is left out.
func ParseUnder(title string, body []byte) *Document {
	d := prepare(title, body)
	d.divide([]chunk{{end: len(d.source), defines: defines(d.source)}})
	d.parseWhole()
	return d
}

// Open is ParseUnder for who reads on from the start: of a long body it parses the beginning, and the
// rest where it is asked for. It takes about 5 ms for a megabyte.
func Open(title string, body []byte) *Document {
	return open(title, body, wholeUpTo, leastChunk)
}

func open(title string, body []byte, whole, least int) *Document {
	d := prepare(title, body)
	d.patience = patience
	if len(d.source) > whole {
		d.divide(chunks(d.source, least, d.nothingOpen))
	}
	if len(d.chunks) < 2 {
		d.divide([]chunk{{end: len(d.source), defines: defines(d.source)}})
		d.parseWhole()
		return d
	}
	d.parts = &partCache{parts: map[int]func() *part{}}
	d.first = d.part(0)
	return d
}

func prepare(title string, body []byte) *Document {
	d := &Document{source: text.Clean(view(body)), title: title, grammar: newGrammar()}
	d.index = sync.OnceValue(d.newIndex)
	return d
}

// view is a body as a string in the same memory. What holds it for as long as the document lives, a catalogue,
// would hold 20 MB twice, and the collector's allowance on top of that.
func view(body []byte) string { return unsafe.String(unsafe.SliceData(body), len(body)) }

// divide gives the document its chunks.
func (d *Document) divide(chunks []chunk) {
	d.chunks = chunks
	d.digests = make([]func() *digest, len(chunks))
	for k := range chunks {
		d.digests[k] = sync.OnceValue(func() *digest { return d.newDigest(k) })
	}
}

// Long tells whether the document was divided: it takes longer to read than one waits for a key.
func (d *Document) Long() bool { return !d.whole() }

func (d *Document) whole() bool { return len(d.chunks) == 1 }

func (d *Document) parseWhole() {
	d.first = d.parse(0)
	d.Blocks, d.Links, d.Code = d.first.blocks, d.first.links, d.first.code
	c := &Contents{Headings: d.first.headings, Links: d.Links, notes: d.first.notes}
	c.finish()
	d.Headings = c.Headings
	d.known.Store(c)
}

// text returns a chunk as it is given to the parser.
func (d *Document) text(k int) []byte {
	c := d.chunks[k]
	source := append([]byte(c.resume), d.source[c.start:c.end]...)
	if k == 0 {
		blankTitle(source, d.title)
	}
	flatten(source[len(c.resume):])
	return source
}

// nothingOpen tells whether no list, fence or other container is open after a text that ends with a blank line:
// a word that follows is then a paragraph of its own at the outermost level.
func (d *Document) nothingOpen(before string) bool {
	source := append([]byte(before), "word\n"...)
	flatten(source)
	tree := d.grammar.parse(d.grammar.blocks, source, &index{complete: true})
	if hasFold(before, "<details") {
		b := builder{source: source, part: &part{notes: map[string]int{}}}
		if b.blocks(tree, nil) != nil {
			return false
		}
	}
	last, ok := tree.LastChild().(*ast.Paragraph)
	return ok && last.Lines().At(0).Start == len(before)
}

func (d *Document) newIndex() *index {
	return newIndex(d.grammar, func(yield func([]byte) bool) {
		for k, c := range d.chunks {
			if c.defines && !yield(d.text(k)) {
				return
			}
		}
	})
}

// builder returns a builder for the tree of a chunk, whose blocks go to p.
func (d *Document) builder(k int, source []byte, p *part) *builder {
	c := d.chunks[k]
	shift := c.start - len(c.resume)
	lines := c.line
	if c.resume != "" {
		lines--
	}
	return &builder{source: source, shift: shift, lines: lineCount{lines: lines}, part: p}
}

// parse parses a chunk. Who reads on screen by screen does not wait for it longer than patience lasts.
func (d *Document) parse(k int) *part {
	if d.patience == 0 {
		return d.parseChunk(k)
	}
	return within(d.patience, func() *part { return d.parseChunk(k) }, func() *part { return d.unparsed(k) })
}

func (d *Document) parseChunk(k int) *part {
	p := &part{base: d.chunks[k].start, notes: map[string]int{}}
	source := d.text(k)
	b := d.builder(k, source, p)
	b.blocks(d.grammar.parse(d.grammar.full, source, d.index()), nil)
	if d.whole() || k == len(d.chunks)-1 {
		d.footnotes(p)
	}
	p.count()
	return p
}

// footnotes appends the footnotes of the document to its last part.
func (d *Document) footnotes(p *part) {
	x := d.index()
	type place struct {
		b    *builder
		note *noteNode
	}
	var all []place
	for k, c := range d.chunks {
		if !c.defines || len(x.numbers) == 0 || !strings.Contains(d.source[c.start:c.end], "]:") {
			continue
		}
		source := d.text(k)
		b := d.builder(k, source, &part{})
		b.blocks(d.grammar.parse(d.grammar.full, source, x), nil)
		for _, n := range b.notes {
			all = append(all, place{b, n})
		}
	}
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b place) int { return x.numbers[a.note.name] - x.numbers[b.note.name] })
	var list *container
	list = list.child(piece{}, piece{})
	list.tight = true
	b := d.builder(len(d.chunks)-1, nil, p)
	b.add(Block{Kind: Rule, Start: len(d.source) - b.shift, End: len(d.source) - b.shift}, nil)
	for _, n := range all {
		b.source, b.shift, b.lines = n.b.source, n.b.shift, n.b.lines
		b.note(n.note, x.numbers[n.note.name], list)
	}
}

// chunkOf returns the chunk that a block is of, by its number.
func (d *Document) chunkOf(block int) int {
	if d.whole() {
		return 0
	}
	return max(sort.Search(len(d.chunks), func(k int) bool { return d.chunks[k].start > block })-1, 0)
}

func (d *Document) part(k int) *part {
	if d.whole() {
		return d.first
	}
	return d.parts.get(k, func() *part { return d.parse(k) })
}
