package tui_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestTheTagPanelFiltersLive(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("t")
		d.See("Tags", "security", "Space include, exclude, any")
		d.Type("fast")
		d.See("› fast", "1 of 12")
		d.Press("space")
		d.See("+ fastapi", "3 of 12 posts   #fastapi")
		d.Press("space")
		d.See("− fastapi", "9 of 12 posts   −#fastapi")
		d.Golden("tags")
		d.Press("enter")
		d.NotSee("› fast")
		d.See("9 of 12 posts   −#fastapi")
	})
}

// Panel, bar and box are three views of one filter, and each tag tells how many posts it would leave.
func TestTagsAreOneStateShownThreeWays(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("2", "/")
		d.See("/ tag:backend")
		d.Type("-tag:typing")
		d.See("2 of 12 posts")
		d.Press("enter", "t")
		d.See("2 of 12 posts   #backend   −#typing", "python                                   1 │", "+ backend", "jwt                                      0 │", "− typing")
		d.Type("typing")
		d.See("− typing                                   1 │")
		d.Press("space")
		d.See("3 of 12 posts   #backend")
		d.NotSee("−#typing")
		d.Press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
		d.Type("python")
		d.Press("space", "enter", "/")
		d.See("/ tag:backend tag:python", "2 of 12 posts")
		d.Press("enter", "1", "2")
		d.See("1 of 12", "Anatomy of a Harness")
	})
}

func TestTheTagPanelTakesTheTagUnderTheCursor(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("t", "down", "enter")
		d.See("3 of 12 posts   #backend")
	})
}

func TestEscPutsTheTagsBack(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("1", "t", "down", "space", "down", "space", "space")
		d.See("#python   #backend   −#fastapi")
		d.Press("esc")
		d.See("6 of 12 posts   #python ")
		d.NotSee("#python   #backend")
	})
}

func TestCategories(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("c")
		d.See("• All categories", "Architecture")
		d.Golden("category")
		d.Type("arch")
		d.Press("enter")
		d.See("2 of 12 posts   Architecture")
		d.Press("c")
		d.See("• Architecture")
		d.Press("up", "up", "enter")
		d.See("1 of 12")
	})
}

func TestOrders(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("j", "k", "O")
		d.See("• Newest first", "again: oldest first")
		d.Golden("order")
		d.Press("down", "enter")
		d.See("by title", "▌ Architecture · Anatomy of a Harness", "2 of 12")
		d.Press("O", "enter", "g")
		d.See("by title, from Z", "1 of 12")
	})
}

func TestHelpListsTheKeysOfTheScreenFirst(t *testing.T) {
	story(t, 100, 40, func(d *tuitest.Driver) {
		d.Press("?")
		d.See("Keys", "Open the post", "Enter  l  →")
		d.Golden("help")
		d.Press("?")
		d.NotSee("Open the post")
		d.Press("enter", "?")
		d.See("Next heading", "PgDn  Space  f")
		d.Type("pan")
		d.See("Pan wide code, tables and diagrams to the right", "2 of ")
		d.NotSee("Next heading")
		d.Press("esc", "q")
		d.See("1 of 12")
	})
}
