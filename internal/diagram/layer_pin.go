package diagram

import (
	"cmp"
	"slices"
)

// port is where a net meets one side of a vertex.
type port struct {
	net     *net
	x       int
	leaning int // see net.leaning
	fixed   bool
}

// flank is one side of a vertex with its ports, in order.
type flank struct {
	v        *vertex
	ports    []port
	from, to int    // where ports may be, on the cross axis
	step     int    // least distance between two
	side     bool   // it is the left or the right side of its box
	facing   *flank // the other side of a bar, of which nothing is seen where lines from both sides meet; else nil
}

// pin decides where lines meet the vertices: spread evenly over the sides of boxes, and shifted where
// that makes a line straight.
func (l *level) pin() {
	for r := range l.nets {
		l.pinBehind(r)
	}
}

// pinBehind is pin for the channel behind rank r alone. What lies in other channels does not matter there.
func (l *level) pinBehind(r int) {
	for _, v := range l.ranks[r] {
		l.measureFlank(&v.lower, v, v.below, false)
	}
	if r+1 < len(l.ranks) {
		for _, v := range l.ranks[r+1] {
			l.measureFlank(&v.upper, v, v.above, true)
		}
	}
	for _, n := range l.nets[r] {
		n.straighten()
		n.snap()
	}
	for _, n := range l.nets[r] {
		for _, a := range n.arcs {
			a.x1, a.x2 = a.top.lower.x(n), a.bottom.upper.x(n)
			if a.link.pinned(a.top) {
				a.x1 = l.fixed(a.top, a.link.edge)
			}
			if a.link.pinned(a.bottom) {
				a.x2 = l.fixed(a.bottom, a.link.edge)
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

// x is where those lines of a net come in that are not fixed.
func (f *flank) x(n *net) int {
	if p := f.port(n); p != nil {
		return p.x
	}
	return f.v.middle()
}

// port returns the port of a net that is not fixed, else the first that is; nil if there is none.
func (f *flank) port(n *net) *port {
	var found *port
	for i := range f.ports {
		if p := &f.ports[i]; p.net == n && (found == nil || !p.fixed) {
			found = p
		}
	}
	return found
}

// measureFlank spreads the ports over one side of a vertex.
func (l *level) measureFlank(f *flank, v *vertex, nets []*net, upper bool) {
	f.v, f.step, f.ports, f.side, f.facing = v, 2, f.ports[:0], false, nil
	if v.bar() {
		f.facing = &v.lower
		if !upper {
			f.facing = &v.upper
		}
	}
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
		f.from, f.to, f.side = v.cross+a, v.cross+b, true
	default:
		a, b := v.box.side(upper != (l.heading == bottomUp))
		f.from, f.to = v.cross+a, v.cross+b
	}
	for _, n := range nets {
		f.ports = append(f.ports, l.portsOf(n, v)...)
	}
	slices.SortStableFunc(f.ports, func(a, b port) int { return cmp.Compare(a.leaning, b.leaning) })
	f.spread()
}

// portsOf are where a net meets a side of a vertex: at each cell of the frame of a group where a line of it passes, and
// at one more for all others.
func (l *level) portsOf(n *net, v *vertex) []port {
	var ports []port
	loose := false
	for _, a := range n.arcs {
		switch {
		case a.top != v && a.bottom != v:
		case !a.link.pinned(v):
			loose = true
		default:
			p := port{net: n, x: l.fixed(v, a.link.edge), leaning: n.leaning(v), fixed: true}
			if !slices.Contains(ports, p) {
				ports = append(ports, p)
			}
		}
	}
	if loose {
		ports = append(ports, port{net: n, leaning: n.leaning(v), fixed: v.kind != boxVertex})
	}
	return ports
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
	n := 0
	for i := range f.ports {
		if p := &f.ports[i]; !p.fixed {
			n++
		} else if f.v.kind != boxVertex {
			p.x = f.v.middle()
		}
	}
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
	for i := range f.ports {
		if !f.ports[i].fixed {
			f.ports[i].x = f.clear(at, i)
			at += step
		}
	}
}

// ruled tells whether a line between compartments of the box ends in a cell.
func (f *flank) ruled(x int) bool { return f.side && f.v.box.ruled(x-f.v.cross) }

// runsOn tells whether a net would seem to run through a bar at x, as the line of another at its other side: neither ends
// in a mark.
func (f *flank) runsOn(n *net, x int) bool {
	return f.facing != nil && !n.marked(f.v) && slices.ContainsFunc(f.facing.ports, func(p port) bool { return p.x == x && !p.net.marked(f.v) })
}

// marked tells whether the lines of a net end in a mark at a vertex.
func (n *net) marked(v *vertex) bool {
	return slices.ContainsFunc(n.arcs, func(a *arc) bool { return (a.top == v || a.bottom == v) && a.end(v).mark != noMark })
}

// clear returns the cell nearest to x for a port that is neither ruled nor a fixed port nor one of those before it, which
// are placed.
func (f *flank) clear(x, placed int) int {
	taken := func(x int) bool {
		if f.ruled(x) || f.runsOn(f.ports[placed].net, x) {
			return true
		}
		for i := range f.ports {
			if p := &f.ports[i]; p.x == x && (p.fixed || i < placed) {
				return true
			}
		}
		return false
	}
	for d := 0; d <= f.to-f.from; d++ {
		for _, near := range [...]int{x + d, x - d} {
			if near >= f.from && near <= f.to && !taken(near) {
				return near
			}
		}
	}
	return x
}

// free tells whether the port of a net may move to x, past no other and not too near to one.
func (f *flank) free(n *net, x int) bool {
	if x < f.from || x > f.to || f.ruled(x) || f.runsOn(n, x) {
		return false
	}
	own, passed := f.port(n), false
	if own != nil && own.fixed {
		return x == own.x
	}
	for i := range f.ports {
		switch p := &f.ports[i]; {
		case p == own:
			passed = true
		case distance(p.x, x) < f.step, !p.fixed && passed != (p.x > x):
			return false
		}
	}
	return true
}

func (f *flank) move(n *net, x int) {
	if p := f.port(n); p != nil {
		p.x = x
	}
}

// straighten moves the ports of a net that leads from one vertex to one other such that it needs no
// track, if they can.
func (n *net) straighten() {
	if !n.single {
		return
	}
	top, bottom := &n.arcs[0].top.lower, &n.arcs[0].bottom.upper
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

// snap moves the port where the lines of a net meet by one cell if that makes one of them straight: two corners in
// neighbouring cells look like a mistake.
func (n *net) snap() {
	if n.single {
		return
	}
	var near *arc
	for _, a := range n.arcs {
		switch distance(a.top.lower.x(n), a.bottom.upper.x(n)) {
		case 0:
			return
		case 1:
			near = a
		}
	}
	if near == nil {
		return
	}
	top, bottom := &near.top.lower, &near.bottom.upper
	shared := func(v *vertex) bool {
		return !slices.ContainsFunc(n.arcs, func(a *arc) bool { return a.top != v && a.bottom != v })
	}
	switch {
	case shared(near.top) && top.free(n, bottom.x(n)):
		top.move(n, bottom.x(n))
	case shared(near.bottom) && bottom.free(n, top.x(n)):
		bottom.move(n, top.x(n))
	}
}

func distance(a, b int) int { return max(a-b, b-a) }
