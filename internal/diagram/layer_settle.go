package diagram

// settle improves what align has found: a line that leads from one vertex to one other is made straight
// by moving all that hangs on one of its ends, if there is room and more is won than lost. It reports
// whether anything moved.
func (l *level) settle(gap func(a, b *vertex) int) bool {
	moved := false
	for range 4 {
		again := false
		for _, nets := range l.nets {
			for _, n := range nets {
				if a := n.arcs[0]; n.single && a.x1 != a.x2 {
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

// shift moves a vertex, with all that is joined to it by straight lines, if the drawing gains by it. The
// vertex fixed must not be among what moves.
func (l *level) shift(v, fixed *vertex, by int, gap func(a, b *vertex) int) bool {
	together := v.joined()
	defer together.release()
	if fixed.moves || !l.clear(together, by, gap) {
		return false
	}
	nets := together.nets()
	before := strain(nets)
	together.shiftLines(by)
	if strain(nets) < before {
		return true
	}
	together.shiftLines(-by)
	return false
}

// band are vertices that move together. Until they are released each of them is marked as one that moves.
type band []*vertex

func bandOf(v *vertex) band {
	v.moves = true
	return band{v}
}

func (b band) release() {
	for _, v := range b {
		v.moves = false
	}
}

// joined returns the vertices that hang together with v by straight lines.
func (v *vertex) joined() band {
	b := bandOf(v)
	for i := 0; i < len(b); i++ {
		for _, nets := range [...][]*net{b[i].above, b[i].below} {
			for _, n := range nets {
				a := n.arcs[0]
				if !n.single || a.x1 != a.x2 {
					continue
				}
				for _, u := range [...]*vertex{a.top, a.bottom} {
					if !u.moves {
						u.moves = true
						b = append(b, u)
					}
				}
			}
		}
	}
	return b
}

// shift moves the vertices of a band, and shiftLines what leads to them as well.
func (b band) shift(by int) {
	for _, v := range b {
		v.cross += by
	}
}

func (b band) shiftLines(by int) {
	b.shift(by)
	for _, v := range b {
		for _, a := range v.out {
			a.x1 += by
		}
		for _, a := range v.in {
			a.x2 += by
		}
	}
}

// nets are all that lead to a vertex of a band.
func (b band) nets() []*net {
	var nets []*net
	for _, v := range b {
		for _, side := range [...][]*net{v.above, v.below} {
			for _, n := range side {
				if !n.listed {
					n.listed = true
					nets = append(nets, n)
				}
			}
		}
	}
	for _, n := range nets {
		n.listed = false
	}
	return nets
}

func strain(nets []*net) int {
	sum := 0
	for _, n := range nets {
		sum += n.strain()
	}
	return sum
}

// strain is how far a net is from what looks well: single lines straight, where a bend weighs more than
// a long way; and where lines part or meet, that in the middle of them.
func (n *net) strain() int {
	a := n.arcs[0]
	if n.single {
		d := distance(a.x1, a.x2)
		weight := 1
		if a.top.kind != boxVertex && a.bottom.kind != boxVertex {
			weight = 3
		}
		return weight*d + pick(d > 0, 6*weight, 0)
	}
	top, bottom := stretch{a.x1, a.x1}, stretch{a.x2, a.x2}
	for _, a := range n.arcs[1:] {
		top, bottom = top.with(a.x1), bottom.with(a.x2)
	}
	all := top.with(bottom.low).with(bottom.high)
	return 2*distance(top.low+top.high, bottom.low+bottom.high) + all.high - all.low
}

// stretch is the cells from the first to the last of some on the cross axis.
type stretch struct{ low, high int }

func (s stretch) with(x int) stretch { return stretch{min(s.low, x), max(s.high, x)} }
