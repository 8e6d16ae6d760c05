package postlist

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
)

var evening = time.Date(2026, 3, 20, 23, 0, 0, 0, time.UTC)

func started(percent, minute int) history.Entry {
	return history.Entry{Progress: history.Progress{At: evening.Add(time.Duration(minute) * time.Minute), Percent: percent}}
}

func done() history.Entry {
	e := started(100, 0)
	e.Read = history.Flag{At: evening, On: true}
	return e
}

func series(t *testing.T) *Model {
	t.Helper()
	files := make(map[string]string)
	for i := 1; i <= 6; i++ {
		files[fmt.Sprintf("auth-%d.md", i)] = fmt.Sprintf("---\ntitle: Auth %d\nseries: Auth\npart: %d\ndate: 2026-03-%02d\n---\n%s", i, i, i, strings.Repeat("word ", 2000))
	}
	files["note.md"] = "---\ntitle: A note\ndate: 2026-02-01\n---\nshort"
	return list(blog(t, files), 80, 60)
}

func plain(m *Model) string { return ansi.Strip(m.View()) }

func TestUnfinishedPostsStandFirst(t *testing.T) {
	m := series(t)
	m.SetHistory(map[string]history.Entry{
		"auth-1": done(), "auth-2": started(30, 1), "auth-3": started(50, 9), "auth-4": started(5, 3), "auth-5": started(80, 2), "gone": started(9, 99),
	})
	view := plain(m)
	shelf, rest, ok := strings.Cut(view, "All posts")
	if !ok || !strings.Contains(shelf, "Continue") {
		t.Fatalf("there is no shelf:\n%s", view)
	}
	var at []int
	for _, title := range []string{"Auth 3", "Auth 4", "Auth 5"} {
		at = append(at, strings.Index(shelf, title))
	}
	if at[0] < 0 || at[1] < at[0] || at[2] < at[1] || strings.Contains(shelf, "Auth 2") || strings.Contains(shelf, "Auth 1") {
		t.Errorf("the shelf is not the last three that were begun, the latest first:\n%s", shelf)
	}
	if !strings.Contains(shelf, "50% · 5 min left") {
		t.Errorf("the shelf does not say how far and how long:\n%s", shelf)
	}
	if !strings.Contains(rest, "✓ read") || !strings.Contains(rest, "Auth 3") {
		t.Errorf("the list below is not whole:\n%s", rest)
	}
	if m.Chosen().Slug != "auth-3" {
		t.Errorf("the cursor stands on %s, want the post that was read last", m.Chosen().Slug)
	}
}

func TestTheShelfGivesWayToASearch(t *testing.T) {
	m := series(t)
	m.SetHistory(map[string]history.Entry{"auth-2": started(30, 1)})
	f, err := filter.Parse("note")
	if err != nil {
		t.Fatal(err)
	}
	m.SetFilter(f)
	if view := plain(m); strings.Contains(view, "Continue") || strings.Contains(view, "All posts") {
		t.Errorf("the shelf is still there:\n%s", view)
	}
	m.SetFilter(filter.Filter{})
	m.SetOrder(filter.Title, false)
	if strings.Contains(plain(m), "Continue") {
		t.Error("a list by title begins with the shelf")
	}
}

func TestComingBackStandsWhereItLeft(t *testing.T) {
	m := series(t)
	m.SetHistory(map[string]history.Entry{"auth-2": started(30, 1)})
	m.choose(0)
	m.SetHistory(map[string]history.Entry{"auth-2": started(60, 5)})
	m.Select("auth-2")
	if m.strip.chosen != 0 {
		t.Errorf("opened from the shelf, back on entry %d", m.strip.chosen)
	}
	m.SetHistory(map[string]history.Entry{"auth-2": done()})
	m.Select("auth-2")
	if e := m.entries[m.strip.chosen]; e.Post.Slug != "auth-2" || e.shelf {
		t.Errorf("read to the end, back on %s", e.Post.Slug)
	}
}

func TestASeriesSaysHowMuchIsLeft(t *testing.T) {
	m := series(t)
	m.SetHistory(map[string]history.Entry{"auth-1": done(), "auth-2": started(50, 1)})
	m.SetOrder(filter.Series, false)
	view := plain(m)
	if !strings.Contains(view, "Auth  6 parts, 1 h · 1 read, 45 min left") {
		t.Errorf("the head of the series is missing:\n%s", view)
	}
	if !strings.Contains(view, "Posts of no series") {
		t.Errorf("posts without series have no head:\n%s", view)
	}
}

func TestLinesShowWhatIsRead(t *testing.T) {
	m := series(t)
	starred := started(50, 1)
	starred.Starred = history.Flag{At: evening, On: true}
	m.SetHistory(map[string]history.Entry{"auth-1": done(), "auth-2": starred})
	m.setDensity(lines)
	view := plain(m)
	for _, want := range []string{"✓  Auth 1", "›✦ Auth 2", "5 left"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is missing:\n%s", want, view)
		}
	}
}

// The strip must be told the height of every entry as it is drawn, or it scrolls wrongly.
func TestEntriesAreAsHighAsTheyAreDrawn(t *testing.T) {
	m := series(t)
	m.SetHistory(map[string]history.Entry{"auth-2": started(50, 1), "auth-3": started(20, 2)})
	for _, order := range []filter.Sort{filter.Date, filter.Series} {
		m.SetOrder(order, false)
		for _, d := range []density{cards, lines} {
			m.setDensity(d)
			it := m.items()
			for i := range m.entries {
				if got := len(m.item(i)) + it.gap; got != it.height(i) {
					t.Errorf("order %v, density %v: entry %d is %d rows high, said to be %d", order, d, i, got, it.height(i))
				}
			}
		}
	}
}
