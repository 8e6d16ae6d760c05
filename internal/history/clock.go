package history

import (
	"iter"
	"maps"
	"slices"
	"time"
)

// Clock dates what happens while a program reads. A clock may be set back meanwhile, or stand wrong from the
// start, and what happens later must win all the same: no moment is before one that is known.
type Clock struct {
	now  func() time.Time
	last time.Time
}

// NewClock returns a clock that goes by another.
func NewClock(now func() time.Time) *Clock { return &Clock{now: now} }

// Now returns the present, or the moment after the last one that is known if that is later.
func (c *Clock) Now() time.Time {
	now := c.now().Round(0) // as it will be read from the file, which knows no monotonic time
	if !now.After(c.last) {
		now = c.last.Add(1)
	}
	c.last = now
	return now
}

// Meet lets all that happens from now on be later than what is remembered.
func (c *Clock) Meet(entries map[string]Entry) {
	for _, e := range entries {
		for t := range e.times() {
			if t.After(c.last) {
				c.last = t
			}
		}
	}
}

// times are those of all facts.
func (e Entry) times() iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		for _, t := range []time.Time{e.Progress.At, e.Edition.At, e.Read.At, e.Starred.At} {
			if !yield(t) {
				return
			}
		}
		for _, f := range e.Sections {
			if !yield(f.At) {
				return
			}
		}
		for _, m := range e.Marks {
			if !yield(m.At) {
				return
			}
		}
	}
}

// dated returns the entry with the time of every fact as at gives it.
func (e Entry) dated(at func(time.Time) time.Time) Entry {
	e.Progress.At, e.Edition.At, e.Read.At, e.Starred.At = at(e.Progress.At), at(e.Edition.At), at(e.Read.At), at(e.Starred.At)
	e.Sections, e.Marks = maps.Clone(e.Sections), maps.Clone(e.Marks)
	for k, f := range e.Sections {
		f.At = at(f.At)
		e.Sections[k] = f
	}
	for k, m := range e.Marks {
		m.At = at(m.At)
		e.Marks[k] = m
	}
	return e
}

// recent is how long ago what comes from the future has happened, as far as anyone knows: before what is being
// saved, which somebody has just done.
const recent = time.Minute

// skew is how much later than now a moment may be without being from the future: the next one of a Clock, or of
// a machine with the same home.
const skew = time.Second

// release is when the first blogtui was made. A clock that stands before it, since its battery is empty, says
// nothing of what was remembered.
func release() time.Time { return time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC) }

// past lets no fact be from the future: a clock that once stood there would otherwise win over everything that is
// read until then. Such facts are taken for those of a short while ago, in the order in which they were.
func (h History) past(now time.Time) {
	if now.Before(release()) {
		return
	}
	var ahead []time.Time
	for _, e := range h {
		for t := range e.times() {
			if t.Sub(now) > skew {
				ahead = append(ahead, t)
			}
		}
	}
	if len(ahead) == 0 {
		return
	}
	slices.SortFunc(ahead, time.Time.Compare)
	for k, e := range h {
		h[k] = e.dated(func(t time.Time) time.Time {
			i, found := slices.BinarySearchFunc(ahead, t, time.Time.Compare)
			if !found {
				return t
			}
			return now.Add(-recent + time.Duration(i-len(ahead)))
		})
	}
}
