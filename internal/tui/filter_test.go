package tui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestTagsToggleWithOneKey(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("2")
		d.See("3 of 12 posts   #backend", "Esc clear")
		d.NotSee("Anatomy of a Harness")
		d.Press("1")
		d.See("2 of 12 posts   #backend   #python")
		d.Press("2", "1")
		d.See("1 of 12", "Anatomy of a Harness")
		d.Press("9")
		d.See("1 of 12")
	})
}

func TestTheFilterBoxFollowsEachKey(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("jw")
		d.See("/ jw", "1 of 12 posts", "JWT Tokens", "Enter keep")
		d.Golden("box")
		d.Press("enter")
		d.See("1 of 12 posts   “jw”")
		d.Press("/")
		d.See("/ jw")
		d.Press("esc")
		d.See("1 of 12", "Anatomy of a Harness")
	})
}

func TestLettersAreTextInTheBox(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("q?tcv")
		d.See("/ q?tcv", "No post matches.", "Esc shows all 12 posts")
		d.Press("backspace", "backspace", "backspace", "backspace", "backspace")
		d.See("12 posts")
	})
}

func TestTheBestMatchIsChosenWhileTyping(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("G", "/")
		d.Type("passwords")
		d.Press("enter", "enter")
		d.See("The first words about FastAPI Auth: Passwords.")
	})
}

func TestAQueryThatIsWrongKeepsTheList(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("tag:jwt")
		d.See("1 of 12 posts", "JWT Tokens")
		d.Type(" minutes:x")
		d.See("/ tag:jwt minutes:x", "minutes:<10", "JWT Tokens")
		d.Golden("wrong")
		d.Press("enter")
		d.See("1 of 12 posts   #jwt", "JWT Tokens")
	})
}

func TestTheChosenPostStaysChosenAcrossFilters(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("j", "j", "j")
		d.See("▌ Tutorial · FastAPI Auth: JWT")
		d.Press("1")
		d.See("▌ Tutorial · FastAPI Auth: JWT")
		d.Press("1", "2")
		d.See("▌ Tutorial · Clean Code Python: Project")
		d.Press("esc")
		d.See("▌ Tutorial · FastAPI Auth: JWT", "4 of 12")
	})
}

// In the order of series a filter leaves the heads of those of which there are still posts, and says how many.
func TestAFilterKeepsTheHeadsOfTheSeries(t *testing.T) {
	story(t, 100, 40, func(d *tuitest.Driver) {
		d.Press("O")
		d.Type("series")
		d.Press("enter")
		d.See("FastAPI Auth  3 parts, 9 min", "Clean Code Python  2 parts, 6 min", "Posts of no series")
		d.Press("/")
		d.Type("tag:jwt")
		d.See("FastAPI Auth  1 of 3 parts, 3 min", "▌ Tutorial · FastAPI Auth: JWT")
		d.NotSee("Clean Code Python", "Posts of no series")
		d.Press("enter", "x")
		d.See("FastAPI Auth  1 of 3 parts, 3 min · ✓ read")
		d.Press("esc", "/")
		d.Type("protocols")
		d.See("Clean Code Python  1 of 2 parts, 3 min", "▌ Tutorial · Clean Code Python: Protocols")
		d.Press("ctrl+u")
		d.Type("auth") // by words too, the best first
		d.See("FastAPI Auth  3 parts, 9 min · 1 read, 6 min left")
		d.Press("ctrl+u")
		d.Type("a")
		d.See("[unclosed  1 part, 1 min", "▌ ! A post with broken", "Posts of no series", "Clean Code Python  2 parts")
	})
}

func TestThePreviewShowsTheChosenPost(t *testing.T) {
	story(t, 160, 40, func(d *tuitest.Driver) {
		d.See("│ Anatomy of a Harness", "The first words about Anatomy of a Harness.", "print(")
		d.Golden("wide")
		d.Press("j")
		d.See("The first words about FastAPI Auth: The Mental Model.")
		d.Resize(120, 40)
		d.NotSee("The first words")
		d.Resize(150, 40)
		d.See("The first words about FastAPI Auth: The Mental Model.")
		d.Press("U", "x") // the post goes, and the first is chosen
		d.See("The first words about Anatomy of a Harness.")
	})
}

func TestTheEmptyListSaysWhatToPress(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("zzzz")
		d.Press("enter")
		d.See("No post matches.", "Esc shows all 12 posts   / changes the filter   t chooses tags", "0 of 12 posts")
		d.Golden("empty")
		d.Press("enter", "j", "G", "pgdown", "esc")
		d.See("1 of 12")
	})
}

func TestPastingIntoTheBoxes(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Send(tea.PasteMsg{Content: "q"})
		d.Press("/")
		d.Send(tea.PasteMsg{Content: "tag:jwt\n"})
		d.See("/ tag:jwt", "1 of 12 posts")
		d.Press("esc", "t")
		d.Send(tea.PasteMsg{Content: "back\x1b"})
		d.See("› back␛", "nothing matches")
	})
}

func TestTabCompletesWhatIsTyped(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.See("Tab  tag:  category:  series:  is:  minutes:  after:  before:")
		d.Type("ta")
		d.Press("tab")
		d.See("/ tag:", "Tab  python  backend  fastapi  security", "12 posts")
		d.NotSee("a name is missing")
		d.Type("p")
		d.See("Tab  python  passwords")
		d.Golden("completion")
		d.Press("tab")
		d.See("/ tag:python", "6 of 12 posts")
		d.Press("right")
		d.See("/ tag:passwords", "1 of 12 posts", "▌ Tutorial · FastAPI Auth: Passwords")
		d.Press("left", "shift+tab")
		d.See("/ tag:passwords")
		d.Press("esc")
		d.See("/ tag:p ", "Tab  python  passwords", "6 of 12 posts")
		d.Press("tab", "enter")
		d.See("6 of 12 posts   #python")
		d.NotSee("passwords  ")
	})
}

// A name that is typed in part shows what it may become, and the list is empty only where nothing can come of it.
func TestTheListFollowsANameThatIsTypedInPart(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("tag:f")
		d.See("/ tag:f ", "3 of 12 posts", "FastAPI Auth: JWT Tokens")
		d.NotSee("Anatomy of a Harness")
		d.Type("astapi")
		d.See("3 of 12 posts")
		d.Type(",")
		d.See("/ tag:fastapi, ", "3 of 12 posts")
		d.Type("a")
		d.See("5 of 12 posts", "Anatomy of a Harness")
		d.Press("enter")
		d.See("5 of 12 posts   #fastapi or #a*")
		d.Press("esc", "/")
		d.Type("-tag:p") // nothing is left out that was not named
		d.See("12 posts")
		d.Type("ython")
		d.See("6 of 12 posts")
		d.Press("esc", "/")
		d.Type(`jwt series:"Fast`)
		d.See("1 of 12 posts")
		d.NotSee("not closed")
		d.Press("esc", "/")
		d.Type("tag:jwt series:code") // within a name, but no name begins with it
		d.See("1 of 12 posts", "JWT Tokens", "Tab  Clean Code Python")
		d.Press("esc", "/")
		d.Type("tag:zz")
		d.See("No post matches.")
	})
}

func TestASeriesIsCompletedInQuotes(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("jwt fast")
		d.See("Tab  tag:fastapi  series:FastAPI Auth")
		d.Press("tab", "tab")
		d.See(`/ jwt series:"FastAPI Auth"`, "1 of 12 posts")
		d.Type(" is")
		d.Press("tab")
		d.Type("x")
		d.See(`is:x`, "write is:unread, is:read", "▌ Tutorial · FastAPI Auth: JWT Tokens")
		d.NotSee("Anatomy")
	})
}

func TestTheSearchCompletesToo(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("S")
		d.See("Tab  tag:  category:  series:  is:  minutes:  after:  before:  in:")
		d.Type("in:c")
		d.See("Tab  code")
		d.NotSee("write in:title")
		d.Press("tab")
		d.Type(" wide")
		d.See("› in:code wide", "sections in")
		d.Press("esc")
		d.See("1 of 12")
	})
}
