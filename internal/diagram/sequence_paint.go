package diagram

import "github.com/blogtui/blogtui/internal/text"

// sequencePainter puts a sequence on the grid, step by step downwards.
type sequencePainter struct {
	*sequenceLayout
	g     *grid
	y     int // the next free row
	last  int // the row of the last arrow
	airy  bool
	lives []lifeline
	open  []int // steps that opened the fragments around
	await map[int]stepKind
}

// lifeline is the line below a participant.
type lifeline struct {
	from, to int // rows; from is 0 until its head is drawn
	hidden   []rows
	active   []rows
	since    []int // the rows in which activities began that have not ended
}

type rows struct{ from, to int }

// airyRows is the height up to which every message gets an empty row above it, and tallRows that from
// which the heads are repeated at the foot.
const airyRows, tallRows = 40, 30

func (l *sequenceLayout) paint() picture {
	p := &sequencePainter{sequenceLayout: l, g: &grid{}, lives: make([]lifeline, len(l.actors)), await: map[int]stepKind{}}
	height := 0
	for i, st := range l.steps {
		if st.kind == stepMessage || st.kind == stepNote {
			height += len(l.captions[i]) + 2
		}
	}
	p.airy = height <= airyRows
	p.heads()
	for i, st := range l.steps {
		p.step(i, st)
	}
	p.foot()
	for i := range p.lives {
		p.live(i)
	}
	return picture{cells: p.g, legend: l.legend}
}

// heads draws the participants that are there from the beginning, their feet on one row.
func (p *sequencePainter) heads() {
	if len(p.boxes) > 0 {
		p.y = 1
	}
	tall := 0
	for i, a := range p.actors {
		if !a.created {
			tall = max(tall, p.headHeight(i))
		}
	}
	p.y += tall
	for i, a := range p.actors {
		if !a.created {
			p.head(i, p.y-p.headHeight(i))
			p.lives[i].from = p.y - 1
		}
	}
	p.last = p.y
}

func (p *sequencePainter) headHeight(i int) int {
	switch rows := len(p.sequenceLayout.heads[i]); p.actors[i].figure {
	case personFigure, cylinderFigure:
		return rows + 3
	default:
		return rows + 2
	}
}

// doorway is the row of a head at whose side a line comes in: the name below a person is no part of them.
func (p *sequencePainter) doorway(i int) int {
	row := p.headHeight(i) / 2
	if p.actors[i].figure == personFigure {
		row = min(row, 2)
	}
	return row
}

// head draws one participant with its top in row y: an outline, or a person over their name.
func (p *sequencePainter) head(i, y int) {
	a, name := p.actors[i], p.sequenceLayout.heads[i]
	x, w := p.x[i]-p.headHalf(i, left), p.headWidth(i)
	if a.figure == personFigure {
		p.g.write(p.x[i], y, ringMark, roleBox, 0)
		p.g.write(p.x[i]-1, y+1, slantUp, roleBox, 0)
		p.g.write(p.x[i], y+1, "│", roleBox, 0)
		p.g.write(p.x[i]+1, y+1, slantDown, roleBox, 0)
		p.g.write(p.x[i]-1, y+2, slantUp, roleBox, 0)
		p.g.write(p.x[i]+1, y+2, slantDown, roleBox, 0)
		p.g.writeBlock(x, y+3, w, name, roleText, a.link)
		return
	}
	n := &node{shape: a.figure.shape(), link: a.link}
	b := boxOf(n, name, nil, 0)
	b.w = w
	p.g.clear(rect{x, y, b.w, b.h})
	p.g.paintBox(n, b, point{x, y})
}

func (p *sequencePainter) step(i int, st step) {
	switch st.kind {
	case stepMessage:
		p.message(i, st)
	case stepNote:
		p.note(i, st)
	case stepOpen:
		p.begin(i)
	case stepDivide:
		p.divide(i)
	case stepClose:
		p.close()
	case stepActivate:
		p.activate(st.from, p.last)
	case stepDeactivate:
		p.deactivate(st.from, p.last)
	case stepCreate:
		if i+1 < len(p.steps) && p.steps[i+1].kind == stepMessage && p.steps[i+1].to == st.from && p.steps[i+1].from != st.from {
			p.await[st.from] = stepCreate
			return
		}
		p.appear(st.from, p.y)
		p.y += p.headHeight(st.from)
	case stepDestroy:
		if i+1 < len(p.steps) && p.steps[i+1].kind == stepMessage && (p.steps[i+1].to == st.from || p.steps[i+1].from == st.from) {
			p.await[st.from] = stepDestroy
			return
		}
		p.end(st.from, p.y)
		p.y++
	}
}

// appear draws the head of a participant that is created in row y.
func (p *sequencePainter) appear(i, y int) {
	p.head(i, y)
	p.lives[i].from = y + p.headHeight(i) - 1
}

// end ends a lifeline in row y with a cross.
func (p *sequencePainter) end(i, y int) {
	for len(p.lives[i].since) > 0 {
		p.deactivate(i, y-1)
	}
	p.lives[i].to = y
	p.g.write(p.x[i], y, crossMark, roleEdge, 0)
}

func (p *sequencePainter) activate(i, y int) { p.lives[i].since = append(p.lives[i].since, y) }

func (p *sequencePainter) deactivate(i, y int) {
	l := &p.lives[i]
	if n := len(l.since); n > 0 {
		l.active = append(l.active, rows{l.since[n-1], y})
		l.since = l.since[:n-1]
	}
}

// message draws an arrow with its text above it.
func (p *sequencePainter) message(i int, st step) {
	if p.airy {
		p.y++
	}
	if st.from == st.to {
		p.self(i, st)
		return
	}
	from, to, text := p.x[st.from], p.x[st.to], p.captions[i]
	born := p.await[st.to] == stepCreate
	y := p.y + len(text)
	if born {
		delete(p.await, st.to)
		door := p.doorway(st.to)
		y = max(y, p.y+door)
		top := y - door
		p.appear(st.to, top)
		switch {
		case p.actors[st.to].figure == personFigure && to > from:
			to--
		case p.actors[st.to].figure == personFigure:
			to++
		case to > from:
			to -= p.headHalf(st.to, left)
		default:
			to += p.headHalf(st.to, right)
		}
	}
	p.over(st, min(from, to), max(from, to), y-len(text), text)
	p.arrow(from, to, y, st.arrow)
	p.y = y + 1
	if born {
		p.y = p.lives[st.to].from + 1
	}
	p.done(st, y)
}

// over writes the text of a message between two columns: beside its sender if it has room before the
// next lifeline, else in the middle, with air where it hides lifelines.
func (p *sequencePainter) over(st step, from, to, y int, words block) {
	a, b := from, to
	if st.to > st.from+1 {
		b = min(b, p.x[st.from+1])
	}
	if st.to < st.from-1 {
		a = max(a, p.x[st.from-1])
	}
	if b-a-3 >= words.width() {
		from, to = a, b
	}
	for i, line := range words {
		w := text.Width(line) + 2
		p.g.write(from+1+(to-from-1-w)/2, y+i, " "+line+" ", roleLabel, 0)
	}
}

// done sees to activities and ends of life after a message in row y.
func (p *sequencePainter) done(st step, y int) {
	p.last = y
	if st.activate > 0 {
		p.activate(st.to, y)
	}
	if st.activate < 0 {
		p.deactivate(st.from, y)
	}
	for _, i := range []int{st.from, st.to} {
		if p.await[i] == stepDestroy {
			delete(p.await, i)
			p.end(i, y+1)
			p.y = max(p.y, y+2)
		}
	}
}

// arrow draws the line of a message between two columns.
func (p *sequencePainter) arrow(from, to, y int, a arrow) {
	s := stroke{weight: light, dash: a.dashed, role: roleEdge}
	d := 1
	if to < from {
		d = -1
	}
	start, end := from, to
	if a.start != noHead {
		p.g.write(from+d, y, headMark(a.start, -d), roleEdge, 0)
		start = from + d
	}
	if a.end != noHead {
		p.g.write(to-d, y, headMark(a.end, d), roleEdge, 0)
		end = to - d
	}
	p.g.line(point{start, y}, point{end, y}, s)
	if a.startDot {
		p.g.write(from, y, dotMark, roleEdge, 0)
	}
	if a.endDot {
		p.g.write(to, y, dotMark, roleEdge, 0)
	}
}

// headMark is the sign of an arrow that points to the right (1) or to the left (-1).
func headMark(h head, d int) string {
	switch h {
	case crossHead:
		return crossMark
	case openHead:
		return pick(d > 0, ")", "(")
	case upperHead:
		return pick(d > 0, halfUpRight, halfUpLeft)
	case lowerHead:
		return pick(d > 0, halfDownRight, halfDownLeft)
	}
	return pick(d > 0, arrowRight, arrowLeft)
}

// self draws a message to oneself: a loop at the right of the lifeline, with the text beside it.
func (p *sequencePainter) self(i int, st step) {
	x, text := p.x[st.from], p.captions[i]
	s := stroke{weight: light, dash: st.arrow.dashed, round: true, role: roleEdge}
	tall := max(2, len(text))
	end := point{x, p.y + tall - 1}
	if st.arrow.end != noHead {
		end.x++
		p.g.write(end.x, end.y, headMark(st.arrow.end, -1), roleEdge, 0)
	}
	p.g.path([]point{{x, p.y}, {x + 3, p.y}, {x + 3, end.y}, end}, s)
	for n, line := range text {
		p.g.write(x+selfWidth, p.y+n, line, roleLabel, 0)
	}
	p.y += tall
	p.done(st, end.y)
}

// foot ends the lifelines, with the heads again if they are far away, and draws the boxes round them.
func (p *sequencePainter) foot() {
	tall := 0
	repeat := p.y > tallRows
	for i := range p.actors {
		if repeat && p.lives[i].to == 0 && p.actors[i].figure != personFigure {
			p.head(i, p.y+1)
			tall = max(tall, p.headHeight(i)+1)
		}
	}
	for i := range p.lives {
		l := &p.lives[i]
		if l.from == 0 { // created, but never spoken to
			p.appear(i, p.y)
		}
		if l.to == 0 {
			l.to = p.y
			if repeat && p.actors[i].figure != personFigure {
				l.to++
			}
		}
	}
	for i, b := range p.boxes {
		if b.last < b.first {
			continue
		}
		from, to := p.boxSides(i)
		p.g.frame(rect{from, 0, to - from + 1, p.y + tall + 2}, stroke{weight: light, dash: true, role: roleGroup})
		if b.title != "" {
			p.g.write(from+2, 0, p.titles[i], roleGroupText, 0)
		}
	}
}

// live draws a lifeline, thick where it is active, and not where a note hides it.
func (p *sequencePainter) live(i int) {
	l, x := p.lives[i], p.x[i]
	for len(p.lives[i].since) > 0 {
		p.deactivate(i, l.to)
		l = p.lives[i]
	}
	for y := l.from; y < l.to; y++ {
		if within(l.hidden, y) || p.actors[i].figure == personFigure && y == l.from {
			continue
		}
		s := stroke{weight: light, role: roleAxis}
		if within(l.active, y) {
			s.weight = heavy
		}
		p.join(point{x, y}, s)
	}
}

// join draws a lifeline from one row to the next without taking over the colour of what it meets.
func (p *sequencePainter) join(from point, s stroke) {
	for _, end := range []struct {
		at point
		d  direction
	}{{from, down}, {down.step(from), up}} {
		if known := p.g.at(end.at.x, end.at.y); known.role != roleNone {
			s.role = known.role
		}
		p.g.arm(end.at, end.d, s)
		s.role = roleAxis
	}
}

// within tells whether the step from row y to the next lies in one of the stretches.
func within(stretches []rows, y int) bool {
	for _, r := range stretches {
		if y >= r.from && y+1 <= r.to {
			return true
		}
	}
	return false
}
