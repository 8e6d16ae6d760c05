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
	p := &placer{graphFit: graphFits(g.root.heading)[0]}
	return p.placeAll(parts, math.MaxInt)
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
	first := 0
	least := map[heading]int{} // the columns that a direction takes in its narrowest way
	for _, family := range allFits(asked) {
		way := family[0].heading
		if least[way] > width {
			continue
		}
		p, wide := firstFit(parts, family, width)
		if first == 0 {
			first = wide
		}
		if p == nil {
			if least[way] == 0 {
				fits := namelessFits(way)
				narrowest := &placer{graphFit: fits[len(fits)-1]}
				least[way] = narrowest.placeAll(parts, math.MaxInt)
			}
			continue
		}
		p = p.nudged(parts, width)
		p.relax(parts, width)
		f := &fitted{parts: parts, places: shelves(parts, width, p.gap), legend: p.legend}
		if way != asked {
			f.note = fmt.Sprintf("drawn %s: %s it would take %d columns", way, asked, first)
		}
		return f, nil
	}
	return nil, &WidthError{Width: width, Needs: min(least[asked], least[asked.turned()])}
}

// nudged lays the parts out once more and improves the looks, as long as they fit then.
func (p *placer) nudged(parts []*level, width int) *placer {
	q := &placer{graphFit: p.graphFit, nudge: true}
	if q.placeAll(parts, width) <= width {
		return q
	}
	q = &placer{graphFit: p.graphFit}
	q.placeAll(parts, width)
	return q
}

// firstFit lays the parts out in the first of some fits that has room, nil if none has, and returns how wide they
// are in the first of all. The last one, which is the narrowest, tells whether it is worth while to try those
// between.
func firstFit(parts []*level, fits []graphFit, width int) (p *placer, first int) {
	try := func(fit graphFit) (p *placer, wide int) {
		p = &placer{graphFit: fit}
		if wide = p.placeAll(parts, width); wide > width {
			return nil, wide
		}
		return p, wide
	}
	last := len(fits) - 1
	if p, first = try(fits[0]); p != nil || last == 0 {
		return p, first
	}
	narrowest, _ := try(fits[last])
	if narrowest == nil || last == 1 {
		return narrowest, first
	}
	for _, fit := range fits[1:] {
		if p, _ = try(fit); p != nil {
			return p, first
		}
	}
	return nil, first
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

// relax lays out again, with more room, those parts that have it: what one part cannot do without must
// not make the others narrow.
func (p *placer) relax(parts []*level, width int) {
	if len(parts) == 1 || p.number+p.names > 0 {
		return
	}
	for _, l := range parts {
		for _, fit := range graphFits(p.heading) {
			wider := &placer{graphFit: fit, nudge: p.nudge}
			if wider.placeAll([]*level{l}, width) <= width {
				break
			}
		}
	}
}

// placeAll lays out all parts and returns the width of the widest. It stops where it finds that they
// cannot fit into limit; then what it returns is more than that, and no more than they would take.
func (p *placer) placeAll(parts []*level, limit int) int {
	wide := 0
	for _, l := range parts {
		p.measureAll(l, p.heading)
		wide = max(wide, p.least(l))
	}
	if wide > limit {
		return wide
	}
	for _, l := range parts {
		p.place(l)
		w, _ := l.extent()
		wide = max(wide, w)
	}
	return wide
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
