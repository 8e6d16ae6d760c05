package diagram

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// timeline is what happened when.
type timeline struct {
	periods []period
}

// period is one point of time, with the section that it begins, if it does.
type period struct {
	section, when string
	events        []string
}

// parseTimeline reads a timeline (https://mermaid.js.org/syntax/timeline.html).
func parseTimeline(src *source) (drawing, error) {
	t := &timeline{}
	section := ""
	for _, st := range src.lines {
		line := strings.TrimSpace(uncommented(st.text))
		first, rest := word(line)
		switch first {
		case "title":
			src.setTitle(rest)
			continue
		case "section":
			section = oneLine(label(rest))
			continue
		}
		if st.line == src.first { // a direction; this one always runs down
			if _, ok := parseHeading(line); ok {
				continue
			}
		}
		when, rest, _ := strings.Cut(line, ":")
		if when = oneLine(label(when)); when != "" {
			t.periods = append(t.periods, period{section: section, when: when})
			section = ""
		}
		if len(t.periods) == 0 {
			return nil, st.fault("an event belongs to a time: write TIME : EVENT")
		}
		p := &t.periods[len(t.periods)-1]
		for event := range strings.SplitSeq(rest, ":") {
			if event = label(event); event != "" {
				p.events = append(p.events, event)
			}
		}
		if len(t.periods) > maxParts || len(p.events) > maxParts {
			return nil, st.fault("more than %d times cannot be drawn", maxParts)
		}
	}
	if len(t.periods) == 0 {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is nothing in the diagram: add TIME : EVENT"}
	}
	return t, nil
}

// leastEvent is the narrowest column of events.
const leastEvent = 12

// split divides the width into the columns of times and of events.
func (t *timeline) split(width int) (whens, events int) {
	for _, p := range t.periods {
		whens = max(whens, text.Width(p.when))
	}
	whens = min(whens, 24, max(width/3, 4))
	return whens, width - whens - 4
}

func (t *timeline) draw(width int) (picture, error) {
	whens, room := t.split(width)
	if room < leastEvent {
		needs := width
		for ; room < leastEvent; _, room = t.split(needs) {
			needs++
		}
		return picture{}, &WidthError{Width: width, Needs: needs}
	}
	g := &grid{}
	axis, y := whens+1, 0
	for i, p := range t.periods {
		if p.section != "" {
			if i > 0 {
				y++
			}
			for _, line := range wrapAt(p.section, width) {
				g.clear(rect{0, y, width, 1})
				g.write(0, y, line, roleGroupText, 0)
				y++
			}
		}
		from := y
		for n, line := range wrapAt(p.when, whens) {
			g.write(whens-text.Width(line), y+n, line, roleText, 0)
			from = max(from, y+n)
		}
		at := y
		for _, event := range p.events {
			for _, line := range wrapAt(event, room) {
				g.write(axis+2, at, line, roleLabel, 0)
				at++
			}
		}
		end := max(at-1, from)
		if last := i == len(t.periods)-1; !last && t.periods[i+1].section == "" {
			end++
		}
		if to := end + 1; to > y && i < len(t.periods)-1 && t.periods[i+1].section == "" {
			g.line(point{axis, end}, point{axis, to}, stroke{weight: light, role: roleAxis})
		}
		g.line(point{axis, y}, point{axis, end}, stroke{weight: light, role: roleAxis})
		g.write(axis, y, dotMark, roleEdge, 0)
		y = end + 1
	}
	return picture{cells: g}, nil
}

func (t *timeline) sentences() []string {
	var out []string
	for _, p := range t.periods {
		if p.section != "" {
			out = append(out, p.section)
		}
		if len(p.events) == 0 {
			out = append(out, p.when)
			continue
		}
		out = append(out, fmt.Sprintf("%s: %s", p.when, oneLine(strings.Join(p.events, "; "))))
	}
	return out
}
