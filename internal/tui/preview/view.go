package preview

import (
	"strings"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// measure is the cells that the text has.
func (m *Model) measure() int { return min(m.place.Preview.W, mostMeasure) }

// Has tells whether something is shown at a cell of the screen.
func (m *Model) Has(x, y int) bool { return m.subject.Post != nil && m.place.Preview.Has(x, y) }

// Draw draws the preview, if there is one, beside what the lines of the screen hold. facts draws the line under the
// title, in so many cells.
func (m *Model) Draw(screen []string, facts func(p *post.Post, width int) string) {
	if m.place.Preview.Empty() || m.subject.Post == nil {
		return
	}
	divider := make([]string, m.place.Divider.H)
	for i := range divider {
		divider[i] = m.styles.Rule.Render("│")
	}
	m.place.Divider.Put(screen, divider)
	m.place.Preview.Put(screen, append(m.head(facts(m.subject.Post, m.measure())), m.text()...))
}

// head is the title of the post and the facts under it: they are there at once.
func (m *Model) head(facts string) []string {
	var out []string
	title := m.subject.Post.Title
	for _, r := range text.Wrap(title, m.measure()) {
		out = append(out, m.styles.Title.Render(title[r.Start:r.End]))
	}
	return append(out, facts, "")
}

// text is what can be seen of the body, or why it cannot be read; nothing as long as it is not there.
func (m *Model) text() []string {
	var out []string
	switch {
	case m.err != nil:
		message := text.CleanLine(m.err.Error())
		for _, r := range text.Wrap(message, m.measure()) {
			out = append(out, m.styles.Error.Render(message[r.Start:r.End]))
		}
	case m.layout != nil:
		markup, width := m.styles.Markup, m.place.Preview.W
		for _, line := range m.layout.Window(m.top, m.place.Preview.H) {
			var b strings.Builder
			shown := line.Marked(m.found.Matches, m.found.Shown, markup.Found, markup.FoundHere)
			if shown.Width() > width {
				shown = append(shown.Cut(0, width-1), text.Span{Text: "›", SGR: markup.More})
			}
			shown.Append(&b, m.doc.Target)
			out = append(out, b.String())
		}
	}
	return out
}
