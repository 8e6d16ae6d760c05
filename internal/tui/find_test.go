package tui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// reading returns the options of a program that opens the first of the posts, given by file name and body.
func reading(posts ...string) tui.Options {
	fsys := fstest.MapFS{}
	for i := 0; i < len(posts); i += 2 {
		title := strings.TrimSuffix(posts[i], ".md")
		fsys[posts[i]] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: The post %s\ndate: 2026-01-01\n---\n%s", title, posts[i+1])}
	}
	return tui.Options{
		Start: strings.TrimSuffix(posts[0], ".md"),
		Load:  func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) },
	}
}

func filler(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Filler %d stands here to be scrolled over.\n\n", i)
	}
	return b.String()
}

func TestFindingAsOneTypes(t *testing.T) {
	body := "## Start\n\nThe Needle of the title.\n\n" + filler(30) + "A needle in **the** middle.\n\n" + filler(30) + "The last NEEDLE.\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("/")
		d.See("Enter keep", "Esc clear")
		d.Type("needle")
		d.See("1/3", "The Needle of the title.")
		d.Press("down")
		d.See("2/3", "A needle in the middle.")
		d.Press("enter")
		d.See("needle 2/3", "n next")
		d.Press("n")
		d.See("3/3", "The last NEEDLE.")
		d.Press("n")
		d.See("1/3, over the end", "The Needle of the title.")
		d.Press("N")
		d.See("3/3, over the end", "The last NEEDLE.")
		d.Resize(50, 12)
		d.See("3/3", "The last NEEDLE.")
		d.Press("esc")
		d.NotSee("3/3")
		d.See("The last NEEDLE.")
		d.Press("esc")
		d.See("1 of 1")
	})
}

func TestEscInTheFindBoxReturns(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", filler(40)+"needle\n")), func(d *tuitest.Driver) {
		d.Press("j", "j", "j")
		before := d.Screen()
		d.Press("/")
		d.Type("needle")
		d.See("1/1")
		d.Press("esc")
		if d.Screen() != before {
			t.Errorf("Esc has not led back:\n%s", d.Screen())
		}
	})
}

func TestWhatIsNotFoundMovesNothing(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", filler(40)+"needle\n")), func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("needlx")
		d.See("not found", "Filler 0 stands")
		d.Press("backspace")
		d.See("1/1", "needle")
		d.Press("backspace", "backspace", "backspace", "backspace", "backspace")
		d.See("Filler 0 stands")
		d.NotSee("1/1")
	})
}

func TestSmartCase(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", "Token token TOKEN\n")), func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("token")
		d.See("1/3")
		d.Press("esc", "/")
		d.Type("Token")
		d.See("1/1")
	})
}

func TestFindingSearchesWhatIsRead(t *testing.T) {
	body := "A [word](https://needle.example) and **nee**dle.\n\n```go\nx := needle\n```\n\n| a | b |\n|---|---|\n| needle | x |\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("needle")
		d.See("1/3")
	})
}

func TestNAloneLooksForTheSameAgain(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", "one two one\n", "b.md", "x\n")), func(d *tuitest.Driver) {
		d.Press("n")
		d.See("nothing was looked for yet")
		d.Press("/")
		d.Type("one")
		d.Press("enter", "esc", "n")
		d.See("one 1/2")
		d.Press("J")
		d.Press("n")
		d.See("one not found")
	})
}

// A match in code that is wider than the screen is panned to.
func TestAMatchBeyondTheBorderIsPannedTo(t *testing.T) {
	body := "```\n" + strings.Repeat("wide ", 40) + "needle\n```\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.NotSee("needle")
		d.Press("/")
		d.Type("needle")
		d.See("wide needle", "‹")
	})
}

// Answers to what is no longer looked for change nothing, whenever they come.
func TestLateMatchesAreDropped(t *testing.T) {
	m := tui.New(reading("a.md", "aa ab ab ab\n"))
	settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
	settle(m, m.Init()())
	m.Update(tuitest.Key("/"))
	_, first := m.Update(tuitest.Key("a"))
	_, second := m.Update(tuitest.Key("b"))
	settle(m, second())
	settle(m, first())
	if got := ansi.Strip(m.View().Content); !strings.Contains(got, "1/3") {
		t.Errorf("the screen does not show 1/3:\n%s", got)
	}
	_, again := m.Update(tuitest.Key("backspace"))
	late := first() // its search was ended: it has found nothing
	settle(m, late)
	settle(m, again())
	if got := ansi.Strip(m.View().Content); !strings.Contains(got, "1/5") {
		t.Errorf("the screen does not show 1/5:\n%s", got)
	}
}

func TestFindingBeginsWhereOneIs(t *testing.T) {
	body := "first word\n\n" + filler(30) + "second word\n\n" + filler(30)
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("j", "/")
		d.Type("word")
		d.See("2/2", "second word")
		d.Press("esc", "G", "/")
		d.Type("word")
		d.See("1/2, over the end", "first word")
	})
}

// In a post that is too long to be read at once the first match is looked for alone. What is seen in the end
// is what is seen in a short one.
func TestFindingInALongPost(t *testing.T) {
	body := "The Needle of the title.\n\n" + filler(2000) + "A needle in **the** middle.\n\n" + filler(2000) + "The last NEEDLE.\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("/")
		d.Type("needle")
		d.See("1/3", "The Needle of the title.")
		d.Press("enter", "n")
		d.See("needle 2/3", "A needle in the middle.")
		d.Press("j", "/")
		d.Type("needle")
		d.See("2/3", "A needle in the middle.")
		d.Press("backspace")
		d.Type("x")
		d.See("not found")
		d.Press("esc", "n", "N")
		d.See("needle 1/3", "The Needle of the title.")
	})
}
