package document

import "slices"

// Fold hides what stands under a Summary (<details> in HTML), or shows it. Hidden blocks have no lines.
func (l *Layout) Fold(block int, folded bool) {
	if l.Folded(block) == folded {
		return
	}
	l.folded[block] = folded
	l.lines.drop(block) // the mark before it changes
	for i := l.doc.Next(block); i >= 0 && l.doc.under(i, block); i = l.doc.Next(i) {
		l.lines.drop(i)
	}
}

// Folded tells whether what stands under a Summary is hidden.
func (l *Layout) Folded(block int) bool {
	if folded, said := l.folded[block]; said {
		return folded
	}
	return l.opts.Fold && !l.doc.Block(block).Open
}

// Over returns the Summaries that a block stands under, the nearest first.
func (d *Document) Over(block int) []int {
	var out []int
	for above := d.Block(block).fold - 1; above >= 0; above = d.Block(above).fold - 1 {
		out = append(out, above)
	}
	return out
}

func (d *Document) under(block, summary int) bool { return slices.Contains(d.Over(block), summary) }

// hidden returns the outermost folded Summary that a block stands under; ok is false if it is not hidden.
func (l *Layout) hidden(block int) (summary int, ok bool) {
	for _, above := range l.doc.Over(block) {
		if l.Folded(above) {
			summary, ok = above, true
		}
	}
	return summary, ok
}

// The marks before what folds, both of one length.
const (
	unfoldedMark = "▾ "
	foldedMark   = "▸ "
)
