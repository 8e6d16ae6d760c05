package reader

import "github.com/blogtui/blogtui/internal/document"

// folds lists what stands over folds in a document, and which of them are open at first.
func folds(doc *document.Document) (all []int, open map[int]bool) {
	open = map[int]bool{}
	for i, b := range doc.All() {
		if b.Kind == document.Summary {
			all = append(all, i)
			open[i] = b.Open
		}
	}
	return all, open
}

// setFold opens or closes a fold.
func (m *Model) setFold(block int, open bool) {
	m.open[block] = open
	m.layout.Fold(block, !open)
}

// unfold opens the folds over a block, so that it has lines.
func (m *Model) unfold(block int) {
	for _, summary := range m.folds {
		if m.layout.Folded(summary) && m.doc.Under(block, summary) {
			m.setFold(summary, true)
		}
	}
}

// overFold tells whether a block stands over a fold.
func (m *Model) overFold(block int) bool { return m.doc.Block(block).Kind == document.Summary }
