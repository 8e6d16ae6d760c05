package tui_test

import (
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func story(t *testing.T, width, height int, tell func(d *tuitest.Driver)) {
	t.Helper()
	tuitest.Story(t, width, height, program(started()), tell)
}

func TestTheListShowsTheBlog(t *testing.T) {
	story(t, 100, 40, func(d *tuitest.Driver) {
		d.See("Blog", "12 posts on engineering, architecture, and technical craft.")
		d.See("1 python 6", "Architecture · Anatomy of a Harness", "3 min read · #ai #tools · 5 Apr 2026", "FastAPI Auth 3 of 3", "1 of 12")
		if d.Title() != "Blog" {
			t.Errorf("the window is called %q", d.Title())
		}
		d.Golden("list")
	})
}

func TestReadingAPostAndComingBackToItsRow(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Press("j", "j", "enter")
		d.See("FastAPI Auth: Passwords", "The first words about FastAPI Auth: Passwords.")
		if d.Title() != "FastAPI Auth: Passwords — Blog" {
			t.Errorf("the window is called %q", d.Title())
		}
		d.Press("space")
		d.NotSee("The first words")
		d.Press("q")
		d.See("3 of 12", "▌ Tutorial · FastAPI Auth: Passwords")
	})
}

func TestNextAndPreviousPart(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Press("j", "enter", "J")
		d.See("The first words about FastAPI Auth: Passwords.")
		d.Press("J", "K", "K")
		d.See("The first words about FastAPI Auth: The Mental Model.")
		d.Press("J", "q")
		d.See("▌ Tutorial · FastAPI Auth: Passwords")
	})
}

// The head tells how far one is in the series, and Enter at the end goes on with the next part.
func TestASeriesIsReadPartByPart(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("j", "enter")
		d.See("FastAPI Auth · Part 1 of 3, 9 min in all")
		d.NotSee("min in all,", "next: Part 2")
		for range 20 {
			d.Press("space")
		}
		d.See("Part 1 of 3, 9 min in all, 6 min left", "100% · end · Enter next: Part 2, FastAPI Auth: Passwords · 3 min")
		d.Press("enter")
		d.See("The first words about FastAPI Auth: Passwords.", "Part 2 of 3, 9 min in all, 6 min left")
		for range 20 {
			d.Press("space")
		}
		d.Press("enter")
		for range 20 {
			d.Press("space")
		}
		d.See("Part 3 of 3, 9 min in all, all read", "Enter next: Clean Code Python")
		d.Press("q", "O")
		d.Type("series")
		d.Press("enter")
		d.See("FastAPI Auth  3 parts, 9 min · ✓ read")
		d.Resize(60, 15)
		d.Press("enter")
		d.See("Part 3 of 3")
		d.NotSee("in all")
	})
}

func TestWhereThereIsNoOtherPostANoteSaysSo(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Press("enter", "K")
		d.See("there is no other post that way")
		d.Press("j")
		d.NotSee("there is no other post that way")
	})
}

func TestLinesInsteadOfCards(t *testing.T) {
	story(t, 120, 20, func(d *tuitest.Driver) {
		d.Press("j", "v")
		d.See("Tutorial      FastAPI Auth: The Mental Model", "18 Mar 2026")
		d.NotSee("Three questions keep them apart")
		d.Golden("lines")
		d.Press("v")
		d.See("▌ Tutorial · FastAPI Auth: The Mental Model")
	})
}

func TestPostsWithProblemsSayWhatIsWrong(t *testing.T) {
	story(t, 120, 60, func(d *tuitest.Driver) {
		d.See("! A post with broken front matter", "  Plain notes")
		d.Press("/")
		d.Type("broken")
		d.Press("enter")
		d.See("! broken.md:2: ")
	})
}

func TestNothingOfAPostCanMoveTheCursorOrTheTitle(t *testing.T) {
	story(t, 120, 60, func(d *tuitest.Driver) {
		d.See("Red ␛[31m alert")
		d.Press("G", "k", "k", "enter")
		if strings.ContainsAny(d.Title(), "\x1b\x07\u202e") {
			t.Errorf("the title is %q", d.Title())
		}
	})
}

func TestTheWindowIsCalledAsWhatIsOpen(t *testing.T) {
	o := reading("a.md", "x\n")
	o.Start, o.Name = "", "Mine\x1b[2J\x07" // the name of a folder
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		called := func(want string) {
			t.Helper()
			if got := d.Title(); got != want {
				t.Errorf("the window is called %q, want %q", got, want)
			}
		}
		called("Mine␛[2J␇")
		d.Press("enter")
		called("The post a — Mine␛[2J␇")
		d.Press("q")
		called("Mine␛[2J␇")
	})
}

// Titles are made safe where they are read. The window does not count on it.
func TestTheTitleOfTheWindowIsMadeSafeAsWell(t *testing.T) {
	o := reading("a.md", "x\n")
	load := o.Load
	o.Start, o.Load = "", func(ctx context.Context) (*catalog.Catalog, error) {
		c, err := load(ctx)
		if err == nil {
			c.Title, c.Posts[0].Title = "blog\x07\x1b[2J", "post\x1b\\"
		}
		return c, err
	}
	m := tui.New(o)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	settle(m, m.Init()())
	if title := m.View().WindowTitle; title != "blog␇␛[2J" {
		t.Errorf("over the list the window is called %q", title)
	}
	_, cmd := m.Update(message.Open{Slug: "a"})
	m.Update(cmd())
	if title := m.View().WindowTitle; title != "post␛\\ — blog␇␛[2J" {
		t.Errorf("over the post the window is called %q", title)
	}
}

// Of two posts that are asked for in haste, the one asked for last is shown, whichever is read first; and
// after going back none is.
func TestLateAnswersAreDropped(t *testing.T) {
	m := tui.New(started())
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	settle(m, m.Init()())
	ask := func(slug string) tea.Msg {
		_, cmd := m.Update(message.Open{Slug: slug})
		return cmd()
	}
	first, last := ask("auth-1"), ask("auth-2")
	m.Update(last)
	m.Update(first)
	if title := m.View().WindowTitle; title != "FastAPI Auth: Passwords — Blog" {
		t.Errorf("the screen shows %q", title)
	}
	late := ask("auth-3")
	m.Update(message.Back{})
	m.Update(late)
	if title := m.View().WindowTitle; title != "Blog" {
		t.Errorf("after going back the screen shows %q", title)
	}
}
