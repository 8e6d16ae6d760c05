package tui_test

import (
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// A clock may jump while somebody reads, before what was read is written and after: the next evening begins where
// this one ended, and the list is in the order of reading.
func TestAClockThatJumpsWhileOneReads(t *testing.T) {
	evening := time.Date(2026, 11, 24, 23, 0, 0, 0, time.UTC)
	for what, jump := range map[string]time.Duration{
		"an hour back": -time.Hour, "a year on": 365 * 24 * time.Hour, "to 1970": time.Unix(0, 0).Sub(evening), "a second back": -time.Second,
	} {
		t.Run(what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "history.json")
			o := remembering(path, 1, long())
			var past atomic.Int64 // of the evening, by a clock that saves in the background read too
			o.Now = func() time.Time { return evening.Add(time.Duration(past.Load())) }
			pass := func(d time.Duration) { past.Add(int64(d)) }
			o.History = history.NewStore(path, o.Now)
			wait := func(d *tuitest.Driver) {
				pass(3 * time.Second)
				time.Sleep(3 * time.Second) // until it is written
				d.Wait()
			}
			tuitest.Story(t, 100, 24, program(o), func(d *tuitest.Driver) {
				d.Press("enter", "pgdown", "s")
				pass(jump) // what was read until now is not written yet
				d.Press("pgdown")
				d.See("Paragraph How")
				wait(d)
				d.Press("q")
				d.See("Continue", "39% · 2 min left")
				if left, err := o.History.Load(); err != nil || left[history.Key{Slug: "long"}].Progress.Percent != 39 {
					t.Errorf("after a while there is remembered %v, %v", left, err)
				}
				d.Press("G", "enter") // the other post
				d.See("Short.")
				d.Press("q")
				d.See("✓ read")
				pass(-jump) // the clock is set right
				d.Press("g", "s", "enter", "pgdown", "pgup")
				wait(d)
			})
			pass(24 * time.Hour)
			tuitest.Story(t, 100, 24, program(o), func(d *tuitest.Driver) {
				d.See("Continue", "▌ A long post", "✦ · 39% · 2 min left", "✓ read")
				d.Press("enter")
				d.See("continued where you stopped", "Paragraph How")
			})
		})
	}
}
