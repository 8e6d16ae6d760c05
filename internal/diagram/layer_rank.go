package diagram

import "slices"

// turn reverses the links that would close a cycle, as a walk from the first box on finds them.
func (l *level) turn() {
	const (
		unseen = iota
		open
		done
	)
	state := map[*vertex]int{}
	out := map[*vertex][]*link{}
	for _, k := range l.links {
		out[k.from] = append(out[k.from], k)
	}
	var visit func(v *vertex)
	visit = func(v *vertex) {
		state[v] = open
		for _, k := range out[v] {
			switch state[k.to] {
			case open:
				k.reversed = true
			case unseen:
				visit(k.to)
			}
		}
		state[v] = done
	}
	for _, v := range l.vertices {
		if state[v] == unseen {
			visit(v)
		}
	}
}

// rank puts every vertex as near to the beginning as its links allow, and then those that could as well
// stand further on nearer to what they lead to.
func (l *level) rank() {
	in, out := map[*vertex][]*link{}, map[*vertex][]*link{}
	for _, k := range l.links {
		in[k.bottom()] = append(in[k.bottom()], k)
		out[k.top()] = append(out[k.top()], k)
	}
	order := l.topological(in, out)
	for _, v := range order {
		v.rank = 0
		for _, k := range in[v] {
			v.rank = max(v.rank, k.top().rank+k.edge.length)
		}
	}
	for range 8 {
		moved := false
		for _, v := range slices.Backward(order) {
			if len(out[v]) <= len(in[v]) {
				continue
			}
			latest := -1
			for _, k := range out[v] {
				if at := k.bottom().rank - k.edge.length; latest < 0 || at < latest {
					latest = at
				}
			}
			if latest > v.rank {
				v.rank, moved = latest, true
			}
		}
		if !moved {
			break
		}
	}
	l.normalize()
}

// topological returns the vertices such that every link leads forward.
func (l *level) topological(in, out map[*vertex][]*link) []*vertex {
	waiting := map[*vertex]int{}
	var order []*vertex
	for _, v := range l.vertices {
		if waiting[v] = len(in[v]); waiting[v] == 0 {
			order = append(order, v)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, k := range out[order[i]] {
			if waiting[k.bottom()]--; waiting[k.bottom()] == 0 {
				order = append(order, k.bottom())
			}
		}
	}
	return order
}

// normalize lets the ranks of each connected part begin at zero.
func (l *level) normalize() {
	for _, part := range l.parts() {
		first := part[0].rank
		for _, v := range part {
			first = min(first, v.rank)
		}
		for _, v := range part {
			v.rank -= first
		}
	}
}

// parts returns the vertices that hang together, part by part.
func (l *level) parts() [][]*vertex {
	near := map[*vertex][]*vertex{}
	for _, k := range l.links {
		near[k.from] = append(near[k.from], k.to)
		near[k.to] = append(near[k.to], k.from)
	}
	seen := map[*vertex]bool{}
	var parts [][]*vertex
	for _, v := range l.vertices {
		if seen[v] {
			continue
		}
		seen[v] = true
		part := []*vertex{v}
		for i := 0; i < len(part); i++ {
			for _, n := range near[part[i]] {
				if !seen[n] {
					seen[n] = true
					part = append(part, n)
				}
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// written tells whether a link shows text in this level.
func (k *link) worded() bool {
	return k.label && k.edge.line != hidden && (k.edge.label != "" || k.edge.fromLabel != "" || k.edge.toLabel != "")
}

// cut makes a rank for labels wherever a line is written on, and cuts the links into arcs by a vertex
// in every rank that they pass.
func (l *level) cut() error {
	last := 0
	for _, v := range l.vertices {
		last = max(last, v.rank)
	}
	labels := make([]int, last+2) // by rank: 1 if there is a rank of labels before it
	for _, k := range l.links {
		if k.worded() {
			labels[k.labelGap()] = 1
		}
	}
	shift := make([]int, last+2)
	sum := 0
	for r := range shift {
		sum += labels[r]
		shift[r] = sum
	}
	place := map[*link]int{}
	for _, k := range l.links {
		if k.worded() {
			gap := k.labelGap()
			place[k] = gap + shift[gap] - 1
		}
	}
	for _, v := range l.vertices {
		v.rank += shift[v.rank]
	}
	for _, k := range l.links {
		l.split(k, place)
		if len(l.vertices) > maxVertices {
			return ErrTangled
		}
	}
	l.ranks = make([][]*vertex, last+1+sum)
	for _, v := range l.vertices {
		l.ranks[v.rank] = append(l.ranks[v.rank], v)
	}
	return nil
}

// labelGap returns the rank before which the label of a link stands: as near to where the link comes
// from as can be.
func (k *link) labelGap() int {
	if k.reversed {
		return k.bottom().rank
	}
	return k.top().rank + 1
}

func (l *level) split(k *link, place map[*link]int) {
	above := k.top()
	for r := above.rank + 1; r <= k.bottom().rank; r++ {
		below := k.bottom()
		if r < below.rank {
			below = &vertex{kind: bendVertex, link: k, rank: r}
			if at, ok := place[k]; ok && at == r {
				below.kind = labelVertex
				k.written = below
			}
			l.vertices = append(l.vertices, below)
		}
		a := &arc{link: k, top: above, bottom: below}
		above.out = append(above.out, a)
		below.in = append(below.in, a)
		k.arcs = append(k.arcs, a)
		above = below
	}
}
