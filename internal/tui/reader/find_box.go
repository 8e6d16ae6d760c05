package reader

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/input"
)

// startFind opens the box.
func (m *Model) startFind() {
	m.clearFind()
	m.find = newFind(m.Place())
	m.find.box = input.New()
}

// typeFind handles a key while the box is open.
func (m *Model) typeFind(msg tea.Msg) tea.Cmd {
	f := m.find
	if press, ok := msg.(tea.KeyPressMsg); ok {
		keys := m.keys.Find
		switch {
		case key.Matches(press, keys.Keep):
			return m.keepFind()
		case key.Matches(press, keys.Clear):
			m.goToPlace(f.from)
			m.clearFind()
			return m.colour()
		case key.Matches(press, keys.Next):
			return m.step(+1)
		case key.Matches(press, keys.Prev):
			return m.step(-1)
		}
	}
	if f.box.Update(msg) {
		return m.look(typed(f.box.Value()))
	}
	return nil
}

// keepFind closes the box. An empty one looks for what was looked for before.
func (m *Model) keepFind() tea.Cmd {
	f := m.find
	f.box = nil
	if f.what.Text == "" {
		return m.findAgain()
	}
	m.last = f.what
	return nil
}

// findAgain looks for what was looked for last.
func (m *Model) findAgain() tea.Cmd {
	if m.last.Text == "" {
		m.clearFind()
		return say("nothing was looked for yet: " + m.keys.Reader.Find.Help().Key + " does")
	}
	if m.find == nil {
		m.find = newFind(m.Place())
	}
	return m.look(m.last)
}

// pressFind handles the keys that look for something while the text has the keyboard.
func (m *Model) pressFind(msg tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	keys := m.keys.Reader
	switch {
	case key.Matches(msg, keys.Find):
		m.startFind()
	case !key.Matches(msg, keys.NextMatch, keys.PrevMatch):
		return nil, false
	case m.find == nil:
		return m.findAgain(), true
	case key.Matches(msg, keys.NextMatch):
		return m.step(+1), true
	default:
		return m.step(-1), true
	}
	return nil, true
}

// counter says which match of how many is shown.
func (f *find) counter() string {
	switch {
	case f.what.Text == "" || f.known == nothing && len(f.matches) == 0:
		return ""
	case len(f.matches) == 0:
		return "not found"
	}
	at := fmt.Sprintf("%d/%d", f.at+1, len(f.matches))
	switch {
	case f.known == one && f.number > 0:
		at = fmt.Sprintf("%d/…", f.number)
	case f.known == one:
		at = "…"
	}
	if f.wrapped {
		at += ", over the end"
	}
	return at
}

// marked lays what was found over a line.
func (m *Model) marked(l document.Placed) text.Line {
	f := m.find
	if f == nil {
		return l.Line.Line
	}
	return l.Marked(f.matches, f.at, m.styles.Markup.Found, m.styles.Markup.FoundHere)
}
