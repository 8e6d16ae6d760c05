package results

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// found makes results of so many hits, of cards of two to four rows.
func found(hits int) search.Results {
	r := search.Results{Sections: hits, Posts: hits, Searched: 10, Total: 10}
	for i := range hits {
		p := &post.Post{Slug: fmt.Sprint("post-", i)}
		p.Title = fmt.Sprint("Post ", i)
		r.Hits = append(r.Hits, search.Hit{
			Post: p, Title: search.Marked{Text: p.Title}, Section: search.Marked{Text: fmt.Sprint("Section ", i)}, Line: 1, Minutes: 1,
			Snippet: search.Marked{Text: strings.TrimSpace(strings.Repeat("words 日本 ", i%3*8)), Marks: []text.Range{}},
		})
	}
	return r
}

func shown(hits, width, height int) *Model {
	m := New(keymap.Default(), theme.Dark().Styles())
	m.SetSize(width, height)
	m.Take(found(hits), true, false)
	return m
}

func press(m *Model, keys ...rune) (last Event) {
	for _, k := range keys {
		last = m.Update(tea.KeyPressMsg{Code: k})
	}
	return last
}

func slug(m *Model) string {
	h, ok := m.Chosen()
	if !ok {
		return ""
	}
	return h.Post.Slug
}

func TestTheChosenCardStaysInView(t *testing.T) {
	for width := 20; width < 130; width += 13 {
		for height := 5; height < 45; height++ {
			m := shown(30, width, height)
			for _, k := range []rune{tea.KeyDown, tea.KeyPgDown, tea.KeyPgDown, tea.KeyUp, tea.KeyPgUp, tea.KeyDown, tea.KeyPgDown} {
				press(m, k)
				h, _ := m.Chosen()
				view := ansi.Strip(m.View())
				if !strings.Contains(view, "▌ "+h.Title.Text+"\n") && !strings.HasSuffix(view, "▌ "+h.Title.Text) {
					t.Fatalf("%dx%d: %s is chosen and not in view:\n%s", width, height, h.Title.Text, view)
				}
			}
		}
	}
}

func TestTheEndsOfWhatWasFound(t *testing.T) {
	m := shown(3, 80, 24)
	press(m, tea.KeyUp)
	if slug(m) != "post-0" {
		t.Errorf("above the first is %s", slug(m))
	}
	press(m, tea.KeyDown, tea.KeyDown, tea.KeyDown, tea.KeyDown, tea.KeyPgDown)
	if slug(m) != "post-2" {
		t.Errorf("below the last is %s", slug(m))
	}
	m.Clear()
	if press(m, tea.KeyDown, tea.KeyPgUp); slug(m) != "" {
		t.Errorf("of nothing is chosen %s", slug(m))
	}
	if press(m, tea.KeyEnter) != Opened || press(m, tea.KeyEscape) != Left {
		t.Error("Enter and Esc do not open and leave")
	}
}

// While hits come the one under the cursor stays under it; another query begins with its best.
func TestTheCursorStaysOnItsHit(t *testing.T) {
	m := shown(5, 80, 24)
	press(m, tea.KeyDown, tea.KeyDown)
	more := found(8)
	more.Hits[2], more.Hits[6] = more.Hits[6], more.Hits[2]
	m.Take(more, false, false)
	if slug(m) != "post-2" || m.chosen != 6 {
		t.Errorf("chosen is %s, number %d", slug(m), m.chosen)
	}
	m.Take(found(2), false, false)
	if slug(m) != "post-0" {
		t.Errorf("where the hit has gone, chosen is %s", slug(m))
	}
	press(m, tea.KeyDown)
	m.Take(found(2), true, true)
	if slug(m) != "post-1" {
		t.Errorf("of the same query once more, chosen is %s", slug(m))
	}
	m.Take(found(2), true, false)
	if slug(m) != "post-0" {
		t.Errorf("of another query, chosen is %s", slug(m))
	}
}

func TestClicksFindTheirCards(t *testing.T) {
	m := shown(9, 80, 24)
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	for y, line := range lines {
		if i := strings.Index(line, "Post "); i >= 0 {
			want := "post-" + strings.TrimSpace(line[i+len("Post "):])
			if m.Click(4, y); slug(m) != want {
				t.Errorf("a click on row %d, %q, chooses %s", y, line, slug(m))
			}
			if m.Click(4, y) != Opened {
				t.Errorf("a second click on %s does not open it", want)
			}
			m.Move(-100)
		}
	}
	if m.Click(4, 1) != None {
		t.Error("a click on the box opens a hit")
	}
}
