package diagram

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ganttParser reads a chart of work (https://mermaid.js.org/syntax/gantt.html).
type ganttParser struct {
	*gantt
	source   *source
	layout   string // of dates, as Go writes it
	section  string
	plans    []plan
	byID     map[string]*task // those whose times are known
	named    map[string]bool  // the ids of all
	weekends bool
	friday   bool // weekends begin on Friday
	holidays []string
	counted  int // days that were looked at one by one
	// inclusive counts the day of an end as worked on
	inclusive bool
}

func parseGantt(src *source) (drawing, error) {
	p := &ganttParser{gantt: &gantt{}, source: src, layout: "2006-01-02", byID: map[string]*task{}, named: map[string]bool{}}
	for _, st := range src.lines {
		st.text = uncommented(st.text)
		if err := p.statement(st); err != nil {
			return nil, err
		}
		if len(p.tasks) > maxParts {
			return nil, st.fault("more than %d tasks cannot be drawn", maxParts)
		}
	}
	if err := p.schedule(); err != nil {
		return nil, err
	}
	if len(p.tasks) == 0 {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is no task in the diagram: add NAME : START, END"}
	}
	return p.gantt, nil
}

func (p *ganttParser) statement(st statement) error {
	first, rest := word(st.text)
	switch first {
	case "title":
		p.source.setTitle(rest)
	case "dateFormat":
		p.layout = dateLayout(rest)
		p.clock = !strings.Contains(p.layout, "06") && !strings.EqualFold(p.layout, "x")
	case "section":
		p.section = oneLine(label(rest))
	case "excludes":
		for _, f := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == ' ' }) {
			if f == "weekends" {
				p.weekends = true
			} else {
				p.holidays = append(p.holidays, strings.ToLower(f))
			}
		}
	case "weekend":
		p.friday = rest == "friday"
	case "inclusiveEndDates":
		p.inclusive = true
	case "axisFormat":
		p.seconds = rest == "%s" || rest == "%Q"
	case "tickInterval", "todayMarker", "weekday", "includes", "displayMode:", "click", "topAxis":
	default:
		return p.task(st)
	}
	return nil
}

// dateLayout writes a format of dates, such as YYYY-MM-DD, as Go does.
func dateLayout(format string) string {
	return strings.NewReplacer("YYYY", "2006", "DDDD", "002", "DDD", "002", "ZZ", "Z0700", "Z", "Z07:00", "YY", "06", "MMMM", "January", "MMM", "Jan", "MM", "01", "M", "1",
		"DD", "02", "D", "2", "HH", "15", "H", "15", "hh", "03", "mm", "04", "ss", "05", "SSS", "000", "A", "PM", "a", "pm").Replace(strings.TrimSpace(format))
}

// plan is a task as it is written: from when and until when is known when all are read.
type plan struct {
	statement
	*task
	fields []string
}

// schedule finds out when the tasks begin and end. One may follow another that is written below it, so those
// that wait are gone through again until no more becomes known.
func (p *ganttParser) schedule() error {
	known := make([]bool, len(p.plans))
	for {
		var fault error
		found := false
		var before *task
		for i, plan := range p.plans {
			if !known[i] {
				if err := p.times(plan, before); err != nil {
					fault = cmp.Or(fault, err)
					plan.start, plan.end = time.Time{}, time.Time{}
				} else {
					known[i], found = true, true
					p.byID[plan.id] = plan.task
				}
			}
			before = plan.task
		}
		if !found {
			return fault
		}
	}
}

// waits tells whether there is a task of that id whose times are not known yet.
func (p *ganttParser) waits(id string) bool { return p.byID[id] == nil && p.named[id] }

// task reads "Name :crit, active, id, 2014-01-06, 3d". What stands for the start may be missing, and what
// stands for the id before it.
func (p *ganttParser) task(st statement) error {
	name, data, ok := strings.Cut(st.text, ":")
	if !ok {
		return st.fault("this is no statement of a gantt chart; a task is NAME : START, END")
	}
	t := &task{section: p.section, label: label(name)}
	var fields []string
	for f := range strings.SplitSeq(data, ",") {
		switch f = strings.TrimSpace(f); f {
		case "crit":
			t.critical = true
		case "active":
			t.active = true
		case "done":
			t.done = true
		case "milestone":
			t.marker = true
		case "vert":
			t.marker, t.vertical = true, true
		case "":
		default:
			fields = append(fields, f)
		}
	}
	if len(fields) > 3 {
		return st.fault("a task has at most an id, a start and an end")
	}
	if len(fields) == 3 {
		t.id, fields = fields[0], fields[1:]
		p.named[t.id] = true
	}
	p.section = ""
	p.tasks = append(p.tasks, t)
	p.plans = append(p.plans, plan{st, t, fields})
	return nil
}

// times finds out when a task begins and ends that is written below another.
func (p *ganttParser) times(plan plan, before *task) error {
	st, t, fields := plan.statement, plan.task, plan.fields
	begin := ""
	if len(fields) == 2 {
		begin, fields = fields[0], fields[1:]
	}
	switch {
	case begin != "":
		at, ok := p.start(begin)
		if !ok {
			return st.fault("%q is no start: write a date as dateFormat says, or after ID", begin)
		}
		t.start = at
	case before != nil:
		if t.start = before.end; t.start.IsZero() {
			return st.fault("the task above it has no end")
		}
	case len(fields) == 1:
		at, ok := p.start(fields[0])
		if !ok {
			return st.fault("the first task needs a start")
		}
		t.start, t.end = at, at
		return nil
	default:
		return st.fault("the first task needs a start")
	}
	if len(fields) == 0 {
		t.end = t.start.AddDate(0, 0, 1)
		return nil
	}
	end, ok := p.finish(t, fields[0])
	if !ok {
		return st.fault("%q is no end: write a date as dateFormat says, a duration such as 3d, or until ID", fields[0])
	}
	if end.Before(t.start) {
		return st.fault("the task ends before it begins")
	}
	if distance(end.Year(), t.start.Year()) > 5000 {
		return st.fault("the task is longer than can be drawn")
	}
	t.end = end
	return nil
}

func (p *ganttParser) start(s string) (time.Time, bool) {
	ids, ok := strings.CutPrefix(s, "after ")
	if !ok {
		return p.date(s)
	}
	var at time.Time
	found := false
	for id := range strings.FieldsSeq(ids) {
		if t := p.byID[id]; t != nil && (!found || t.end.After(at)) {
			at, found = t.end, true
		} else if p.waits(id) {
			return at, false
		}
	}
	return at, found
}

func (p *ganttParser) date(s string) (time.Time, bool) {
	if p.layout == "X" || p.layout == "x" {
		n, err := strconv.ParseInt(s, 10, 64)
		if p.layout == "x" {
			n /= 1000
		}
		return time.Unix(n, 0).UTC(), err == nil && n >= 0 && n < 1e11
	}
	for _, layout := range []string{p.layout, "2006-01-02", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			if t.Year() == 0 { // a time of the day only
				t = t.AddDate(2000, 0, 0)
			}
			return t, true
		}
	}
	return time.Time{}, false
}

var duration = pattern(`^(\d+(?:\.\d+)?)(ms|s|m|h|d|w|M|y)$`)

func (p *ganttParser) finish(t *task, s string) (time.Time, bool) {
	if ids, ok := strings.CutPrefix(s, "until "); ok {
		return p.until(t, ids)
	}
	m := duration().FindStringSubmatch(s)
	if m == nil {
		at, ok := p.date(s)
		if ok && p.inclusive {
			at = at.AddDate(0, 0, 1)
		}
		return at, ok
	}
	n, err := strconv.ParseFloat(m[1], 64)
	if err != nil || n > 1e5 {
		return t.start, false
	}
	switch m[2] {
	case "d", "w":
		if m[2] == "w" {
			n *= 7
		}
		return p.work(t.start, n)
	case "M":
		return t.start.AddDate(0, int(n), 0), true
	case "y":
		return t.start.AddDate(int(n), 0, 0), true
	}
	unit := map[string]time.Duration{"ms": time.Millisecond, "s": time.Second, "m": time.Minute, "h": time.Hour}[m[2]]
	return t.start.Add(time.Duration(n * float64(unit))), true
}

// until returns when the first of some tasks begins.
func (p *ganttParser) until(t *task, ids string) (time.Time, bool) {
	at, found := t.start, false
	for id := range strings.FieldsSeq(ids) {
		if other := p.byID[id]; other != nil && (!found || other.start.Before(at)) {
			at, found = other.start, true
		} else if p.waits(id) {
			return at, false
		}
	}
	return at, found
}

// work returns when so many days of work end, days off not counted.
func (p *ganttParser) work(at time.Time, days float64) (time.Time, bool) {
	const day = 24 * time.Hour
	if !p.weekends && len(p.holidays) == 0 {
		whole := math.Floor(days)
		return at.AddDate(0, 0, int(whole)).Add(time.Duration((days - whole) * float64(day))), true
	}
	for ; p.counted < mostDays; p.counted++ {
		switch {
		case p.off(at):
			at = at.AddDate(0, 0, 1)
		case days >= 1:
			at = at.AddDate(0, 0, 1)
			days--
		default:
			return at.Add(time.Duration(days * float64(day))), true
		}
		if days == 0 {
			return at, true
		}
	}
	return at, false
}

// mostDays is how many days of work are counted one by one: those of some centuries.
const mostDays = 100_000

func (p *ganttParser) off(at time.Time) bool {
	d := at.Weekday()
	first := time.Saturday
	if p.friday {
		first = time.Friday
	}
	if p.weekends && (d == first || d == (first+1)%7) {
		return true
	}
	return slices.Contains(p.holidays, at.Format(p.layout)) || slices.Contains(p.holidays, strings.ToLower(d.String())) && len(p.holidays) < 7
}
