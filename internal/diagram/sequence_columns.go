package diagram

import "github.com/blogtui/blogtui/internal/text"

// span is a demand for room: so many cells from one lifeline to a later one.
type span struct{ from, to, cells int }

// columns places the lifelines: no nearer to each other than their heads, messages and notes allow.
func (l *sequenceLayout) columns() {
	n := len(l.actors)
	spans, before, after := l.demands()
	gaps := make([]int, n) // from the lifeline before
	for i := 1; i < n; i++ {
		gaps[i] = l.headHalf(i-1, right) + l.gap + 1 + l.headHalf(i, left)
	}
	for length := 1; length < n; length++ {
		for _, s := range spans {
			if s.to-s.from != length {
				continue
			}
			missing := s.cells
			for i := s.from + 1; i <= s.to; i++ {
				missing -= gaps[i]
			}
			for i := s.from + 1; i <= s.to && missing > 0; i++ {
				share := (missing + s.to - i) / (s.to - i + 1)
				gaps[i] += share
				missing -= share
			}
		}
	}
	l.x = make([]int, n)
	l.x[0] = before
	for i := 1; i < n; i++ {
		l.x[i] = l.x[i-1] + gaps[i]
	}
	l.width = l.x[n-1] + after + 1
}

func (l *sequenceLayout) headWidth(i int) int {
	if l.actors[i].figure == personFigure {
		return max(5, l.heads[i].width())
	}
	return l.heads[i].width() + 4
}

// headHalf returns how many cells the head of an actor takes on one side of its lifeline.
func (l *sequenceLayout) headHalf(i int, d direction) int {
	w := l.headWidth(i)
	if d == left {
		return w / 2
	}
	return w - 1 - w/2
}

// demands collects what the steps need between the lifelines, before the first and after the last.
func (l *sequenceLayout) demands() (spans []span, before, after int) {
	last := len(l.actors) - 1
	before, after = l.headHalf(0, left), l.headHalf(last, right)
	need := func(from, to, cells int) {
		switch {
		case to > last:
			after = max(after, cells)
		case from < 0:
			before = max(before, cells)
		default:
			spans = append(spans, span{from, to, cells})
		}
	}
	depth := 0
	var open []*fragment
	created := map[int]bool{}
	for i, st := range l.steps {
		w := l.captions[i].width()
		switch st.kind {
		case stepOpen:
			f := l.frames[i]
			need(f.first-1, f.first, 2*f.depth+4)
			need(f.last, f.last+1, 2*f.depth+4)
			l.titleDemand(f, w, depth, need)
			depth++
			open = append(open, f)
		case stepDivide:
			l.titleDemand(open[len(open)-1], w, depth-1, need)
		case stepClose:
			depth--
			open = open[:len(open)-1]
		case stepCreate:
			created[st.from] = true
			for _, f := range open {
				need(st.from-1, st.from, l.headHalf(st.from, left)+2*f.depth+4)
				need(st.from, st.from+1, l.headHalf(st.from, right)+2*f.depth+4)
			}
		case stepMessage:
			l.messageDemand(st, w, depth, created, need)
		case stepNote:
			noteDemand(st, w+4, 2*depth, need)
		}
	}
	for i, b := range l.boxes {
		if b.last < b.first {
			continue
		}
		need(b.first-1, b.first, l.headHalf(b.first, left)+2+l.outerHalf(b.first-1, right))
		beyond := l.headHalf(b.last, right) + 2
		if title := text.Width(l.titles[i]) + 3; b.first == b.last {
			beyond = max(beyond, title-l.headHalf(b.first, left)-2)
		} else {
			need(b.first, b.last, title-l.headHalf(b.first, left)-2-beyond)
		}
		need(b.last, b.last+1, beyond+l.outerHalf(b.last+1, left))
	}
	return spans, before, after
}

// titleDemand makes room for the title of a fragment between its sides.
func (l *sequenceLayout) titleDemand(f *fragment, w, depth int, need func(from, to, cells int)) {
	if f.first == f.last {
		need(f.last, f.last+1, w+5+2*depth)
	} else {
		need(f.first, f.last, w+1)
	}
}

// outerHalf is headHalf with room for the side of a box beside it; beyond the ends there is only that.
func (l *sequenceLayout) outerHalf(i int, d direction) int {
	if i < 0 || i >= len(l.actors) {
		return 0
	}
	return l.headHalf(i, d) + 3
}

func (l *sequenceLayout) messageDemand(st step, w, depth int, created map[int]bool, need func(from, to, cells int)) {
	from, to := min(st.from, st.to), max(st.from, st.to)
	if from == to {
		need(from, from+1, selfWidth+w+2+2*depth)
		return
	}
	extra := 0
	if created[st.to] {
		d := left
		if st.to < st.from {
			d = right
		}
		extra = l.headHalf(st.to, d)
		delete(created, st.to)
	}
	need(from, to, max(w+3, 5)+extra)
}

// selfWidth is how far the loop of a message to oneself reaches, and the space behind it.
const selfWidth = 5

func noteDemand(st step, w, margin int, need func(from, to, cells int)) {
	switch st.side {
	case leftOf:
		need(st.from-1, st.from, w+3+margin)
	case rightOf:
		need(st.from, st.from+1, w+3+margin)
	default:
		if st.from < st.to {
			need(st.from, st.to, w-5)
			w = 5 // reaches two cells beyond the outer lifelines
		}
		need(st.from-1, st.from, w/2+2+margin)
		need(st.to, st.to+1, w-1-w/2+2+margin)
	}
}
