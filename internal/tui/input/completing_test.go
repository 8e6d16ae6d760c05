package input

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/theme"
)

func completing() *Completing {
	bind := func(keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], ""))
	}
	return NewCompleting(filter.Vocabulary{
		{Name: "tag", Bare: true, Values: []string{"python", "pytest", "日本語", "go"}},
		{Name: "series", Bare: true, Values: []string{"Clean Code", "Clean Coal"}},
	}, Keys{Next: bind("tab"), Prev: bind("shift+tab"), Right: bind("right"), Left: bind("left"), Leave: bind("esc")})
}

func press(m *Completing, code rune) bool {
	handled, _ := m.Complete(tea.KeyPressMsg{Code: code})
	if !handled {
		m.Update(tea.KeyPressMsg{Code: code})
	}
	return handled
}

func TestTabTakesWhatAllHaveInCommonThenOneAfterTheOther(t *testing.T) {
	m := completing()
	for _, step := range []struct {
		typed string
		code  rune
		want  string
	}{
		{typed: "t", want: "t"}, {code: tea.KeyTab, want: "tag:"}, {typed: "p", want: "tag:p"}, {code: tea.KeyTab, want: "tag:pyt"},
		{code: tea.KeyTab, want: "tag:python"}, {code: tea.KeyTab, want: "tag:pytest"}, {code: tea.KeyTab, want: "tag:python"},
		{code: tea.KeyLeft, want: "tag:pytest"}, {code: tea.KeyRight, want: "tag:python"}, {code: tea.KeyEscape, want: "tag:pyt"},
		{code: tea.KeyTab, want: "tag:python"}, {typed: ",g", want: "tag:python,g"}, {code: tea.KeyTab, want: "tag:python,go"},
		{typed: " series:cl", want: "tag:python,go series:cl"}, {code: tea.KeyTab, want: `tag:python,go series:"Clean Code"`},
	} {
		if step.typed != "" {
			for _, r := range step.typed {
				m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		} else if !press(m, step.code) {
			t.Fatalf("%v is not taken at %q", step.code, m.Value())
		}
		if m.Value() != step.want {
			t.Fatalf("%+v leads to %q", step, m.Value())
		}
	}
}

func TestArrowsMoveTheCursorWhileNothingIsChosen(t *testing.T) {
	m := completing()
	for _, r := range "tag:go jwt" {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	for range len(" jwt") + 1 {
		if press(m, tea.KeyLeft) {
			t.Fatal("left is taken")
		}
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	m.Update(tea.KeyPressMsg{Code: 'p', Text: "p"})
	press(m, tea.KeyTab)
	press(m, tea.KeyTab)
	if m.Value() != "tag:python jwt" {
		t.Errorf("the text is %q", m.Value())
	}
	press(m, tea.KeyEscape)
	if press(m, tea.KeyEscape) {
		t.Error("a second Esc is not the owner's")
	}
}

func TestTheSuggestionsFit(t *testing.T) {
	s := theme.Dark().Styles()
	m := completing()
	for _, r := range "tag:" {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	for i := range 6 {
		for width := range 40 {
			line := m.Suggestions(s, width)
			if w := ansi.StringWidth(line); w > width {
				t.Fatalf("after %d keys, at width %d, %d cells: %q", i, width, w, ansi.Strip(line))
			}
			if m.at != none && width > 16 && !strings.Contains(ansi.Strip(line), m.found.Candidates[m.at].Name) {
				t.Fatalf("at width %d the chosen %q is not in %q", width, m.found.Candidates[m.at].Name, ansi.Strip(line))
			}
		}
		press(m, tea.KeyTab)
	}
}
