package history_test

import (
	"slices"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

// jumps are what a clock may do while somebody reads.
var jumps = map[string]time.Duration{
	"stands still":        0,
	"a second back":       -time.Second,
	"an hour back":        -time.Hour,
	"a year ahead":        365 * 24 * time.Hour,
	"a hundred years on":  876_000 * time.Hour,
	"to 1970":             time.Unix(0, 0).Sub(epoch),
	"to before the epoch": time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Sub(epoch),
}

func TestNoMomentIsBeforeOneThatIsKnown(t *testing.T) {
	for what, jump := range jumps {
		now := epoch
		c := history.NewClock(func() time.Time { return now })
		c.Meet(map[string]history.Entry{"a": full(0), "b": {Marks: map[string]history.Mark{"x": {At: at(5)}}}})
		last := at(5)
		for range 3 {
			if got := c.Now(); !got.After(last) {
				t.Errorf("%s: after %v comes %v", what, last, got)
			} else {
				last = got
			}
			now = now.Add(jump)
		}
	}
}

// Whatever the clock does between, what was done last is what is remembered, by the next program too, and whether
// its clock is right or not.
func TestWhatWasDoneLastIsRememberedWhateverTheClockSays(t *testing.T) {
	a, b := history.Key{Slug: "a"}, history.Key{Slug: "b"}
	for what, jump := range jumps {
		now := epoch
		clock := func() time.Time { return now }
		path := file(t)
		for evening := range 3 {
			s := history.NewStore(path, clock)
			c := history.NewClock(clock)
			c.Meet(load(t, s).Blog(""))
			read := func(k history.Key, percent int) {
				e := load(t, s)[k]
				e.Progress = history.Progress{At: c.Now(), Percent: percent}
				e.Starred = history.Flag{At: c.Now(), On: percent%2 == 1}
				save(t, s, history.History{k: e})
				now = now.Add(time.Minute)
				if got := load(t, s)[k]; got.Progress.Percent != percent || got.Starred.On != (percent%2 == 1) {
					t.Errorf("%s, evening %d: %s is at %d%%, starred %v; want %d%%", what, evening, k.Slug, got.Progress.Percent, got.Starred.On, percent)
				}
			}
			read(a, 10+evening)
			read(b, 20+evening)
			now = now.Add(jump)
			read(a, 31+evening)
			read(b, 41+evening)
			h := load(t, s)
			if got := h.Recent(); !slices.Equal(got, []history.Key{b, a}) {
				t.Errorf("%s, evening %d: the last ones read are %v", what, evening, got)
			}
			now = at(10 * (evening + 1)) // the clock is set right overnight
		}
	}
}

// A clock that stands at 1970 leaves the dates of what others have read.
func TestAClockThatHasStoppedTakesNoDates(t *testing.T) {
	s := store(file(t))
	save(t, s, history.History{{Slug: "a"}: full(1), {Slug: "b"}: full(2)})
	stopped := history.NewStore(s.Path(), func() time.Time { return time.Unix(3, 0) })
	save(t, stopped, history.History{{Slug: "b"}: {Progress: history.Progress{At: at(3), Percent: 50}}})
	if h := load(t, s); !h[history.Key{Slug: "a"}].Opened().Equal(at(1)) || h[history.Key{Slug: "b"}].Progress.Percent != 50 {
		t.Errorf("left are %v", h)
	}
}

// Two programs have clocks that do not agree. What each does is remembered, and where both speak of one thing
// that which was done last.
func TestTwoProgramsWithTwoClocks(t *testing.T) {
	for what, ahead := range jumps {
		if ahead < 0 {
			continue // what is done where the clock is late cannot be told from what was done before
		}
		path := file(t)
		now := epoch
		right := history.NewStore(path, func() time.Time { return now })
		wrong := history.NewStore(path, func() time.Time { return now.Add(ahead) })
		star := func(s *history.Store, slug string, at time.Time, on bool) {
			save(t, s, history.History{{Slug: slug}: {Starred: history.Flag{At: at, On: on}}})
		}
		star(wrong, "a", now.Add(ahead), true)
		star(wrong, "only", now.Add(ahead), true)
		now = now.Add(10 * time.Second)
		star(right, "a", now, false)
		now = now.Add(2 * time.Second)
		h := load(t, right)
		if h[history.Key{Slug: "a"}].Starred.On || !h[history.Key{Slug: "only"}].Starred.On {
			t.Errorf("%s: remembered is %v", what, h)
		}
		for k, e := range h {
			if e.Starred.At.After(now) {
				t.Errorf("%s: %s was starred at %v, and it is %v", what, k.Slug, e.Starred.At, now)
			}
		}
	}
}
