package diagram

import (
	"strings"
	"testing"
)

// follower follows the lines of a drawn graph as a reader does, cell by cell.
type follower struct {
	t     *testing.T
	graph *graph
	lines *grid // lines, marks and labels, without boxes
	whole *grid
	at    map[*node]rect
	outer map[*node]box
}

func follow(t *testing.T, g *graph, width int) *follower {
	f, err := g.fit(width)
	if err != nil {
		t.Fatal(err)
	}
	w := &follower{t: t, graph: g, at: map[*node]rect{}, outer: map[*node]box{}}
	p := &graphPainter{g: &grid{}}
	for i, l := range f.parts {
		p.level(l, f.places[i])
		w.collect(l, f.places[i])
	}
	for _, draw := range p.late {
		draw()
	}
	w.lines = p.g
	w.whole = f.paint()
	return w
}

func (w *follower) collect(l *level, origin point) {
	for r := range l.nets {
		w.apart(l, r)
	}
	for _, k := range l.links {
		w.joinedOnce(k)
	}
	for _, v := range l.vertices {
		if v.kind != boxVertex {
			continue
		}
		at := l.corner(origin, v)
		r := rect{at.x, at.y, v.breath, v.length}
		if l.heading.level() {
			r.w, r.h = r.h, r.w
		}
		if _, known := w.at[v.node]; known {
			w.t.Errorf("%q has two boxes", v.node.name())
		}
		w.at[v.node], w.outer[v.node] = r, v.box
		if v.inner != nil {
			w.collect(v.inner, point{at.x + v.inset.x, at.y + v.inset.y})
		}
	}
}

// apart tests that lines which are not drawn as one do not run over each other in a channel.
func (w *follower) apart(l *level, r int) {
	type piece struct{ from, to point }
	of := map[piece]*net{}
	for _, n := range l.nets[r] {
		for _, a := range n.arcs {
			path := []point{{l.starts[r] + l.sizes[r], a.x1}}
			if n.track >= 0 {
				path = append(path, point{n.at(l, n.track), a.x1})
				if n.jog != nil {
					path = append(path, point{n.at(l, n.track), n.jog.x}, point{n.at(l, n.jog.track), n.jog.x})
					path = append(path, point{n.at(l, n.jog.track), a.x2})
				} else {
					path = append(path, point{n.at(l, n.track), a.x2})
				}
			}
			path = append(path, point{l.starts[r+1] - 1, a.x2})
			for i := 1; i < len(path); i++ {
				p, q := path[i-1], path[i]
				for p != q {
					next := point{p.x + sign1(q.x-p.x), p.y + sign1(q.y-p.y)}
					if next.x != p.x && next.y != p.y {
						w.t.Errorf("the line from %q to %q is not straight", a.link.edge.from.name(), a.link.edge.to.name())
						return
					}
					k := piece{p, next}
					if next.x < p.x || next.y < p.y {
						k = piece{next, p}
					}
					if other := of[k]; other != nil && other != n {
						e, f := a.link.edge, other.arcs[0].link.edge
						w.t.Errorf("the lines from %q to %q and from %q to %q run over each other", e.from.name(), e.to.name(), f.from.name(), f.to.name())
						return
					}
					of[k] = n
					p = next
				}
			}
		}
	}
}

// joinedOnce tests that a line on which nothing is written is joined with others at one of its ends at most, but for a
// bus, where there is nothing to be mistaken about, and a dot, which has room for one line only.
func (w *follower) joinedOnce(k *link) {
	joined := 0
	for _, a := range k.arcs {
		if a.net != nil && len(a.net.arcs) > 1 && !a.bottom.dot() {
			joined++
		}
	}
	if joined > 1 && k.written == nil {
		w.t.Errorf("the line from %q to %q is joined with others at both ends", k.edge.from.name(), k.edge.to.name())
	}
}

func sign1(n int) int { return max(-1, min(1, n)) }

func (r rect) holds(p point) bool {
	return p.x >= r.x && p.x <= r.right() && p.y >= r.y && p.y <= r.bottom()
}

// boxes tests that every node has a box, that boxes do not touch, and that no line runs through one.
func (w *follower) boxes() {
	for _, n := range w.graph.nodes {
		if _, ok := w.at[n]; !ok {
			w.t.Errorf("%q has no box", n.name())
		}
	}
	for n, r := range w.at {
		for m, s := range w.at {
			if n != m && !n.contains(m) && !m.contains(n) && r.x <= s.right() && s.x <= r.right() && r.y <= s.bottom() && s.y <= r.bottom() {
				w.t.Errorf("the boxes of %q and %q lie over each other", n.name(), m.name())
			}
		}
		if n.group {
			continue
		}
		for y := r.y; y <= r.bottom(); y++ {
			from, to := r.x, r.right()
			if in, out := w.outer[n].inset(y - r.y); n.shape != startShape && n.shape != endShape {
				from, to = from+in, to-out
			}
			for x := from + 1; x < to; x++ {
				c := w.lines.at(x, y)
				through := c.arms[left] != none && c.arms[right] != none || c.arms[up] != none && c.arms[down] != none
				if inside := y > r.y && y < r.bottom(); through || inside && c.arms != [4]weight{} {
					w.t.Errorf("a line runs through the box of %q at %d,%d", n.name(), x, y)
					return
				}
			}
		}
	}
}

// unruled tests that no line meets the side of a box where its compartments part: it would seem to go on in there.
func (w *follower) unruled() {
	for n, r := range w.at {
		for row := range r.h {
			if !w.outer[n].ruled(row) {
				continue
			}
			before, after := w.cell(point{r.x - 1, r.y + row}), w.cell(point{r.right() + 1, r.y + row})
			if before.arms[right] != none || after.arms[left] != none {
				w.t.Errorf("a line meets %q where its compartments part in\n%s", n.name(), w.text())
				return
			}
		}
	}
}

// edges tests that one comes from each end of an edge to the other along its line.
func (w *follower) edges() {
	for _, e := range w.graph.edges {
		if e.line == hidden || e.from == e.to {
			continue
		}
		if !w.reaches(e) {
			w.t.Errorf("no line leads from %q to %q in\n%s", e.from.name(), e.to.name(), w.text())
			return
		}
	}
}

func (w *follower) text() string {
	var b strings.Builder
	for _, l := range w.whole.lines(Options{}) {
		b.WriteString(l.Text() + "\n")
	}
	return b.String()
}

// joined tells whether a line leads from a cell to its neighbour. Marks and labels are part of lines.
func (w *follower) joined(p point, d direction) bool {
	a, b := w.cell(p), w.cell(d.step(p))
	onLine := func(c cell) bool { return (c.text != "" || c.tail) && (c.role == roleEdge || c.role == roleLabel) }
	switch {
	case a.arms[d] != none && b.arms[d.opposite()] != none:
		return true
	case onLine(a) && onLine(b):
		return a.role == roleLabel && b.role == roleLabel
	}
	return onLine(a) && b.arms[d.opposite()] != none || onLine(b) && a.arms[d] != none
}

func (w *follower) cell(p point) cell {
	if p.y < 0 || p.y >= len(w.lines.rows) || p.x < 0 || p.x >= len(w.lines.rows[p.y]) {
		return cell{}
	}
	return w.lines.rows[p.y][p.x]
}

func (w *follower) reaches(e *edge) bool {
	from, to := w.at[e.from], w.at[e.to]
	seen := map[point]bool{}
	var queue []point
	push := func(p point) {
		if !seen[p] {
			seen[p] = true
			queue = append(queue, p)
		}
	}
	around := rect{from.x - 1, from.y - 1, from.w + 2, from.h + 2}
	for y := around.y; y <= around.bottom(); y++ {
		for x := around.x; x <= around.right(); x++ {
			p := point{x, y}
			c := w.cell(p)
			if from.holds(p) && c.arms != [4]weight{} || !from.holds(p) && c.role == roleEdge && c.text != "" {
				push(p)
			}
		}
	}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		near := rect{to.x - 1, to.y - 1, to.w + 2, to.h + 2}
		if to.holds(p) || near.holds(p) && w.cell(p).text != "" {
			return true
		}
		for d := up; d <= left; d++ {
			if w.joined(p, d) {
				push(d.step(p))
			}
		}
	}
	return false
}
