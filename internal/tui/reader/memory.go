package reader

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/history"
)

// memory is what is remembered of the open post, as far as its screen shows it.
type memory struct {
	prints   history.Fingerprints // of the blocks; nil for a long post
	changed  map[int]bool         // blocks that were written since it was last read
	finished map[string]bool      // sections that were read to their end, by their identifiers
	read     bool                 // the post was read to its end
	next     Next

	place   history.Place // how far it is read, as it was last told
	percent int
	seen    document.Cursor // the top of the screen then
	glance  bool            // a jump has led to the end, which is only looked at
}

// Prints returns the fingerprints of the blocks of a post, nil for one that is long: its blocks are read
// when they are needed.
func Prints(doc *document.Document) history.Fingerprints {
	if doc.Known() == nil || doc.Last() >= history.MaxBlocks {
		return nil
	}
	out := make(history.Fingerprints, 0, doc.Last()+1)
	for i := range doc.All() {
		out = append(out, history.Fingerprint(doc.Text(i)))
	}
	return out
}

// Remember tells the reader what is known of the post that it has just opened, and which is the next.
// It returns how many blocks were written since the post was last read.
func (m *Model) Remember(prints history.Fingerprints, e history.Entry, next Next) (changed int) {
	m.memory = memory{prints: prints, changed: map[int]bool{}, finished: map[string]bool{}, read: e.Read.On, next: next}
	m.memory.place, m.memory.percent = e.Progress.Place, e.Progress.Percent
	if len(e.Edition.Blocks) > 0 {
		for _, block := range history.Changed(e.Edition.Blocks, prints) {
			m.memory.changed[block] = true
		}
	}
	for id, f := range e.Sections {
		m.memory.finished[id] = f.On
	}
	marks := map[rune]Place{}
	for letter, mark := range e.Marks {
		for _, r := range letter {
			marks[r] = m.place(mark.Place)
		}
	}
	m.marks[m.post.Slug] = marks
	return len(m.memory.changed)
}

// place finds a place that was remembered.
func (m *Model) place(p history.Place) Place {
	if m.memory.prints == nil {
		return Place{Position: document.Position{Block: p.Index, Offset: p.Offset}}
	}
	block, exact := p.Find(m.memory.prints)
	position := document.Position{Block: block}
	if exact {
		position.Offset = p.Offset
	}
	return Place{Position: position}
}

// Resume goes to a place that was remembered.
func (m *Model) Resume(p history.Place) tea.Cmd {
	cmd := m.GoToPlace(m.place(p))
	m.memory.seen = m.top
	return cmd
}

// remembered is a place as it is remembered.
func (m *Model) remembered(p document.Position) history.Place {
	place := history.Place{Index: p.Block, Offset: max(p.Offset, 0)}
	if p.Block >= 0 && p.Block < len(m.memory.prints) {
		place.Block = m.memory.prints[p.Block]
	}
	return place
}

// Progress returns how far the post is read: the place, its percentage, whether the end is on the screen,
// and the sections of which the end is. Who jumps to the end to glance at it has read no further than before.
func (m *Model) Progress() (place history.Place, percent int, end bool, sections []string) {
	if m.layout == nil {
		return history.Place{}, 0, false, nil
	}
	if m.glances() {
		return m.memory.place, m.memory.percent, false, nil
	}
	place = m.remembered(m.layout.Position(m.top))
	end, percent = m.atEnd(), m.percent()
	m.memory.place, m.memory.percent = place, percent
	m.memory.read = m.memory.read || end
	for _, id := range m.ended(end) {
		m.memory.finished[id] = true
		sections = append(sections, id)
	}
	return place, percent, end, sections
}

// glances tells whether the end is only looked at: a jump has led there from further away than a screen, and
// one has not left it again by as much.
func (m *Model) glances() bool {
	far := func(c document.Cursor) bool {
		rows := m.geometry().Rows
		return m.layout.Move(c, rows).Less(m.layout.Last(rows))
	}
	switch {
	case m.memory.glance:
		m.memory.glance = !far(m.top)
	case m.atEnd():
		m.memory.glance = far(m.memory.seen)
	}
	m.memory.seen = m.top
	return m.memory.glance
}

// ended returns the sections of which the last line is on the screen.
func (m *Model) ended(end bool) []string {
	if m.contents == nil {
		return nil
	}
	lines := m.window()
	if len(lines) == 0 {
		return nil
	}
	first, last := lines[0].Block, lines[len(lines)-1].Block
	var out []string
	headings := m.contents.Headings
	for i, h := range headings {
		switch {
		case i+1 < len(headings) && headings[i+1].Block > first && headings[i+1].Block <= last,
			i+1 == len(headings) && end && h.Block <= last:
			out = append(out, h.ID)
		}
	}
	return out
}

// SourceLine returns the line of the post's file that is at the top of the screen.
func (m *Model) SourceLine() int {
	if m.layout == nil {
		return 1
	}
	return m.post.BodyLine + m.doc.SourceLine(m.top.Block) - 1
}
