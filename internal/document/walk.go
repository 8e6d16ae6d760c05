package document

import "iter"

// Block returns a block by its number, nil if there is none.
func (d *Document) Block(n int) *Block {
	if n < 0 {
		return nil
	}
	p := d.part(d.chunkOf(n))
	if n -= p.base; n >= len(p.blocks) {
		return nil
	}
	return &p.blocks[n]
}

// First returns the number of the first block, -1 if there is none.
func (d *Document) First() int { return d.Next(-1) }

// Last returns the number of the last block, -1 if there is none.
func (d *Document) Last() int { return d.Prev(int(^uint(0) >> 1)) }

// Next returns the number of the first block after n, -1 if there is none.
func (d *Document) Next(n int) int {
	n++
	for k := d.chunkOf(n); k < len(d.chunks); k++ {
		p := d.part(k)
		if n = max(n, p.base); n < p.base+len(p.blocks) {
			return n
		}
	}
	return -1
}

// Prev returns the number of the last block before n, -1 if there is none.
func (d *Document) Prev(n int) int {
	n--
	for k := d.chunkOf(n); k >= 0 && n >= 0; k-- {
		p := d.part(k)
		if n = min(n, p.base+len(p.blocks)-1); n >= p.base {
			return n
		}
	}
	return -1
}

// All goes through the blocks with their numbers.
func (d *Document) All() iter.Seq2[int, *Block] {
	return func(yield func(int, *Block) bool) {
		for k := range d.chunks {
			p := d.part(k)
			for i := range p.blocks {
				if !yield(p.base+i, &p.blocks[i]) {
					return
				}
			}
		}
	}
}

// Listing returns the code of a block of code.
func (d *Document) Listing(block int) *Code {
	p := d.part(d.chunkOf(block))
	return &p.code[p.blocks[block-p.base].Code]
}

// Link returns a link by its number in a span, from 1, or nil if there is none.
func (d *Document) Link(n int) *Link {
	if n < 1 {
		return nil
	}
	p := d.part(d.chunkOf(n - 1))
	if n -= p.base; n > len(p.links) {
		return nil
	}
	return &p.links[n-1]
}
