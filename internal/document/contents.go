package document

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// passage is the text of a block as it is searched.
type passage struct {
	block int
	kind  Kind
	text  string
}

// passages returns the text of the blocks. What stands in the source as it is read shares its memory.
func (p *part) passages(source string) []passage {
	out := make([]passage, len(p.blocks))
	for i := range p.blocks {
		b := &p.blocks[i]
		text := p.text(b)
		if n := strings.Index(source[b.Start:max(b.Start, b.End)], text); n >= 0 {
			text = source[b.Start+n:][:len(text)]
		}
		out[i] = passage{p.base + i, b.Kind, text}
	}
	return out
}

// digest is what is kept of a chunk once something was looked for in it: what stands where, and its text.
type digest struct {
	headings []Heading
	links    []Link
	notes    map[string]int
	passages []passage
}

// digest returns that of a chunk. Who reads for the contents and who looks for something share them: no chunk
// is parsed anew for every letter that is typed, and none for both.
func (d *Document) digest(k int) *digest { return d.digests[k]() }

func (d *Document) newDigest(k int) *digest {
	p := d.first
	if k > 0 {
		p = d.parts.peek(k)
	}
	if p == nil {
		p = d.parse(k)
	}
	return &digest{p.headings, p.links, p.notes, p.passages(d.source)}
}

// Contents is what stands where in the whole of a document.
type Contents struct {
	Headings []Heading
	Links    []Link
	notes    map[string]int
}

// finish gives the headings identifiers of their own.
func (c *Contents) finish() {
	c.Headings = slices.Clone(c.Headings)
	used := map[string]int{}
	for i := range c.Headings {
		id := c.Headings[i].ID
		if n := used[id]; n > 0 {
			c.Headings[i].ID = fmt.Sprintf("%s-%d", id, n)
		}
		used[id]++
	}
}

// Known returns the contents of the document, or nil as long as they have not been read.
func (d *Document) Known() *Contents { return d.known.Load() }

// Contents reads the whole document for its contents, or returns nil if ctx ends first. It takes 40 ms for a
// megabyte, the first time: not for the user interface's own loop. Of several who ask each waits for the same.
func (d *Document) Contents(ctx context.Context) *Contents {
	if c := d.Known(); c != nil {
		return c
	}
	c := &Contents{}
	for g := range inOrder(len(d.chunks), d.digest) {
		if ctx.Err() != nil {
			return nil
		}
		c.Headings = append(c.Headings, g.headings...)
		c.Links = append(c.Links, g.links...)
		c.notes = g.notes // the last part has those of all
	}
	c.finish()
	d.known.CompareAndSwap(nil, c)
	return d.Known()
}
