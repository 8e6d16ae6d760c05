package diagram

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// order arranges the vertices of each rank so that few lines cross: by the mean place of their
// neighbours, down and up in turn, and by exchanging neighbours. That finds the best order only of those
// near to where it begins, so as long as lines cross it begins anew elsewhere: the first order is that of
// the source, and it stays if no other is better.
func (l *level) order() {
	l.begin(false)
	best, fewest := l.improve()
	for start := range l.restarts() {
		if fewest == 0 {
			break
		}
		if start == 0 {
			l.begin(true)
		} else {
			l.shuffle(best, rand.New(rand.NewPCG(uint64(start), 0))) //nolint:gosec // an order, no secret
		}
		if order, n := l.improve(); n < fewest {
			best, fewest = order, n
		}
	}
	l.put(best)
}

// maxRounds bounds the sweeps from one beginning, and patience those that win nothing.
const (
	maxRounds = 16
	patience  = 4
)

// restarts is how often it pays to begin anew: small graphs are those that a reader takes in at a glance,
// and it is there that a crossing is seen.
func (l *level) restarts() int {
	arcs := 0
	for _, v := range l.vertices {
		arcs += len(v.out)
	}
	return min(16, 2000/max(arcs, 1))
}

// improve returns the best order that it finds from the present one, and the crossings in it.
func (l *level) improve() (best [][]*vertex, fewest int) {
	best, fewest = l.now(), l.crossings()
	waited := 0
	for round := 0; round < maxRounds && fewest > 0 && waited < patience; round++ {
		l.sweep(round%2 == 0)
		l.exchange()
		waited++
		if n := l.crossings(); n < fewest {
			best, fewest, waited = l.now(), n, 0
		}
	}
	return best, fewest
}

// now returns the present order, and put restores it.
func (l *level) now() [][]*vertex {
	order := make([][]*vertex, len(l.ranks))
	for r, rank := range l.ranks {
		order[r] = slices.Clone(rank)
	}
	return order
}

func (l *level) put(order [][]*vertex) {
	for r, rank := range order {
		copy(l.ranks[r], rank)
	}
	l.renumber()
}

// shuffle puts an order in which every vertex may have gone some places to either side.
func (l *level) shuffle(order [][]*vertex, random *rand.Rand) {
	l.put(order)
	for _, rank := range l.ranks {
		for i, v := range rank {
			v.key = 2*i + random.IntN(2*len(rank)+1)
		}
		arrange(rank)
	}
}

// arrange sorts a rank by its keys.
func arrange(rank []*vertex) {
	slices.SortStableFunc(rank, func(a, b *vertex) int { return cmp.Compare(a.key, b.key) })
	for i, v := range rank {
		v.pos = i
	}
}

// begin orders the ranks as a walk through the links comes by, in the order of the source or against it.
func (l *level) begin(backwards bool) {
	seen := map[*vertex]bool{}
	for r := range l.ranks {
		l.ranks[r] = l.ranks[r][:0]
	}
	var visit func(v *vertex)
	visit = func(v *vertex) {
		if seen[v] {
			return
		}
		seen[v] = true
		l.ranks[v.rank] = append(l.ranks[v.rank], v)
		for i := range v.out {
			visit(v.out[pick(backwards, len(v.out)-1-i, i)].bottom)
		}
		for _, a := range v.in {
			if a.top.kind != boxVertex {
				visit(a.top)
			}
		}
	}
	parts := l.parts()
	for i := range parts {
		part := parts[pick(backwards, len(parts)-1-i, i)]
		slices.SortStableFunc(part, func(a, b *vertex) int { return cmp.Compare(a.rank, b.rank) })
		for _, v := range part {
			visit(v)
		}
	}
	for _, v := range l.vertices {
		visit(v)
	}
	l.renumber()
}

func (l *level) renumber() {
	for _, rank := range l.ranks {
		for i, v := range rank {
			v.pos = i
		}
	}
}

// place is where an arc meets a vertex, in thousandths of a position: lines into a group meet it in
// the order of its ports.
func (a *arc) place(v *vertex) int {
	at := 1000 * v.pos
	if v.inner == nil {
		return at
	}
	if port := v.inner.ports[a.link.edge]; port != nil {
		at += 1000*(port.pos+1)/(len(v.inner.ranks[port.rank])+1) - 500
	}
	return at
}

// sweep orders each rank by the one before it, downwards or upwards.
func (l *level) sweep(downwards bool) {
	for i := range l.ranks {
		rank := l.ranks[pick(downwards, i, len(l.ranks)-1-i)]
		for _, v := range rank {
			v.key = v.mean(downwards)
		}
		arrange(rank)
	}
}

// mean returns the mean place of the neighbours of a vertex in the rank above or below, its own if it has none.
func (v *vertex) mean(above bool) int {
	arcs := pick(above, v.in, v.out)
	if len(arcs) == 0 {
		return 1000 * v.pos
	}
	sum := 0
	for _, a := range arcs {
		sum += a.place(pick(above, a.top, a.bottom))
	}
	return sum / len(arcs)
}

// exchange swaps neighbours in a rank as long as that saves crossings.
func (l *level) exchange() {
	for range 4 {
		better := false
		for _, rank := range l.ranks {
			for i := 1; i < len(rank); i++ {
				a, b := rank[i-1], rank[i]
				if crossed(b, a) < crossed(a, b) {
					rank[i-1], rank[i] = b, a
					a.pos, b.pos = i, i-1
					better = true
				}
			}
		}
		if !better {
			return
		}
	}
}

// crossed counts the crossings of the arcs of a with those of b if a stands before b.
func crossed(a, b *vertex) int {
	n := 0
	for _, x := range a.in {
		for _, y := range b.in {
			if x.place(x.top) > y.place(y.top) {
				n++
			}
		}
	}
	for _, x := range a.out {
		for _, y := range b.out {
			if x.place(x.bottom) > y.place(y.bottom) {
				n++
			}
		}
	}
	return n
}

// crossings counts the crossings of all arcs.
func (l *level) crossings() int {
	n := 0
	var arcs []*arc
	var ends, room []int
	for _, rank := range l.ranks {
		ends = ends[:0]
		for _, v := range rank {
			arcs = append(arcs[:0], v.out...)
			slices.SortFunc(arcs, func(a, b *arc) int {
				return cmp.Or(cmp.Compare(a.place(a.top), b.place(b.top)), cmp.Compare(a.place(a.bottom), b.place(b.bottom)))
			})
			for _, a := range arcs {
				ends = append(ends, a.place(a.bottom))
			}
		}
		room = slices.Grow(room[:0], len(ends))[:len(ends)]
		n += inversions(ends, room)
	}
	return n
}

// inversions counts the pairs of s that are in the wrong order, and sorts s, with room of equal size.
func inversions(s, room []int) int {
	if len(s) < 2 {
		return 0
	}
	half := len(s) / 2
	n := inversions(s[:half], room) + inversions(s[half:], room)
	copy(room, s)
	i, j := 0, half
	for at := range s {
		if j >= len(s) || i < half && room[i] <= room[j] {
			s[at] = room[i]
			i++
		} else {
			s[at] = room[j]
			n += half - i
			j++
		}
	}
	return n
}
