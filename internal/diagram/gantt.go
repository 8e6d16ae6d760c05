package diagram

import (
	"fmt"
	"strconv"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// gantt is work in time.
type gantt struct {
	tasks []*task
	clock bool // dates are times of a day
	// seconds says that moments are numbers, which count seconds
	seconds bool
}

// task is one piece of work. Its section is named with the first of it.
type task struct {
	section, label   string
	id               string
	start, end       time.Time
	done, active     bool
	critical, marker bool // a marker is a milestone: a point of time
	vertical         bool // a marker over all rows
}

// sign says in one cell how far a task is, for those who see no colours.
func (t *task) sign() string {
	switch {
	case t.done:
		return "✓"
	case t.active:
		return "▸"
	case t.critical:
		return "!"
	}
	return " "
}

func (t *task) role() role {
	switch {
	case t.critical:
		return roleBarLate
	case t.done:
		return roleBarDone
	case t.active:
		return roleBarActive
	}
	return roleBar
}

func (t *task) fill() string {
	switch {
	case t.done:
		return "░"
	case t.active:
		return "▓"
	}
	return "█"
}

// extent returns the first and the last moment of all work.
func (c *gantt) extent() (from, to time.Time) {
	for i, t := range c.tasks {
		if i == 0 || t.start.Before(from) {
			from = t.start
		}
		if i == 0 || t.end.After(to) {
			to = t.end
		}
	}
	if !to.After(from) {
		to = from.Add(24 * time.Hour)
	}
	return from, to
}

// leastAxis and mostAxis bound the cells of the axis.
const leastAxis, mostAxis = 20, 90

// split divides a width into the columns of the labels and those of the axis.
func (c *gantt) split(width int) (labels, cells int) {
	for _, t := range c.tasks {
		labels = max(labels, longestLine(t.label), text.Width(t.section)-2)
	}
	labels = min(labels, max(10, width*2/5))
	return labels, min(width-labels-3, mostAxis)
}

func (c *gantt) draw(width int) (picture, error) {
	labels, cells := c.split(width)
	if cells < leastAxis {
		needs := width
		for ; cells < leastAxis; _, cells = c.split(needs) {
			needs++
		}
		return picture{}, &WidthError{Width: width, Needs: needs}
	}
	a := newAxis(c, labels+3, cells)
	g := &grid{}
	y := a.labels(g)
	first := y
	for _, t := range c.tasks {
		if t.section != "" {
			for _, line := range wrapAt(t.section, labels+2) {
				g.write(0, y, line, roleGroupText, 0)
				y++
			}
		}
		g.write(0, y, t.sign(), t.role(), 0)
		from, to := min(a.at(t.start), a.x+a.cells-1), a.at(t.end)
		if t.marker && !t.vertical {
			g.write(from, y, diamondFull, t.role(), 0)
		}
		for x := from; x < max(to, from+1) && !t.marker; x++ {
			g.write(x, y, t.fill(), t.role(), 0)
		}
		for _, line := range wrapAt(oneLine(t.label), labels) {
			g.write(2, y, line, roleText, 0)
			y++
		}
	}
	a.lines(g, first-1, y-1)
	for _, t := range c.tasks {
		if x := min(a.at(t.start), a.x+a.cells-1); t.vertical {
			s := stroke{weight: heavy, role: t.role()}
			g.line(point{x, first - 1}, point{x, y - 1}, s)
			g.arm(point{x, y - 1}, down, s)
		}
	}
	c.key(g, y+1, width)
	return picture{cells: g}, nil
}

// key explains the signs that are used, one after the other as far as width goes.
func (c *gantt) key(g *grid, y, width int) {
	x := 0
	for _, k := range []struct {
		word string
		is   func(*task) bool
		task task
	}{
		{"done", func(t *task) bool { return t.done }, task{done: true}},
		{"under way", func(t *task) bool { return t.active && !t.done }, task{active: true}},
		{"critical", func(t *task) bool { return t.critical && !t.done && !t.active }, task{critical: true}},
	} {
		for _, t := range c.tasks {
			if !k.is(t) {
				continue
			}
			if x > 0 && x+len(k.word)+2 > width {
				x, y = 0, y+1
			}
			g.write(x, y, k.task.sign(), k.task.role(), 0)
			g.write(x+2, y, k.word, roleLegend, 0)
			x += len(k.word) + 5
			break
		}
	}
}

func (c *gantt) sentences() []string {
	var out []string
	for _, t := range c.tasks {
		if t.section != "" {
			out = append(out, t.section)
		}
		line := fmt.Sprintf("%s: %s to %s", oneLine(t.label), c.moment(t.start), c.moment(t.end))
		if t.marker {
			line = fmt.Sprintf("%s: %s on %s", oneLine(t.label), pick(t.vertical, "marked", "milestone"), c.moment(t.start))
		}
		for _, k := range []struct {
			is   bool
			word string
		}{{t.done, "done"}, {t.active, "under way"}, {t.critical, "critical"}} {
			if k.is {
				line += ", " + k.word
			}
		}
		out = append(out, line)
	}
	return out
}

// moment writes a time as short as it can be.
func (c *gantt) moment(t time.Time) string {
	switch {
	case c.seconds:
		return strconv.FormatInt(t.Unix(), 10)
	case c.clock:
		return t.Format("15:04")
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04")
}
