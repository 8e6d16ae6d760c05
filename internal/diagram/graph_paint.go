package diagram

import "slices"

// graphPainter puts a graph that has its places on the grid: first the lines, then the boxes, then what
// stands on the lines.
type graphPainter struct {
	g      *grid
	late   []func() // marks, labels and titles
	frames []func()
}

// at returns the cell of a place on the two axes.
func (l *level) at(origin point, main, cross int) point {
	switch l.heading {
	case leftRight:
		return point{origin.x + main, origin.y + cross}
	case rightLeft:
		return point{origin.x + l.main - 1 - main, origin.y + cross}
	case bottomUp:
		return point{origin.x + cross, origin.y + l.main - 1 - main}
	}
	return point{origin.x + cross, origin.y + main}
}

// forward is the direction in which the ranks follow each other.
func (l *level) forward() direction {
	switch l.heading {
	case leftRight:
		return right
	case rightLeft:
		return left
	case bottomUp:
		return up
	}
	return down
}

// corner returns the upper left cell of a vertex.
func (l *level) corner(origin point, v *vertex) point {
	a := l.at(origin, v.main, v.cross)
	b := l.at(origin, v.main+v.length-1, v.cross+v.breath-1)
	return point{min(a.x, b.x), min(a.y, b.y)}
}

func (p *graphPainter) level(l *level, origin point) {
	for _, k := range l.links {
		if k.edge.line != hidden {
			p.link(l, k, origin)
		}
	}
	for _, v := range l.vertices {
		at := l.corner(origin, v)
		switch {
		case v.kind == labelVertex:
			p.late = append(p.late, func() { p.label(l, v, at) })
		case v.kind != boxVertex:
		case v.inner != nil:
			p.level(v.inner, point{at.x + v.inset.x, at.y + v.inset.y})
			p.group(v, at)
		default:
			p.frames = append(p.frames, func() { p.g.paintBox(v.node, v.box, at) })
		}
		if len(v.loops) > 0 {
			p.loop(l, v, at)
		}
		p.notes(l, v, at)
	}
}

func (p *graphPainter) label(l *level, v *vertex, at point) {
	if l.heading.level() {
		for i, s := range v.words {
			w := block{s}.width() + 2
			x := at.x + (v.length-w)/2
			if i == v.breath/2 { // the line goes on up to the shorter one
				line := v.link.edge.line.stroke()
				p.g.line(point{at.x, at.y + i}, point{x, at.y + i}, line)
				p.g.line(point{x + w - 1, at.y + i}, point{at.x + v.length - 1, at.y + i}, line)
			}
			p.g.write(x, at.y+i, " "+s+" ", roleLabel, 0)
		}
		return
	}
	for i, s := range v.words { // every line of it stands on the line that it interrupts
		p.g.write(at.x+v.breath/2-block{s}.width()/2, at.y+i, s, roleLabel, 0)
	}
}

// group draws the frame of a group, with its title where no line crosses it.
func (p *graphPainter) group(v *vertex, at point) {
	r := rect{at.x, at.y, v.box.w, v.box.h}
	p.frames = append(p.frames, func() { p.g.frame(r, stroke{weight: light, dash: v.node.region, role: roleGroup}) })
	if len(v.box.text) == 0 {
		return
	}
	p.late = append(p.late, func() {
		title := " " + v.box.text[0] + " "
		w := block{title}.width()
		for _, y := range []int{r.y, r.bottom()} {
			for x := r.x + 2; x+w < r.right(); x++ {
				if !p.crossed(x, y, w) {
					p.g.write(x, y, title, roleGroupText, v.node.link)
					return
				}
			}
		}
		p.g.write(r.x+2, r.y, title, roleGroupText, v.node.link)
	})
}

// crossed tells whether a line comes through a row of cells from above or below.
func (p *graphPainter) crossed(x, y, w int) bool {
	for ; w > 0; w-- {
		if c := p.g.at(x+w-1, y); c.arms[up] != none || c.arms[down] != none || c.text != "" {
			return true
		}
	}
	return false
}

// link draws a line from one vertex through all channels to another.
func (p *graphPainter) link(l *level, k *link, origin point) {
	s := k.edge.line.stroke()
	ahead := l.forward()
	top, bottom := k.top(), k.bottom()
	var path []point
	add := func(main, cross int) { path = append(path, l.at(origin, main, cross)) }
	flush := func() {
		p.g.path(path, s)
		path = nil
	}
	first, last := k.arcs[0], k.arcs[len(k.arcs)-1]
	leave := l.edgeOf(top, first.x1, false)
	if m := k.markAt(top); m != noMark {
		leave++
		p.mark(l.at(origin, leave, first.x1), m, ahead.opposite())
	}
	add(leave, first.x1)
	for _, a := range k.arcs {
		if n := a.net; n.track >= 0 {
			add(n.at(l, n.track), a.x1)
			if n.jog != nil {
				add(n.at(l, n.track), n.jog.x)
				add(n.at(l, n.jog.track), n.jog.x)
				add(n.at(l, n.jog.track), a.x2)
			} else {
				add(n.at(l, n.track), a.x2)
			}
		}
		if v := a.bottom; v.kind == labelVertex {
			add(v.main, a.x2)
			flush()
			add(v.main+v.length-1, a.x2)
		}
	}
	arrive := l.edgeOf(bottom, last.x2, true)
	if m := k.markAt(bottom); m != noMark {
		arrive--
		p.mark(l.at(origin, arrive, last.x2), m, ahead)
	}
	add(arrive, last.x2)
	flush()
}

// at returns where a track is on the main axis.
func (n *net) at(l *level, track int) int {
	if l.heading.level() {
		track *= 2
	}
	return n.first + track
}

func (p *graphPainter) mark(at point, m mark, d direction) {
	p.late = append(p.late, func() { p.g.write(at.x, at.y, m.sign(d), roleEdge, 0) })
}

// edgeOf returns the cell of the main axis where the outline of a vertex is.
func (l *level) edgeOf(v *vertex, cross int, upper bool) int {
	switch {
	case v.kind == portVertex && v.link.top() == v:
		return -l.lead
	case v.kind == portVertex:
		return l.main - 1 + l.trail
	}
	in := 0
	if v.inner == nil && l.heading.level() {
		a, b := v.box.inset(cross - v.cross)
		in = pick(upper == (l.heading == leftRight), a, b)
	}
	if upper {
		return v.main + in
	}
	return v.main + v.length - 1 - in
}

// loopRoom is how many cells behind a vertex its loops take.
func (v *vertex) loopRoom(l *level) int {
	switch {
	case len(v.loops) == 0:
		return 0
	case l.heading.level():
		return 2 + len(v.words)
	}
	return selfWidth + v.words.width()
}

// loop draws the lines of a vertex to itself: at its right, or below it where the right is the way on.
func (p *graphPainter) loop(l *level, v *vertex, at point) {
	w, h := v.breath, v.length
	if l.heading.level() {
		w, h = v.length, v.breath
		p.loopBelow(v, at, w, h)
		return
	}
	y, end := v.loopRows(h)
	y, end = at.y+y, at.y+end
	s := v.loops[0].line.stroke()
	x := at.x + w - 1
	_, in := v.box.inset(y - at.y)
	_, out := v.box.inset(end - at.y)
	leave, arrive := p.tip(point{x - in, y}, v.loops[0].fromMark, left), p.tip(point{x - out, end}, v.loops[0].toMark, left)
	p.g.path([]point{leave, {x + 3, y}, {x + 3, end}, arrive}, s)
	words := v.words
	p.late = append(p.late, func() {
		for i, s := range words {
			p.g.write(x+selfWidth, y+i, s, roleLabel, 0)
		}
	})
}

// loopRows are the rows of a box of height h in which its loops begin and end, the upper ones if a note stands behind them.
func (v *vertex) loopRows(h int) (begin, end int) {
	begin, _ = v.box.flank()
	rows := max(2, len(v.words))
	if !v.noted() {
		begin = max(begin, (h-rows)/2)
	}
	begin = v.box.unruled(begin)
	return begin, v.box.unruled(begin + rows - 1)
}

// noted tells whether a note stands behind the vertex.
func (v *vertex) noted() bool {
	return slices.ContainsFunc(v.notes, func(n noteBox) bool { return !n.before })
}

// tip returns where a loop ends that comes to the side of a box in direction d: there, or before its mark.
func (p *graphPainter) tip(side point, m mark, d direction) point {
	if m == noMark {
		return side
	}
	before := d.opposite().step(side)
	p.mark(before, m, d)
	return before
}

func (p *graphPainter) loopBelow(v *vertex, at point, w, h int) {
	x, y := at.x+w/2, at.y+h-1
	leave, arrive := p.tip(point{x - 2, y}, v.loops[0].fromMark, up), p.tip(point{x + 2, y}, v.loops[0].toMark, up)
	p.g.path([]point{leave, {x - 2, y + 2}, {x + 2, y + 2}, arrive}, v.loops[0].line.stroke())
	words := v.words
	p.late = append(p.late, func() { p.g.writeBlock(at.x, y+3, w, words, roleLabel, 0) })
}

// notes draws the remarks beside a box.
func (p *graphPainter) notes(l *level, v *vertex, at point) {
	w, h := v.breath, v.length
	side := v.box.unruled(h / 2)
	before, after := point{at.x, at.y + side}, point{at.x + w - 1, at.y + side}
	if l.heading.level() {
		w, h = v.length, v.breath
		before, after = point{at.x + w/2, at.y}, point{at.x + w/2, at.y + h - 1}
	}
	if loops := v.loopRoom(l); l.heading.level() {
		after.y += loops
	} else {
		after.x += loops
	}
	behind, start := after, after // where the first note is put to, and where its line starts: below the loops if it can
	if _, end := v.loopRows(h); !l.heading.level() && len(v.loops) > 0 && side > end && v.inner == nil {
		_, out := v.box.inset(side)
		start.x = at.x + w - 1 - out
	}
	for _, n := range v.notes {
		from := after
		if n.before {
			from = before
		}
		var corner, to point
		switch b := n.box; {
		case l.heading.level() && n.before:
			corner = point{from.x - b.w/2, from.y - noteDrop - b.h}
			to = point{from.x, from.y - noteDrop - 1}
		case l.heading.level():
			corner = point{from.x - b.w/2, from.y + noteDrop + 1}
			to = point{from.x, corner.y}
		case n.before:
			corner = point{from.x - noteGap - b.w, from.y - b.h/2}
			to = point{from.x - noteGap - 1, from.y}
		default:
			corner = point{from.x + noteGap + 1, from.y - b.h/2}
			to = point{corner.x, from.y}
		}
		begin := from
		if from == behind {
			begin = start
		}
		p.g.line(begin, to, stroke{weight: light, dash: true, role: roleNote})
		p.frames = append(p.frames, func() { p.g.paintBox(n.node, n.box, corner) })
		switch { // the next one stands beyond this
		case n.before && l.heading.level():
			before = point{from.x, corner.y}
		case n.before:
			before = point{corner.x, from.y}
		case l.heading.level():
			after = point{from.x, corner.y + n.box.h - 1}
		default:
			after = point{corner.x + n.box.w - 1, from.y}
		}
	}
}

// paint draws all parts.
func (f *fitted) paint() *grid {
	p := &graphPainter{g: &grid{}}
	for i, l := range f.parts {
		p.level(l, f.places[i])
	}
	for _, draw := range slices.Concat(p.frames, p.late) {
		draw()
	}
	return p.g
}
