package diagram

// graphFit is how much room the parts of a graph get, in cells.
type graphFit struct {
	heading heading
	label   int // where the text of boxes wraps
	words   int // where the text of lines wraps
	gap     int // between boxes side by side
	number  int // text of lines wider than this goes to the legend, 0 for none
	names   int // text of boxes wider than this goes to the legend, 0 for none
}

// placer gives the parts of a graph their places.
type placer struct {
	graphFit
	legend  legend
	spelled map[string]bool // the texts that have room in the drawing after all
}

// frameGap is the air between the sides of a group and what is in it.
const frameGap = 1

// placeParts gives all parts, which are measured, their places, and returns the width of the widest. It stops where it
// finds that they cannot fit into limit; then what it returns is more than that, and no more than they would take.
func (p *placer) placeParts(parts []*level, limit int) int {
	wide := 0
	for _, l := range parts {
		p.placeGroups(l)
		wide = max(wide, p.least(l))
	}
	if wide > limit {
		return wide
	}
	for _, l := range parts {
		p.place(l)
		w, _ := l.extent()
		wide = max(wide, w)
	}
	return wide
}

// placeGroups lays out the groups in a level, which tells how large they are.
func (p *placer) placeGroups(l *level) {
	for _, v := range l.vertices {
		if v.inner != nil {
			p.placeGroups(v.inner)
			p.place(v.inner)
			p.enclose(l, v)
		}
	}
}

// place lays out a level all of whose vertices have their sizes.
func (p *placer) place(l *level) {
	gap := func(a, b *vertex) int { return p.between(l, a, b) }
	l.align(gap)
	l.pin()
	if l.settle(gap) {
		l.pin()
	}
	l.finish()
}

// finish gives a level its places on the main axis.
func (l *level) finish() {
	l.justify()
	l.pin()
	l.stack()
}

// polish improves the looks of a level that has its places, and reports whether anything moved.
func (p *placer) polish(l *level) bool {
	moved := false
	for _, v := range l.vertices {
		if v.inner != nil && p.polish(v.inner) {
			p.enclose(l, v)
			moved = true
		}
	}
	if moved {
		p.place(l)
	}
	if l.nudge(func(a, b *vertex) int { return p.between(l, a, b) }) {
		l.finish()
		moved = true
	}
	return moved
}

// between returns the cells between two neighbours in a rank.
func (p *placer) between(l *level, a, b *vertex) int {
	boxes := a.kind == boxVertex && b.kind == boxVertex
	switch {
	case l.heading.level():
		return 1
	case boxes:
		return p.gap
	case a.kind == labelVertex && b.kind == labelVertex, a.kind == bendVertex && b.kind == bendVertex:
		return 2
	}
	return max(2, p.gap-1)
}

// justify moves everything so that the cross axis begins at zero.
func (l *level) justify() {
	first := 0
	for i, v := range l.vertices {
		if i == 0 || v.cross-v.before < first {
			first = v.cross - v.before
		}
	}
	l.cross = 0
	for _, v := range l.vertices {
		v.cross -= first
		l.cross = max(l.cross, v.cross+v.breath+v.after)
	}
}

// stack places the ranks on the main axis, with a channel between every two.
func (l *level) stack() {
	n := len(l.ranks)
	l.starts, l.sizes = make([]int, n), make([]int, n)
	at := 0
	for r, rank := range l.ranks {
		l.starts[r] = at
		for _, v := range rank {
			l.sizes[r] = max(l.sizes[r], v.length)
		}
		for _, v := range rank {
			v.main = at
			if v.kind == labelVertex && l.heading.level() {
				v.main += (l.sizes[r] - v.length) / 2
			}
		}
		at += l.sizes[r]
		if r < n-1 {
			at += l.channel(r)
		}
	}
	l.main = at
}

// channel routes the nets behind rank r and returns how many cells they need.
func (l *level) channel(r int) int {
	tracks := route(l.nets[r])
	before, after, hard := 0, 0, false
	for _, n := range l.nets[r] {
		for _, a := range n.arcs {
			hard = hard || a.top.kind == boxVertex && a.bottom.kind == boxVertex && !a.link.pinned(a.top) && !a.link.pinned(a.bottom)
			if a.end(a.top).mark != noMark {
				before = 1
			}
			if a.end(a.bottom).mark != noMark {
				after = 1
			}
			for _, x := range []int{a.x1, a.x2} {
				l.cross = max(l.cross, x+1)
			}
		}
		if n.jog != nil {
			l.cross = max(l.cross, n.jog.x+1)
		}
	}
	least := 1
	if hard {
		least = 2
	}
	if l.heading.level() {
		before, after = before+1, after+1
		tracks, least = max(0, 2*tracks-1), 2*least
	}
	for _, n := range l.nets[r] {
		n.first = l.starts[r] + l.sizes[r] + before
	}
	return max(before+tracks+after, least, pick(before > 0 && after > 0 && !l.heading.level(), 3, 0))
}
