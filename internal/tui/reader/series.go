package reader

import (
	"fmt"

	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Series is what is known of the series of a post; the zero value is that of a post which has none.
type Series struct {
	Parts   int
	Minutes int // that all parts take
	Left    int // of those, what is left in the other parts
}

// Next is the post to go on with; the zero value is none.
type Next struct {
	Title   string
	Minutes int
	Part    int // of the same series, 0 for a post of its own
}

// inSeries tells whether the post is a part of a series.
func (m *Model) inSeries() bool { return m.post != nil && m.post.Series != "" && m.post.Part > 0 }

// partOf says which part of its series the post is: "Part 3 of 8".
func (m *Model) partOf() string {
	switch {
	case !m.inSeries():
		return ""
	case m.series.Parts < max(m.post.Part, 2): // the others are yet to be written, or elsewhere
		return fmt.Sprintf("Part %d", m.post.Part)
	}
	return fmt.Sprintf("Part %d of %d", m.post.Part, m.series.Parts)
}

// seriesLine says which part of which series the post is, how long the series takes and how much of it is
// left: "FastAPI Auth · Part 3 of 8, 1 h 19 min in all, 22 min left".
func (m *Model) seriesLine(width int) string {
	s, line, whole := m.series, m.partOf(), ""
	if s.Parts > 1 {
		whole = ", " + post.Duration(s.Minutes) + " in all"
	}
	rest := ""
	switch left := s.Left + m.minutesLeft(); {
	case left == 0:
		rest = ", all read"
	case left < s.Minutes:
		rest = ", " + post.Duration(left) + " left"
	}
	if rest != "" && text.Width(m.post.Series+" · "+line+whole+rest) > width {
		whole = "" // what is left says more
	}
	line += whole + rest
	name := text.Truncate(m.post.Series, max(width-text.Width(" · "+line), width/3))
	return joinParts([]part{{name, m.styles.Prompt}, {text.Truncate(line, max(width-text.Width(name)-3, 0)), m.styles.Meta}}, width, m.styles)
}

// minutesLeft is how long the rest of the post takes; none of one that was read before.
func (m *Model) minutesLeft() int {
	e := history.Entry{Read: history.Flag{On: m.memory.read || m.atEnd() && !m.memory.glance}, Progress: history.Progress{Percent: m.percent()}}
	return e.MinutesLeft(m.post.Minutes())
}

// atEnd tells whether the last line of the post is on the screen.
func (m *Model) atEnd() bool { return !m.top.Less(m.layout.Last(m.geometry().Rows)) }

// percent is how much of the post stands above the screen; 100 at its end.
func (m *Model) percent() int {
	if m.atEnd() {
		return 100
	}
	return min(m.doc.WordsBefore(m.layout.Position(m.top))*100/max(m.doc.Words(), 1), 99)
}

// offersNext tells whether Enter opens the next post: at the end of this one, where there is nothing on the
// screen that Enter opens.
func (m *Model) offersNext() bool {
	return m.layout != nil && m.memory.next.Title != "" && m.focused() == nil && m.atEnd() && m.opened() == noBlock
}

// onward offers the next post at the end of this one.
func (m *Model) onward() string {
	next := m.memory.next
	if next.Title == "" || !m.atEnd() {
		return ""
	}
	key, name := m.keys.Reader.NextPart, text.CleanLine(next.Title)
	if m.offersNext() {
		key = m.keys.Reader.Act
	}
	if next.Part > 0 {
		name = fmt.Sprintf("Part %d, %s", next.Part, name)
	}
	return m.styles.Key.Render(key.Help().Key) + m.styles.Hint.Render(" next: ") + m.styles.Text.Render(name) +
		m.styles.Hint.Render(" · "+post.Duration(next.Minutes))
}
