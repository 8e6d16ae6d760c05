package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// follow goes where a link of the open post leads: to a post, a place in one, or the browser. What is none
// of these is shown, and never opened.
func (m *Model) follow(target string) tea.Cmd {
	to := resolve(m.catalog, m.reader.Post(), target)
	switch {
	case to.post != nil:
		return m.visit(visit{slug: to.post.Slug, anchor: to.anchor, way: onward, linked: true})
	case to.anchor != "":
		here := m.spot()
		cmd := m.goToAnchor(to.anchor)
		if cmd != nil || m.note == nil {
			m.trail.travel(onward, here)
		}
		if m.note == nil {
			m.note = m.wayBack()
		}
		return cmd
	case to.web != "":
		return m.browse(to.web)
	}
	return m.leaveClosed(target)
}

// leaveClosed shows where a link leads that is not followed.
func (m *Model) leaveClosed(target string) tea.Cmd {
	m.note = &message.Status{Text: "leads to no post of this blog, and is not opened: " + target, Kind: message.Warning}
	return nil
}

// wayBack says how one returns from where a link has led.
func (m *Model) wayBack() *message.Status {
	return &message.Status{Text: m.keys.Reader.Return.Help().Key + " leads back to where you were"}
}

// goToAnchor goes to a place that is named in the open post, or says that there is none.
func (m *Model) goToAnchor(anchor string) tea.Cmd {
	cmd, found := m.reader.GoToAnchor(anchor)
	if !found {
		m.note = &message.Status{Text: "there is no #" + anchor + " in this post", Kind: message.Warning}
	}
	return cmd
}

// browsed tells what became of an address that was given to the browser.
type browsed struct {
	address, program string
	err              error
}

// browse gives an address to the browser.
func (m *Model) browse(address string) tea.Cmd {
	if !text.SafeURL(address) {
		return m.leaveClosed(address)
	}
	desktop := m.options.Desktop
	if desktop == nil {
		return m.takeBrowsed(browsed{address: address, err: errNoDesktop})
	}
	return func() tea.Msg {
		program, err := desktop.Browse(address)
		return browsed{address, program, err}
	}
}

// takeBrowsed says which program shows the address. If none does, the address is copied.
func (m *Model) takeBrowsed(msg browsed) tea.Cmd {
	if msg.err != nil {
		return m.copy(msg.address, msg.address)
	}
	m.note = &message.Status{Text: "opened with " + msg.program + ": " + msg.address}
	return nil
}

// openLinks lists the links of the open post, to follow one.
func (m *Model) openLinks() {
	links := m.reader.Links()
	if len(links) == 0 {
		m.note = &message.Status{Text: "this post has no links"}
		return
	}
	o := m.panelOptions("Links", widePanel, as(m.keys.Overlay.Act, "follow"), m.keys.Overlay.Leave)
	for i, l := range links {
		o.Rows = append(o.Rows, overlay.Row{Key: strconv.Itoa(i), Label: label(l), Detail: l.Target})
	}
	m.openPanel(&panel{Model: overlay.New(o), act: func(row string) tea.Cmd {
		i, err := strconv.Atoi(row)
		if err != nil {
			return nil
		}
		return m.follow(links[i].Target)
	}})
}

// label is the text of a link on one line, or its address if it has none.
func label(l document.Link) string {
	if s := strings.TrimSpace(text.CleanLine(l.Text)); s != "" {
		return s
	}
	return l.Target
}
