package diagram

import (
	"fmt"
	"math"
)

// graphFits are the ways to make a graph fit that is drawn in a direction, best first: text wraps, but
// never within a word; then boxes stand closer; then text of lines, and at last that of boxes, goes to
// the legend.
func graphFits(h heading) []graphFit {
	var fits []graphFit
	for _, label := range []int{32, 26, 21, 17, 13, 10} {
		fits = append(fits, graphFit{heading: h, label: label, words: min(label, 24), gap: 4})
	}
	return append(fits,
		graphFit{heading: h, label: 10, words: 8, gap: 3},
		graphFit{heading: h, label: 8, words: 8, gap: 2},
	)
}

func tightFits(h heading) []graphFit {
	return []graphFit{
		{heading: h, label: 10, words: 8, gap: 2, number: 8},
		{heading: h, label: 8, words: 4, gap: 2, number: 4},
	}
}

func namelessFits(h heading) []graphFit {
	return []graphFit{
		{heading: h, label: 12, words: 8, gap: 2, number: 8, names: 20},
		{heading: h, label: 10, words: 8, gap: 2, number: 8, names: 16},
		{heading: h, label: 8, words: 4, gap: 2, number: 4, names: 12},
		{heading: h, label: 6, words: 4, gap: 2, number: 4, names: 8},
		{heading: h, label: 4, words: 4, gap: 1, number: 4, names: 4},
	}
}

// narrowest is the way that takes the fewest columns.
func narrowest(h heading) graphFit {
	fits := namelessFits(h)
	return fits[len(fits)-1]
}

// allFits are the fits of both directions in families that become narrower, that which is asked for first.
func allFits(asked heading) [][]graphFit {
	turned := asked.turned()
	return [][]graphFit{graphFits(asked), graphFits(turned), tightFits(asked), tightFits(turned), namelessFits(asked), namelessFits(turned)}
}

func (g *graph) draw(width int) (picture, error) {
	f, err := g.fit(width)
	if err != nil {
		return picture{}, err
	}
	return picture{cells: f.paint(), legend: f.legend, note: f.note}, nil
}

// natural is the width of the best fit.
func (g *graph) natural() int {
	parts, err := g.arranged()
	if err != nil {
		return 0
	}
	return needed(parts, graphFits(g.root.heading)[0], math.MaxInt)
}

// arranged returns the parts of a graph with their boxes in ranks.
func (g *graph) arranged() ([]*level, error) {
	var parts []*level
	for _, children := range g.parts() {
		l, err := g.arrange(g.root, children, nil)
		if err != nil {
			return nil, err
		}
		parts = append(parts, l)
	}
	return parts, nil
}

// fitted is a graph that has its places in a width.
type fitted struct {
	parts  []*level
	places []point // of the parts
	legend legend
	note   string
}

// fit lays a graph out in the best way that fits.
func (g *graph) fit(width int) (*fitted, error) {
	parts, err := g.arranged()
	if err != nil {
		return nil, err
	}
	asked := g.root.heading
	f := &fitter{parts: parts, width: width}
	p := f.best(asked)
	if p == nil {
		needs := func(h heading) int { return needed(parts, narrowest(h), math.MaxInt) }
		return nil, &WidthError{Width: width, Needs: min(needs(asked), needs(asked.turned()))}
	}
	note := ""
	if p.heading != asked {
		note = fmt.Sprintf("drawn %s: %s it would take %d columns", p.heading, asked, needed(parts, graphFits(asked)[0], width))
		p = f.try(p.graphFit) // what was asked for has its places now
	}
	if len(p.legend.labels) > 0 {
		p = f.spell(p)
	}
	f.finish(p)
	return &fitted{parts: parts, places: shelves(parts, width, p.gap), legend: p.legend, note: note}, nil
}

// shelves places the parts of a graph: one below the other if they run from side to side, else side by
// side as far as width goes.
func shelves(parts []*level, width, gap int) []point {
	var places []point
	at, tall := point{}, 0
	for _, l := range parts {
		w, h := l.extent()
		if at.x > 0 && (at.x+w > width || l.heading.level()) {
			at, tall = point{0, at.y + tall + 1}, 0
		}
		places = append(places, at)
		at.x += w + gap
		tall = max(tall, h)
	}
	return places
}

// extent returns the columns and rows of a level.
func (l *level) extent() (w, h int) {
	if l.heading.level() {
		return l.main, l.cross
	}
	return l.cross, l.main
}

// parts returns the children of the root that hang together, part by part, in their order.
func (g *graph) parts() [][]*node {
	near := map[*node][]*node{}
	for _, e := range g.edges {
		a, b := g.root.child(e.from), g.root.child(e.to)
		near[a] = append(near[a], b)
		near[b] = append(near[b], a)
	}
	part := map[*node]int{}
	var parts [][]*node
	for _, n := range g.root.children {
		if _, known := part[n]; known {
			continue
		}
		part[n] = len(parts)
		for queue := []*node{n}; len(queue) > 0; queue = queue[1:] {
			for _, m := range near[queue[0]] {
				if _, known := part[m]; !known {
					part[m] = len(parts)
					queue = append(queue, m)
				}
			}
		}
		parts = append(parts, nil)
	}
	for _, n := range g.root.children {
		parts[part[n]] = append(parts[part[n]], n)
	}
	return parts
}

func (h heading) String() string {
	switch h {
	case leftRight:
		return "from left to right"
	case rightLeft:
		return "from right to left"
	case bottomUp:
		return "from the bottom up"
	}
	return "from top to bottom"
}
