package reader

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// target is what Tab comes to and Enter acts on: a link, a table, a diagram, or what stands over a fold.
type target struct {
	block int
	link  int // from 1; 0: the block itself
}

// targets lists what is on the lines, in the order of reading.
func (m *Model) targets(lines []document.Placed) []target {
	var out []target
	for _, line := range lines {
		whole := target{block: line.Block}
		if m.acts(line) && !slices.Contains(out, whole) {
			out = append(out, whole)
		}
		for _, span := range line.Line.Line {
			t := target{line.Block, span.Link}
			if span.Link > 0 && !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// focused is what has the keyboard, nil if nothing on the screen has it.
func (m *Model) focused() *target {
	if m.focus == nil || m.layout == nil || !slices.Contains(m.targets(m.window()), *m.focus) {
		return nil
	}
	return m.focus
}

// Target returns the address of the link that has the keyboard, "" if none has, or one to a footnote, which is shown
// where it is named.
func (m *Model) Target() string {
	t := m.focused()
	if t == nil || t.link == 0 || m.alone != nil {
		return ""
	}
	if _, ok := m.note(*t); ok {
		return ""
	}
	return m.doc.Link(t.link).Target
}

// Links returns the links of the open post, as soon as they are known.
func (m *Model) Links() []document.Link {
	if m.contents == nil {
		return nil
	}
	return m.contents.Links
}

// pressFocus handles the keys that walk links and other targets, and Enter where it opens a block.
func (m *Model) pressFocus(msg tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	switch {
	case key.Matches(msg, m.keys.Reader.NextLink):
		m.walk(+1)
	case key.Matches(msg, m.keys.Reader.PrevLink):
		m.walk(-1)
	case key.Matches(msg, m.keys.Reader.Act):
		return m.act(), true
	default:
		return nil, false
	}
	return m.colour(), true
}

// walk gives the keyboard to the next target of the screen, or the one before; at its end to the nearest
// beyond it, which comes onto the screen.
func (m *Model) walk(step int) {
	lines := m.window()
	on := m.targets(lines)
	at := -1
	if m.focus != nil {
		at = slices.Index(on, *m.focus)
	}
	switch {
	case at < 0 && len(on) > 0 && step > 0:
		m.focus = &on[0]
	case at < 0 && len(on) > 0:
		m.focus = &on[len(on)-1]
	case at >= 0 && at+step >= 0 && at+step < len(on):
		m.focus = &on[at+step]
	case len(lines) > 0 && step > 0:
		m.walkBeyond(lines[len(lines)-1].Cursor, step)
	case len(lines) > 0:
		m.walkBeyond(lines[0].Cursor, step)
	}
}

// walkBeyond gives the keyboard to the first target behind a line, or before it.
func (m *Model) walkBeyond(edge document.Cursor, step int) {
	linked := make(map[int]bool) // blocks without any are not laid out
	for _, l := range m.Links() {
		linked[l.Block] = true
	}
	for b := edge.Block; b >= 0; b = m.beside(b, step) {
		if !linked[b] && !m.overFold(b) && !m.standsAlone(b) {
			continue
		}
		var lines []document.Placed
		for i, line := range m.layout.Lines(b) {
			lines = append(lines, document.Placed{Cursor: document.Cursor{Block: b, Line: i}, Line: line})
		}
		in := m.targets(lines)
		if step < 0 {
			slices.Reverse(in)
		}
		for _, t := range in {
			c := m.lineOf(t)
			if step > 0 && edge.Less(c) || step < 0 && c.Less(edge) {
				m.bring(c)
				m.focus = &t
				return
			}
		}
	}
}

// lineOf returns the line on which a target begins.
func (m *Model) lineOf(t target) document.Cursor {
	if t.link > 0 {
		return m.layout.Link(t.link)
	}
	return m.layout.Start(t.block)
}

// act opens the footnote or the fold that has the keyboard or, if nothing has, the first table, diagram or fold on the screen.
func (m *Model) act() tea.Cmd {
	block := m.opened()
	if t := m.focused(); t != nil {
		if n, ok := m.note(*t); ok {
			m.turnNote(*t, n)
			return m.colour()
		}
		block = t.block
	}
	switch {
	case m.offersNext():
		return func() tea.Msg { return message.Step{Delta: +1} }
	case block == noBlock:
		return say("there is nothing to open here: " + m.keys.Reader.NextLink.Help().Key + " goes to a link")
	case m.overFold(block):
		m.setFold(block, m.layout.Folded(block))
		m.goTo(m.top) // the text may have become too short for where it was
	default:
		if cmd := m.openAlone(block); cmd != nil {
			return cmd
		}
	}
	return m.colour()
}

// opened returns the first block on the screen that Enter opens, noBlock if there is none.
func (m *Model) opened() int {
	for _, line := range m.window() {
		if m.acts(line) {
			return line.Block
		}
	}
	return noBlock
}

// acts tells whether Enter does something about the block of a line: not about its blank lines, and not about
// a diagram that is shown as its source.
func (m *Model) acts(line document.Placed) bool {
	return line.Offset >= 0 && (line.Drawn || m.overFold(line.Block) || m.doc.Block(line.Block).Kind == document.TableBlock)
}

// standsAlone tells whether a block may have the screen for itself.
func (m *Model) standsAlone(block int) bool {
	return m.doc.Draws(block) || m.doc.Block(block).Kind == document.TableBlock
}
