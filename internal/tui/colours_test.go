package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// On sixteen colours a tint would be reduced to whichever is nearest, dark blue on black among them; so
// the program wears the terminal's own colours there, unless a theme was asked for by name.
func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	for name, tinted := range map[string]bool{tui.AutoTheme: false, "dark": true} {
		o := started()
		o.Theme = name
		m := tui.New(o)
		blog, err := o.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		settle(m, message.Loaded{Catalog: blog})
		settle(m, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
		if got := strings.Contains(m.View().Content, "38;2;"); got != tinted {
			t.Errorf("theme %s: tints %v, want %v", name, got, tinted)
		}
	}
}
