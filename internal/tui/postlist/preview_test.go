package postlist

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/theme"
)

func TestThePreviewKeepsItsBodyWhileTheSamePostIsChosen(t *testing.T) {
	m := list(blog(t, map[string]string{"a.md": "# A\n\nbody a", "b.md": "# B\n\nbody b"}), 100, 30)
	m.Update(m.Update(m.SetSize(160, 30)())())
	for name, change := range map[string]func() tea.Cmd{
		"size":  func() tea.Cmd { return m.SetSize(150, 20) },
		"theme": func() tea.Cmd { return m.SetStyles(theme.Light().Styles()) },
		"order": func() tea.Cmd { return m.SetOrder(m.sort, m.reverse) },
	} {
		change()
		if got := ansi.Strip(m.View()); !strings.Contains(got, "│ body a") {
			t.Errorf("after a change of %s the list is\n%s", name, got)
		}
	}
	m.SetSize(100, 20)
	m.SetSize(160, 20)
	if got := ansi.Strip(m.View()); strings.Contains(got, "│ body a") {
		t.Errorf("a preview that had no room was kept:\n%s", got)
	}
}
