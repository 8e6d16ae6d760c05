package document

import "strings"

// Start returns the first line of a block, after the blank ones before it.
func (l *Layout) Start(block int) Cursor { return l.Locate(Position{Block: block}) }

// SourceLine returns the 1-based line of the body at which a block starts. It counts lines from the
// beginning.
func (d *Document) SourceLine(block int) int {
	b := d.Block(block)
	if b == nil {
		return 1
	}
	return 1 + strings.Count(d.source[:max(0, min(b.Start, len(d.source)))], "\n")
}
