package tui_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// On sixteen colours a tint would be reduced to whichever is nearest, dark blue on black among them; so
// the program wears the terminal's own colours there, whatever was asked for.
func TestSixteenColoursAreTheTerminalsOwn(t *testing.T) {
	for _, name := range []string{"", "dark", "nord"} {
		o := started()
		o.Theme = named(name)
		m := tui.New(o)
		blog, err := o.Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		settle(m, message.Loaded{Catalog: blog})
		settle(m, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
		if strings.Contains(m.View().Content, "38;2;") {
			t.Errorf("theme %q: there are tints", name)
		}
	}
}

// Without colours there are attributes, and the cursor of a panel is among what they show.
func TestWithoutColoursTheCursorIsSeen(t *testing.T) {
	o := started()
	m := tui.New(o)
	blog, err := o.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
	settle(m, message.Loaded{Catalog: blog})
	settle(m, tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	settle(m, tuitest.Key("t"))
	content := m.View().Content
	if strings.Contains(content, "38;") || strings.Contains(content, "[3") {
		t.Error("there are colours")
	}
	if !strings.Contains(content, "\x1b[1;7m  python") {
		t.Errorf("the chosen row is not reversed: %q", content)
	}
}

// A theme for light terminals on a dark one brings its own background; where the terminal's own fits, that
// stays, and so it does as long as the terminal has not said what it is.
func TestAThemeBringsItsBackgroundWhereItMust(t *testing.T) {
	black, white := tea.BackgroundColorMsg{Color: color.Black}, tea.BackgroundColorMsg{Color: color.White}
	for name, test := range map[string]struct {
		theme   string
		answers []tea.Msg
		brought bool
	}{
		"no answer":               {"solarized-light", nil, false},
		"light on light":          {"solarized-light", []tea.Msg{white}, false},
		"light on dark":           {"solarized-light", []tea.Msg{black}, true},
		"dark on light":           {"nord", []tea.Msg{white}, true},
		"its own background said": {"nord", []tea.Msg{white, black}, true},
		"that of the terminal":    {"", []tea.Msg{white}, false},
		"plain light on dark":     {"light", []tea.Msg{black}, true},
		"plain dark on light":     {"dark", []tea.Msg{white}, true},
	} {
		o := started()
		o.Theme = named(test.theme)
		m := tui.New(o)
		settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		for _, answer := range test.answers {
			settle(m, answer)
		}
		if got := m.View().BackgroundColor != nil; got != test.brought {
			t.Errorf("%s: brings a background: %v, want %v", name, got, test.brought)
		}
	}
}

// named returns the theme of that name, nil for the terminal's.
func named(name string) *theme.Theme {
	if t, ok := theme.Named(name); ok {
		return &t
	}
	return nil
}
