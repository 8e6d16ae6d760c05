package tui

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

// What has been given to a save that has not answered may be lost, so that it is written once more when the program
// ends: whoever quits while another program holds the file up loses nothing.
func TestWhatIsBeingSavedIsNotWrittenYet(t *testing.T) {
	var u unwritten
	starred := func(slug string) history.History {
		at := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
		return history.History{{Slug: slug}: {Starred: history.Flag{At: at, On: true}}}
	}
	has := func(when string, want ...string) {
		t.Helper()
		var got []string
		for k := range u.all() {
			got = append(got, k.Slug)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s, %v may not be written, want %v", when, got, want)
		}
	}
	u.add(starred("a"))
	first := u.take()
	has("given to a save", "a")
	u.add(starred("b"))
	has("with another change", "a", "b")
	second := u.take()
	u.answered(first, nil)
	has("while one of two saves has not answered", "a", "b")
	u.answered(second, errors.New("the disk is full"))
	has("after a save that failed", "b")
	if again := u.take(); len(again) != 1 {
		t.Errorf("to be saved again are %v", again)
	}
	u.answered(second, nil)
	has("when all is written")
}
