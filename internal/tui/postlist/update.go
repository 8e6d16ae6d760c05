package postlist

import (
	"errors"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/tui/input"
)

// Update handles a key, a paste or an answer. The keys that lead to other screens and panels are the
// shell's.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if m.box != nil {
			return m.edit(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case m.catalog == nil:
		case m.box != nil:
			return m.typeKey(msg)
		default:
			return m.press(msg)
		}
	default:
		return m.preview.Update(msg)
	}
	return nil
}

func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	keys := m.keys.List
	switch {
	case key.Matches(msg, keys.Filter):
		m.box = m.newBox()
		if query := m.filter.String(); query != "" {
			m.box.SetValue(query + " ")
		}
	case key.Matches(msg, keys.Clear):
		return m.SetFilter(filter.Filter{})
	case key.Matches(msg, keys.ToggleTag):
		return m.toggleTag(slices.Index(keys.ToggleTag.Keys(), msg.String()))
	case key.Matches(msg, keys.Lines):
		m.setDensity(m.density.other())
	default:
		return m.move(msg)
	}
	return nil
}

// move moves the cursor: by one post, or by as many as make about half a page or a page of rows.
func (m *Model) move(msg tea.KeyPressMsg) tea.Cmd {
	keys, at, rows := m.keys.List, m.strip.chosen, m.place.Rows.H
	switch {
	case key.Matches(msg, keys.Down):
		return m.choose(at + 1)
	case key.Matches(msg, keys.Up):
		return m.choose(at - 1)
	case key.Matches(msg, keys.HalfDown):
		return m.choose(m.items().away(at, max(rows/2, 1)))
	case key.Matches(msg, keys.HalfUp):
		return m.choose(m.items().away(at, -max(rows/2, 1)))
	case key.Matches(msg, keys.PageDown):
		return m.choose(m.items().away(at, max(rows, 1)))
	case key.Matches(msg, keys.PageUp):
		return m.choose(m.items().away(at, -max(rows, 1)))
	case key.Matches(msg, keys.Top):
		return m.choose(0)
	case key.Matches(msg, keys.Bottom):
		return m.choose(len(m.entries) - 1)
	}
	return nil
}

// typeKey handles a key while the box is typed into.
func (m *Model) typeKey(msg tea.KeyPressMsg) tea.Cmd {
	keys := m.keys.Box
	if handled, changed := m.box.Complete(msg); handled {
		if changed {
			return m.query()
		}
		return nil
	}
	switch {
	case key.Matches(msg, keys.Keep):
		m.close()
		return nil
	case key.Matches(msg, keys.Clear):
		m.close()
		return m.SetFilter(filter.Filter{})
	case key.Matches(msg, keys.Down):
		return m.choose(m.strip.chosen + 1)
	case key.Matches(msg, keys.Up):
		return m.choose(m.strip.chosen - 1)
	}
	return m.edit(msg)
}

func (m *Model) close() { m.box, m.wrong = nil, nil }

// newBox returns an empty filter box that knows the names of the blog.
func (m *Model) newBox() *input.Completing {
	keys := m.keys.Box
	return input.NewCompleting(m.words(),
		input.Keys{Next: keys.Next, Prev: keys.Prev, Right: keys.Right, Left: keys.Left, Leave: keys.Clear})
}

// edit lets a key or a paste edit the query.
func (m *Model) edit(msg tea.Msg) tea.Cmd {
	if !m.box.Update(msg) {
		return nil
	}
	return m.query()
}

// query lets the list follow the box. With other words other posts are the best, so the first of them is
// chosen.
func (m *Model) query() tea.Cmd {
	f, ok := m.understand(m.box.Value())
	if !ok {
		return nil
	}
	ranked := f.Words() != m.filter.Words() && f.Words() != ""
	cmd := m.SetFilter(f)
	if ranked {
		m.strip = strip{}
		return m.look()
	}
	return cmd
}

// understand reads a query and remembers what is wrong with it. A part that is wrong counts for nothing:
// the list stays as the rest of the query has it. So does a name that is not yet typed to its end.
func (m *Model) understand(query string) (filter.Filter, bool) {
	m.wrong = nil
	f, err := filter.ParseTyped(query, m.words())
	if errors.As(err, &m.wrong) {
		end := m.wrong.Offset + m.wrong.Length
		f, err = filter.ParseTyped(query[:m.wrong.Offset]+query[end:], m.words())
	}
	return f, err == nil
}

// toggleTag includes the n-th tag of the bar, or wants nothing of it if it had a state.
func (m *Model) toggleTag(n int) tea.Cmd {
	tags := m.barTags()
	if n < 0 || n >= len(tags) {
		return nil
	}
	name, state := tags[n].Name, filter.Include
	if m.filter.Tag(name) != filter.Any {
		state = filter.Any
	}
	return m.SetFilter(m.filter.WithTag(name, state))
}

// other is the density that the key changes to.
func (d density) other() density {
	if d == cards {
		return lines
	}
	return cards
}

// setDensity changes between cards and lines, with the chosen post in view.
func (m *Model) setDensity(d density) {
	m.density = d
	m.follow()
}
