package tui

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/reader"
)

// A panic is a mistake of the program over what it was to show. All of them are caught here, where the
// toolkit calls the model: what is on top of the screen is given up, a panel, the layout of a post, a
// preview, until what is left can be drawn. If nothing is, the program ends as it does when it is quit.

// crashed brings the panic of a command, whose answer will not come.
type crashed struct{ err error }

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	err := crash.Try(func() error {
		m.options.Probe("update")
		cmd = m.update(msg)
		return nil
	})
	if err != nil {
		m.survive(err)
	}
	return m, guard(tea.Batch(cmd, m.tell()))
}

// View implements tea.Model.
func (m *Model) View() tea.View {
	for {
		var v tea.View
		err := crash.Try(func() error {
			m.options.Probe("view")
			v = m.view()
			return nil
		})
		if err == nil || !m.survive(err) {
			v.AltScreen = true
			return v
		}
	}
}

// guard returns a command whose panic comes back as a message.
func guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		err := crash.Try(func() error {
			msg = cmd()
			return nil
		})
		if err != nil {
			return crashed{err}
		}
		if batch, ok := msg.(tea.BatchMsg); ok {
			all := make(tea.BatchMsg, len(batch))
			for i, cmd := range batch {
				all[i] = guard(cmd)
			}
			return all
		}
		return msg
	}
}

// survive gives up what is on top of the screen after a panic. If there is nothing that could be, it ends the
// program and returns false.
func (m *Model) survive(err error) bool {
	var left bool
	again := crash.Try(func() error {
		switch {
		case m.panel != nil:
			m.panel, left = nil, true
		case m.search.shown:
			if left = m.search.screen.DropPreview(); !left {
				m.search.shown, left = false, true
			}
		case m.screen == readerScreen:
			left = m.reader.ShowPlain()
		default:
			left = m.list.DropPreview()
		}
		return nil
	})
	switch {
	case again == nil && left:
		m.fell(err)
		return true
	case m.end == nil:
		panic(err)
	}
	m.end(errors.Join(err, again))
	return false
}

// fell keeps a panic that was survived, and says so.
func (m *Model) fell(err error) tea.Cmd {
	what := "something failed, and is left out"
	if p := m.reader.Post(); m.screen == readerScreen && p != nil {
		err = fmt.Errorf("%s: %w", p.Path, err)
		if m.reader.Document().IsPlain() {
			what = "cannot be laid out, shown as in its file"
		}
	}
	m.crashes = append(m.crashes, err)
	m.note = &message.Status{Text: what + "; --debug FILE keeps the trace", Kind: message.Warning}
	return nil
}

// tell returns a command that tells of the panics that were survived; nil if there were none.
func (m *Model) tell() tea.Cmd {
	told, errs := m.options.Crashed, m.crashes
	m.crashes = nil
	if told == nil || len(errs) == 0 {
		return nil
	}
	return func() tea.Msg {
		for _, err := range errs {
			told(err)
		}
		return nil
	}
}

// read reads and parses a post, for a command. One that cannot be parsed comes as it stands in its file.
func read(c *catalog.Catalog, p *post.Post, probe func(string)) message.Opened {
	opened := message.Opened{Post: p}
	crashed := crash.Try(func() error {
		probe("parse")
		var body []byte
		if body, opened.Err = c.Body(p.Slug); opened.Err == nil {
			opened.Doc = document.Open(p.Title, body)
			opened.Prints = reader.Prints(opened.Doc)
		}
		return nil
	})
	if crashed != nil {
		source, err := c.Source(p.Slug)
		opened = message.Opened{Post: p, Doc: document.Plain(p.Title, source), Err: err, Crash: crashed}
	}
	return opened
}
