package diagram

import "slices"

// mostNudged bounds the vertices of a level in which single boxes are moved: where there are more, nobody sees one
// bend less.
const mostNudged = 120

// nudger moves single boxes, with what lies straight above or below them, by just so much that a line becomes
// straight, if the drawing gains by it. Unlike settle it lets the lines meet the boxes elsewhere then. A move
// changes nothing but the channels beside the ranks of what moves.
type nudger struct {
	*level
	gap   func(a, b *vertex) int
	looks []int // of the channels, by the rank above
	near  []int // the channels beside what moves
	kept  []int // where their lines were before
}

// nudge reports whether anything moved.
func (l *level) nudge(gap func(a, b *vertex) int) bool {
	if len(l.vertices) > mostNudged {
		return false
	}
	n := &nudger{level: l, gap: gap}
	for r := range l.nets {
		n.looks = append(n.looks, l.looks(r))
	}
	anything := false
	for range 3 {
		moved := false
		for _, v := range l.vertices {
			if v.kind != boxVertex {
				continue
			}
			for _, by := range v.missing() {
				moved = n.try(bandOf(v), by) || n.try(v.joined(), by) || moved
			}
		}
		if !moved {
			break
		}
		anything = true
	}
	return anything
}

// try moves a band and reports whether the drawing gains by it; if not it moves it back.
func (n *nudger) try(b band, by int) bool {
	defer b.release()
	if !n.clear(b, by, n.gap) {
		return false
	}
	n.keep(b)
	b.shift(by)
	gain := 0
	for _, r := range n.near {
		n.pinBehind(r)
		gain += n.looks[r] - n.level.looks(r)
	}
	if gain <= 0 {
		b.shift(-by)
		n.restore()
		return false
	}
	for _, r := range n.near {
		n.looks[r] = n.level.looks(r)
	}
	return true
}

// keep notes the channels beside a band, and where their lines are.
func (n *nudger) keep(b band) {
	n.near, n.kept = n.near[:0], n.kept[:0]
	for _, v := range b {
		for r := max(v.rank-1, 0); r <= v.rank; r++ {
			if !slices.Contains(n.near, r) {
				n.near = append(n.near, r)
			}
		}
	}
	for _, r := range n.near {
		for _, net := range n.nets[r] {
			for _, a := range net.arcs {
				n.kept = append(n.kept, a.x1, a.x2)
			}
		}
	}
}

func (n *nudger) restore() {
	i := 0
	for _, r := range n.near {
		for _, net := range n.nets[r] {
			for _, a := range net.arcs {
				a.x1, a.x2 = n.kept[i], n.kept[i+1]
				i += 2
			}
		}
	}
}

// looks is the strain of the nets behind rank r, and how far from the middle of their boxes the only lines on a side
// are there.
func (l *level) looks(r int) int {
	sum := strain(l.nets[r])
	for _, v := range l.ranks[r] {
		sum += v.offMiddle(v.below)
	}
	if r+1 < len(l.ranks) {
		for _, v := range l.ranks[r+1] {
			sum += v.offMiddle(v.above)
		}
	}
	return sum
}

// offMiddle is how badly the only line on a side of a box misses its middle.
func (v *vertex) offMiddle(side []*net) int {
	if v.kind != boxVertex || len(side) != 1 {
		return 0
	}
	return 2 * distance(side[0].meets(v), v.middle())
}

// meets returns where the first line of a net meets a vertex.
func (n *net) meets(v *vertex) int {
	for _, a := range n.arcs {
		switch v {
		case a.top:
			return a.x1
		case a.bottom:
			return a.x2
		}
	}
	return v.middle()
}

// missing returns by how much a vertex would have to move for each of its lines to be straight, and for the only
// one of a side to be in the middle.
func (v *vertex) missing() []int {
	var all []int
	for _, side := range [][]*net{v.above, v.below} {
		for _, n := range side {
			a := n.arcs[0]
			by := a.x1 - a.x2
			switch {
			case by == 0 && len(side) == 1:
				by = a.x1 - v.middle()
			case v == a.top:
				by = -by
			}
			if n.single && by != 0 && !slices.Contains(all, by) {
				all = append(all, by)
			}
		}
	}
	return all
}

// clear tells whether a band has room to move.
func (l *level) clear(b band, by int, gap func(a, b *vertex) int) bool {
	for _, u := range b {
		rank := l.ranks[u.rank]
		if i := u.pos - 1; by < 0 && i >= 0 && !rank[i].moves && u.middle()+by-rank[i].middle() < separation(rank[i], u, gap) {
			return false
		}
		if i := u.pos + 1; by > 0 && i < len(rank) && !rank[i].moves && rank[i].middle()-u.middle()-by < separation(u, rank[i], gap) {
			return false
		}
	}
	return true
}
