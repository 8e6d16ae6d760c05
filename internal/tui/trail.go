package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/reader"
)

// spot is a place in a post.
type spot struct {
	slug  string
	place reader.Place
}

// trail is the way through posts and their links, both ways. It begins anew with each post that is opened
// from the list.
type trail struct{ behind, ahead []spot }

// way is what opening a post, or a jump within one, means for the trail.
type way int

const (
	afresh way = iota
	onward
	backward
	forward
	stay // the same post again
)

// travel takes a step away from a spot.
func (t *trail) travel(w way, from spot) {
	switch w {
	case afresh:
		*t = trail{}
	case onward:
		t.behind, t.ahead = append(t.behind, from), nil
	case backward:
		t.behind, t.ahead = t.behind[:len(t.behind)-1], append(t.ahead, from)
	case forward:
		t.ahead, t.behind = t.ahead[:len(t.ahead)-1], append(t.behind, from)
	}
}

// spot is where one is in the open post.
func (m *Model) spot() spot { return spot{m.reader.Post().Slug, m.reader.Place()} }

// leave remembers where one is before a jump within the post.
func (m *Model) leave() { m.trail.travel(onward, m.spot()) }

// goBack returns to where a link or a jump has led away from.
func (m *Model) goBack() tea.Cmd {
	if len(m.trail.behind) == 0 {
		m.note = &message.Status{Text: "this is where you began: " + m.keys.Reader.Back.Help().Key + " leads to the list"}
		return nil
	}
	return m.retrace(backward, m.trail.behind[len(m.trail.behind)-1])
}

// goForward goes again where one has returned from.
func (m *Model) goForward() tea.Cmd {
	if len(m.trail.ahead) == 0 {
		m.note = &message.Status{Text: "there is no way forward: nothing was returned from"}
		return nil
	}
	return m.retrace(forward, m.trail.ahead[len(m.trail.ahead)-1])
}

func (m *Model) retrace(w way, to spot) tea.Cmd {
	here := m.spot()
	if to.slug != here.slug {
		return m.visit(visit{slug: to.slug, place: &to.place, way: w})
	}
	m.trail.travel(w, here)
	return m.reader.GoToPlace(to.place)
}
