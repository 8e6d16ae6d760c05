package document

import (
	"context"
	"iter"
)

// Contents are what of a document a reader goes to: its headings and its links.
type Contents struct {
	Headings []Heading
	Links    []Link
}

// Known returns the contents as far as they are known without waiting.
func (d *Document) Known() *Contents { return &Contents{d.Headings, d.Links} }

// Contents returns the contents of the whole document.
func (d *Document) Contents(context.Context) *Contents { return d.Known() }

// Block returns a block, nil if there is none of that number.
func (d *Document) Block(n int) *Block {
	if n < 0 || n >= len(d.Blocks) {
		return nil
	}
	return &d.Blocks[n]
}

// Last returns the number of the last block, -1 if there is none.
func (d *Document) Last() int { return len(d.Blocks) - 1 }

// Next returns the number of the block after n, -1 if there is none.
func (d *Document) Next(n int) int {
	if n+1 < len(d.Blocks) {
		return max(n+1, 0)
	}
	return -1
}

// Prev returns the number of the block before n, -1 if there is none.
func (d *Document) Prev(n int) int { return max(min(n, len(d.Blocks))-1, -1) }

// All runs over the blocks in their order.
func (d *Document) All() iter.Seq2[int, *Block] {
	return func(yield func(int, *Block) bool) {
		for i := range d.Blocks {
			if !yield(i, &d.Blocks[i]) {
				return
			}
		}
	}
}

// Listing returns the code of a block of code.
func (d *Document) Listing(block int) *Code { return &d.Code[d.Blocks[block].Code] }

// Link returns link n, from 1; nil if there is none.
func (d *Document) Link(n int) *Link {
	if n < 1 || n > len(d.Links) {
		return nil
	}
	return &d.Links[n-1]
}
