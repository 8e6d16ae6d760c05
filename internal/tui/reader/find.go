package reader

import (
	"context"
	"sort"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/tui/input"
)

// Sought is what is looked for: how it is written, and where it stands in a document.
type Sought struct {
	Text string
	In   func(context.Context, *document.Document) []document.Match
	// First is In for the first place from another on, which it finds sooner; nil if it would not.
	First func(context.Context, *document.Document, document.Position) (document.Match, bool)
}

// typed is what was typed into the find box.
func typed(pattern string) Sought {
	return Sought{
		Text: pattern,
		In:   func(ctx context.Context, d *document.Document) []document.Match { return d.Find(ctx, pattern) },
		First: func(ctx context.Context, d *document.Document, from document.Position) (document.Match, bool) {
			return d.FindFirst(ctx, pattern, from)
		},
	}
}

// find is what is looked for in the post.
type find struct {
	box     *input.Model // nil: it is no longer typed
	what    Sought
	matches []document.Match
	known   known
	at      int   // of matches, the one that is shown; -1: none
	from    Place // where one was when looking began
	wrapped bool  // the last step led over an end of the post

	number int // of the one match that is known, among all; 0: nobody knows yet
	owed   int // steps from it that were asked for

	question int
	ctx      context.Context    // of the search that is under way
	stop     context.CancelFunc // ends it
}

// known is how much has been found.
type known int

const (
	nothing known = iota // the matches are those of what was looked for before
	one                  // of a long post: the one to show, while the others are counted
	all
)

func newFind(from Place) *find {
	return &find{at: -1, from: from, ctx: context.Background(), stop: func() {}}
}

// found answers a question of a find, which are numbered.
type found struct {
	find     *find
	question int
	matches  []document.Match
}

// foundFirst answers it with one place, sooner. It counts only from where it was looked for.
type foundFirst struct {
	find     *find
	question int
	from     document.Position
	match    document.Match
	ok       bool
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
	f.what, f.known, f.number, f.owed = what, nothing, 0, 0
	f.question++
	if what.Text == "" {
		f.matches, f.at = nil, -1
		m.goToPlace(f.from)
		return m.colour()
	}
	f.ctx, f.stop = context.WithCancel(context.Background())
	ctx, doc, question := f.ctx, m.doc, f.question
	all := func() tea.Msg { return found{f, question, what.In(ctx, doc)} }
	if what.First == nil || !doc.Long() {
		return all
	}
	return tea.Batch(m.lookFirst(f.from.Position), all)
}

// lookFirst searches for the first place from another on.
func (m *Model) lookFirst(from document.Position) tea.Cmd {
	f, doc := m.find, m.doc
	ctx, what, question := f.ctx, f.what, f.question
	return func() tea.Msg {
		match, ok := what.First(ctx, doc, from)
		return foundFirst{f, question, from, match, ok}
	}
}

// takeFirst shows a place before all are known.
func (m *Model) takeFirst(msg foundFirst) tea.Cmd {
	f := m.find
	if f == nil || msg.find != f || msg.question != f.question || f.known == all || !msg.ok || f.known == one && f.owed <= 0 {
		return nil
	}
	f.wrapped = ahead(msg.match, msg.from)
	switch {
	case f.wrapped || f.known == nothing && msg.from.Block == 0 && msg.from.Offset <= 0:
		f.number = 1
	case f.number > 0:
		f.number++
	}
	if f.known == one {
		f.owed--
	}
	f.matches, f.at, f.known = []document.Match{msg.match}, 0, one
	m.reveal(msg.match)
	return tea.Batch(m.colour(), m.stepOn())
}

// stepOn looks for the next match if one is owed, while only one is known.
func (m *Model) stepOn() tea.Cmd {
	f := m.find
	if f.owed <= 0 {
		return nil
	}
	from := m.layout.Position(m.top)
	if shown := f.matches[f.at]; m.shows(m.layout.Find(shown)) {
		from = document.Position{Block: shown.Block, Offset: shown.To}
	}
	return m.lookFirst(from)
}

// takeFound shows the first match from where looking began, or goes back there if there is none. If one is
// shown already the text stays where it is.
func (m *Model) takeFound(msg found) tea.Cmd {
	f := m.find
	if f == nil || msg.find != f || msg.question != f.question {
		return nil
	}
	f.stop()
	shown := m.match()
	if f.known != one {
		shown = nil // of what was looked for before
	}
	f.matches, f.at, f.known = msg.matches, -1, all
	switch {
	case len(f.matches) == 0:
		m.goToPlace(f.from)
		return m.colour()
	case shown != nil:
		f.at = f.after(document.Position{Block: shown.Block, Offset: shown.From}) % len(f.matches)
	default:
		f.at = f.after(f.from.Position)
		if f.wrapped = f.at == len(f.matches); f.wrapped {
			f.at = 0
		}
		m.reveal(f.matches[f.at])
	}
	if f.owed != 0 {
		return m.step(f.owed)
	}
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
	m.find = newFind(m.Place())
	m.find.what, m.find.matches, m.find.at, m.find.known = what, matches, at, all
	m.reveal(matches[at])
	return m.colour()
}

// after returns the first match at or behind a place, one too many if there is none.
func (f *find) after(p document.Position) int {
	return sort.Search(len(f.matches), func(i int) bool { return !ahead(f.matches[i], p) })
}

// ahead tells whether a match stands before a place.
func ahead(m document.Match, p document.Position) bool {
	return m.Block < p.Block || m.Block == p.Block && m.From < p.Offset
}

// match is the one that is shown, nil if none is.
func (m *Model) match() *document.Match {
	if m.find == nil || m.find.at < 0 {
		return nil
	}
	return &m.find.matches[m.find.at]
}

// step goes so many matches on or back, from the one that is shown or, where that has been left, from the
// screen. After the last comes the first. As long as not all are known the next one is looked for alone, and
// what cannot be done yet is owed.
func (m *Model) step(delta int) tea.Cmd {
	f := m.find
	switch {
	case f == nil:
		return nil
	case f.known != all:
		f.owed += delta
		if f.known == one && f.owed == 1 && delta == 1 { // else it is being looked for already
			return m.stepOn()
		}
		return nil
	case len(f.matches) == 0:
		return nil
	}
	next := f.at + delta
	if f.at < 0 || !m.shows(m.layout.Find(f.matches[f.at])) {
		next = f.after(m.layout.Position(m.top)) + delta
		if delta > 0 {
			next--
		}
	}
	n := len(f.matches)
	f.wrapped = next < 0 || next >= n
	f.at = (next%n + n) % n
	m.reveal(f.matches[f.at])
	return m.colour()
}
