package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// openOutline lists the sections of the open post with the minutes that each takes; the one that is being
// read is chosen.
func (m *Model) openOutline() {
	sections := m.reader.Sections()
	if len(sections) == 0 {
		m.note = &message.Status{Text: "this post has no headings"}
		return
	}
	title := "Outline"
	if list := m.reader.Checklist(); list != "" {
		title += " · " + list
	}
	o := m.panelOptions(title, widePanel, as(m.keys.Overlay.Act, "go there"), m.keys.Overlay.Leave)
	for i, s := range sections {
		// Two equal headings are two rows: the key is the place, not the words.
		row := overlay.Row{Key: strconv.Itoa(i), Label: strings.Repeat("  ", s.Level) + s.Title, Detail: fmt.Sprintf("%d min", s.Minutes)}
		switch {
		case i == m.reader.Section():
			row.State = overlay.Current
		case s.Done:
			row.State = overlay.Done
		}
		o.Rows = append(o.Rows, row)
	}
	m.openPanel(&panel{Model: overlay.New(o), act: func(row string) tea.Cmd {
		i, err := strconv.Atoi(row)
		if err != nil {
			return nil
		}
		m.leave()
		return m.reader.GoToSection(i)
	}})
}
