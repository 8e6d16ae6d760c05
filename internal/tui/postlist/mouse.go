package postlist

import (
	"iter"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/text"
)

// inView goes through the entries of which something is in view, with the row of the window at which each
// begins: above the window for the first, if it is cut.
func (m *Model) inView() iter.Seq2[int, int] {
	return func(yield func(i, row int) bool) {
		it, row := m.items(), -m.strip.skip
		for i := m.strip.top; i < it.count && row < m.place.Rows.H && yield(i, row); i++ {
			row += it.height(i)
		}
	}
}

// Click takes a click on a cell of the screen: one on a suggestion completes what is typed with it, one on a tag
// of the bar toggles the tag, one on a post chooses it.
// A click on the chosen post, or on its preview, opens it.
func (m *Model) Click(x, y int) (cmd tea.Cmd, open bool) {
	switch {
	case m.catalog == nil:
	case m.box != nil && m.place.Suggest.Has(x, y):
		if m.box.Click(x-m.place.Suggest.X, m.place.Suggest.W) {
			return m.query(), false
		}
	case m.place.Bar.Has(x, y):
		if n, ok := m.tagAt(x - m.place.Bar.X); ok {
			return m.toggleTag(n), false
		}
	case m.preview.Has(x, y):
		open = true
	case m.place.Rows.Has(x, y):
		if i, ok := m.entryAt(y - m.place.Rows.Y); ok {
			open = i == m.strip.chosen
			cmd = m.choose(i)
		}
	}
	if open {
		m.close() // of the box: what it says stays
	}
	return cmd, open
}

// entryAt returns the entry that stands at a row of the window. What stands above an entry, and the gap
// below it, are none.
func (m *Model) entryAt(row int) (int, bool) {
	it := m.items()
	for i, first := range m.inView() {
		if row >= first+m.leadHeight(m.entries[i]) && row < first+it.height(i)-it.gap {
			return i, true
		}
	}
	return 0, false
}

// tagAt returns which tag of the bar has a cell of it.
func (m *Model) tagAt(cell int) (int, bool) {
	keys := m.keys.List.ToggleTag.Keys()
	for i, tag := range m.barTags() {
		w := text.Width(tagLabel(keys[i], tag))
		if cell < 0 {
			break
		}
		if cell < w {
			return i, true
		}
		cell -= w + tagGap
	}
	return 0, false
}

// Scroll moves the window by rows. The cursor goes along as far as it must to stay in view.
func (m *Model) Scroll(rows int) tea.Cmd {
	if len(m.entries) == 0 {
		return nil
	}
	m.strip.scroll(m.items(), m.place.Rows.H, rows)
	m.anchor = m.entries[m.strip.chosen].spot()
	return m.look()
}
