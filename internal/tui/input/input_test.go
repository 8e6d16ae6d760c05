package input

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

func typed(m *Model, s string) {
	for _, r := range s {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func TestTypingEditsTheText(t *testing.T) {
	m := New()
	typed(m, "fast api")
	if m.Value() != "fast api" {
		t.Errorf("the box holds %q", m.Value())
	}
	if m.Update(tea.KeyPressMsg{Code: tea.KeyLeft}) {
		t.Error("moving the cursor counts as a change")
	}
	if !m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace}) || m.Value() != "fast ai" {
		t.Errorf("after backspace the box holds %q", m.Value())
	}
	if !m.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}) || m.Value() != "i" {
		t.Errorf("after Ctrl-u the box holds %q", m.Value())
	}
}

func TestAPasteIsMadeSafe(t *testing.T) {
	m := New()
	m.Update(tea.PasteMsg{Content: "a\x1b]0;x\x07\nb\tc\u202e!"})
	if got, want := m.Value(), "a␛]0;x␇ b c!"; got != want {
		t.Errorf("the box holds %q, want %q", got, want)
	}
}

func TestTheCursorStaysInView(t *testing.T) {
	s := theme.Dark().Styles()
	for _, value := range []string{"", "tag:python", strings.Repeat("long ", 30), "日本語のテキスト", "e\u0301e\u0301e\u0301", "👩‍💻👩‍💻"} {
		m := New()
		m.SetValue(value)
		for range len([]rune(value)) + 1 {
			for width := range 30 {
				out := m.View(s, width, text.Range{Start: 2, End: 5})
				if w := ansi.StringWidth(out); w > width {
					t.Fatalf("%q at width %d takes %d cells: %q", value, width, w, out)
				}
				if width > 3 && !strings.Contains(out, "\x1b[7m") {
					t.Fatalf("%q at width %d shows no cursor: %q", value, width, out)
				}
			}
			m.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		}
	}
}

func TestWhatIsWrongIsMarkedWhereItStands(t *testing.T) {
	m := New()
	m.SetValue("python minutes:x")
	s := theme.Dark().Styles()
	out := m.View(s, 40, text.Range{Start: 7, End: 16})
	if plain := ansi.Strip(out); plain != "python minutes:x " {
		t.Errorf("the text is drawn as %q", plain)
	}
	_, marked, _ := strings.Cut(out, "\x1b[4")
	if marked = ansi.Strip("\x1b[4" + marked); !strings.HasPrefix(marked, "minutes:x") {
		t.Errorf("marked is %q in %q", marked, out)
	}
}
