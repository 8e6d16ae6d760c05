package diagram

import (
	"cmp"
	"slices"
)

// net is a set of arcs in one channel that are drawn as one: those that leave one vertex together and
// then part, or that come together before they reach one vertex; or a single arc.
type net struct {
	arcs   []*arc
	single bool // all of them lead from one vertex to one other
	listed bool // it is on the list that is being made (see band.nets)
	track  int  // the line of the channel it runs along, -1 if it needs none
	// jog is where a net changes from its track to another one, if it must (see channel).
	jog   *jog
	first int // where its first track would be, on the main axis
	line  line
}

type jog struct{ x, track int }

// arcEnd is where arcs may be joined: one side of a vertex, or one port on the frame of a group, where
// they carry the same mark and are of the same kind.
type arcEnd struct {
	v      *vertex
	pinned *edge
	mark   mark
	line   line
}

func (a *arc) end(v *vertex) arcEnd {
	e := arcEnd{v: v, line: a.link.edge.line}
	if v == a.link.from || v == a.link.to {
		e.mark = a.link.markAt(v)
		if a.link.pinned(v) {
			e.pinned = a.link.edge
		}
	}
	return e
}

// bundle joins the arcs of each channel to nets. A line is joined with others at one of its ends at
// most, unless it is written on: were both possible, one could not tell any more which line leads where.
// Nor are those joined between which another line reaches the vertex, for that would have to cross what
// joins them.
func (l *level) bundle() {
	b := bundler{level: l, joined: map[*link]bool{}}
	l.nets = make([][]*net, len(l.ranks))
	var dots, groups [][]*arc
	for _, rank := range l.ranks {
		arcs := leaving(rank)
		below := grouped(arcs, (*arc).topEnd, (*arc).bottomPlace)
		above := grouped(arcs, (*arc).bottomEnd, (*arc).topPlace)
		b.buses(below)
		for _, g := range below {
			if g[0].top.dot() {
				dots = append(dots, g)
			}
		}
		for _, g := range above {
			if g[0].bottom.dot() {
				dots = append(dots, g)
			}
		}
		groups = slices.Concat(groups, below, above)
	}
	b.joinDots(dots)
	b.joinLargest(groups)
	for _, rank := range l.ranks {
		for _, a := range leaving(rank) {
			if a.net == nil {
				b.join([]*arc{a})
			}
		}
	}
}

// leaving returns the arcs that leave a rank, but for those that nobody sees.
func leaving(rank []*vertex) []*arc {
	var arcs []*arc
	for _, v := range rank {
		for _, a := range v.out {
			if a.link.edge.line != hidden {
				arcs = append(arcs, a)
			}
		}
	}
	return arcs
}

// bundler makes the nets of a level.
type bundler struct {
	*level
	joined map[*link]bool // with others, and nothing is written on it
}

// joinDots joins all arcs that reach a dot, which has room for one line only: with them go those of another dot to
// which one of them leads.
func (b *bundler) joinDots(groups [][]*arc) {
	for i, g := range groups {
		all := unbound(g)
		for size := 0; len(all) > 1 && size < len(all); {
			size = len(all)
			for _, other := range groups[i+1:] {
				if slices.ContainsFunc(other, func(a *arc) bool { return slices.Contains(all, a) }) {
					all = append(all, slices.DeleteFunc(unbound(other), func(a *arc) bool { return slices.Contains(all, a) })...)
				}
			}
		}
		if len(all) > 1 {
			b.join(all)
		}
	}
}

// unbound returns the arcs of a group that are in no net yet.
func unbound(group []*arc) []*arc {
	return slices.DeleteFunc(slices.Clone(group), func(a *arc) bool { return a.net != nil })
}

// joinLargest joins groups of arcs, of what is left of them the largest first.
func (b *bundler) joinLargest(groups [][]*arc) {
	size := 0
	for _, g := range groups {
		size = max(size, len(g))
	}
	for ; size > 1; size-- {
		for _, g := range groups {
			for len(g) >= size {
				free := b.free(g)
				if len(free) != size {
					break
				}
				b.join(free)
			}
		}
	}
}

// join makes a net of some arcs of one channel.
func (b *bundler) join(arcs []*arc) {
	first := arcs[0]
	apart := func(a *arc) bool { return a.top != first.top || a.bottom != first.bottom }
	n := &net{arcs: arcs, single: !slices.ContainsFunc(arcs, apart), line: first.link.edge.line}
	r := first.top.rank
	b.nets[r] = append(b.nets[r], n)
	for _, a := range arcs {
		a.net = n
		b.joined[a.link] = b.joined[a.link] || len(arcs) > 1 && a.link.written == nil
		if !slices.Contains(a.top.below, n) {
			a.top.below = append(a.top.below, n)
		}
		if !slices.Contains(a.bottom.above, n) {
			a.bottom.above = append(a.bottom.above, n)
		}
	}
}

func (a *arc) topEnd() arcEnd    { return a.end(a.top) }
func (a *arc) bottomEnd() arcEnd { return a.end(a.bottom) }

func (a *arc) topPlace() int    { return a.place(a.top) }
func (a *arc) bottomPlace() int { return a.place(a.bottom) }

// grouped returns the arcs by what end says, in their order, where far is the place of their other ends.
// Only boxes join arcs.
func grouped(arcs []*arc, end func(*arc) arcEnd, far func(*arc) int) [][]*arc {
	at := map[*vertex][]*arc{}
	var vertices []*vertex
	for _, a := range arcs {
		v := end(a).v
		if v.kind != boxVertex {
			continue
		}
		if at[v] == nil {
			vertices = append(vertices, v)
		}
		at[v] = append(at[v], a)
	}
	var groups [][]*arc
	for _, v := range vertices {
		groups = append(groups, neighbours(at[v], end, far)...)
	}
	return groups
}

// neighbours returns the arcs at one vertex by what end says, divided where one of another end lies between
// them, as long as the vertex has room for all those lines.
func neighbours(arcs []*arc, end func(*arc) arcEnd, far func(*arc) int) [][]*arc {
	byEnd := func(arcs []*arc, divide bool) [][]*arc {
		var groups [][]*arc
		index := map[arcEnd]int{}
		for i, a := range arcs {
			e := end(a)
			n, ok := index[e]
			if !ok || divide && end(arcs[i-1]) != e {
				n = len(groups)
				index[e] = n
				groups = append(groups, nil)
			}
			groups[n] = append(groups[n], a)
		}
		return groups
	}
	whole := byEnd(arcs, false)
	if len(whole) < 2 {
		return whole
	}
	sorted := slices.Clone(arcs)
	slices.SortStableFunc(sorted, func(a, b *arc) int { return cmp.Compare(far(a), far(b)) })
	if divided := byEnd(sorted, true); len(divided) <= mostPorts {
		return divided
	}
	return whole
}

// mostPorts is the number of lines that may reach one side of a box so that fewer of them cross.
const mostPorts = 5

// buses joins the arcs of vertices that all lead to all of the same vertices: there is nothing to be
// mistaken about when they share one line.
func (b *bundler) buses(groups [][]*arc) {
	for i, g := range groups {
		if len(g) < 2 || g[0].net != nil {
			continue
		}
		all := slices.Clone(g)
		for _, other := range groups[i+1:] {
			if other[0].net == nil && sameTargets(g, other) {
				all = append(all, other...)
			}
		}
		if len(all) > len(g) {
			b.join(all)
		}
	}
}

// sameTargets tells whether two groups of arcs lead to the same vertices in the same way.
func sameTargets(a, b []*arc) bool {
	if len(a) != len(b) || doubled(a) || doubled(b) {
		return false
	}
	for _, x := range a {
		if x.bottom.kind != boxVertex || !slices.ContainsFunc(b, func(y *arc) bool { return x.bottomEnd() == y.bottomEnd() }) {
			return false
		}
	}
	return a[0].topEnd().mark == b[0].topEnd().mark
}

// ends are the two ends of an arc.
func (a *arc) ends() [2]arcEnd { return [2]arcEnd{a.topEnd(), a.bottomEnd()} }

// doubled tells whether there are two arcs between the same ends in a group.
func doubled(group []*arc) bool {
	seen := map[[2]arcEnd]bool{}
	for _, a := range group {
		if seen[a.ends()] {
			return true
		}
		seen[a.ends()] = true
	}
	return false
}

// free returns the arcs of a group that can still be joined, without a second one between the same ends.
func (b *bundler) free(group []*arc) []*arc {
	var free []*arc
	seen := map[[2]arcEnd]bool{}
	for _, a := range group {
		if ends := a.ends(); a.net == nil && !b.joined[a.link] && !seen[ends] {
			seen[ends] = true
			free = append(free, a)
		}
	}
	return free
}
