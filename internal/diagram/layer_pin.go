package diagram

import (
	"cmp"
	"slices"
)

// port is where a net meets one side of a vertex.
type port struct {
	net   *net
	x     int
	fixed bool
}

// flank is one side of a vertex with its ports, in order.
type flank struct {
	v        *vertex
	ports    []*port
	from, to int // where ports may be, on the cross axis
	step     int // least distance between two
}

// pin decides where lines meet the vertices: spread evenly over the sides of boxes, and shifted where
// that makes a line straight.
func (l *level) pin() {
	below, above := map[*vertex]*flank{}, map[*vertex]*flank{}
	for _, v := range l.vertices {
		below[v] = l.flank(v, v.below, false)
		above[v] = l.flank(v, v.above, true)
	}
	for _, nets := range l.nets {
		for _, n := range nets {
			straighten(n, below, above)
		}
	}
	for _, nets := range l.nets {
		for _, n := range nets {
			for _, a := range n.arcs {
				a.x1, a.x2 = below[a.top].x(n), above[a.bottom].x(n)
				if a.link.pinned(a.top) {
					a.x1 = l.fixed(a.top, a.link.edge)
				}
				if a.link.pinned(a.bottom) {
					a.x2 = l.fixed(a.bottom, a.link.edge)
				}
			}
		}
	}
}

// fixed returns where an edge crosses the frame of a group.
func (l *level) fixed(v *vertex, e *edge) int {
	at := v.inner.ports[e].middle()
	if l.heading.level() {
		return v.cross + v.inset.y + at
	}
	return v.cross + v.inset.x + at
}

func (f *flank) x(n *net) int {
	for _, p := range f.ports {
		if p.net == n {
			return p.x
		}
	}
	return f.v.middle()
}

// flank spreads the ports over one side of a vertex.
func (l *level) flank(v *vertex, nets []*net, upper bool) *flank {
	f := &flank{v: v, step: 2}
	f.from, f.to = v.cross, v.cross+v.breath-1
	if l.heading.level() {
		f.step = 1
	}
	switch {
	case v.kind != boxVertex:
		f.from, f.to = v.middle(), v.middle()
	case v.inner != nil:
		f.from, f.to = f.from+1, f.to-1
	case l.heading.level():
		a, b := v.box.flank()
		f.from, f.to = v.cross+a, v.cross+b
	default:
		a, b := v.box.side(upper != (l.heading == bottomUp))
		f.from, f.to = v.cross+a, v.cross+b
	}
	nets = slices.Clone(nets)
	slices.SortStableFunc(nets, func(a, b *net) int { return cmp.Compare(a.leaning(v), b.leaning(v)) })
	for _, n := range nets {
		p := &port{net: n, fixed: v.kind != boxVertex}
		for _, a := range n.arcs {
			if (a.top == v || a.bottom == v) && a.link.pinned(v) {
				p.fixed, p.x = true, l.fixed(v, a.link.edge)
			}
		}
		f.ports = append(f.ports, p)
	}
	f.spread()
	return f
}

// leaning is where, in the mean, the other ends of a net are, seen from v.
func (n *net) leaning(v *vertex) int {
	sum, count := 0, 0
	for _, a := range n.arcs {
		other := a.top
		if a.top == v {
			other = a.bottom
		}
		sum += 16 * other.middle()
		count++
	}
	return sum / max(count, 1)
}

// spread gives the ports their cells: those that are not fixed evenly about the middle, and nowhere too
// near to one that is.
func (f *flank) spread() {
	var free []*port
	for _, p := range f.ports {
		if !p.fixed {
			free = append(free, p)
		} else if f.v.kind != boxVertex {
			p.x = f.v.middle()
		}
	}
	n := len(free)
	if n == 0 {
		return
	}
	middle := min(max(f.v.middle(), f.from), f.to)
	step := 0
	if n > 1 {
		step = min(max((f.to-f.from)/(n-1), 1), 6)
		if step > 2 {
			step = max(2, min(step, (f.to-f.from+2)/n))
		}
	}
	at := max(f.from, min(middle-step*(n-1)/2, f.to-step*(n-1)))
	for i, p := range free {
		p.x = f.clear(at, free[:i])
		at += step
	}
}

// clear returns the cell nearest to x that is neither a fixed port nor one of those placed before.
func (f *flank) clear(x int, placed []*port) int {
	taken := func(x int) bool {
		same := func(p *port) bool { return p.x == x }
		return slices.ContainsFunc(f.ports, func(p *port) bool { return p.fixed && same(p) }) || slices.ContainsFunc(placed, same)
	}
	for d := 0; d <= f.to-f.from; d++ {
		for _, near := range []int{x + d, x - d} {
			if near >= f.from && near <= f.to && !taken(near) {
				return near
			}
		}
	}
	return x
}

// free tells whether the port of a net may move to x, past no other and not too near to one.
func (f *flank) free(n *net, x int) bool {
	if x < f.from || x > f.to {
		return false
	}
	passed := false
	for _, p := range f.ports {
		switch {
		case p.net == n:
			if p.fixed {
				return x == p.x
			}
			passed = true
		case distance(p.x, x) < f.step, !p.fixed && passed != (p.x > x):
			return false
		}
	}
	return true
}

func (f *flank) move(n *net, x int) {
	for _, p := range f.ports {
		if p.net == n {
			p.x = x
		}
	}
}

// straighten moves the ports of a net that leads from one vertex to one other such that it needs no
// track, if they can.
func straighten(n *net, below, above map[*vertex]*flank) {
	for _, a := range n.arcs[1:] {
		if a.top != n.arcs[0].top || a.bottom != n.arcs[0].bottom {
			return
		}
	}
	top, bottom := below[n.arcs[0].top], above[n.arcs[0].bottom]
	from, to := top.x(n), bottom.x(n)
	if from == to {
		return
	}
	best, price := 0, -1
	for x := max(top.from, bottom.from); x <= min(top.to, bottom.to); x++ {
		if !top.free(n, x) || !bottom.free(n, x) {
			continue
		}
		if d := distance(x, from) + distance(x, to) + distance(2*x, from+to); price < 0 || d < price {
			best, price = x, d
		}
	}
	if price >= 0 {
		top.move(n, best)
		bottom.move(n, best)
	}
}

func distance(a, b int) int { return max(a-b, b-a) }
