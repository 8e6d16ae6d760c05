package tui_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestTheOutlineStandsBesideAWidePost(t *testing.T) {
	body := "## First\n\n" + filler(20) + "### Same\n\n" + filler(20) + "## Last\n\n### Same\n\nThe end.\n"
	tuitest.Story(t, 120, 30, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.See("│ ▸ First", "│     Same", "│   Last", "1 min")
		d.Golden("outline")
		d.Press("]")
		d.See("│   First", "│ ▸   Same")
		d.Press("]", "]")
		if got := d.Screen(); strings.Count(got, "▸") != 1 || strings.Index(got, "▸") < strings.Index(got, "│   Last") {
			t.Errorf("the second of two equal headings is not marked:\n%s", got)
		}
		d.Press("z")
		d.NotSee("▸")
		d.Press("z", "o")
		d.Type("same")
		d.See("2 of 4")
		d.Press("down", "enter")
		d.See("The end.")
		d.Press("backspace")
		d.Resize(119, 30)
		d.NotSee("▸")
	})
}

func TestCodeIsWrappedAndNumbered(t *testing.T) {
	body := "```go\n" + strings.Repeat("wide ", 20) + "end\nshort\n```\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.See("›")
		d.Press("l")
		d.See("‹", "›")
		d.Press("w")
		d.See("↪ ", "wide end")
		d.NotSee("›", "‹")
		d.Press("#")
		d.See("1  wide", "↪ wide", "2  short")
		d.Press("w", "#")
		d.See("›")
		d.NotSee("↪", "2  short")
	})
}

func TestMarksLeadBack(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", filler(40), "b.md", "x\n")), func(d *tuitest.Driver) {
		d.Press("d", "m")
		d.See("mark this place with a letter")
		d.Press("q")
		d.See("marked: 'q comes back here")
		d.Press("j")
		marked := d.Screen()
		d.Press("k", "G", "'", "q", "j")
		if d.Screen() != marked {
			t.Errorf("the mark leads to\n%s\nnot\n%s", d.Screen(), marked)
		}
		d.Press("backspace")
		d.See("100% · end")
		d.Press("'", "x")
		d.See("there is no mark x in this post")
		d.Press("m", "esc", "q")
		d.See("of 2")
	})
}

func TestDetailsAreFoldedAndOpened(t *testing.T) {
	body := "Before.\n\n<details><summary>More of it</summary>\n\nInside with a [link](b.md).\n\n<details><summary>Deeper</summary>\n\nThe needle.\n\n</details>\n\n</details>\n\n" +
		"<details open><summary>Shown</summary>\n\nAt first.\n\n</details>\n\nAfter.\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body, "b.md", "x\n")), func(d *tuitest.Driver) {
		d.See("▸ More of it", "▾ Shown", "At first.", "After.", "Enter fold")
		d.NotSee("Inside", "needle")
		d.Press("enter")
		d.See("▾ More of it", "Inside with a link.", "▸ Deeper")
		d.Press("enter")
		d.See("▸ More of it")
		d.NotSee("Inside")
		d.Press("tab")
		d.See("▸ More of it          ", "Enter open")
		d.Press("tab")
		d.See("▾ Shown          ", "Enter close")
		d.Press("enter")
		d.See("▸ Shown")
		d.NotSee("At first.")
		d.Press("esc", "/")
		d.Type("needle")
		d.See("1/1", "▾ More of it", "▾ Deeper", "The needle.")
		d.Press("enter")
		d.Resize(60, 20)
		d.See("▾ Deeper", "The needle.", "▸ Shown")
		d.Press("esc", "tab", "tab", "enter")
		d.See("The post b")
	})
}

// Enter shows a footnote where it is named, and again hides it; the list of links leads to where it stands, and one
// comes back from there.
func TestAFootnoteIsShownWhereItIsNamed(t *testing.T) {
	body := "First.\n\n- A claim[^why] here, and another[^also].\n\n" + filler(40) + "[^why]: Because it is so.\n\n    And a [link](b.md).\n\n[^also]: Also that.\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body, "b.md", "The post b.\n")), func(d *tuitest.Driver) {
		d.Press("tab")
		d.See("→ #fn:why", "Enter show note")
		before := d.Screen()
		d.Press("tab", "enter", "shift+tab", "enter")
		d.See("• A claim¹ here, and another².", "  │ ¹ Because it is so.", "  │   And a link.", "  │ ² Also that.", "Enter close note")
		if first, _, _ := strings.Cut(d.Screen(), "² Also"); !strings.Contains(first, "Because") {
			t.Errorf("the notes are not in their order:\n%s", d.Screen())
		}
		d.Resize(60, 20)
		d.See("│ ¹ Because it is so.")
		d.Press("enter")
		d.See("│ ² Also that.")
		d.NotSee("Because")
		d.Press("tab", "enter", "shift+tab")
		d.Resize(80, 24)
		if d.Screen() != before {
			t.Errorf("the notes are not hidden again:\n%s\nbefore:\n%s", d.Screen(), before)
		}
		d.Press("enter", "tab", "tab", "enter")
		d.See("The post b.")
		d.Press("backspace")
		d.See("A claim¹")
		d.Click("¹")
		d.See("│ ¹ Because it is so.")
		d.Click("¹")
		d.NotSee("Because")
		d.Press("L", "enter")
		d.See("¹ Because it is so.")
		d.NotSee("A claim")
		d.Press("backspace")
		d.See("• A claim")
	})
}

// A note that would be below the screen is brought onto it, with what names it.
func TestAFootnoteBelowTheScreenIsScrolledTo(t *testing.T) {
	body := filler(8) + "A claim[^why] here.\n\n" + filler(40) + "[^why]: Because.\n\n    It is.\n\n    So.\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("tab")
		d.See("Filler 0 ", "A claim¹ here.")
		d.Press("enter")
		d.NotSee("Filler 0 ")
		d.See("A claim¹ here.", "│ ¹ Because.", "│   So.")
	})
}

// A long post is read on from its beginning; what needs the whole of it comes a moment later, and then all
// is as in a short one.
func TestALongPost(t *testing.T) {
	body := "See [the end](#the-end).\n\n## Start\n\n" + filler(4000) + "<details><summary>More</summary>\n\nA needle.\n\n</details>\n\n```go\nx := 1\n```\n\n" + filler(20) +
		"## The end\n\nLast words, and [a link](b.md).\n\n" + filler(30)
	tuitest.Story(t, 120, 30, program(reading("a.md", body, "b.md", "x\n")), func(d *tuitest.Driver) {
		d.See("│   Start", "│   The end", "Filler 0 ")
		d.Press("tab", "enter")
		d.See("The end", "Last words", "│ ▸ The end")
		d.Press("backspace", "/")
		d.Type("needle")
		d.See("1/1", "▾ More", "A needle.")
		d.Press("enter", "esc", "}", "y")
		d.See("1 line of go")
		d.Press("[")
		d.See("│ ▸ Start")
		d.Press("G")
		d.See("100% · end")
		d.Press("shift+tab", "enter")
		d.See("The post b")
		d.Press("backspace", "L")
		d.See("the end", "a link", "#the-end")
	})
}

func TestALinkIntoALongPost(t *testing.T) {
	long := filler(4000) + "## The end\n\n" + filler(30)
	tuitest.Story(t, 80, 24, program(reading("a.md", "[there](b.md#the-end) [nowhere](b.md#no)\n", "b.md", long)), func(d *tuitest.Driver) {
		d.Press("tab", "enter")
		d.See("The post b", "  The end")
		d.Press("backspace", "tab", "enter")
		d.See("there is no #no in this post", "Filler 0 ")
	})
}
