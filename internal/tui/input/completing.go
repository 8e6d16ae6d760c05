package input

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// Keys are the keys of suggestions. Next completes what is typed; once it has put a suggestion into the
// text the others are chosen from: Next, Prev, Right and Left go through them, and Leave puts back what was
// typed. At any other time all but Next and Prev mean what they mean to the owner of the box.
type Keys struct{ Next, Prev, Right, Left, Leave key.Binding }

// Completing is a box for queries. It suggests how what is being typed could go on, in a line that its
// owner draws where it likes (Suggestions).
type Completing struct {
	*Model
	keys  Keys
	words filter.Vocabulary
	found filter.Completion // of the text as it was typed
	typed typedText
	at    int // of the candidates, the one that is in the text; none if it is as it was typed
}

// typedText is a text with its cursor, a byte of it.
type typedText struct {
	value  string
	cursor int
}

const none = -1

// NewCompleting returns an empty box that completes with the words of a vocabulary.
func NewCompleting(words filter.Vocabulary, keys Keys) *Completing {
	m := &Completing{Model: New(), keys: keys, words: words}
	m.suggest()
	return m
}

// SetWords changes the vocabulary.
func (m *Completing) SetWords(words filter.Vocabulary) {
	m.words = words
	m.suggest()
}

// SetValue changes the text and puts the cursor at its end.
func (m *Completing) SetValue(s string) {
	m.Model.SetValue(s)
	m.suggest()
}

// Update lets a key or a paste edit the text and tells whether it did. Keys that the box does not take are
// to be given to Complete first.
func (m *Completing) Update(msg tea.Msg) (changed bool) {
	changed = m.Model.Update(msg)
	if changed || m.now() != m.typed {
		m.suggest()
	}
	return changed
}

// Complete lets a key complete the text. It tells whether it was a key for that, which means nothing else
// then, and whether it changed the text.
func (m *Completing) Complete(msg tea.KeyPressMsg) (handled, changed bool) {
	before := m.Value()
	switch choosing := m.at != none; {
	case key.Matches(msg, m.keys.Next):
		m.complete(+1)
	case key.Matches(msg, m.keys.Prev):
		m.complete(-1)
	case choosing && key.Matches(msg, m.keys.Right):
		m.choose(m.at + 1)
	case choosing && key.Matches(msg, m.keys.Left):
		m.choose(m.at - 1)
	case choosing && key.Matches(msg, m.keys.Leave):
		m.set(m.typed)
		m.at = none
	default:
		return false, false
	}
	return true, m.Value() != before
}

// Unfinished tells whether what is typed at the end of the text can go on, so that what is wrong with it is
// not wrong yet.
func (m *Completing) Unfinished() bool {
	return len(m.found.Candidates) > 0 && m.found.Range.End == len(m.typed.value)
}

// suggest finds the candidates for the text as it is now.
func (m *Completing) suggest() {
	m.typed, m.at = m.now(), none
	m.found = filter.Complete(m.typed.value, m.typed.cursor, m.words)
}

// complete puts into the text what all candidates have in common. Where that is nothing more than is typed
// it puts them there, one after the other.
func (m *Completing) complete(step int) {
	switch n := len(m.found.Candidates); {
	case n == 0:
	case m.at != none:
		m.choose(m.at + step)
	case n == 1:
		m.choose(0)
		m.suggest() // it may be a key, whose values come next
	default:
		if common := m.found.Common(); longer(common, m.typed.value[m.found.Range.Start:m.typed.cursor]) {
			m.put(common)
			m.suggest()
			return
		}
		m.choose(min(step, 0))
	}
}

// longer tells whether a text goes on from another, whatever the case.
func longer(s, than string) bool { return len(s) > len(than) && strings.EqualFold(s[:len(than)], than) }

// choose puts a candidate into the text; the one after the last is the first.
func (m *Completing) choose(i int) {
	n := len(m.found.Candidates)
	m.at = (i + n) % n
	m.put(m.found.Candidates[m.at].Text)
}

// put puts a text in the place of what was typed.
func (m *Completing) put(s string) {
	r := m.found.Range
	m.set(typedText{m.typed.value[:r.Start] + s + m.typed.value[r.End:], r.Start + len(s)})
}

func (m *Completing) set(t typedText) {
	m.edit.SetValue(t.value)
	m.edit.SetCursor(utf8.RuneCountInString(t.value[:min(t.cursor, len(t.value))]))
}

func (m *Completing) now() typedText {
	value := m.Value()
	return typedText{value, offset(value, m.edit.Position())}
}

// suggestionGap is the cells between two suggestions.
const suggestionGap = 2

// Suggestions draws the candidates in a line of at most width cells, from one on that has the chosen one in
// view. It is empty if there are none.
func (m *Completing) Suggestions(s *theme.Styles, width int) string {
	shown := m.shown(width)
	if len(shown) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(s.Key.Render(m.keys.Next.Help().Key))
	for _, c := range shown {
		style := s.Hint
		if c.index == m.at {
			style = s.Selected
		}
		b.WriteString(strings.Repeat(" ", suggestionGap) + style.Render(c.name))
	}
	return b.String()
}

// Click puts the suggestion into the text that stands at a cell of the line that Suggestions draws, and tells
// whether there is one. Others are suggested then for what comes next.
func (m *Completing) Click(x, width int) bool {
	for _, c := range m.shown(width) {
		if x >= c.from && x < c.from+text.Width(c.name) && c.index != none {
			m.choose(c.index)
			m.suggest()
			return true
		}
	}
	return false
}

// suggestion is a candidate that is shown, or that there are more.
type suggestion struct {
	index int // of the candidate; none: more of them
	name  string
	from  int // the cell of the line
}

// shown returns what is shown of the candidates in so many cells.
func (m *Completing) shown(width int) []suggestion {
	all := m.found.Candidates
	at := text.Width(m.keys.Next.Help().Key)
	if len(all) == 0 || width-at < 2*suggestionGap {
		return nil
	}
	first := 0
	for first < m.at && cells(all[first:m.at+1]) > width-at {
		first++
	}
	var out []suggestion
	for i := first; i < len(all); i++ {
		c := suggestion{i, all[i].Name, at + suggestionGap}
		if i == m.at {
			c.name = text.Truncate(c.name, width-c.from)
		} else if end := c.from + text.Width(c.name); i < len(all)-1 && end+suggestionGap+1 > width || end > width {
			c.index, c.name = none, "…"
		}
		if at = c.from + text.Width(c.name); at > width {
			break
		}
		out = append(out, c)
		if c.index == none {
			break
		}
	}
	return out
}

// cells is the width of candidates with the gaps before them.
func cells(candidates []filter.Candidate) int {
	n := 0
	for _, c := range candidates {
		n += suggestionGap + text.Width(c.Name)
	}
	return n + suggestionGap + 1 // that there are more
}
