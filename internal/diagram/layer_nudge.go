package diagram

import "slices"

// mostNudged bounds the vertices of a level in which single boxes are moved: where there are more, nobody sees one
// bend less.
const mostNudged = 120

// nudge moves single boxes, with what lies straight above or below them, by just so much that a line becomes
// straight, if the drawing gains by it. Unlike settle it lets the lines meet the boxes elsewhere then.
func (l *level) nudge(gap func(a, b *vertex) int) {
	if len(l.vertices) > mostNudged {
		return
	}
	nets := map[*net]bool{}
	for _, n := range slices.Concat(l.nets...) {
		nets[n] = true
	}
	before := l.looks(nets)
	for range 3 {
		moved := false
		for _, v := range l.vertices {
			if v.kind != boxVertex {
				continue
			}
			for _, by := range v.missing() {
				for _, together := range []map[*vertex]bool{{v: true}, l.joined(v)} {
					if !l.clear(together, by, gap) {
						continue
					}
					shiftAll(together, by)
					l.pin()
					if after := l.looks(nets); after < before {
						before, moved = after, true
						break
					}
					shiftAll(together, -by)
					l.pin()
				}
			}
		}
		if !moved {
			return
		}
	}
}

// looks is the strain of the nets and how far from the middle of their boxes the only lines there are.
func (l *level) looks(nets map[*net]bool) int {
	sum := strain(nets)
	for _, v := range l.vertices {
		for _, side := range [][]*net{v.above, v.below} {
			if v.kind == boxVertex && len(side) == 1 {
				sum += 2 * distance(side[0].meets(v), v.middle())
			}
		}
	}
	return sum
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
			if n.single() && by != 0 && !slices.Contains(all, by) {
				all = append(all, by)
			}
		}
	}
	return all
}

// clear tells whether some vertices have room to move.
func (l *level) clear(together map[*vertex]bool, by int, gap func(a, b *vertex) int) bool {
	for u := range together {
		rank := l.ranks[u.rank]
		if i := u.pos - 1; by < 0 && i >= 0 && !together[rank[i]] && u.middle()+by-rank[i].middle() < separation(rank[i], u, gap) {
			return false
		}
		if i := u.pos + 1; by > 0 && i < len(rank) && !together[rank[i]] && rank[i].middle()-u.middle()-by < separation(u, rank[i], gap) {
			return false
		}
	}
	return true
}

func shiftAll(vertices map[*vertex]bool, by int) {
	for v := range vertices {
		v.cross += by
	}
}
