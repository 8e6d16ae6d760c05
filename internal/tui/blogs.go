package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// Blog is a blog that can be shown.
type Blog struct {
	// ID is what the history calls it; see Options.Blog.
	ID string
	// Name is what it is called, and Where the place that it is read from, "" for the built-in blog.
	Name, Where string
	// Open begins to read it. Of what it returns only that counts which says what the blog is and how it is
	// read: Name, Blog, Load, Progress, Reload, Changed, Edit and Close.
	Open func() (Options, error)
}

// turned brings the blog that is to be shown from now on.
type turned struct {
	number  int
	options Options
	err     error
}

// openBlogs lists the blogs, to show another.
func (m *Model) openBlogs() {
	others := false
	o := m.panelOptions("Blogs", widePanel, as(m.keys.Overlay.Act, "show"), m.keys.Overlay.Leave)
	for i, b := range m.options.Blogs {
		row := overlay.Row{Key: strconv.Itoa(i), Label: b.Name, Detail: b.Where}
		if b.ID == m.options.Blog {
			row.State = overlay.Current
		} else {
			others = true
		}
		o.Rows = append(o.Rows, row)
	}
	if !others {
		m.note = &message.Status{Text: "there is no other blog: name folders under [blogs] in the configuration"}
		return
	}
	m.openPanel(&panel{Model: overlay.New(o), act: func(row string) tea.Cmd {
		i, err := strconv.Atoi(row)
		if err != nil || m.options.Blogs[i].ID == m.options.Blog {
			return nil
		}
		return m.ask(m.options.Blogs[i])
	}})
}

// ask opens another blog. What is shown stays until that is done.
func (m *Model) ask(b Blog) tea.Cmd {
	m.asked++
	number := m.asked
	return func() tea.Msg {
		o, err := b.Open()
		return turned{number, o, err}
	}
}

// turn shows the blog that was opened, unless another was asked for since. Nothing of the one before stays:
// what is still on its way from it has another number.
func (m *Model) turn(msg turned) tea.Cmd {
	if msg.number != m.asked {
		if msg.options.Close != nil {
			msg.options.Close()
		}
		return nil
	}
	if msg.err != nil {
		m.note = &message.Status{Text: msg.err.Error(), Kind: message.Failure}
		return nil
	}
	if m.options.Close != nil {
		m.options.Close()
	}
	o, from := &m.options, msg.options
	o.Name, o.Blog, o.Start = from.Name, from.Blog, ""
	o.Load, o.Progress, o.Reload, o.Changed, o.Edit, o.Close = from.Load, from.Progress, from.Reload, from.Changed, from.Edit, from.Close
	m.shown = msg.number
	m.back()
	m.catalog, m.loaded, m.trail, m.panel, m.note = nil, false, trail{}, nil, nil
	m.memory.blog, m.memory.entries = o.Blog, nil
	m.closeSearch()
	m.search.screen.Clear()
	m.search.asked = "" // the same query is another search now
	m.list.Forget(o.Name)
	m.reader.Forget()
	return m.read()
}
