package tui_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/escapes"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// hostile is a program that reads the blog which tries everything to be obeyed, from a post or the list. The driver of every story
// watches what is written.
func hostile(d tui.Desktop, start string) func() tea.Model {
	return func() tea.Model {
		blog := escapes.Blog()
		load := func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, blog) }
		return tui.New(tui.Options{Name: "fold\x1b[31mer\u202e", Load: load, Reload: load, Desktop: d, Start: start})
	}
}

// colours are those of the corpus, which no theme has.
var colours = []string{"\x1b[31m", "\x1b[31;", "\x1b[5m", "\x1b[8m", "\x1b[0;31"}

func clean(t *testing.T, what, s string) {
	t.Helper()
	if bad := escapes.Violations([]byte(s), escapes.Plain); len(bad) > 0 {
		t.Errorf("%s: %s", what, strings.Join(bad, "; "))
	}
}

func TestTheListObeysNothingForeign(t *testing.T) {
	for _, width := range []int{160, 80, 40} {
		tuitest.Story(t, width, 30, hostile(nil, ""), func(d *tuitest.Driver) {
			d.Foreign(colours...)
			d.See("of␇ evil")
			clean(t, "the title of the window", d.Title())
			for _, density := range []string{"cards", "lines"} {
				for range 40 {
					d.Press("j")
				}
				d.Press("v", "g")
				clean(t, density, d.Screen())
			}
			for _, panel := range []string{"t", "c", "O", "?", ":", "T"} {
				d.Press(panel, "down", "down", "down", "pgdown", "pgup", "end")
				d.Type("e\x1b[31m\u202e")
				d.Press("esc", "esc")
			}
			d.Press("/")
			d.Type("a\x1b]0;x\x07\u009b2J\u202e\xff")
			d.Send(tea.PasteMsg{Content: "tag:\"of\x1b[31m\" \u2066 nonsense:\x1b[5i is:\u009b"})
			d.Press("enter", "esc", "1", "2", "3", "esc", "U", "U", "x", "s", "r")
		})
	}
}

func TestNoPostIsObeyedInTheReader(t *testing.T) {
	blog := escapes.Blog()
	c, err := catalog.Load(t.Context(), blog)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Posts {
		board := clipboard{}
		tuitest.Story(t, 100, 24, hostile(&board, p.Slug), func(d *tuitest.Driver) {
			d.Foreign(colours...)
			for _, key := range []string{"G", "g", "o", "down", "esc", "L", "down", "down", "esc", "t", "esc", "w", "#", "z", "z", "}", "}", "l", "h", "Y", "y"} {
				d.Press(key)
			}
			clean(t, "the title of the window", d.Title())
			for range 30 {
				d.Press("tab")
				if strings.Contains(d.Screen(), "table") {
					d.Press("enter", "l", "l", "j", "esc")
				}
			}
			d.Press("/")
			d.Type("\x1b[31m")
			d.Send(tea.PasteMsg{Content: "\x1b[31m\u202e\u009b"})
			d.Press("enter", "n", "N", "esc", "m", "\u202e", "'", "\u202e", "J", "K")
		})
		for _, s := range append(board.copied, board.browsed...) {
			clean(t, p.Path+": copied", s)
		}
		for _, address := range board.browsed {
			if !text.SafeURL(address) {
				t.Errorf("%s: %q was given to the browser", p.Path, address)
			}
		}
		if len(board.copied) == 0 {
			t.Errorf("%s: nothing was copied", p.Path)
		}
	}
}

// Without a desktop a copy goes through the terminal.
func TestACopyThroughTheTerminalIsClean(t *testing.T) {
	for _, slug := range []string{"code", "raw", "bidi", "marks"} {
		tuitest.Story(t, 100, 24, hostile(nil, slug), func(d *tuitest.Driver) {
			d.Press("Y")
			d.See("copied through the terminal")
			for range 4 {
				d.Press("}", "y")
			}
		})
	}
}

// Every link is followed: what is no address for a browser is not given to one, and what the browser does
// not take is copied through the terminal, clean.
func TestNoLinkIsObeyed(t *testing.T) {
	for _, slug := range []string{"links", "places", "html", "entities"} {
		board := clipboard{}
		tuitest.Story(t, 100, 24, hostile(&board, slug), func(d *tuitest.Driver) {
			d.Foreign(colours...)
			for i := range 30 {
				d.Press("L")
				for range i {
					d.Press("down")
				}
				d.Press("enter", "backspace")
			}
		})
		if len(board.browsed) == 0 && slug != "html" && slug != "entities" {
			t.Errorf("%s: nothing was browsed", slug)
		}
		for _, address := range board.browsed {
			if !text.SafeURL(address) {
				t.Errorf("%s: %q was given to the browser", slug, address)
			}
		}
	}
}

// clipboard is a desktop that keeps what it is given.
type clipboard struct{ copied, browsed []string }

func (c *clipboard) Copy(s string) (string, error) {
	c.copied = append(c.copied, s)
	return "clip\x1b[31m", nil
}

func (c *clipboard) Browse(address string) (string, error) {
	c.browsed = append(c.browsed, address)
	return "browse\x1b[31m", nil
}
