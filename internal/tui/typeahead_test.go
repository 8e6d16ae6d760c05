package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// Whoever presses Enter and G at once means the end of the post, however long the post takes to be read;
// whoever presses Enter and Esc has changed their mind.
func TestKeysPressedWhileAPostIsReadAreThePosts(t *testing.T) {
	for pressed, want := range map[string]string{"G": "100%", "esc": "1 of 12"} {
		o := started()
		m := tui.New(o)
		blog, err := o.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		settle(m, message.Loaded{Catalog: blog})
		_, open := m.Update(tuitest.Key("enter"))
		settle(m, tuitest.Key(pressed))
		settle(m, open())
		if got := ansi.Strip(m.View().Content); !strings.Contains(got, want) {
			t.Errorf("Enter and %s does not show %q:\n%s", pressed, want, got)
		}
	}
}
