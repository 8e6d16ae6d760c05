package tui_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

var (
	widths  = []int{1, 2, 5, 12, 19, 20, 24, 33, 47, 60, 80, 99, 120, 139, 140, 250}
	rows    = []int{1, 4, 5, 9, 13, 24, 70}
	themes  = []string{"dark", "light"}
	screens = []struct {
		name string
		keys []string
		load func(context.Context) (*catalog.Catalog, error) // nil: the blog of the stories
	}{
		{name: "cards", keys: []string{"G", "k"}},
		{name: "lines", keys: []string{"v", "pgdown"}},
		{name: "tag chips", keys: []string{"1", "4"}},
		{name: "box", keys: []string{"/", "a", "u", "t"}},
		{name: "wrong query", keys: []string{"/", "t", "a", "g", ":"}},
		{name: "a suggestion", keys: []string{"/", "t", "a", "g", ":", "tab", "tab", "tab"}},
		{name: "empty", keys: []string{"/", "z", "z", "z", "enter"}},
		{name: "a problem", keys: []string{"/", "b", "r", "o", "k", "e", "n", "enter"}},
		{name: "tags", keys: []string{"t", "down", "space"}},
		{name: "tags narrowed to nothing", keys: []string{"t", "x", "x"}},
		{name: "category", keys: []string{"c"}},
		{name: "order", keys: []string{"O", "down", "enter", "O"}},
		{name: "help", keys: []string{"?", "pgdown"}},
		{name: "reader", keys: []string{"j", "enter", "space"}},
		{name: "reader with help", keys: []string{"j", "enter", "?"}},
		{name: "reader with a note", keys: []string{"enter", "K"}},
		{name: "find box", keys: []string{"enter", "/", "s", "o", "m", "e"}},
		{name: "found", keys: []string{"enter", "/", "w", "i", "d", "e", "enter", "N"}},
		{name: "not found", keys: []string{"enter", "/", "x", "q", "x"}},
		{name: "a link", keys: []string{"enter", "tab", "tab"}},
		{name: "links", keys: []string{"enter", "L", "down"}},
		{name: "outline", keys: []string{"enter", "o", "1"}},
		{name: "code wrapped and numbered", keys: []string{"enter", "w", "#", "}"}},
		{name: "code panned and numbered", keys: []string{"enter", "#", "l", "l"}},
		{name: "full width", keys: []string{"enter", "z", "}"}},
		{name: "a table alone", keys: []string{"enter", "enter", "l", "l", "j"}},
		{name: "a diagram", keys: []string{"enter", "l", "l"}, load: diagrammed},
		{name: "a diagram alone", keys: []string{"enter", "}", "enter", "l", "j"}, load: diagrammed},
		{name: "files", keys: []string{"!", "down"}},
		{name: "a mark", keys: []string{"enter", "m"}},
		{name: "search", keys: []string{"S"}},
		{name: "searched", keys: []string{"S", "s", "o", "m", "e", "pgdown", "down"}},
		{name: "searched in Japanese", keys: []string{"S", "コ", "ン", "テ"}},
		{name: "searched without a hit", keys: []string{"S", "x", "q", "x"}},
		{name: "searched wrongly", keys: []string{"S", "i", "n", ":", "x"}},
		{name: "a hit opened", keys: []string{"enter", "ctrl+f", "w", "i", "d", "e", "enter", "n"}},
		{name: "loading", load: func(context.Context) (*catalog.Catalog, error) { return nil, nil }},
		{name: "error", load: func(context.Context) (*catalog.Catalog, error) {
			return nil, errors.New("open /a/very/long/path/that/does/not/fit/anywhere/日本語: no such folder: name one that exists")
		}},
	}
)

// settle gives a message to the model and runs its commands, and theirs, to their end.
func settle(m *tui.Model, msg tea.Msg) {
	if msg == nil {
		return
	}
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, cmd := range batch {
			if cmd != nil {
				settle(m, cmd())
			}
		}
		return
	}
	if _, cmd := m.Update(msg); cmd != nil {
		settle(m, cmd())
	}
}

// at brings a screen of a blog into view at a size.
func at(c *catalog.Catalog, i, width, height int, theme string) *tui.Model {
	o := tui.Options{Theme: named(theme), Load: screens[i].load}
	if o.Load == nil {
		o.Load = func(context.Context) (*catalog.Catalog, error) { return c, nil }
	}
	m := tui.New(o)
	settle(m, tea.WindowSizeMsg{Width: width, Height: height})
	if screens[i].name != "loading" {
		settle(m, m.Init()())
	}
	for _, k := range screens[i].keys {
		settle(m, tuitest.Key(k))
	}
	return m
}

// fits reports what of a frame leaves the terminal.
func fits(frame string, width, height int) error {
	lines := strings.Split(frame, "\n")
	if len(lines) != height {
		return fmt.Errorf("%d lines", len(lines))
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			return fmt.Errorf("line %d has %d cells: %q", i, w, ansi.Strip(line))
		}
		if strings.ContainsFunc(ansi.Strip(line), func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			return fmt.Errorf("line %d holds a control character: %q", i, line)
		}
	}
	return nil
}

// Every screen, at every size, in both themes, started there and resized to it: no panic, exactly as high
// as the terminal, no line wider.
func TestEveryScreenFitsEveryTerminal(t *testing.T) {
	c, err := started().Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		for i, screen := range screens {
			for _, theme := range themes {
				resized := at(c, i, 100, 30, theme)
				for _, width := range widths {
					for _, height := range rows {
						fresh := at(c, i, width, height, theme)
						if err := fits(fresh.View().Content, width, height); err != nil {
							t.Errorf("%s, %s, %dx%d: %v", screen.name, theme, width, height, err)
						}
						settle(resized, tea.WindowSizeMsg{Width: width, Height: height})
						if err := fits(resized.View().Content, width, height); err != nil {
							t.Errorf("%s, %s, resized to %dx%d: %v", screen.name, theme, width, height, err)
						}
					}
				}
			}
		}
		tuitest.RunOut()
	})
}

// Before the terminal has said how large it is there is nothing to draw.
func TestTheFirstViewHasNoSize(t *testing.T) {
	for _, size := range []tea.WindowSizeMsg{{}, {Width: 0, Height: 5}, {Width: 5, Height: 0}} {
		m := tui.New(started())
		m.Update(size)
		if v := m.View(); v.Content != "" || !v.AltScreen {
			t.Errorf("at %+v the view is %q", size, v.Content)
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	m := tui.New(started())
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	m.Update(m.Init()())
	keys := []tea.KeyPressMsg{tuitest.Key("j"), tuitest.Key("k")}
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%2])
		_ = m.View()
	}
}
