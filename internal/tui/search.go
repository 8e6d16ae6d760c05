package tui

import (
	"context"
	"errors"
	"maps"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/reader"
	"github.com/blogtui/blogtui/internal/tui/results"
)

// searches is the search through all posts: its screen, which lies over the list or a post and keeps its
// query while it is closed, and the search that is under way.
type searches struct {
	screen  *results.Model
	shown   bool
	query   search.Query // that the results are of, or will be
	asked   string       // as it was typed
	words   filter.Vocabulary
	request int // number of the last search
	stop    context.CancelFunc
}

// searched brings what a search has found so far. Of several searches only the last counts.
type searched struct {
	request int
	found   search.Results
	first   bool            // the search has brought nothing before
	same    bool            // it is the one before once more
	rest    <-chan searched // what it finds further; nil: this is all
	err     error
}

// openSearch opens the search with the query that it had. The posts may have changed since, so they are
// searched once more.
func (m *Model) openSearch() tea.Cmd {
	m.search.shown = true
	return m.searchAgain()
}

// searchAgain searches the posts that there are now, and completes queries with their words.
func (m *Model) searchAgain() tea.Cmd {
	if !m.search.shown {
		return nil
	}
	if m.catalog != nil {
		m.search.words = filter.NewSearchVocabulary(m.catalog.Posts)
		m.search.screen.SetWords(m.search.words)
	}
	return m.searchFor(m.search.screen.Query())
}

// closeSearch ends what is still searched.
func (m *Model) closeSearch() {
	m.search.shown = false
	m.search.end()
}

func (s *searches) end() {
	if s.stop != nil {
		s.stop()
	}
	s.stop = nil
	s.request++
}

func (m *Model) pressSearch(msg tea.Msg) tea.Cmd { return m.inSearch(m.search.screen.Update(msg)) }

// clickSearch completes the query, chooses the hit at a cell, or opens it if it is chosen already.
func (m *Model) clickSearch(x, y int) tea.Cmd { return m.inSearch(m.search.screen.Click(x, y)) }

// inSearch does what a key or a click on the search's screen means.
func (m *Model) inSearch(event results.Event) tea.Cmd {
	switch event {
	case results.Typed:
		return m.searchFor(m.search.screen.Query())
	case results.Opened:
		return m.openHit()
	case results.Left:
		m.closeSearch()
	case results.None:
	}
	return m.search.screen.Look()
}

// searchFor starts a search in place of the one that is under way. A query that cannot be read is marked,
// and what was found stays.
func (m *Model) searchFor(asked string) tea.Cmd {
	s := &m.search
	q, err := search.ParseTyped(asked, s.words)
	var wrong *filter.SyntaxError
	if errors.As(err, &wrong) {
		s.screen.Refuse(wrong)
		return nil
	}
	s.end()
	s.screen.Accept()
	same := asked == s.asked
	s.query, s.asked = q, asked
	if q.IsEmpty() || m.catalog == nil { // posts that are still to be read are searched when they are there
		s.screen.Clear()
		return s.screen.Look()
	}
	s.screen.Ask(m.catalog, q)
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	c, request, reading := m.catalog, s.request, m.readingNow()
	return func() tea.Msg {
		found := make(chan searched, 1)
		crash.Go(func() error {
			defer close(found)
			first := true
			send := func(r searched) { // in place of what nobody has taken: a search waits for no one
				select {
				case old := <-found:
					first = old.first
				default:
				}
				r.request, r.same, r.first = request, same, first
				first = false
				found <- r
			}
			all, err := search.Run(ctx, c, q, search.Options{Reading: reading, Progress: func(r search.Results) {
				send(searched{found: r, rest: found})
			}})
			send(searched{found: all, err: err})
			return nil
		})
		return next(found)
	}
}

// next waits for what a search finds further; one that was ended finds nothing.
func next(found <-chan searched) tea.Msg {
	if r, ok := <-found; ok {
		return r
	}
	return nil
}

// readingNow returns what was read of a post, as it is known now.
func (m *Model) readingNow() func(slug string) filter.Reading {
	entries := maps.Clone(m.memory.entries)
	return func(slug string) filter.Reading {
		e := entries[slug]
		return filter.Reading{Read: e.Read.On, Started: e.Started(), Starred: e.Starred.On}
	}
}

// takeSearched shows what was found, and waits for more.
func (m *Model) takeSearched(msg searched) tea.Cmd {
	if msg.request != m.search.request {
		return nil
	}
	if msg.err != nil {
		m.note = &message.Status{Text: "the search: " + msg.err.Error(), Kind: message.Failure}
		return nil
	}
	m.search.screen.Take(msg.found, msg.first, msg.same)
	look := m.search.screen.Look()
	if msg.rest == nil {
		return look
	}
	return tea.Batch(look, func() tea.Msg { return next(msg.rest) })
}

// openHit opens the post of the chosen hit where the words stand.
func (m *Model) openHit() tea.Cmd {
	hit, ok := m.search.screen.Chosen()
	if !ok {
		return nil
	}
	m.search.end()
	return m.visit(visit{slug: hit.Post.Slug, way: onward, found: &sought{m.search.query, hit}})
}

// sought is a hit of a search that a post is opened for.
type sought struct {
	query search.Query
	hit   search.Hit
}

// locate finds what was searched in the post that has been read, for a command.
func (s *sought) locate(opened *message.Opened) {
	if s == nil || opened.Doc == nil {
		return
	}
	err := crash.Try(func() error {
		opened.Matches = s.query.Find(context.Background(), opened.Doc)
		opened.Match = s.hit.At(opened.Doc, opened.Matches)
		return nil
	})
	if err != nil {
		opened.Crash = err
		opened.Matches = nil
	}
}

// showFound goes to what was searched in the post that has just been opened, and goes on looking for it.
func (m *Model) showFound(s *sought, matches []document.Match, at int) tea.Cmd {
	if len(matches) == 0 && s.hit.Anchor != "" { // what helped to find the section does not stand in it
		return m.goToAnchor(s.hit.Anchor)
	}
	return m.reader.ShowFound(reader.Sought{Text: s.query.Words(), In: s.query.Find}, matches, at)
}

// scrollSearch moves by a hit for a notch of the wheel.
func (m *Model) scrollSearch(rows int) tea.Cmd {
	switch {
	case rows > 0:
		m.search.screen.Move(1)
	case rows < 0:
		m.search.screen.Move(-1)
	}
	return m.search.screen.Look()
}
