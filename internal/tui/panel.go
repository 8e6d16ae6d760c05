package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// panel is an open panel and what its rows mean. A nil function does nothing.
type panel struct {
	*overlay.Model
	toggle func(row string) tea.Cmd // the state of the row is to change
	act    func(row string) tea.Cmd // the row is chosen; the panel closes
	leave  func() tea.Cmd           // the panel closes without a choice
	look   func(row string) tea.Cmd // the cursor stands on another row
}

func (m *Model) openPanel(p *panel) {
	p.SetScreen(m.width, m.height)
	m.panel = p
}

func (m *Model) pressPanel(msg tea.KeyPressMsg) tea.Cmd {
	return m.inPanel(func(p *overlay.Model) overlay.Event { return p.Update(msg) })
}

// inPanel lets the open panel take a key or the mouse, and does what its row means.
func (m *Model) inPanel(take func(*overlay.Model) overlay.Event) tea.Cmd {
	p := m.panel
	before, _ := p.Chosen()
	event := take(p.Model)
	row, chosen := p.Chosen()
	switch event {
	case overlay.Toggled:
		return p.toggle(row.Key)
	case overlay.Acted:
		m.panel = nil
		if chosen && p.act != nil {
			return p.act(row.Key)
		}
	case overlay.Left:
		m.panel = nil
		if p.leave != nil {
			return p.leave()
		}
	case overlay.None:
		if chosen && row.Key != before.Key && p.look != nil {
			return p.look(row.Key)
		}
	}
	return nil
}

// panelOptions are what all panels have in common.
func (m *Model) panelOptions(title string, width int, hints ...key.Binding) overlay.Options {
	return overlay.Options{Title: title, Width: width, Keys: m.keys.Overlay, Styles: m.styles, Hints: hints}
}

// as returns a binding that is shown with other words than its own.
func as(b key.Binding, words string) key.Binding {
	b.SetHelp(b.Help().Key, words)
	return b
}
