package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// long opens a post that is too long to be read at once, with a needle after so many paragraphs.
func long(t *testing.T, needles ...int) *Model {
	t.Helper()
	var b strings.Builder
	for i := range 4000 {
		for _, n := range needles {
			if n == i {
				fmt.Fprintf(&b, "A needle after %d.\n\n", i)
			}
		}
		fmt.Fprintf(&b, "Sentence %d is here to be scrolled over.\n\n", i)
	}
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.SetSize(80, 24)
	p, body := post.Parse("long.md", []byte("---\ntitle: A long post\n---\n"+b.String()))
	settle(m, m.Open(p, document.Open(p.Title, body), Series{}))
	if !m.doc.Long() {
		t.Fatal("the post is read at once")
	}
	return m
}

// lookingFor types a needle and returns what looks for the first place and what looks for all.
func lookingFor(t *testing.T, m *Model) (first, all tea.Cmd) {
	t.Helper()
	press(m, "/")
	for _, k := range "needl" {
		press(m, string(k))
	}
	both, ok := m.Update(tea.KeyPressMsg{Text: "e", Code: 'e'})().(tea.BatchMsg)
	if !ok || len(both) != 2 {
		t.Fatal("the first place is not looked for alone")
	}
	return both[0], both[1]
}

func see(t *testing.T, m *Model, what, count string) {
	t.Helper()
	if !strings.Contains(plain(m), what) {
		t.Errorf("%q is not shown:\n%s", what, plain(m))
	}
	if got := status(m); !strings.Contains(got, count) {
		t.Errorf("the status is %q, not %q", got, count)
	}
}

func TestTheFirstMatchIsShownBeforeAllAreKnown(t *testing.T) {
	m := long(t, 5, 1000, 3000)
	first, all := lookingFor(t, m)
	settle(m, first)
	see(t, m, "A needle after 5.", "1/…")
	settle(m, all)
	see(t, m, "A needle after 5.", "1/3")
}

// What comes late moves nothing: the counter is complete, and the text stays where it was scrolled to.
func TestWhatIsCountedLaterMovesNothing(t *testing.T) {
	m := long(t, 5, 1000, 3000)
	first, all := lookingFor(t, m)
	settle(m, first)
	settle(m, m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}))
	press(m, "space", "space")
	before := plain(m)
	settle(m, all)
	see(t, m, "", "1/3")
	settle(m, first)
	if got := plain(m); got != before {
		t.Errorf("the text has moved:\n%s", got)
	}
}

func TestTheNextMatchIsShownBeforeAllAreKnown(t *testing.T) {
	m := long(t, 5, 1000, 3000)
	first, all := lookingFor(t, m)
	settle(m, first)
	settle(m, m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}))
	press(m, "n")
	see(t, m, "A needle after 1000.", "2/…")
	press(m, "n", "n")
	see(t, m, "A needle after 5.", "1/…, over the end")
	press(m, "N")
	see(t, m, "A needle after 5.", "1/…")
	settle(m, all)
	see(t, m, "A needle after 3000.", "3/3, over the end")
}

// Steps that were asked for before anything was known are made when it is.
func TestStepsAreNotLost(t *testing.T) {
	m := long(t, 5, 1000, 3000)
	_, all := lookingFor(t, m)
	settle(m, m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}))
	press(m, "n", "n")
	settle(m, all)
	see(t, m, "A needle after 3000.", "3/3")
}

// From the middle nobody knows how many come before.
func TestTheNumberOfAMatchIsNotGuessed(t *testing.T) {
	m := long(t, 5, 1000, 3000)
	m.GoToPercent(50)
	first, all := lookingFor(t, m)
	settle(m, first)
	see(t, m, "A needle after 3000.", "…")
	if got := status(m); strings.Contains(got, "/…") {
		t.Errorf("the status is %q", got)
	}
	settle(m, all)
	see(t, m, "A needle after 3000.", "3/3")
}

// A key ends what the one before it asked for.
func TestAKeyEndsBothSearches(t *testing.T) {
	m := long(t, 5, 1000)
	first, all := lookingFor(t, m)
	press(m, "x")
	settle(m, first)
	settle(m, all)
	see(t, m, "Sentence 0", "not found")
}
