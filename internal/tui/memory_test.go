package tui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// remembering returns the options of a program that remembers in a file, on one evening after the other: a
// story's clock always begins at the same time.
func remembering(path string, evening int, fsys fstest.MapFS) tui.Options {
	now := func() time.Time { return time.Now().Add(time.Duration(evening) * 24 * time.Hour) }
	return tui.Options{
		Theme: named("dark"), History: history.NewStore(path, now), Now: now,
		Load: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) },
	}
}

func long() fstest.MapFS {
	var body strings.Builder
	for _, section := range []string{"Why", "How", "What"} {
		body.WriteString("## " + section + "\n\n")
		for i := range 12 {
			body.WriteString("Paragraph " + section + " " + string(rune('a'+i)) + " of some words that fill a line or so of the screen.\n\n")
		}
	}
	return fstest.MapFS{
		"long.md":  {Data: []byte("---\ntitle: A long post\ndate: 2026-02-01\nseries: S\npart: 1\ntags: [go]\n---\n" + body.String())},
		"other.md": {Data: []byte("---\ntitle: Another post\ndate: 2026-01-01\nseries: S\npart: 2\n---\nShort.\n")},
	}
}

func TestTomorrowItOpensWhereOneStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.NotSee("Continue")
		d.Press("enter", "pgdown", "pgdown")
		d.See("Paragraph How", "min left")
		d.Press("q")
		d.See("Continue", "A long post", "39% · 2 min left", "All posts")
		d.Wait()
		time.Sleep(3 * time.Second) // until it is written
		d.Wait()
	})
	tuitest.Story(t, 100, 24, program(remembering(path, 2, long())), func(d *tuitest.Driver) {
		d.See("Continue", "▌ A long post")
		d.Press("enter")
		d.See("continued where you stopped", "Paragraph How")
		d.Press("g")
		d.See("Paragraph Why a")
		d.Press("pgdown", "pgdown", "pgdown", "pgdown", "pgdown")
		d.See("100% · end", "Enter next: Part 2, Another post · 1 min", "Part 1 of 2, 4 min in all, 1 min left")
		d.Press("enter")
		d.See("Short.", "Part 2 of 2, 4 min in all, all read")
		d.Press("q", "k")
		d.See("✓ read")
		d.NotSee("Continue")
	})
}

// Who jumps to the end to see how a post ends goes on tomorrow where they were. Who reads to the end has read it.
func TestAGlanceAtTheEndIsNoReading(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter", "pgdown", "pgdown", "G", "k", "k", "j", "j")
		d.See("100% · end", "min left")
		d.Press("q")
		d.See("Continue", "A long post", "39% · 2 min left")
		d.NotSee("✓")
		d.Press("enter", "G", "enter") // the next part
		d.See("Short.")
		d.Press("backspace", "q")
		d.See("39% · 2 min left")
		d.Press("g", "enter", "pgdown", "G") // nearly the end already
		for range 4 {
			d.Press("b")
		}
		for range 5 {
			d.Press("space")
		}
		d.See("100% · end")
		d.Press("q")
		d.See("✓ read")
	})
}

// The rest of a screen is not skipped by who presses G there.
func TestTheLastScreenIsReadByAJump(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter", "pgdown", "pgdown", "pgdown", "G")
		d.See("100% · end")
		d.Press("q")
		d.See("✓ read")
	})
}

func TestPostsAreStarredAndMarkedByHand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("s")
		d.See("✦ · 3 min read")
		d.Press("x")
		d.See("✦ · ✓ read")
		d.Press("U")
		d.See("1 of 2 posts", "is:unread", "Another post")
		d.NotSee("A long post")
		d.Press("U", "x", "s")
		d.See("3 min read")
		d.NotSee("✦", "✓")
	})
}

func TestWhatWasWrittenSinceIsMarked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter", "space", "q")
		time.Sleep(3 * time.Second)
		d.Wait()
	})
	newer := long()
	newer["long.md"].Data = []byte(strings.Replace(string(newer["long.md"].Data), "Paragraph Why b", "A new thought, Why b", 1))
	tuitest.Story(t, 100, 24, program(remembering(path, 2, newer)), func(d *tuitest.Driver) {
		d.See("min left · changed")
		d.Press("enter")
		d.See("changed since you read it: see the marks at its left")
		d.Press("g")
		d.See("▎ A new thought")
		d.NotSee("▎ Paragraph")
		time.Sleep(3 * time.Second)
		d.Wait()
	})
	tuitest.Story(t, 100, 24, program(remembering(path, 3, newer)), func(d *tuitest.Driver) {
		d.NotSee("changed")
		d.Press("enter", "g")
		d.NotSee("▎", "has changed")
	})
}

func TestMarksOutliveTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	tuitest.Story(t, 100, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.Press("enter", "pgdown", "pgdown", "m", "a", "g", "q")
		time.Sleep(3 * time.Second)
		d.Wait()
	})
	tuitest.Story(t, 100, 24, program(remembering(path, 2, long())), func(d *tuitest.Driver) {
		d.Press("enter", "g", "'", "a")
		d.See("Paragraph How")
		d.NotSee("Paragraph Why a")
	})
}

// A history that cannot be kept is said once and keeps nobody from reading.
func TestAHistoryThatCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history.json")
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	tuitest.Story(t, 120, 24, program(remembering(path, 1, long())), func(d *tuitest.Driver) {
		d.See("not a file", "A long post")
		d.Press("enter")
		d.See("Paragraph Why")
		time.Sleep(3 * time.Second)
		d.Wait()
		d.NotSee("not a file")
		d.Press("pgdown")
		time.Sleep(3 * time.Second)
		d.Wait()
		d.NotSee("not a file")
	})
}

func TestEverythingCanBeDoneByName(t *testing.T) {
	tuitest.Story(t, 100, 40, program(remembering("", 1, long())), func(d *tuitest.Driver) {
		d.Press(":")
		d.See("Do", "Show all keys", "Choose a theme")
		d.Type("theme grux")
		d.NotSee("Theme dracula", "Show all keys")
		d.Press("esc", ":")
		d.Type("tag go")
		d.See("Tag go")
		d.Press("esc", ":")
		d.Type("another")
		d.Press("enter")
		d.See("Short.")
		d.Press("K")
		d.See("Paragraph Why a")
		d.Press("ctrl+p")
		d.Type("50%")
		d.See("Go to 50%")
		d.Press("enter")
		d.See("Paragraph How")
		d.Press(":")
		d.Type("3")
		d.Press("enter")
		d.See("Paragraph What a")
		d.Press("t")
		d.See("Tags of this post", "go")
		d.Press("enter")
		d.See("1 of 2 posts", "A long post")
		d.NotSee("Another post")
		d.Press(":")
		d.Type("show cards or")
		d.Press("enter")
		d.See("A long post")
	})
}
