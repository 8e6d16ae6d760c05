package diagram

import (
	"cmp"
	"slices"
)

// align places the vertices of all ranks on the cross axis (Brandes and Köpf 2002): vertices are put in
// line with the median of their neighbours, once for every combination of from above or below and from
// the left or the right, and the four results are averaged. Bends of one line always stay in line.
func (l *level) align(gap func(a, b *vertex) int) {
	marked := l.conflicts()
	for i, v := range l.vertices {
		v.index = i
	}
	apart := l.apart(gap)
	var all [4][]int
	narrowest, least := 0, -1
	for i := range all {
		a := aligner{level: l, apart: apart, marked: marked, upwards: i/2 == 1, mirrored: i%2 == 1}
		all[i] = a.run()
		if low, high := l.reach(all[i]); least < 0 || high-low < least {
			narrowest, least = i, high-low
		}
	}
	low, high := l.reach(all[narrowest])
	for i := range all {
		from, to := l.reach(all[i])
		by := low - from
		if i%2 == 1 {
			by = high - to
		}
		for v := range all[i] {
			all[i][v] += by
		}
	}
	for i, v := range l.vertices {
		at := []int{all[0][i], all[1][i], all[2][i], all[3][i]}
		slices.Sort(at)
		v.cross = floorHalf(at[1]+at[2]) - v.breath/2
	}
}

func floorHalf(n int) int { return n >> 1 }

// apart returns how far every vertex must be from the one before it in its rank (see separation).
func (l *level) apart(gap func(a, b *vertex) int) []int {
	cells := make([]int, len(l.vertices))
	for _, rank := range l.ranks {
		for i := 1; i < len(rank); i++ {
			cells[rank[i].index] = separation(rank[i-1], rank[i], gap)
		}
	}
	return cells
}

// reach returns the first and the last cell that the vertices take, given their middles.
func (l *level) reach(at []int) (low, high int) {
	for i, v := range l.vertices {
		from := at[i] - v.breath/2 - v.before
		to := from + v.before + v.breath + v.after
		if i == 0 {
			low, high = from, to
		}
		low, high = min(low, from), max(high, to)
	}
	return low, high
}

// conflicts finds the arcs that cross a line between two bends: it is they that give way.
func (l *level) conflicts() map[*arc]bool {
	marked := map[*arc]bool{}
	for _, rank := range l.ranks {
		var inner, outer []*arc
		for _, v := range rank {
			for _, a := range v.out {
				if a.top.kind != boxVertex && a.bottom.kind != boxVertex {
					inner = append(inner, a)
				} else {
					outer = append(outer, a)
				}
			}
		}
		for _, a := range inner {
			for _, b := range outer {
				if (a.top.pos-b.top.pos)*(a.bottom.pos-b.bottom.pos) < 0 {
					marked[b] = true
				}
			}
		}
	}
	return marked
}

// aligner is one of the four ways to align.
type aligner struct {
	*level
	apart             []int
	marked            map[*arc]bool
	upwards, mirrored bool
	ranks             [][]*vertex
	// by vertex:
	at         []int // position in its rank, in the order of this aligner
	root, next []*vertex
	arcs       []*arc // those of the vertex that is looked at
}

func (a *aligner) run() []int {
	n := len(a.vertices)
	a.at, a.root, a.next = make([]int, n), slices.Clone(a.vertices), slices.Clone(a.vertices)
	for _, rank := range a.level.ranks {
		rank = slices.Clone(rank)
		if a.mirrored {
			slices.Reverse(rank)
		}
		for i, v := range rank {
			a.at[v.index] = i
		}
		a.ranks = append(a.ranks, rank)
	}
	if a.upwards {
		slices.Reverse(a.ranks)
	}
	for _, rank := range a.ranks {
		a.lineUp(rank)
	}
	x := a.compact()
	if a.mirrored {
		for i := range x {
			x[i] = -x[i]
		}
	}
	return x
}

// lineUp joins each vertex of a rank with the median of its neighbours in the rank before.
func (a *aligner) lineUp(rank []*vertex) {
	reached := -1
	for _, v := range rank {
		arcs := v.in
		other := func(x *arc) *vertex { return x.top }
		if a.upwards {
			arcs = v.out
			other = func(x *arc) *vertex { return x.bottom }
		}
		if len(arcs) == 0 {
			continue
		}
		a.arcs = append(a.arcs[:0], arcs...)
		arcs = a.arcs
		slices.SortStableFunc(arcs, func(x, y *arc) int { return cmp.Compare(a.at[other(x).index], a.at[other(y).index]) })
		for _, m := range []int{(len(arcs) - 1) / 2, len(arcs) / 2} {
			u := other(arcs[m])
			if a.next[v.index] == v && !a.marked[arcs[m]] && a.at[u.index] > reached {
				a.next[u.index] = v
				a.root[v.index] = a.root[u.index]
				a.next[v.index] = a.root[v.index]
				reached = a.at[u.index]
			}
		}
	}
}

// compact places the blocks of joined vertices: first as far to the left as they go, then, where they
// have room, as near as can be to what is right of them.
func (a *aligner) compact() []int {
	x := make([]int, len(a.vertices))
	a.walk(-1, func(block int) {
		a.beside(block, -1, func(other, cells int) { x[block] = max(x[block], x[other]+cells) })
	})
	a.walk(1, func(block int) {
		least := -1
		a.beside(block, 1, func(other, cells int) {
			if at := x[other] - cells; least < 0 || at < least {
				least = at
			}
		})
		x[block] = max(x[block], least)
	})
	for i := range x {
		x[i] = x[a.root[i].index]
	}
	return x
}

// walk visits every block after those that stand on one side of it: -1 for the left, 1 for the right.
func (a *aligner) walk(side int, visit func(block int)) {
	seen := make([]bool, len(a.vertices))
	var enter func(block, cells int)
	enter = func(block, _ int) {
		if seen[block] {
			return
		}
		seen[block] = true
		a.beside(block, side, enter)
		visit(block)
	}
	for i, root := range a.root {
		if root.index == i {
			enter(i, 0)
		}
	}
}

// beside tells which blocks stand next to one on one side, and how many cells from it at least.
func (a *aligner) beside(block, side int, tell func(other, cells int)) {
	for v := a.vertices[block]; ; {
		rank := a.ranks[pick(a.upwards, len(a.ranks)-1-v.rank, v.rank)]
		if i := a.at[v.index] + side; i >= 0 && i < len(rank) {
			second := pick((side < 0) != a.mirrored, v, rank[i]) // of the two, in the order of the level
			tell(a.root[rank[i].index].index, a.apart[second.index])
		}
		if v = a.next[v.index]; v.index == block {
			return
		}
	}
}

// separation is the least distance between the middles of two neighbours of a rank.
func separation(p, v *vertex, gap func(a, b *vertex) int) int {
	return p.breath - p.breath/2 + p.after + gap(p, v) + v.before + v.breath/2
}
