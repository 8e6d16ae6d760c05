package diagram

import (
	"math"
	"slices"
)

// fitter looks for the way to lay out the parts of a graph in a width. The parts have the places of one way at a time.
type fitter struct {
	parts  []*level
	width  int
	failed [][]int // the measures of the ways that were found too wide
	// spelled is text that stands in the drawing though the way says that it goes to the legend.
	spelled map[string]bool
}

// best lays the parts out in the best way that fits, and returns nil if there is none.
func (f *fitter) best(asked heading) *placer {
	hopeless := map[heading]bool{} // even the narrowest way in a direction is too wide
	for _, family := range allFits(asked) {
		way := family[0].heading
		if hopeless[way] {
			continue
		}
		if p := f.first(family); p != nil {
			return p
		}
		if _, known := hopeless[way]; !known {
			hopeless[way] = f.try(narrowest(way)) == nil
		}
	}
	return nil
}

// first lays the parts out in the first of some ways that has room, and returns nil if none has. The last one, which is
// the narrowest, tells whether it is worth while to try those between.
func (f *fitter) first(fits []graphFit) *placer {
	last := len(fits) - 1
	if p := f.try(fits[0]); p != nil || last == 0 {
		return p
	}
	if p := f.try(fits[last]); p == nil || last == 1 {
		return p
	}
	for _, fit := range fits[1:] {
		if p := f.try(fit); p != nil {
			return p
		}
	}
	return nil
}

// mostSpelled bounds the work of spell, in texts times vertices.
const mostSpelled = 2000

// spell takes text out of the legend again, piece by piece, as far as there is room: what one piece cannot do without
// must not hide the others. p is the way in which the parts fit.
func (f *fitter) spell(p *placer) *placer {
	vertices := 0
	for _, l := range f.parts {
		vertices += l.count()
	}
	if len(p.legend.labels)*vertices > mostSpelled {
		return p
	}
	f.spelled = map[string]bool{}
	for _, text := range slices.Clone(p.legend.labels) {
		f.spelled[text] = true
		if f.try(p.graphFit) == nil {
			delete(f.spelled, text)
		}
	}
	return f.try(p.graphFit)
}

// count returns how many vertices a level has, with those of its groups.
func (l *level) count() int {
	n := len(l.vertices)
	for _, v := range l.vertices {
		if v.inner != nil {
			n += v.inner.count()
		}
	}
	return n
}

// try lays the parts out in one way, and returns nil if it finds that they have no room so.
func (f *fitter) try(fit graphFit) *placer {
	return f.place(fit, func(p *placer) bool { return p.placeParts(f.parts, f.width) <= f.width })
}

// tryPolished is try, but for what is moved in the end, which may win room.
func (f *fitter) tryPolished(fit graphFit) *placer {
	return f.place(fit, func(p *placer) bool {
		p.placeParts(f.parts, math.MaxInt)
		return f.polish(p)
	})
}

// place lays the parts out in one way if they have room then. Most ways are found out before anything has its place: by
// the sizes of the boxes alone, or because they differ in no size from one that failed.
func (f *fitter) place(fit graphFit, fits func(*placer) bool) *placer {
	p := &placer{graphFit: fit, spelled: f.spelled}
	least := p.measureParts(f.parts)
	var measures []int
	for _, l := range f.parts {
		measures = p.measures(l, measures)
	}
	known := slices.ContainsFunc(f.failed, func(m []int) bool { return slices.Equal(m, measures) })
	if known || least > f.width || !fits(p) {
		f.failed = append(f.failed, measures)
		return nil
	}
	return p
}

// polish moves single boxes, for looks, and reports whether the parts fit then.
func (f *fitter) polish(p *placer) bool {
	wide := 0
	for _, l := range f.parts {
		p.polish(l)
		w, _ := l.extent()
		wide = max(wide, w)
	}
	return wide <= f.width
}

// finish improves the looks of the parts, which have the places that p gave them, as far as there is room for it.
func (f *fitter) finish(p *placer) {
	try := (*fitter).tryPolished
	if !f.polish(p) {
		f.try(p.graphFit)
		try = (*fitter).try
	}
	widest := graphFits(p.heading)
	if len(f.parts) == 1 || p.number+p.names > 0 || p.graphFit == widest[0] {
		return
	}
	for _, l := range f.parts { // what one part cannot do without must not make the others narrow
		alone := &fitter{parts: []*level{l}, width: f.width}
		for _, fit := range widest {
			if try(alone, fit) != nil {
				break
			}
		}
	}
}

// needed returns how many columns the parts take in one way, or, if they are more than limit, at least take.
func needed(parts []*level, fit graphFit, limit int) int {
	p := &placer{graphFit: fit}
	p.measureParts(parts)
	return p.placeParts(parts, limit)
}
