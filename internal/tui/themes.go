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
	o := m.panelOptions("Theme", narrowPanel, as(m.keys.Overlay.Act, "wear"), m.keys.Overlay.Leave)
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
	put := func(name string) tea.Cmd {
		m.theme = nil
		for _, t := range all {
			if t.Name == name {
				m.theme = &t
			}
		}
		return m.wear()
	}
	return &panel{
		Model: overlay.New(o),
		look:  put,
		act: func(name string) tea.Cmd {
			m.note = &message.Status{Text: "to keep it: theme = \"" + name + "\" in the configuration (blogtui config --init)"}
			return put(name)
		},
		leave: func() tea.Cmd {
			m.theme = before
			return m.wear()
		},
	}
}
