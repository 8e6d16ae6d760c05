package diagram

import "slices"

// settle improves what align has found: a line that leads from one vertex to one other is made straight
// by moving all that hangs on one of its ends, if there is room and more is won than lost. It reports
// whether anything moved.
func (l *level) settle(gap func(a, b *vertex) int) bool {
	moved := false
	for range 4 {
		again := false
		for _, nets := range l.nets {
			for _, n := range nets {
				if a := n.arcs[0]; n.single() && a.x1 != a.x2 {
					again = l.shift(a.bottom, a.top, a.x1-a.x2, gap) || l.shift(a.top, a.bottom, a.x2-a.x1, gap) || again
				}
			}
		}
		if !again {
			break
		}
		moved = true
	}
	return moved
}

// single tells whether a net leads from one vertex to one other.
func (n *net) single() bool {
	return !slices.ContainsFunc(n.arcs, func(a *arc) bool { return a.top != n.arcs[0].top || a.bottom != n.arcs[0].bottom })
}

// shift moves a vertex, with all that is joined to it by straight lines, if the drawing gains by it. The
// vertex fixed must not be among what moves.
func (l *level) shift(v, fixed *vertex, by int, gap func(a, b *vertex) int) bool {
	together := l.joined(v)
	if together[fixed] {
		return false
	}
	if !l.clear(together, by, gap) {
		return false
	}
	nets := netsOf(together)
	before := strain(nets)
	move(together, by)
	if strain(nets) < before {
		return true
	}
	move(together, -by)
	return false
}

// joined returns the vertices that hang together with v by straight lines.
func (l *level) joined(v *vertex) map[*vertex]bool {
	found := map[*vertex]bool{v: true}
	queue := []*vertex{v}
	for len(queue) > 0 {
		v, queue = queue[0], queue[1:]
		for _, n := range slices.Concat(v.above, v.below) {
			if !n.single() || n.arcs[0].x1 != n.arcs[0].x2 {
				continue
			}
			for _, u := range []*vertex{n.arcs[0].top, n.arcs[0].bottom} {
				if !found[u] {
					found[u] = true
					queue = append(queue, u)
				}
			}
		}
	}
	return found
}

func netsOf(vertices map[*vertex]bool) map[*net]bool {
	nets := map[*net]bool{}
	for v := range vertices {
		for _, n := range slices.Concat(v.above, v.below) {
			nets[n] = true
		}
	}
	return nets
}

func move(vertices map[*vertex]bool, by int) {
	for v := range vertices {
		v.cross += by
		for _, a := range v.out {
			a.x1 += by
		}
		for _, a := range v.in {
			a.x2 += by
		}
	}
}

// strain is how far nets are from what looks well: single lines straight, where a bend weighs more than
// a long way; and where lines part or meet, that in the middle of them.
func strain(nets map[*net]bool) int {
	sum := 0
	for n := range nets {
		a := n.arcs[0]
		if n.single() {
			d := distance(a.x1, a.x2)
			weight := 1
			if a.top.kind != boxVertex && a.bottom.kind != boxVertex {
				weight = 3
			}
			sum += weight * d
			if d > 0 {
				sum += 6 * weight
			}
			continue
		}
		tops, bottoms := n.tops(), n.bottoms()
		sum += 2 * distance(slices.Min(tops)+slices.Max(tops), slices.Min(bottoms)+slices.Max(bottoms))
		all := slices.Concat(tops, bottoms)
		sum += slices.Max(all) - slices.Min(all)
	}
	return sum
}
