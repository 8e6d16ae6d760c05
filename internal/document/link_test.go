package document

import (
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

func TestAnchorsNameHeadings(t *testing.T) {
	d := Parse([]byte("## One\n\ntext\n\n## Two words\n\n## One\n\n## two-WORDS {#Two-Words}\n"))
	for anchor, want := range map[string]int{"one": 0, "two-words": 2, "one-1": 3, "Two-Words": 4, "TWO-WORDS": 2} {
		if got, found := d.Anchor(anchor); !found || got != want {
			t.Errorf("#%s is block %d (%v), want %d", anchor, got, found, want)
		}
	}
	for _, anchor := range []string{"", "three", "one-2"} {
		if got, found := d.Anchor(anchor); found {
			t.Errorf("#%s is block %d", anchor, got)
		}
	}
}

func TestALinkIsFoundOnItsLine(t *testing.T) {
	d := Parse([]byte("some words before [a link](x), then [another one](y)\n\n| a |\n|---|\n| [in a table](z) |\n"))
	l := NewLayout(d, Options{Width: 20, CodeWidth: 20, Styles: theme.Dark().Styles()})
	for i, want := range []Cursor{{0, 0}, {0, 1}, {1, 3}} {
		if got := l.Link(i + 1); got != want {
			t.Errorf("%q is at %+v, want %+v", d.Links[i].Text, got, want)
		}
	}
}

func TestAnchorsOfOtherEnginesAreFound(t *testing.T) {
	d := Parse([]byte("## What's next in 1.31.0?\n\nText.\n\n## Tool\n"))
	for anchor, want := range map[string]int{"whats-next-in-1310": 0, "what-s-next-in-1-31-0": 0, "WHATS_NEXT_in_1310": 0, "tool": 2, "tools": -1, "--": -1} {
		if block, found := d.Anchor(anchor); found != (want >= 0) || found && block != want {
			t.Errorf("#%s leads to block %d, %v, want %d", anchor, block, found, want)
		}
	}
}

// The links of an alert stand in its title or in its text, wherever each was read.
func TestLinksOfAnAlert(t *testing.T) {
	d := Parse([]byte("A\n\n> [!TIP] Be [quick](/x)  \n> A [link](/y).\n"))
	for i, want := range []string{"Tip · Be quick", "A link."} {
		if got := d.Text(d.Links[i].Block); got != want {
			t.Errorf("the link to %s stands in %q, not in %q", d.Links[i].Target, got, want)
		}
	}
}
