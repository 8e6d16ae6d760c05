package tui

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/reader"
)

// saveAfter is how long after a change what is remembered is written: a reader who scrolls changes it with
// every key.
const saveAfter = 2 * time.Second

// memory is what the program remembers of reading, and what of it has yet to be written.
type memory struct {
	store   *history.Store // nil: nothing is written
	blog    string         // what the history calls the blog
	clock   *history.Clock
	entries map[string]history.Entry // by slug; replaced as a whole, never changed
	left    unwritten
	tracked bool // the screen is as it was when it was last looked at
	waiting bool // a save is on its way
	failed  bool // it has been said that nothing can be written
}

type (
	saveDue struct{}
	saved   struct {
		changes history.History
		err     error
	}
)

// remember changes what is known of a post, and sees to it that it is written.
func (m *Model) remember(slug string, change func(*history.Entry)) tea.Cmd {
	mem := &m.memory
	e := mem.entries[slug]
	change(&e)
	mem.entries = maps.Clone(mem.entries)
	if mem.entries == nil {
		mem.entries = make(map[string]history.Entry)
	}
	mem.entries[slug] = e
	if mem.store == nil {
		return nil
	}
	key := history.Key{Blog: mem.blog, Slug: slug}
	mem.left.add(history.History{key: e})
	if mem.waiting {
		return nil
	}
	mem.waiting = true
	return tea.Tick(saveAfter, func(time.Time) tea.Msg { return saveDue{} })
}

// save writes what has changed.
func (m *Model) save() tea.Cmd {
	store, changes := m.memory.store, m.memory.left.take()
	m.memory.waiting = false
	if len(changes) == 0 {
		return nil
	}
	return func() tea.Msg {
		_, err := store.Save(context.Background(), changes)
		return saved{changes, err}
	}
}

// takeForgotten says why not all is remembered. What is only damaged can be written anew; of any other file it
// has been said that it cannot.
func (m *Model) takeForgotten(why error) {
	if why == nil {
		return
	}
	var damaged *history.DamagedError
	m.memory.failed = !errors.As(why, &damaged)
	m.note = &message.Status{Text: why.Error(), Kind: message.Warning}
}

// takeSaved keeps what could not be written for the next time, and says so once.
func (m *Model) takeSaved(msg saved) tea.Cmd {
	m.memory.left.answered(msg.changes, msg.err)
	if msg.err == nil {
		m.memory.failed = false
		return nil
	}
	if !m.memory.failed {
		m.memory.failed = true
		m.note = &message.Status{Text: msg.err.Error(), Kind: message.Warning}
	}
	return nil
}

// finish writes what has yet to be written when the program ends. It waits, and may be called while the
// screens hang.
func (m *Model) finish() error {
	left := m.memory.left.all()
	if m.memory.store == nil || len(left) == 0 {
		return nil
	}
	_, err := m.memory.store.Save(context.Background(), left)
	return err
}

// tracking does what a key asks for. It looks at what was on the screen until then, unless that has been looked
// at, and at what is there afterwards: every line that was shown counts.
func (m *Model) tracking(tracked bool, do func() tea.Cmd) tea.Cmd {
	var before tea.Cmd
	if !tracked {
		before = m.track()
	}
	cmd := tea.Batch(before, do(), m.track())
	m.memory.tracked = true
	return cmd
}

// track remembers how far the open post is read.
func (m *Model) track() tea.Cmd {
	p := m.reader.Post()
	if m.screen != readerScreen || p == nil || m.reader.Typing() { // what a search runs past is not read
		return nil
	}
	place, percent, end, sections := m.reader.Progress()
	e := m.memory.entries[p.Slug]
	known := !slices.ContainsFunc(sections, func(id string) bool { return !e.Sections[id].On })
	if !e.Progress.At.IsZero() && e.Progress.Place == place && e.Progress.Percent == percent && (e.Read.On || !end) && known {
		return nil
	}
	now := m.memory.clock.Now()
	return m.remember(p.Slug, func(e *history.Entry) {
		e.Progress = history.Progress{At: now, Percent: percent, Place: place}
		if end && !e.Read.On {
			e.Read = history.Flag{At: now, On: true}
		}
		done := maps.Clone(e.Sections)
		if done == nil && len(sections) > 0 {
			done = make(map[string]history.Flag)
		}
		for _, id := range sections {
			if !done[id].On {
				done[id] = history.Flag{At: now, On: true}
			}
		}
		e.Sections = done
	})
}

// welcome takes up a post where it was left: it marks what was written since, and goes to the place unless
// the way there led to another.
func (m *Model) welcome(msg message.Opened, v visit) tea.Cmd {
	slug := msg.Post.Slug
	e := m.memory.entries[slug]
	changed := m.reader.Remember(msg.Prints, e, m.next(msg.Post))
	var cmd tea.Cmd
	if v.linked {
		m.note = m.wayBack()
	}
	if resume := e.Started() && v.anchor == "" && v.place == nil && v.part == 0 && v.found == nil; resume {
		cmd = m.reader.Resume(e.Progress.Place)
		m.note = &message.Status{Text: "continued where you stopped; " + m.keys.Reader.Top.Help().Key + " leads to the beginning"}
	}
	if changed > 0 && e.Edition.Sum != msg.Post.Sum {
		m.note = &message.Status{Text: "changed since you read it: see the marks at its left"}
	}
	now := m.memory.clock.Now()
	edition := m.remember(slug, func(e *history.Entry) {
		if e.Edition.Sum != msg.Post.Sum || len(e.Edition.Blocks) == 0 {
			e.Edition = history.Edition{At: now, Sum: msg.Post.Sum, Blocks: msg.Prints}
		}
	})
	return tea.Batch(cmd, edition)
}

// series tells the reader of the series of a post.
func (m *Model) series(p *post.Post) reader.Series {
	var s reader.Series
	for _, part := range m.catalog.Series(p.Series) {
		s.Parts++
		s.Minutes += part.Minutes()
		if part.Slug != p.Slug {
			s.Left += m.memory.entries[part.Slug].MinutesLeft(part.Minutes())
		}
	}
	return s
}

// next tells the reader which post comes after another.
func (m *Model) next(p *post.Post) reader.Next {
	n, ok := m.catalog.Neighbour(p, +1)
	switch {
	case !ok:
		return reader.Next{}
	case p.Series == "" || !strings.EqualFold(n.Series, p.Series):
		return reader.Next{Title: n.Title, Minutes: n.Minutes()}
	}
	return reader.Next{Title: n.Title, Minutes: n.Minutes(), Part: n.Part}
}

// mark remembers a place that was given a letter.
func (m *Model) mark(msg message.Marked) tea.Cmd {
	now := m.memory.clock.Now()
	return m.remember(m.reader.Post().Slug, func(e *history.Entry) {
		marks := maps.Clone(e.Marks)
		if marks == nil {
			marks = make(map[string]history.Mark)
		}
		marks[string(msg.Letter)] = history.Mark{At: now, Place: msg.Place}
		e.Marks = marks
	})
}

// toggleRead marks the post under the cursor as read, or as unread and never begun.
func (m *Model) toggleRead() tea.Cmd {
	return m.toggle(func(e *history.Entry, now time.Time) {
		e.Read = history.Flag{At: now, On: !e.Read.On}
		if !e.Read.On {
			e.Progress = history.Progress{At: now}
			e.Sections = nil
		}
	})
}

// toggleStar stars the post under the cursor, or takes its star.
func (m *Model) toggleStar() tea.Cmd {
	return m.toggle(func(e *history.Entry, now time.Time) { e.Starred = history.Flag{At: now, On: !e.Starred.On} })
}

func (m *Model) toggle(change func(*history.Entry, time.Time)) tea.Cmd {
	p := m.list.Chosen()
	if p == nil {
		return nil
	}
	now := m.memory.clock.Now()
	cmd := m.remember(p.Slug, func(e *history.Entry) { change(e, now) })
	return tea.Batch(cmd, m.list.SetHistory(m.memory.entries))
}
