package document

import "strings"

// Anchor returns the block that a link names with "#anchor", as written or in another case.
func (d *Document) Anchor(anchor string) (block int, found bool) {
	block = -1
	for _, h := range d.Headings {
		if h.ID == anchor {
			return h.Block, true
		}
		if block < 0 && strings.EqualFold(h.ID, anchor) {
			block = h.Block
		}
	}
	return max(block, 0), block >= 0
}

// Link returns the line on which link n (from 1) begins.
func (l *Layout) Link(n int) Cursor {
	block := l.doc.Links[n-1].Block
	for i, line := range l.Lines(block) {
		for _, span := range line.Line {
			if span.Link == n {
				return Cursor{block, i}
			}
		}
	}
	return l.Start(block)
}
