package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// autoTheme is the name of the theme that follows the terminal.
const autoTheme = "auto"

// themePanel lists the themes. The one under the cursor is worn at once; Esc puts the old one on again.
func (m *Model) themePanel() *panel {
	before := m.theme
	o := m.panelOptions(m.themeTitle(), narrowPanel, as(m.keys.Overlay.Act, "wear"), m.keys.Overlay.Leave)
	o.Height = lowPanel
	o.Rows = []overlay.Row{{Key: autoTheme, Label: autoTheme, Detail: "follows the terminal"}}
	all := theme.All()
	if m.options.Theme != nil {
		if _, ours := theme.Named(m.options.Theme.Name); !ours {
			all = append(all, *m.options.Theme)
		}
	}
	for _, t := range all {
		ground := "for light terminals"
		if t.Dark {
			ground = "for dark terminals"
		}
		o.Rows = append(o.Rows, overlay.Row{Key: t.Name, Label: t.Name, Detail: ground})
	}
	for i := range o.Rows {
		if before == nil && o.Rows[i].Key == autoTheme || before != nil && o.Rows[i].Key == before.Name {
			o.Rows[i].State = overlay.Current
		}
	}
	return &panel{
		Model: overlay.New(o),
		look:  func(name string) tea.Cmd { return m.putOn(name, all) },
		act:   func(name string) tea.Cmd { return tea.Batch(m.putOn(name, all), m.keepTheme(name)) },
		leave: func() tea.Cmd {
			m.theme = before
			return m.wear()
		},
	}
}

// themeTitle says of the picker what cannot be seen in it.
func (m *Model) themeTitle() string {
	switch m.depth {
	case theme.Sixteen:
		return "Theme (on sixteen colours, the terminal's)"
	case theme.NoColour:
		return "Theme (without colours, none shows)"
	}
	return "Theme"
}

// putOn puts on the theme of that name, or for any other name the one that fits the terminal.
func (m *Model) putOn(name string, all []theme.Theme) tea.Cmd {
	m.theme = nil
	for _, t := range all {
		if t.Name == name {
			m.theme = &t
		}
	}
	return m.wear()
}

// keptTheme tells whether a theme that was chosen will be worn the next time.
type keptTheme struct {
	name string
	err  error
}

// keepTheme keeps a theme for the next time.
func (m *Model) keepTheme(name string) tea.Cmd {
	keep := m.options.KeepTheme
	if keep == nil {
		return nil
	}
	return func() tea.Msg { return keptTheme{name, keep(name)} }
}

func (m *Model) takeKeptTheme(msg keptTheme) tea.Cmd {
	m.note = &message.Status{Text: "theme " + msg.name + ", from now on"}
	if msg.err != nil {
		m.note = &message.Status{Text: "theme " + msg.name + ", until you quit: " + msg.err.Error(), Kind: message.Warning}
	}
	return nil
}
