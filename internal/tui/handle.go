package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/layout"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/reader"
)

// press gives a key to whoever has the keyboard. Keys that concern more than one part of the screen are
// handled here, at once, so that of two keys in one read the second meets what the first has done.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.note = nil
	switch {
	case key.Matches(msg, m.keys.Global.Interrupt):
		return tea.Quit
	case key.Matches(msg, m.keys.Global.Redraw):
		return tea.ClearScreen
	case key.Matches(msg, m.keys.Global.Suspend):
		return tea.Suspend
	case m.panel != nil:
		return m.pressPanel(msg)
	case m.opening != nil:
		return m.typeAhead(msg)
	case m.search.shown:
		return m.pressSearch(msg)
	case m.screen == listScreen && m.list.Typing():
		return m.list.Update(msg)
	case m.screen == readerScreen && m.reader.Typing():
		return m.reader.Update(msg)
	case key.Matches(msg, m.keys.Global.Help):
		m.openPanel(m.helpPanel())
		return nil
	case key.Matches(msg, m.keys.Global.Search):
		return m.openSearch()
	case key.Matches(msg, m.keys.Global.Palette):
		m.openPanel(m.palettePanel())
		return nil
	case key.Matches(msg, m.keys.Global.Themes):
		m.openPanel(m.themePanel())
		return nil
	case key.Matches(msg, m.keys.Global.Mouse):
		m.toggleMouse()
		return nil
	case key.Matches(msg, m.keys.Global.Blogs):
		m.openBlogs()
		return nil
	case m.screen == readerScreen:
		return m.pressReader(msg)
	}
	return m.pressList(msg)
}

// typeAhead keeps a key for the post that is being read from its file, since whoever presses it has
// opened that post already. Esc stays with what is on the screen.
func (m *Model) typeAhead(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, m.keys.List.Clear) {
		m.request++
		m.opening, m.typed = nil, nil
		return nil
	}
	m.typed = append(m.typed, msg)
	return nil
}

// pressReader handles the keys of the reader that concern more than the text on its screen.
func (m *Model) pressReader(msg tea.KeyPressMsg) tea.Cmd {
	keys := m.keys.Reader
	switch {
	case m.reader.Alone():
		return m.reader.Update(msg)
	case key.Matches(msg, keys.Back):
		return m.back()
	case key.Matches(msg, keys.Outline):
		m.openOutline()
	case key.Matches(msg, keys.Links):
		m.openLinks()
	case key.Matches(msg, keys.Tags):
		m.openPostTags()
	case key.Matches(msg, keys.Act) && m.reader.Target() != "":
		return m.follow(m.reader.Target())
	case key.Matches(msg, keys.Language):
		_, percent, _, _ := m.reader.Progress()
		return m.translate(m.reader.Post(), percent)
	case key.Matches(msg, keys.Return):
		return m.goBack()
	case key.Matches(msg, keys.Forward):
		return m.goForward()
	case key.Matches(msg, keys.CopyCode):
		return m.copyCode()
	case key.Matches(msg, keys.Edit):
		return m.edit(m.reader.Post().Path, m.reader.SourceLine())
	case key.Matches(msg, keys.CopyPost):
		return m.copyPost()
	default:
		return m.reader.Update(msg)
	}
	return nil
}

func (m *Model) pressList(msg tea.KeyPressMsg) tea.Cmd {
	keys := m.keys.List
	if key.Matches(msg, keys.Quit) {
		return tea.Quit
	}
	if m.catalog == nil {
		return nil
	}
	switch {
	case key.Matches(msg, keys.Open):
		if p := m.list.Chosen(); p != nil {
			return m.open(p.Slug)
		}
	case key.Matches(msg, keys.Tags):
		m.openPanel(m.tagPanel())
	case key.Matches(msg, keys.Category):
		m.openPanel(m.categoryPanel())
	case key.Matches(msg, keys.Rescan):
		return m.reload(true)
	case key.Matches(msg, keys.Edit):
		if p := m.list.Chosen(); p != nil {
			return m.edit(p.Path, 1)
		}
	case key.Matches(msg, keys.Language):
		if p := m.list.Chosen(); p != nil {
			return m.translate(p, 0)
		}
	case key.Matches(msg, keys.Files):
		m.openFiles()
	case key.Matches(msg, keys.Read):
		return m.toggleRead()
	case key.Matches(msg, keys.Star):
		return m.toggleStar()
	case key.Matches(msg, keys.Unread):
		return m.list.SetFilter(m.list.Filter().WithUnread(!m.list.Filter().Unread()))
	case key.Matches(msg, keys.Sort):
		m.openPanel(m.sortPanel())
	default:
		return m.list.Update(msg)
	}
	return nil
}

func (m *Model) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case m.panel != nil:
		m.panel.Update(msg)
		return nil
	case m.search.shown:
		return m.pressSearch(msg)
	case m.screen == readerScreen:
		return m.reader.Update(msg)
	}
	return m.list.Update(msg)
}

func (m *Model) resize(width, height int) tea.Cmd {
	m.width, m.height = width, height
	screen, _ := layout.Screen(width, height)
	if m.panel != nil {
		m.panel.SetScreen(width, height)
	}
	return tea.Batch(m.search.screen.SetSize(screen.W, screen.H), m.list.SetSize(screen.W, screen.H), m.reader.SetSize(screen.W, screen.H))
}

// worn returns the theme that is worn.
func (m *Model) worn() theme.Theme { return theme.For(m.theme, m.dark, m.depth) }

// depth is how many colours a terminal has.
func depth(p colorprofile.Profile) theme.Depth {
	switch p {
	case colorprofile.TrueColor:
		return theme.TrueColour
	case colorprofile.ANSI256:
		return theme.TwoHundredFiftySix
	case colorprofile.ANSI:
		return theme.Sixteen
	}
	return theme.NoColour
}

// takeBackground takes what the terminal says of its background, unless that is what the theme has set.
func (m *Model) takeBackground(dark bool) tea.Cmd {
	if m.bringsBackground() {
		return nil
	}
	m.answered = true
	return m.learn(dark, m.depth)
}

// bringsBackground tells whether the terminal's own background does not fit the theme.
func (m *Model) bringsBackground() bool {
	return m.answered && m.depth < theme.Sixteen && !m.styles.Fits(m.dark)
}

// learn takes what the terminal says of its background and its colours.
func (m *Model) learn(dark bool, depth theme.Depth) tea.Cmd {
	if dark == m.dark && depth == m.depth {
		return nil
	}
	m.dark, m.depth = dark, depth
	return m.wear()
}

// wear puts the theme on.
func (m *Model) wear() tea.Cmd {
	m.styles = m.worn().Styles()
	if m.panel != nil {
		m.panel.SetStyles(m.styles)
	}
	return tea.Batch(m.search.screen.SetStyles(m.styles), m.list.SetStyles(m.styles), m.reader.SetStyles(m.styles))
}

// takeBlog shows the posts, or says why there are none, and opens the post to start with. Only then it is heard
// what has changed since they were read.
func (m *Model) takeBlog(msg message.Loaded) tea.Cmd {
	if msg.Number != m.shown {
		return nil
	}
	if msg.Err != nil {
		m.list.SetError(msg.Err)
		return m.watch()
	}
	m.catalog, m.loaded = msg.Catalog, true
	if note := unlisted(msg.Catalog); note != "" && m.note == nil {
		m.note = &message.Status{Text: note, Kind: message.Warning}
	}
	m.memory.entries = msg.History
	m.memory.clock.Meet(msg.History)
	m.takeForgotten(msg.Forgot)
	m.list.SetHistory(msg.History)
	cmd := tea.Batch(m.list.SetCatalog(msg.Catalog), m.searchAgain(), m.watch())
	if m.options.Start != "" {
		return tea.Batch(cmd, m.open(m.options.Start))
	}
	return cmd
}

// unlisted says what is wrong beside the posts of the list: files that could not be read at all.
func unlisted(c *catalog.Catalog) string {
	listed := make(map[string]bool)
	for _, posts := range [][]*post.Post{c.Posts, c.Drafts} {
		for _, p := range posts {
			listed[p.Path] = true
		}
	}
	first, more := "", 0
	for _, problem := range c.Problems {
		switch {
		case listed[problem.Path]:
		case first == "":
			first = problem.Error()
		default:
			more++
		}
	}
	if more > 0 {
		first += fmt.Sprintf(" (and %d more)", more)
	}
	return first
}

// open opens a post at its beginning.
func (m *Model) open(slug string) tea.Cmd { return m.visit(visit{slug: slug}) }

// visit is a post to open, and what to do once it is there.
type visit struct {
	slug   string
	anchor string        // a place to go to, "" for none
	place  *reader.Place // another, nil for none
	part   int           // another: how much of the words stands before it, in percent, 0 for none
	found  *sought       // what was searched; nil: nothing was
	way    way           // what it means for the trail
	linked bool          // a link has led there
}

// visit reads a post. The screen changes when it is there.
func (m *Model) visit(v visit) tea.Cmd {
	if m.catalog == nil {
		return nil
	}
	p, ok := m.catalog.Post(v.slug)
	if !ok {
		text := fmt.Sprintf("there is no post %q", v.slug)
		if near := m.catalog.Nearest(v.slug, 3); len(near) > 0 {
			text += ": is it " + strings.Join(near, ", ") + "?"
		}
		m.note = &message.Status{Text: text, Kind: message.Failure}
		return nil
	}
	m.request++
	m.opening, m.typed = &v, nil
	c, request, probe := m.catalog, m.request, m.options.Probe
	return func() tea.Msg {
		opened := read(c, p, probe)
		opened.Request = request
		v.found.locate(&opened)
		return opened
	}
}

// show shows the post that was read, unless another was asked for since.
func (m *Model) show(msg message.Opened) tea.Cmd {
	if msg.Request != m.request {
		return nil
	}
	v, typed := m.opening, m.typed
	m.opening, m.typed = nil, nil
	if msg.Err != nil {
		m.note = &message.Status{Text: msg.Err.Error(), Kind: message.Failure}
		return nil
	}
	if m.screen == readerScreen {
		m.trail.travel(v.way, m.spot())
	} else {
		m.trail = trail{}
	}
	m.screen = readerScreen
	m.reader.SetLanguages(m.catalog.LanguageOf(msg.Post), m.catalog.Others(msg.Post))
	m.search.shown = m.search.shown && v.way == stay
	cmds := []tea.Cmd{m.reader.Open(msg.Post, msg.Doc, m.series(msg.Post)), m.list.Select(msg.Post.Slug), m.welcome(msg, *v), prepareLinks(m.catalog)}
	if v.place != nil {
		cmds = append(cmds, m.reader.GoToPlace(*v.place))
	}
	if v.part > 0 {
		cmds = append(cmds, m.reader.GoToPercent(v.part))
	}
	if v.anchor != "" {
		cmds = append(cmds, m.goToAnchor(v.anchor))
	}
	if v.found != nil {
		cmds = append(cmds, m.showFound(v.found, msg.Matches, msg.Match))
	}
	for _, k := range typed {
		cmds = append(cmds, m.press(k))
	}
	if msg.Crash != nil {
		m.fell(msg.Crash)
	}
	return tea.Batch(cmds...)
}

// back shows the list. A post that is still being read no longer comes.
func (m *Model) back() tea.Cmd {
	m.request++
	m.opening, m.typed = nil, nil
	m.screen = listScreen
	return m.list.SetHistory(m.memory.entries)
}

// step opens the post that comes after or before the open one.
func (m *Model) step(delta int) tea.Cmd {
	open := m.reader.Post()
	if m.catalog == nil || open == nil {
		return nil
	}
	p, ok := m.catalog.Neighbour(open, delta)
	if !ok {
		m.note = &message.Status{Text: "there is no other post that way"}
		return nil
	}
	return m.visit(visit{slug: p.Slug, way: onward})
}
