package reader

import "github.com/blogtui/blogtui/internal/document"

// setFold opens or closes a fold.
func (m *Model) setFold(block int, open bool) {
	m.open[block] = open
	m.layout.Fold(block, !open)
}

// unfold opens the folds over a block, so that it has lines.
func (m *Model) unfold(block int) {
	for _, summary := range m.doc.Over(block) {
		if m.layout.Folded(summary) {
			m.setFold(summary, true)
		}
	}
}

// overFold tells whether a block stands over a fold.
func (m *Model) overFold(block int) bool { return m.doc.Block(block).Kind == document.Summary }
