package reader

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// shown opens a post of a body.
func shown(t *testing.T, width, height int, body string) *Model {
	t.Helper()
	m := open(t, width, height)
	settle(m, m.Open(&post.Post{Meta: post.Meta{Title: "A post"}}, document.Parse([]byte(body)), Series{}))
	return m
}

// The title is at the top of the screen: the last line does not say it again, and a long heading leaves room for
// the key of the help.
func TestTheLastLineNamesTheSectionWithinItsRoom(t *testing.T) {
	m := shown(t, 60, 14, "Before.\n\n"+strings.Repeat("Words.\n\n", 20)+"## A heading that is longer than what the line has room for\n\n"+strings.Repeat("Words.\n\n", 40))
	if got := status(m); strings.Contains(got, "A post") {
		t.Errorf("at the top the line says %q", got)
	}
	press(m, "]", "j")
	got := status(m)
	if !strings.Contains(got, " · A heading that is") || !strings.HasSuffix(got, "…") {
		t.Errorf("within the section the line says %q", got)
	}
	if w := ansi.StringWidth(got); w > 60-4-4-len("? help") {
		t.Errorf("it takes %d cells", w)
	}
}

func TestTheLastLineOffersTheOutlineOfWhatHasSections(t *testing.T) {
	for body, want := range map[string]bool{"Words.\n": false, "## A\n\nWords.\n": true} {
		_, hints := shown(t, 80, 24, body).Footer(80)
		offered := slices.ContainsFunc(hints, func(b key.Binding) bool { return b.Help() == keymap.Default().Reader.Outline.Help() })
		if offered != want {
			t.Errorf("of %q the outline is offered: %v", body, offered)
		}
	}
}

// Where the series has no room for all that is said of it, what is left of it stays.
func TestWhatIsLeftOfASeriesComesBeforeItsWhole(t *testing.T) {
	m := open(t, 100, 24)
	if got := plain(m); !strings.Contains(got, "1 h 19 min in all, 1 h 6 min left") {
		t.Errorf("the head is\n%s", got)
	}
	m.SetSize(36, 24)
	if got := plain(m); !strings.Contains(got, "Part 2 of 3, 1 h 6 min left") || strings.Contains(got, "in all") {
		t.Errorf("in 36 columns the head is\n%s", got)
	}
}

// A table that has the keyboard is marked also where it begins above the screen.
func TestTheKeyboardIsSeenOnWhatBeginsAboveTheScreen(t *testing.T) {
	table := "| a | b |\n|---|---|\n" + strings.Repeat("| cell | cell |\n", 30)
	m := shown(t, 60, 14, "Before.\n\n"+table+"\nAfter.\n")
	press(m, "j", "j", "j", "j", "j", "j")
	settle(m, m.Update(tea.KeyPressMsg{Code: tea.KeyTab}))
	marked := 0
	for _, line := range strings.Split(m.View(), "\n") {
		if strings.Contains(line, m.styles.Markup.Focus) {
			marked++
		}
	}
	if marked != 1 {
		t.Errorf("%d lines are marked in %q", marked, m.View())
	}
}

// Headings come before minutes in the outline at the right: where one would be cut, there are no minutes.
func TestTheOutlineCutsNoHeadingForItsMinutes(t *testing.T) {
	long := "Words of twenty-eight cells"
	m := shown(t, 120, 40, "## Short\n\nWords.\n\n## "+long+"\n\nWords.\n")
	if got := plain(m); strings.Count(got, long) != 2 || strings.Contains(got, "1 min\n") {
		t.Errorf("the outline is\n%s", got)
	}
	m = shown(t, 120, 40, "## Short\n\nWords.\n\n## Not long\n\nWords.\n")
	if got := plain(m); strings.Count(got, "1 min\n") != 2 {
		t.Errorf("the outline is\n%s", got)
	}
}
