package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// choices are the rows of the palette and what each does, by its key.
type choices struct {
	rows []overlay.Row
	do   map[string]func() tea.Cmd
}

func (c *choices) add(label, detail string, do func() tea.Cmd) {
	key := strconv.Itoa(len(c.rows))
	c.rows = append(c.rows, overlay.Row{Key: key, Label: label, Detail: detail})
	c.do[key] = do
}

func (c *choices) addTheme(m *Model, name string) {
	c.add("Theme "+name, "", func() tea.Cmd { return tea.Batch(m.putOn(name, theme.All()), m.keepTheme(name)) })
}

// palettePanel lists everything that can be done here by name: the actions with their keys, themes, tags,
// posts. A number or a percentage that is typed is a place to jump to.
func (m *Model) palettePanel() *panel {
	c := &choices{do: make(map[string]func() tea.Cmd)}
	m.addActions(c)
	c.addTheme(m, autoTheme)
	for _, t := range theme.All() {
		c.addTheme(m, t.Name)
	}
	if m.catalog != nil {
		for _, tag := range m.catalog.Tags() {
			c.add("Tag "+tag.Name, counted(tag.Posts), func() tea.Cmd { return m.onlyTag(tag.Name) })
		}
		for _, p := range m.catalog.Posts {
			c.add(p.Title, p.Category, func() tea.Cmd { return m.open(p.Slug) })
		}
	}
	o := m.panelOptions("Do", widePanel, as(m.keys.Overlay.Act, "do it"), m.keys.Overlay.Leave)
	o.Rows, o.Height = c.rows, lowPanel
	o.Typed, o.Ranked = m.jumpRows, true
	return &panel{Model: overlay.New(o), act: func(row string) tea.Cmd {
		if at, ok := strings.CutPrefix(row, jumpKey); ok {
			return m.jump(at)
		}
		return c.do[row]()
	}}
}

// addActions lists what the keys of this screen do. To choose one is to press its key.
func (m *Model) addActions(c *choices) {
	here := keymap.InList
	if m.screen == readerScreen {
		here = keymap.InReader
	}
	for _, s := range m.keys.Sections() {
		if s.Place != here && s.Place != keymap.Everywhere {
			continue
		}
		for _, e := range s.Entries {
			keys := e.Keys()
			if len(keys) == 0 || e.Action == "palette" {
				continue
			}
			c.add(capital(e.Long), strings.Join(keymap.Labels(e.Binding), "  "), func() tea.Cmd { return m.press(keymap.Press(keys[0])) })
		}
	}
}

// onlyTag shows the list with the posts of one tag.
func (m *Model) onlyTag(name string) tea.Cmd {
	back := tea.Cmd(nil)
	if m.screen != listScreen {
		back = m.back()
	}
	return tea.Batch(back, m.list.SetFilter(filter.Filter{}.WithTag(name, filter.Include)))
}

// jumpKey begins the key of a row that jumps; the rest is what was typed.
const jumpKey = "\x00"

// jumpRows is the row for a number or a percentage that is typed.
func (m *Model) jumpRows(typed string) []overlay.Row {
	typed = strings.TrimSpace(typed)
	n, percent, ok := place(typed)
	if !ok {
		return nil
	}
	label := "Go to post " + strconv.Itoa(n)
	switch {
	case percent:
		label = "Go to " + strconv.Itoa(n) + "%"
	case m.screen == readerScreen:
		label = "Go to section " + strconv.Itoa(n)
	}
	return []overlay.Row{{Key: jumpKey + typed, Label: label}}
}

// place reads "42" or "42%".
func place(typed string) (n int, percent, ok bool) {
	digits, percent := strings.CutSuffix(typed, "%")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || percent && n > 100 {
		return 0, false, false
	}
	return n, percent, true
}

func (m *Model) jump(typed string) tea.Cmd {
	n, percent, _ := place(typed)
	switch {
	case m.screen == readerScreen && percent:
		return m.reader.GoToPercent(n)
	case m.screen == readerScreen:
		return m.reader.GoToSection(n - 1)
	case percent:
		return m.list.GoTo(m.list.Len() * n / 100)
	}
	return m.list.GoTo(n - 1)
}

func counted(posts int) string {
	if posts == 1 {
		return "1 post"
	}
	return strconv.Itoa(posts) + " posts"
}
