package document

// Fold hides what stands under a Summary (<details> in HTML), or shows it. Hidden blocks have no lines.
func (l *Layout) Fold(block int, folded bool) {
	if l.folded[block] == folded {
		return
	}
	l.folded[block] = folded
	l.lines[block] = nil // the mark before it changes
	for i := block + 1; i < len(l.lines) && l.doc.Under(i, block); i++ {
		l.lines[i] = nil
	}
}

// Folded tells whether what stands under a Summary is hidden.
func (l *Layout) Folded(block int) bool { return l.folded[block] }

// Under tells whether a block stands under a Summary, or under one that does.
func (d *Document) Under(block, summary int) bool {
	for above := d.Blocks[block].fold - 1; above >= summary; above = d.Blocks[above].fold - 1 {
		if above == summary {
			return true
		}
	}
	return false
}

// hidden returns the outermost folded Summary that a block stands under; ok is false if it is not hidden.
func (l *Layout) hidden(block int) (summary int, ok bool) {
	for above := l.doc.Blocks[block].fold - 1; above >= 0; above = l.doc.Blocks[above].fold - 1 {
		if l.folded[above] {
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
