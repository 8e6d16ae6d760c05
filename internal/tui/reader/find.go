package reader

import (
	"cmp"
	"context"
	"fmt"
	"sort"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/input"
)

// Sought is what is looked for: how it is written, and where it stands in a document.
type Sought struct {
	Text string
	In   func(context.Context, *document.Document) []document.Match
}

// typed is what was typed into the find box.
func typed(pattern string) Sought {
	return Sought{pattern, func(ctx context.Context, d *document.Document) []document.Match { return d.Find(ctx, pattern) }}
}

// find is what is looked for in the post.
type find struct {
	box      *input.Model // nil: it is no longer typed
	what     Sought
	matches  []document.Match
	at       int   // of matches, the one that is shown; -1: none
	from     Place // where one was when looking began
	answered bool  // the matches are those of the pattern
	wrapped  bool  // the last step led over an end of the post

	question int
	stop     context.CancelFunc // ends the search that is under way
}

// found answers a question of a find, which are numbered.
type found struct {
	find     *find
	question int
	matches  []document.Match
}

// startFind opens the box.
func (m *Model) startFind() {
	m.clearFind()
	m.find = &find{box: input.New(), at: -1, from: m.Place(), stop: func() {}}
}

// clearFind looks for nothing any more.
func (m *Model) clearFind() {
	if m.find != nil {
		m.find.stop()
	}
	m.find = nil
}

// look searches for something, away from the user interface's loop.
func (m *Model) look(what Sought) tea.Cmd {
	f := m.find
	f.stop()
	f.what, f.answered = what, false
	f.question++
	if what.Text == "" {
		f.matches, f.at = nil, -1
		m.goToPlace(f.from)
		return m.colour()
	}
	ctx, cancel := context.WithCancel(context.Background())
	f.stop = cancel
	doc, question := m.doc, f.question
	return func() tea.Msg { return found{f, question, what.In(ctx, doc)} }
}

// takeFound shows the first match from where looking began, or goes back there if there is none.
func (m *Model) takeFound(msg found) tea.Cmd {
	f := m.find
	if f == nil || msg.find != f || msg.question != f.question {
		return nil
	}
	f.stop()
	f.matches, f.at, f.answered, f.wrapped = msg.matches, -1, true, false
	if len(f.matches) == 0 {
		m.goToPlace(f.from)
		return m.colour()
	}
	f.at = f.after(f.from.Position)
	if f.wrapped = f.at == len(f.matches); f.wrapped {
		f.at = 0
	}
	m.reveal(f.matches[f.at])
	return m.colour()
}

// ShowFound goes to one of the places where something stands in the open post, which is looked for from now
// on. It was found elsewhere, when the post was read.
func (m *Model) ShowFound(what Sought, matches []document.Match, at int) tea.Cmd {
	m.clearFind()
	m.last = what
	if m.layout == nil || len(matches) == 0 {
		return nil
	}
	m.find = &find{what: what, matches: matches, at: at, from: m.Place(), answered: true, stop: func() {}}
	m.reveal(matches[at])
	return m.colour()
}

// after returns the first match at or behind a place, one too many if there is none.
func (f *find) after(p document.Position) int {
	return sort.Search(len(f.matches), func(i int) bool {
		return cmp.Or(cmp.Compare(f.matches[i].Block, p.Block), cmp.Compare(f.matches[i].From, p.Offset)) >= 0
	})
}

// match is the one that is shown, nil if none is.
func (m *Model) match() *document.Match {
	if m.find == nil || m.find.at < 0 {
		return nil
	}
	return &m.find.matches[m.find.at]
}

// step goes to the next match or the one before, from the one that is shown or, where that has been left,
// from the screen. After the last comes the first.
func (m *Model) step(delta int) tea.Cmd {
	f := m.find
	if f == nil || len(f.matches) == 0 {
		return nil
	}
	next := f.at + delta
	if f.at < 0 || !m.shows(m.layout.Find(f.matches[f.at])) {
		next = f.after(m.layout.Position(m.top))
		if delta < 0 {
			next--
		}
	}
	n := len(f.matches)
	f.wrapped = next < 0 || next >= n
	f.at = (next + n) % n
	m.reveal(f.matches[f.at])
	return m.colour()
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
		m.find = &find{at: -1, from: m.Place(), stop: func() {}}
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
	case f.what.Text == "" || !f.answered && len(f.matches) == 0:
		return ""
	case len(f.matches) == 0:
		return "not found"
	case f.wrapped:
		return fmt.Sprintf("%d/%d, over the end", f.at+1, len(f.matches))
	}
	return fmt.Sprintf("%d/%d", f.at+1, len(f.matches))
}

// marked lays what was found over a line of a block.
func (m *Model) marked(l document.Line, block int) text.Line {
	f := m.find
	if f == nil || len(f.matches) == 0 || len(l.Parts) == 0 {
		return l.Line
	}
	from, to := l.Parts[0].From, l.Parts[0].To
	for _, p := range l.Parts {
		from, to = min(from, p.From), max(to, p.To)
	}
	line := l.Line
	first := sort.Search(len(f.matches), func(i int) bool {
		match := f.matches[i]
		return match.Block > block || match.Block == block && match.To > from
	})
	for i := first; i < len(f.matches) && f.matches[i].Block == block && f.matches[i].From < to; i++ {
		sgr := m.styles.Markup.Found
		if i == f.at {
			sgr = m.styles.Markup.FoundHere
		}
		for _, r := range l.Marks(f.matches[i].From, f.matches[i].To) {
			line = line.Over(r.Start, r.End, sgr)
		}
	}
	return line
}
