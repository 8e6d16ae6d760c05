package postlist

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// rest is how long the cursor must rest on a post before its body is read: holding a key down reads
// nothing.
const rest = 80 * time.Millisecond

// mostPreview is the measure of the text of the preview, in cells.
const mostPreview = 80

// preview is the body of the chosen post beside the list. Every question has a number; only the answer
// to the last one counts.
type preview struct {
	request int
	post    *post.Post // that is asked for or shown; nil: none
	doc     *document.Document
	layout  *document.Layout // nil: not read yet
	err     error
}

type (
	rested    struct{ request int }
	previewed struct {
		request int
		doc     *document.Document
		err     error
	}
	coloured struct {
		request int
		styles  *theme.Styles
		block   int
		lines   []text.Line
	}
)

// look asks for the preview of the chosen post, unless it is there or on its way, or there is no room.
func (m *Model) look() tea.Cmd {
	p := m.Chosen()
	if m.place.Preview.Empty() {
		p = nil
	}
	if p == m.preview.post {
		return nil
	}
	m.preview = preview{request: m.preview.request + 1, post: p}
	if p == nil {
		return nil
	}
	request := m.preview.request
	return tea.Tick(rest, func(time.Time) tea.Msg { return rested{request} })
}

// load reads the body of the post on which the cursor has rested.
func (m *Model) load(msg rested) tea.Cmd {
	if msg.request != m.preview.request || m.preview.post == nil {
		return nil
	}
	c, p := m.catalog, m.preview.post
	return func() tea.Msg {
		body, err := c.Body(p.Slug)
		if err != nil {
			return previewed{request: msg.request, err: err}
		}
		return previewed{request: msg.request, doc: document.Open(p.Title, body)}
	}
}

func (m *Model) takePreview(msg previewed) tea.Cmd {
	if msg.request != m.preview.request {
		return nil
	}
	m.preview.doc, m.preview.err = msg.doc, msg.err
	return m.layOut()
}

// DropPreview shows no preview of the chosen post, and tells whether there was one.
func (m *Model) DropPreview() bool {
	dropped := m.preview.doc != nil
	m.preview = preview{request: m.preview.request + 1, post: m.preview.post}
	return dropped
}

// layOut lays the preview out for the size and the styles, and asks for the colours of the code in view.
func (m *Model) layOut() tea.Cmd {
	if m.preview.doc == nil {
		return nil
	}
	width := min(m.place.Preview.W, mostPreview)
	l := document.NewLayout(m.preview.doc, document.Options{Width: width, CodeWidth: m.place.Preview.W, Styles: m.styles})
	m.preview.layout = l
	var cmds []tea.Cmd
	request, styles := m.preview.request, m.styles
	for _, block := range l.Uncoloured(document.Cursor{}, m.place.Preview.H) {
		code := *m.preview.doc.Listing(block)
		cmds = append(cmds, func() tea.Msg {
			return coloured{request, styles, block, document.Colour(code, styles)}
		})
	}
	return tea.Batch(cmds...)
}

func (m *Model) takeColours(msg coloured) {
	if msg.request == m.preview.request && msg.styles == m.styles && m.preview.layout != nil {
		m.preview.layout.SetColour(msg.block, msg.lines)
	}
}

// previewLines draws the preview: the head of the post at once, its body when it is there.
func (m *Model) previewLines() []string {
	p, s, width := m.preview.post, m.styles, m.place.Preview.W
	if p == nil {
		return nil
	}
	measure := min(width, mostPreview)
	var out []string
	for _, r := range text.Wrap(p.Title, measure) {
		out = append(out, s.Title.Render(p.Title[r.Start:r.End]))
	}
	out = append(out, m.meta(p, measure), "")
	switch {
	case m.preview.err != nil:
		message := text.CleanLine(m.preview.err.Error())
		for _, r := range text.Wrap(message, measure) {
			out = append(out, s.Error.Render(message[r.Start:r.End]))
		}
	case m.preview.layout != nil:
		for _, line := range m.preview.layout.Window(document.Cursor{}, m.place.Preview.H-len(out)) {
			var b strings.Builder
			shown := line.Line
			if line.Width() > width {
				shown = append(line.Cut(0, width-1), text.Span{Text: "›", SGR: s.Markup.More})
			}
			shown.Append(&b, m.preview.doc.Target)
			out = append(out, b.String())
		}
	}
	return out
}
