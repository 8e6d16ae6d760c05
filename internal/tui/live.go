package tui

import (
	"context"
	"errors"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui/message"
)

type (
	// growing brings the posts of a blog of which not all are read.
	growing struct {
		number  int
		catalog *catalog.Catalog
	}
	// changed says that files of the blog of that number have changed.
	changed struct{ number int }
	// reloaded brings the blog again.
	reloaded struct {
		number  int
		catalog *catalog.Catalog
		err     error
		said    bool // somebody asked for it
	}
	// edited says that an editor has been left.
	edited struct{ err error }
)

// grow waits for more of a blog that is being read.
func (m *Model) grow() tea.Cmd {
	more, number := m.options.Progress, m.shown
	if more == nil {
		return nil
	}
	return func() tea.Msg {
		if c, ok := <-more; ok {
			return growing{number, c}
		}
		return nil
	}
}

// takeGrowing shows what has been read so far, until all of it is there.
func (m *Model) takeGrowing(msg growing) tea.Cmd {
	if m.loaded || msg.number != m.shown {
		return nil
	}
	first := m.catalog == nil
	m.catalog = msg.catalog
	cmd := tea.Batch(m.list.SetCatalog(msg.catalog), m.grow())
	if first {
		return tea.Batch(cmd, m.searchAgain())
	}
	return cmd
}

// watch waits for the files of the blog to change.
func (m *Model) watch() tea.Cmd {
	changes, number := m.options.Changed, m.shown
	if changes == nil {
		return nil
	}
	return func() tea.Msg {
		if _, ok := <-changes; ok {
			return changed{number}
		}
		return nil
	}
}

// takeChanged reads the blog again, and waits for the next change.
func (m *Model) takeChanged(msg changed) tea.Cmd {
	if msg.number != m.shown {
		return nil
	}
	return tea.Batch(m.reload(false), m.watch())
}

// reload reads the blog again. Whoever asked for it is told that it was done.
func (m *Model) reload(said bool) tea.Cmd {
	load, number := m.options.Reload, m.shown
	if load == nil {
		m.note = &message.Status{Text: "this blog does not change"}
		return nil
	}
	return func() tea.Msg {
		c, err := load(context.Background())
		return reloaded{number, c, err, said}
	}
}

// goneNote is said of an open post whose file is no longer there.
const goneNote = "the file of this post has gone"

// takeReloaded shows the blog as it is now. The open post is read again if it has changed, and keeps its
// place.
func (m *Model) takeReloaded(msg reloaded) tea.Cmd {
	if msg.number != m.shown {
		return nil
	}
	switch {
	case errors.Is(msg.err, fs.ErrNotExist) && m.screen == readerScreen:
		m.note = &message.Status{Text: goneNote, Kind: message.Warning}
		return nil
	case msg.err != nil:
		m.note = &message.Status{Text: msg.err.Error(), Kind: message.Failure}
		return nil
	}
	if msg.said {
		m.note = &message.Status{Text: "read again: " + msg.catalog.Headline()}
	}
	m.catalog, m.loaded = msg.catalog, true
	cmd := tea.Batch(m.list.SetCatalog(msg.catalog), m.searchAgain())
	open := m.reader.Post()
	if m.screen != readerScreen || open == nil {
		return cmd
	}
	now, ok := msg.catalog.Post(open.Slug)
	switch {
	case !ok:
		m.note = &message.Status{Text: goneNote, Kind: message.Warning}
		return cmd
	case now.Sum == open.Sum && now.Title == open.Title:
		return cmd
	}
	place := m.reader.Place()
	return tea.Batch(cmd, m.visit(visit{slug: open.Slug, place: &place, way: stay}))
}

// edit opens a file of the blog in the editor, at a line of it.
func (m *Model) edit(path string, line int) tea.Cmd {
	if m.options.Edit == nil {
		m.note = &message.Status{Text: "this post has no file to edit"}
		return nil
	}
	run, err := m.options.Edit(path, line)
	if err != nil {
		m.note = &message.Status{Text: err.Error(), Kind: message.Failure}
		return nil
	}
	if run.Stdin == nil && m.terminal.In != nil { // not what the toolkit reads, which is no file to an editor
		run.Stdin = m.terminal.In
	}
	if run.Stdout == nil && m.terminal.Out != nil {
		run.Stdout = m.terminal.Out
	}
	return tea.Exec(&editor{run, m.options.Lend}, func(err error) tea.Msg { return edited{err} })
}

func (m *Model) takeEdited(msg edited) tea.Cmd {
	if msg.err != nil {
		m.note = &message.Status{Text: "the editor: " + msg.err.Error(), Kind: message.Failure}
		return nil
	}
	return m.reload(false)
}
