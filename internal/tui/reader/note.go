package reader

// noted is a footnote under the block that names it.
type noted struct {
	block int
	name  string
}

// note returns the footnote that a target names.
func (m *Model) note(t target) (noted, bool) {
	if t.link == 0 {
		return noted{}, false
	}
	name, ok := m.doc.NoteOf(m.doc.Link(t.link))
	return noted{t.block, name}, ok
}

// turnNote shows a footnote under the block that names it, all of it on the screen if there is room, or no longer.
func (m *Model) turnNote(t target, n noted) {
	shown := !m.notes[n]
	if shown {
		m.notes[n] = true
	} else {
		delete(m.notes, n)
	}
	m.layout.ShowNote(n.block, n.name, shown)
	top, last := m.top, m.layout.Start(n.block)
	if last.Line = len(m.layout.Lines(n.block)) - 1; shown && !m.shows(last) {
		top = m.layout.Move(last, 1-m.geometry().Rows)
		if marker := m.lineOf(t); marker.Block == n.block && marker.Less(top) {
			top = marker
		}
	}
	m.goTo(top)
}
