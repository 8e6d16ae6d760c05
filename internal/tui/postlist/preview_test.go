package postlist

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/theme"
)

func previewOf(m *Model) string { return ansi.Strip(strings.Join(m.previewLines(), "\n")) }

// The body that is shown is always that of the chosen post: answers to older questions are dropped.
func TestALatePreviewIsDropped(t *testing.T) {
	m := list(blog(t, map[string]string{"a.md": "# A\n\nbody a", "b.md": "# B\n\nbody b"}), 160, 30)
	older := m.preview.request
	m.choose(1)
	newer := m.preview.request
	if m.Update(rested{older}) != nil {
		t.Error("a post is read on which the cursor no longer rests")
	}
	answer := m.Update(rested{newer})()
	m.Update(previewed{request: older, doc: document.Parse([]byte("body a"))})
	if got := previewOf(m); !strings.HasPrefix(got, "B") || strings.Contains(got, "body") {
		t.Errorf("before the answer the preview is\n%s", got)
	}
	m.Update(answer)
	if got := previewOf(m); !strings.Contains(got, "body b") {
		t.Errorf("the preview is\n%s", got)
	}
}

func TestThePreviewKeepsItsBodyWhileTheSamePostIsChosen(t *testing.T) {
	m := list(blog(t, map[string]string{"a.md": "# A\n\nbody a", "b.md": "# B\n\nbody b"}), 160, 30)
	m.Update(m.Update(rested{m.preview.request})())
	for name, change := range map[string]func() tea.Cmd{
		"size":  func() tea.Cmd { return m.SetSize(150, 20) },
		"theme": func() tea.Cmd { return m.SetStyles(theme.Light().Styles()) },
		"order": func() tea.Cmd { return m.SetOrder(m.sort, m.reverse) },
	} {
		change()
		if got := previewOf(m); !strings.Contains(got, "body a") {
			t.Errorf("after a change of %s the preview is\n%s", name, got)
		}
	}
	m.SetSize(100, 20)
	if m.preview.post != nil {
		t.Error("a preview that has no room is kept")
	}
}
