package preview

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/layout"
)

// about is a subject with a body.
func about(title, body string) Subject {
	p := &post.Post{}
	p.Title = title
	return Subject{Post: p, Body: func() ([]byte, error) { return []byte(body), nil }}
}

// beside is room for a preview.
func beside(rows int) layout.Beside { return layout.NewList(160, rows).Beside }

func shown(m *Model) string {
	screen := make([]string, 40)
	m.Draw(screen, func(p *post.Post, _ int) string { return "facts of " + p.Title })
	return ansi.Strip(strings.Join(screen, "\n"))
}

func with(rows int) *Model {
	m := New(theme.Dark().Styles())
	m.SetPlace(beside(rows))
	return m
}

// settle runs a command and what follows from it to the end.
func settle(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, cmd := range batch {
			settle(m, cmd)
		}
		return
	}
	settle(m, m.Update(msg))
}

// What is shown is always the subject that was asked for last: answers to older questions are dropped.
func TestALateAnswerIsDropped(t *testing.T) {
	m := with(30)
	older := m.Show(about("A", "body a"))()
	late := m.Update(older)()
	newer := m.Show(about("B", "body b"))
	if m.Update(older) != nil {
		t.Error("a post is read on which the cursor no longer rests")
	}
	m.Update(late)
	if got := shown(m); !strings.Contains(got, "B\n") || !strings.Contains(got, "facts of B") || strings.Contains(got, "body") {
		t.Errorf("before the answer the preview is\n%s", got)
	}
	settle(m, newer)
	if got := shown(m); !strings.Contains(got, "body b") {
		t.Errorf("the preview is\n%s", got)
	}
}

// Of two previews each takes what it has asked for.
func TestAnAnswerToAnotherPreviewIsDropped(t *testing.T) {
	one, other := with(30), with(30)
	wanted := one.Show(about("A", "body a"))()
	other.Show(about("B", "body b"))
	if other.Update(wanted) != nil {
		t.Error("a preview reads what another has asked for")
	}
	answer := one.Update(wanted)()
	other.Update(answer)
	if got := shown(other); strings.Contains(got, "body") {
		t.Errorf("a preview shows what another has asked for:\n%s", got)
	}
	if one.Update(answer); !strings.Contains(shown(one), "body a") {
		t.Errorf("the preview is\n%s", shown(one))
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	m := with(30)
	s := about("A", "")
	s.Body = func() ([]byte, error) { return nil, errors.New("a.md: no such file") }
	settle(m, m.Show(s))
	if got := shown(m); !strings.Contains(got, "a.md: no such file") {
		t.Errorf("the preview is\n%s", got)
	}
}

// sought is a section of a post in which a word stands so many paragraphs below its heading.
func sought(below int) Subject {
	var body strings.Builder
	paragraphs := func(n int) {
		for i := range n {
			fmt.Fprintf(&body, "Paragraph %d.\n\n", i)
		}
	}
	paragraphs(40)
	body.WriteString("## The section\n\n")
	paragraphs(below)
	body.WriteString("Here is the needle.\n\n")
	paragraphs(40)
	s := about("A", body.String())
	s.Place = strconv.Itoa(below)
	s.Find = func(ctx context.Context, d *document.Document) Found {
		section, _ := d.Anchor("the-section")
		return Found{Matches: d.Find(ctx, "needle"), Section: section}
	}
	return s
}

func TestASectionIsShownWithWhatWasFoundInIt(t *testing.T) {
	for below, want := range map[int]struct{ heading bool }{0: {true}, 5: {true}, 35: {false}} {
		m := with(30)
		settle(m, m.Show(sought(below)))
		got := shown(m)
		if !strings.Contains(got, "Here is the needle.") || strings.Contains(got, "The section") != want.heading {
			t.Errorf("with the word %d paragraphs below, the preview is\n%s", below, got)
		}
		screen := make([]string, 40)
		m.Draw(screen, func(*post.Post, int) string { return "" })
		if marked := m.styles.Markup.FoundHere; marked == "" || !strings.Contains(strings.Join(screen, "\n"), marked+"needle") {
			t.Errorf("the word is not marked in\n%q", screen)
		}
	}
}

// While another place of the same post is looked for, its text stays: nothing flickers as a query is typed.
func TestTheTextStaysWhileAnotherPlaceIsLookedFor(t *testing.T) {
	m := with(30)
	s := sought(0)
	reads := 0
	body := s.Body
	s.Body = func() ([]byte, error) { reads++; return body() }
	settle(m, m.Show(s))
	s.Place = "another"
	s.Find = func(ctx context.Context, d *document.Document) Found {
		return Found{Matches: d.Find(ctx, "Paragraph 3")}
	}
	next := m.Show(s)
	if got := shown(m); !strings.Contains(got, "Here is the needle.") {
		t.Errorf("meanwhile the preview is\n%s", got)
	}
	settle(m, next)
	if got := shown(m); !strings.Contains(got, "Paragraph 3.") || strings.Contains(got, "needle") {
		t.Errorf("then it is\n%s", got)
	}
	if reads != 1 {
		t.Errorf("the post was read %d times", reads)
	}
	if settle(m, m.Show(about("B", "body b"))); reads != 1 || strings.Contains(shown(m), "Paragraph") {
		t.Errorf("of another post it is\n%s", shown(m))
	}
}

// Who moves on ends what is still looked for.
func TestWhatIsNoLongerWantedIsEnded(t *testing.T) {
	m := with(30)
	s := sought(0)
	var ctx context.Context
	s.Find = func(c context.Context, _ *document.Document) Found { ctx = c; m.Show(about("B", "")); return Found{} }
	look := m.Update(m.Show(s)())
	look()
	if ctx.Err() == nil {
		t.Error("what nobody waits for is still looked for")
	}
}
