package diagram

import "slices"

// channel is the room between two ranks. Each net that does not run straight through it runs along a
// track of its own, or shares one with nets that it cannot touch. Tracks are in the order that the
// lines to and from them demand, and else in the one with the fewest crossings.
type channel struct {
	taken map[int]bool // the cells of the cross axis where lines come in
}

// tops and bottoms return where a net comes in on the two sides.
func (n *net) tops() []int    { return n.pins(func(a *arc) int { return a.x1 }) }
func (n *net) bottoms() []int { return n.pins(func(a *arc) int { return a.x2 }) }

func (n *net) pins(of func(*arc) int) []int {
	var xs []int
	for _, a := range n.arcs {
		if !slices.Contains(xs, of(a)) {
			xs = append(xs, of(a))
		}
	}
	return xs
}

// run is one net, or one half of a net with a jog, on its way along a track.
type run struct {
	net          *net
	second       bool
	tops, bottom []int
	low, high    int
	track        int
}

func newRun(n *net, second bool, tops, bottoms []int) *run {
	all := slices.Concat(tops, bottoms)
	return &run{net: n, second: second, tops: tops, bottom: bottoms, low: slices.Min(all), high: slices.Max(all)}
}

// route gives every net its track and returns how many there are.
func route(nets []*net) int {
	c := &channel{taken: map[int]bool{}}
	var runs []*run
	for _, n := range nets {
		n.track, n.jog = -1, nil
		r := newRun(n, false, n.tops(), n.bottoms())
		for _, x := range slices.Concat(r.tops, r.bottom) {
			c.taken[x] = true
		}
		if r.low < r.high {
			runs = append(runs, r)
		}
	}
	var order []*run
	for order == nil {
		order, runs = c.sort(runs)
	}
	tracks := 0
	for i, r := range order {
		for _, before := range order[:i] {
			if before.low <= r.high+1 && r.low <= before.high+1 {
				r.track = max(r.track, before.track+1)
			}
		}
		tracks = max(tracks, r.track+1)
		if r.second {
			r.net.jog.track = r.track
		} else {
			r.net.track = r.track
		}
	}
	return tracks
}

// above tells whether a must run before b: a comes in where b goes out.
func above(a, b *run) bool {
	if a.net == b.net {
		return b.second && !a.second
	}
	return slices.ContainsFunc(a.tops, func(x int) bool { return slices.Contains(b.bottom, x) })
}

// cost is how often two runs cross if a runs before b.
func cost(a, b *run) int {
	n := 0
	for _, x := range b.tops {
		if a.low < x && x < a.high {
			n++
		}
	}
	for _, x := range a.bottom {
		if b.low < x && x < b.high {
			n++
		}
	}
	return n
}

// sort orders the runs: of those that wait for none, next comes the one that crosses the others least. If
// some wait for each other in a circle it returns no order, but runs of which one was cut in two by a
// jog.
func (c *channel) sort(runs []*run) (order, cut []*run) {
	n := len(runs)
	price, waits := make([]int, n), make([]int, n)
	for i, a := range runs {
		for j, b := range runs {
			if i != j {
				price[i] += cost(a, b) - cost(b, a)
				waits[i] += pick(above(b, a), 1, 0)
			}
		}
	}
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	order = make([]*run, 0, n)
	for len(left) > 0 {
		best := -1
		for at, i := range left {
			if waits[i] == 0 && (best < 0 || price[i] < price[left[best]]) {
				best = at
			}
		}
		if best < 0 {
			circle := make([]*run, len(left))
			for at, i := range left {
				circle[at] = runs[i]
			}
			return nil, c.cutOne(runs, circle)
		}
		next := left[best]
		left = slices.Delete(left, best, best+1)
		order = append(order, runs[next])
		for _, i := range left {
			price[i] -= cost(runs[i], runs[next]) - cost(runs[next], runs[i])
			waits[i] -= pick(above(runs[next], runs[i]), 1, 0)
		}
	}
	return order, runs
}

// cutOne cuts a net of a circle in two: it changes its track where no line comes in. There is always one
// that is whole, since the first half of one that is cut waits for nobody, and nobody for the second.
func (c *channel) cutOne(runs, circle []*run) []*run {
	i := slices.IndexFunc(circle, func(r *run) bool {
		return r.net.jog == nil && slices.ContainsFunc(circle, func(o *run) bool { return above(o, r) }) &&
			slices.ContainsFunc(circle, func(o *run) bool { return above(r, o) })
	})
	r := circle[i]
	x := (r.low + r.high) / 2
	for d := 0; c.taken[x]; d++ {
		if x = (r.low+r.high)/2 + d; c.taken[x] {
			x = (r.low+r.high)/2 - d
		}
		if x < 0 {
			x = r.high + d
		}
	}
	c.taken[x] = true
	r.net.jog = &jog{x: x}
	at := slices.Index(runs, r)
	return slices.Replace(slices.Clone(runs), at, at+1, newRun(r.net, false, r.tops, []int{x}), newRun(r.net, true, []int{x}, r.bottom))
}
