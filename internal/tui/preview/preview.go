// Package preview is a post beside the list that it is chosen in: from its beginning, or where in it something was
// found, with that marked. Its body is read once the cursor has rested on it, away from the user interface's loop.
package preview

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// rest is how long the cursor must rest on a post before its body is read: holding a key down reads
// nothing.
const rest = 80 * time.Millisecond

// mostMeasure is the measure of the text, in cells.
const mostMeasure = 80

// Subject is what is shown. Of one post and place it is the same, whatever its functions are.
type Subject struct {
	Post  *post.Post // nil: nothing is shown
	Place string     // tells apart what is shown of one post
	Body  func() ([]byte, error)
	Find  func(context.Context, *document.Document) Found // nil: nothing was looked for. It runs in a command.
}

func (s Subject) is(other Subject) bool { return s.Post == other.Post && s.Place == other.Place }

// Found is what of a document is shown.
type Found struct {
	Matches []document.Match // to be marked
	Shown   int              // which of them is to be seen
	Section int              // the block from which it is shown, if the match can be seen then
}

// Model is the preview. Every question has a number; only the answer to the last one counts.
type Model struct {
	styles *theme.Styles
	place  layout.Beside

	subject Subject
	request int
	stop    context.CancelFunc // ends what is being read
	doc     *document.Document // of the post of the subject; nil: not read yet
	found   Found
	err     error
	layout  *document.Layout // of doc
	top     document.Cursor
}

// New returns a preview of nothing.
func New(s *theme.Styles) *Model { return &Model{styles: s, stop: func() {}} }

type (
	rested struct {
		of      *Model
		request int
	}
	looked struct {
		of      *Model
		request int
		doc     *document.Document
		found   Found
		err     error
	}
	coloured struct {
		of     *Model
		layout *document.Layout
		block  int
		lines  []text.Line
	}
)

// SetPlace says where the preview stands. The subject has to be shown anew, since there may be room for none.
func (m *Model) SetPlace(place layout.Beside) tea.Cmd {
	m.place = place
	return m.layOut()
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) tea.Cmd {
	m.styles = s
	return m.layOut()
}

// Show asks for a subject, unless it is there or on its way, or there is no room. As long as the same post is shown its
// text stays until it is known what to show of it.
func (m *Model) Show(s Subject) tea.Cmd {
	if m.place.Preview.Empty() {
		s = Subject{}
	}
	if s.is(m.subject) {
		return nil
	}
	if s.Post != m.subject.Post {
		m.doc, m.layout, m.found, m.err = nil, nil, Found{}, nil
	}
	m.subject = s
	m.end()
	if s.Post == nil {
		return nil
	}
	request := m.request
	return tea.Tick(rest, func(time.Time) tea.Msg { return rested{m, request} })
}

// Drop shows no text of the subject, and tells whether there was some.
func (m *Model) Drop() bool {
	dropped := m.layout != nil
	m.doc, m.layout, m.found, m.err = nil, nil, Found{}, nil
	m.end()
	return dropped
}

// end lets go of what is being read.
func (m *Model) end() {
	m.stop()
	m.stop = func() {}
	m.request++
}

// Update takes an answer; that to another preview is none of its business.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case rested:
		if msg.of == m && msg.request == m.request {
			return m.look()
		}
	case looked:
		if msg.of == m && msg.request == m.request {
			m.doc, m.found, m.err = msg.doc, msg.found, msg.err
			return m.layOut()
		}
	case coloured:
		if msg.of == m && msg.layout == m.layout {
			m.layout.SetColour(msg.block, msg.lines)
		}
	}
	return nil
}

// look reads the post on which the cursor has rested, unless it was read, and finds what to show of it.
func (m *Model) look() tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	m.stop = stop
	answer, s := looked{of: m, request: m.request, doc: m.doc}, m.subject
	return func() tea.Msg {
		defer stop()
		if answer.doc == nil {
			body, err := s.Body()
			if err != nil {
				answer.err = err
				return answer
			}
			answer.doc = document.Open(s.Post.Title, body)
		}
		if s.Find != nil {
			answer.found = s.Find(ctx, answer.doc)
		}
		return answer
	}
}

// layOut lays the text out for the size and the styles, and asks for the colours of the code in view.
func (m *Model) layOut() tea.Cmd {
	if m.doc == nil {
		return nil
	}
	room := m.place.Preview
	l := document.NewLayout(m.doc, document.Options{Width: m.measure(), CodeWidth: room.W, Styles: m.styles})
	m.layout, m.top = l, m.found.top(l, room.H-len(m.head("")))
	var cmds []tea.Cmd
	styles := m.styles
	for _, block := range l.Uncoloured(m.top, room.H) {
		code := *m.doc.Listing(block)
		cmds = append(cmds, func() tea.Msg {
			return coloured{m, l, block, document.Colour(code, styles)}
		})
	}
	return tea.Batch(cmds...)
}

// top is the line from which so many rows show what was found: that of its section, or, if it is too far below, one
// that leaves a third of them above it.
func (f Found) top(l *document.Layout, rows int) document.Cursor {
	start := l.Start(f.Section)
	if len(f.Matches) == 0 {
		return start
	}
	at := l.Find(f.Matches[f.Shown])
	if l.Move(start, rows-1).Less(at) {
		return l.Move(at, -rows/3)
	}
	return start
}
