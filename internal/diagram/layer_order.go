package diagram

import (
	"cmp"
	"slices"
)

// order arranges the vertices of each rank so that few lines cross: by the mean place of their
// neighbours, down and up in turn, and by exchanging neighbours.
func (l *level) order() {
	l.begin()
	best, fewest := l.positions(), l.crossings()
	for round := range maxRounds {
		if fewest == 0 {
			break
		}
		l.sweep(round%2 == 0)
		l.exchange()
		if n := l.crossings(); n < fewest {
			best, fewest = l.positions(), n
		} else if round > 7 && n > 2*fewest {
			break
		}
	}
	for r, rank := range l.ranks {
		slices.SortStableFunc(rank, func(a, b *vertex) int { return cmp.Compare(best[r][a], best[r][b]) })
	}
	l.renumber()
}

const maxRounds = 16

// begin orders the ranks as a walk through the links, in the order of the source, comes by.
func (l *level) begin() {
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
		for _, a := range v.out {
			visit(a.bottom)
		}
		for _, a := range v.in {
			if a.top.kind != boxVertex {
				visit(a.top)
			}
		}
	}
	for _, part := range l.parts() {
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

func (l *level) positions() []map[*vertex]int {
	all := make([]map[*vertex]int, len(l.ranks))
	for r, rank := range l.ranks {
		all[r] = make(map[*vertex]int, len(rank))
		for i, v := range rank {
			all[r][v] = i
		}
	}
	return all
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
		r := i
		if !downwards {
			r = len(l.ranks) - 1 - i
		}
		rank := l.ranks[r]
		key := make(map[*vertex]int, len(rank))
		for _, v := range rank {
			arcs := v.in
			if !downwards {
				arcs = v.out
			}
			key[v] = 1000 * v.pos
			if len(arcs) == 0 {
				continue
			}
			sum := 0
			for _, a := range arcs {
				if downwards {
					sum += a.place(a.top)
				} else {
					sum += a.place(a.bottom)
				}
			}
			key[v] = sum / len(arcs)
		}
		slices.SortStableFunc(rank, func(a, b *vertex) int { return cmp.Compare(key[a], key[b]) })
		for i, v := range rank {
			v.pos = i
		}
	}
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
	for _, rank := range l.ranks {
		var arcs []*arc
		for _, v := range rank {
			arcs = append(arcs, v.out...)
		}
		slices.SortFunc(arcs, func(a, b *arc) int {
			return cmp.Or(cmp.Compare(a.place(a.top), b.place(b.top)), cmp.Compare(a.place(a.bottom), b.place(b.bottom)))
		})
		ends := make([]int, len(arcs))
		for i, a := range arcs {
			ends[i] = a.place(a.bottom)
		}
		n += inversions(ends, make([]int, len(ends)))
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
