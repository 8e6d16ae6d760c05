package overlay

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// What is typed is found without case and accents, and what it is comes before what begins with it and what
// contains it.
func TestRankedRows(t *testing.T) {
	rows := []Row{{Key: "1", Label: "Tag django"}, {Key: "2", Label: "Tag golang"}, {Key: "3", Label: "Tag go"}, {Key: "4", Label: "Élan", Detail: "Essays"}, {Key: "5", Label: "Going on"}}
	for typed, want := range map[string]string{"tag go": "321", "go": "5123", "elan": "4", "ÉSSAYS": "4", "": "12345"} {
		m := New(Options{Rows: rows, Ranked: true, Keys: keymap.Default().Overlay, Styles: theme.Dark().Styles(), Width: 40})
		m.SetScreen(80, 24)
		m.Update(tea.PasteMsg{Content: typed})
		got := ""
		for i := range m.shown {
			got += m.at(i).Key
		}
		if got != want {
			t.Errorf("%q shows %s, want %s", typed, got, want)
		}
	}
}
