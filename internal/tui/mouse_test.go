package tui_test

import (
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func withMouse() tui.Options {
	o := started()
	o.Mouse = true
	return o
}

func TestTheMouseIsTheTerminalsUntilItIsAskedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := tui.New(started())
		settle(m, tea.WindowSizeMsg{Width: 120, Height: 30})
		settle(m, m.Init()())
		for _, step := range []struct {
			keys []string
			want tea.MouseMode
		}{
			{nil, tea.MouseModeNone}, {[]string{"M"}, tea.MouseModeCellMotion}, {[]string{"M"}, tea.MouseModeNone},
			{[]string{"enter", "M"}, tea.MouseModeCellMotion}, {[]string{"q", "/", "M"}, tea.MouseModeCellMotion},
		} {
			for _, k := range step.keys {
				settle(m, tuitest.Key(k))
			}
			if m.View().MouseMode != step.want {
				t.Errorf("after %v the mouse's mode is %v", step.keys, m.View().MouseMode)
			}
		}
		if m := tui.New(withMouse()); m.View().MouseMode != tea.MouseModeCellMotion {
			t.Error("the configuration does not switch the mouse on")
		}
		tuitest.RunOut()
	})
}

func TestTheMouseIsSpokenOfOnce(t *testing.T) {
	story(t, 120, 30, func(d *tuitest.Driver) {
		d.Press("M")
		d.See("mouse on: wheel and clicks; text is selected with Shift held, M gives the mouse back")
		d.Wheel(1)
		d.Press("j")
		d.NotSee("mouse on")
		d.Press("M")
		d.See("mouse off")
	})
}

func TestAClickChoosesAndTheNextOpens(t *testing.T) {
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Click("Hashing is one layer")
		d.See("▌ Tutorial · FastAPI Auth: Passwords", "3 of 12")
		d.Click("FastAPI Auth: Passwords")
		d.See("The first words about FastAPI Auth: Passwords.")
		d.Press("q", "v")
		d.Click("Clean Code Python: Protocols")
		d.See("6 of 12")
		d.Click("Clean Code Python: Protocols")
		d.See("The first words about Clean Code Python: Protocols.")
	})
}

func TestAClickOnATagOfTheBar(t *testing.T) {
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Click("2 backend")
		d.See("3 of 12 posts   #backend")
		d.Click("backend 3")
		d.See("1 of 12")
		d.Click("Blog")
		d.See("1 of 12", "Anatomy of a Harness")
	})
}

func TestTheWheelScrollsTheList(t *testing.T) {
	tuitest.Story(t, 100, 24, program(withMouse()), func(d *tuitest.Driver) {
		d.Wheel(4)
		d.NotSee("Anatomy of a Harness", "1 of 12")
		d.See("▌")
		d.Wheel(-9)
		d.See("Anatomy of a Harness")
		d.Wheel(99)
		d.See("▌", "of 12")
		d.Press("G")
		bottom := d.Screen()
		d.Wheel(3)
		if d.Screen() != bottom {
			t.Errorf("the wheel goes on below the end:\n%s", d.Screen())
		}
	})
}

func TestTheWheelScrollsThePost(t *testing.T) {
	tuitest.Story(t, 80, 24, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("enter")
		d.Wheel(3)
		d.NotSee("The first words")
		d.See("Why")
		d.Wheel(-3)
		d.See("The first words", "0% ·")
		d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelRight})
		d.See("‹")
		d.Send(tea.MouseWheelMsg{Button: tea.MouseWheelLeft})
		d.NotSee("‹")
	})
}

func TestAClickFollowsALink(t *testing.T) {
	desk := &desktop{}
	o := withMouse()
	o.Desktop = desk
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("enter", "]", "]")
		d.Click("something")
		if len(desk.browsed) != 1 || desk.browsed[0] != "https://example.org" {
			t.Errorf("opened is %q", desk.browsed)
		}
		d.Click("at some length")
		if len(desk.browsed) != 1 {
			t.Errorf("text beside a link opens %q", desk.browsed)
		}
	})
}

func TestAClickOnTheOutline(t *testing.T) {
	tuitest.Story(t, 140, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("enter")
		d.Click("Section 7 ")
		d.See("▸ Section 7")
		d.Press("backspace")
		d.See("The first words")
	})
}

func TestTheWheelScrollsTheOutline(t *testing.T) {
	tuitest.Story(t, 140, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("enter")
		d.NotSee("│   Section 29 ")
		for range 9 {
			d.Send(tea.MouseWheelMsg{X: 130, Y: 10, Button: tea.MouseWheelDown})
		}
		d.See("Section 29 ", "The first words")
		d.Click("Section 20 ")
		d.See("▸ Section 20")
		for range 20 {
			d.Send(tea.MouseWheelMsg{X: 130, Y: 10, Button: tea.MouseWheelUp})
		}
		d.See("Section 1 ")
		d.NotSee("Section 27 ")
		d.Press("]") // the outline follows the text again
		d.See("▸ Section 21", "Section 27 ")
	})
}

// What the footer says is done by a click on it.
func TestAClickOnAHint(t *testing.T) {
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Click("t tags")
		d.See("Space include, exclude, any")
		d.Click("Enter keep")
		d.See("6 of 12 posts   #python", "Esc clear")
		d.Click("Esc clear")
		d.NotSee("include, exclude")
		d.Click("/ filter")
		d.Type("jwt")
		d.See("1 of 12 posts")
		d.Click("keep")
		d.See("1 of 12 posts   “jwt”")
		d.Click("Esc clear")
		d.See("1 of 12", "Anatomy of a Harness")
		d.Click("S search")
		d.See("Search all posts")
		d.Click("Esc leave")
		d.NotSee("Search all posts")
		d.Click("? help")
		d.See("Half a page down")
		d.Click("Esc close")
		d.NotSee("Half a page down")
	})
}

func TestAClickOnASuggestion(t *testing.T) {
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("/")
		d.Click("tag:")
		d.See("/ tag: ", "Tab  python  backend")
		d.Click("backend  fastapi")
		d.See("/ tag:backend ", "3 of 12 posts")
		d.Press("esc", "S")
		d.Type("wide ta")
		d.Click("tag:")
		d.Click("jwt")
		d.See("› wide tag:jwt", "in 1 post")
	})
}

func TestAClickInAPanel(t *testing.T) {
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("t")
		d.Click("jwt  ")
		d.See("+ jwt", "1 of 12 posts   #jwt")
	})
	tuitest.Story(t, 100, 30, program(withMouse()), func(d *tuitest.Driver) {
		d.Press("c")
		d.Click("Architecture  ")
		d.See("Category", "All categories")
		d.Click("Architecture  ")
		d.NotSee("All categories")
		d.See("2 of 12 posts   Architecture")
		d.Press("?")
		before := d.Screen()
		d.Wheel(2)
		if d.Screen() == before {
			t.Error("the wheel does not scroll the panel")
		}
		d.Send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft})
		d.NotSee("Keys")
	})
}

func TestAClickOnTheShelf(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	o := remembering(path, 1, long())
	o.Mouse = true
	tuitest.Story(t, 100, 24, program(o), func(d *tuitest.Driver) {
		d.Press("enter", "pgdown", "pgdown", "q", "G")
		d.See("Continue", "▌ Another post")
		d.Click("Continue")
		d.See("▌ Another post")
		d.Click("A long post")
		d.See("▌ A long post")
		d.Click("A long post")
		d.See("continued where you stopped", "Paragraph How")
		time.Sleep(3 * time.Second)
		d.Wait()
	})
}
