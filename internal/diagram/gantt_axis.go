package diagram

import (
	"strconv"
	"time"
)

// axis is the line of time over a chart of work.
type axis struct {
	from, to time.Time
	x, cells int
	ticks    []tick
}

type tick struct {
	x     int
	label string
}

// scale is one way to divide time.
type scale struct {
	format string                    // of the labels; "" for the number of seconds
	next   func(time.Time) time.Time // the first tick after a moment
}

func newAxis(c *gantt, x, cells int) *axis {
	a := &axis{x: x, cells: cells}
	a.from, a.to = c.extent()
	for _, s := range pick(c.seconds, counts(), scales()) {
		if a.divide(s) {
			break
		}
	}
	return a
}

// scales are the ways to divide time, the finest first.
func scales() []scale {
	minutes := func(n int) scale {
		return scale{"15:04", func(t time.Time) time.Time {
			step := time.Duration(n) * time.Minute
			return t.Truncate(step).Add(step)
		}}
	}
	days := func(n int) scale {
		return scale{"01-02", func(t time.Time) time.Time {
			at := midnight(t).AddDate(0, 0, 1)
			for n > 1 && at.YearDay()%n != 1%n && at.Day() != 1 {
				at = at.AddDate(0, 0, 1)
			}
			return at
		}}
	}
	weeks := func(n int) scale {
		return scale{"01-02", func(t time.Time) time.Time {
			at := midnight(t).AddDate(0, 0, 1)
			for at.Weekday() != time.Monday || n > 1 && (int(at.Unix()/86400)+3)/7%n != 0 {
				at = at.AddDate(0, 0, 1)
			}
			return at
		}}
	}
	months := func(n int) scale {
		return scale{"2006-01", func(t time.Time) time.Time {
			at := time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC)
			for (int(at.Month())-1)%n != 0 {
				at = at.AddDate(0, 1, 0)
			}
			return at
		}}
	}
	years := func(n int) scale {
		return scale{"2006", func(t time.Time) time.Time { return time.Date((t.Year()/n+1)*n, 1, 1, 0, 0, 0, 0, time.UTC) }}
	}
	return []scale{minutes(1), minutes(2), minutes(5), minutes(10), minutes(15), minutes(30), minutes(60), minutes(120), minutes(180), minutes(360),
		minutes(720), days(1), days(2), weeks(1), weeks(2), months(1), months(2), months(3), months(6),
		years(1), years(2), years(5), years(10), years(50), years(500)}
}

// counts are the ways to divide a time that is a number of seconds.
func counts() []scale {
	var all []scale
	for n := int64(1); n < 1e11; n *= 10 {
		for _, step := range []int64{n, 2 * n, 5 * n} {
			all = append(all, scale{"", func(t time.Time) time.Time { return time.Unix((floorDiv(t.Unix(), step)+1)*step, 0).UTC() }})
		}
	}
	return all
}

// floorDiv divides towards the past.
func floorDiv(a, b int64) int64 {
	if q := a / b; a%b >= 0 {
		return q
	}
	return a/b - 1
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// divide makes the ticks of a scale. It reports whether their labels have room.
func (a *axis) divide(s scale) bool {
	a.ticks = nil
	end := -1
	for t := s.next(a.from.Add(-1)); !t.After(a.to); t = s.next(t) {
		at := tick{a.at(t), pick(s.format == "", strconv.FormatInt(t.Unix(), 10), t.Format(s.format))}
		if at.x <= end+1 {
			return false
		}
		end = at.x + len(at.label)
		if end <= a.x+a.cells+2 {
			a.ticks = append(a.ticks, at)
		}
	}
	return true
}

// at returns the column of a moment; that of the end is the one behind the axis.
func (a *axis) at(t time.Time) int {
	part := float64(t.Sub(a.from)) / float64(a.to.Sub(a.from))
	return a.x + min(int(part*float64(a.cells)+0.5), a.cells)
}

// labels writes the labels of the ticks and the line below them, and returns the row that follows.
func (a *axis) labels(g *grid) int {
	for _, t := range a.ticks {
		if t.x+len(t.label) <= a.x+a.cells {
			g.write(t.x, 0, t.label, roleLabel, 0)
		}
	}
	g.line(point{a.x, 1}, point{a.x + a.cells - 1, 1}, stroke{weight: light, role: roleAxis})
	return 2
}

// lines draws the ticks down to a row, behind what is there.
func (a *axis) lines(g *grid, from, to int) {
	s := stroke{weight: light, dash: true, role: roleAxis}
	for _, t := range a.ticks {
		if t.x >= a.x+a.cells {
			continue
		}
		for y := from; y < to; y++ {
			for _, half := range []struct {
				at point
				d  direction
			}{{point{t.x, y}, down}, {point{t.x, y + 1}, up}} {
				if g.at(half.at.x, half.at.y).text == "" {
					g.arm(half.at, half.d, s)
				}
			}
		}
	}
}
