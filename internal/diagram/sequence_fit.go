package diagram

import (
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// sequenceFit is how much room the parts of a sequence diagram get, in cells.
type sequenceFit struct {
	label  int  // where the text of messages and notes wraps
	head   int  // where the names of participants wrap
	gap    int  // between two heads
	number int  // text wider than this goes to the legend; 0 for none
	names  bool // names whose words are longer than head go to the legend
	// spelled are the participants whose names stand in their heads though they are longer
	spelled map[int]bool
	// wider is where text wraps that stands between two particular lifelines
	wider map[span]int
	// wrapped is what was wrapped in trying other fits
	wrapped map[wrapping]block
}

// wrapping is text with the width that it wraps at.
type wrapping struct {
	text  string
	width int
}

// wrap wraps text, unless that was done before.
func (f *sequenceFit) wrap(text string, width int) block {
	b, known := f.wrapped[wrapping{text, width}]
	if !known {
		b = wrapWords(text, width)
		f.wrapped[wrapping{text, width}] = b
	}
	return b
}

// sequenceFits are the ways to make a diagram fit, best first: text wraps, but never within a word; then
// the gaps shrink; then text goes to the legend; then long names do.
func sequenceFits() []sequenceFit {
	var fits []sequenceFit
	for _, label := range []int{44, 36, 30, 26, 22, 19, 16, 14, 12} {
		fits = append(fits, sequenceFit{label: label, head: min(label, 20), gap: 4})
	}
	fits = append(fits, sequenceFit{label: 12, head: 8, gap: 2}, sequenceFit{label: 10, head: 6, gap: 1})
	for _, number := range []int{20, 16, 12, 9, 6, 3} {
		fits = append(fits, sequenceFit{label: number, head: 6, gap: 1, number: number})
	}
	for _, head := range []int{12, 9, 7, 5, 3} {
		fits = append(fits, sequenceFit{label: 3, head: head, gap: min(1, head/5), number: 3, names: true})
	}
	return fits
}

func (s *sequence) draw(width int) (picture, error) {
	var l *sequenceLayout
	needs := 0
	wrapped := map[wrapping]block{}
	for _, fit := range sequenceFits() {
		fit.wrapped = wrapped
		if l = s.layout(fit); l.width <= width {
			return s.widen(l, width).paint(), nil
		}
		if needs == 0 || l.width < needs {
			needs = l.width
		}
	}
	return picture{}, &WidthError{Width: width, Needs: needs}
}

// natural is the width of the best fit.
func (s *sequence) natural() int {
	fit := sequenceFits()[0]
	fit.wrapped = map[wrapping]block{}
	return s.layout(fit).width
}

// widen takes the names of participants out of the legend again, one after the other, and lets the text
// between each pair of lifelines have longer lines, as long as the whole fits: what one of them cannot do
// without must not make all others narrow.
func (s *sequence) widen(l *sequenceLayout, width int) *sequenceLayout {
	if len(s.steps)+len(s.actors) > maxWidened {
		return l
	}
	for i := range s.actors {
		if !l.names {
			break
		}
		fit := l.sequenceFit
		fit.spelled = with(fit.spelled, i, true)
		if named := s.layout(fit); named.width <= width {
			l = named
		}
	}
	for i, st := range s.steps {
		pair := between(st)
		if _, known := l.wider[pair]; known || len(l.captions[i]) < 2 && !l.signed(i) {
			continue
		}
		for wrapAt := 44; wrapAt > l.label; wrapAt -= 4 {
			fit := l.sequenceFit
			fit.wider = with(fit.wider, pair, wrapAt)
			if wide := s.layout(fit); wide.width <= width {
				l = wide
				break
			}
		}
	}
	return l
}

// with returns a copy of a map with one entry more.
func with[K comparable, V any](m map[K]V, key K, value V) map[K]V {
	more := map[K]V{key: value}
	for k, v := range m {
		if k != key {
			more[k] = v
		}
	}
	return more
}

// signed tells whether the text of a step stands in the legend.
func (l *sequenceLayout) signed(i int) bool {
	return len(l.captions[i]) == 1 && l.captions[i][0] != l.steps[i].caption() && strings.HasPrefix(l.captions[i][0], "(")
}

// maxWidened is the number of participants and steps up to which names and lines are fitted one by one.
const maxWidened = 100

// between returns the lifelines that the text of a step stands between.
func between(st step) span {
	return span{from: min(st.from, st.to), to: max(st.from, st.to), cells: int(st.side)}
}

// sequenceLayout is a sequence diagram with every part in its column.
type sequenceLayout struct {
	*sequence
	sequenceFit
	legend   legend
	captions []block  // of the steps
	heads    []block  // of the actors
	titles   []string // of the boxes round actors
	x        []int    // the columns of the lifelines
	frames   map[int]*fragment
	width    int
}

// fragment is the frame of a loop, an alternative and the like, from the step that opens it.
type fragment struct {
	from, to int // columns of its sides
	top      int // row
	depth    int // how many frames are inside it, one in the other
	first    int // actors
	last     int
}

func (s *sequence) layout(fit sequenceFit) *sequenceLayout {
	l := &sequenceLayout{sequence: s, sequenceFit: fit, frames: map[int]*fragment{}}
	for _, st := range s.steps {
		l.captions = append(l.captions, l.caption(st))
	}
	for i, a := range s.actors {
		name := fit.wrap(a.label, fit.head)
		if fit.names && !fit.spelled[i] && name.width() > fit.head {
			name = block{l.legend.add(a.label)}
		}
		if a.kind != "" {
			name = append(block{"«" + a.kind + "»"}, name...)
		}
		l.heads = append(l.heads, name)
	}
	for _, b := range s.boxes {
		title := oneLine(b.title)
		if longestLine(title) > max(l.label, 16) {
			title = l.legend.add(title)
		}
		l.titles = append(l.titles, joined(pick(title == "", "", " "), title, pick(title == "", "", " ")))
	}
	l.nest()
	l.columns()
	l.frame()
	return l
}

func (l *sequenceLayout) caption(st step) block {
	text := st.caption()
	if st.kind == stepOpen || st.kind == stepDivide {
		return l.wrap(oneLine(st.title()), max(l.label, 16))
	}
	if st.kind != stepMessage && st.kind != stepNote || text == "" {
		return nil
	}
	limit := max(l.label, l.wider[between(st)])
	lines := l.wrap(text, limit)
	if l.number > 0 && longestLine(text) > signWidth && (len(lines) > legendLines || lines.width() > limit) {
		return block{l.legend.add(text)}
	}
	return lines
}

// legendLines is how many lines a text may have before it rather goes to the legend.
const legendLines = 3

// nest finds which actors each fragment is about, and how deep fragments are in one another.
func (l *sequenceLayout) nest() {
	var open []*fragment
	touch := func(first, last int) {
		for _, f := range open {
			if f.first < 0 {
				f.first, f.last = first, last
			}
			f.first, f.last = min(f.first, first), max(f.last, last)
		}
	}
	for i, st := range l.steps {
		switch st.kind {
		case stepOpen:
			f := &fragment{first: -1}
			l.frames[i] = f
			open = append(open, f)
		case stepClose:
			f := open[len(open)-1]
			open = open[:len(open)-1]
			if f.first < 0 { // nothing happens in it
				f.first, f.last = 0, len(l.actors)-1
				touch(f.first, f.last)
			}
			if len(open) > 0 {
				outer := open[len(open)-1]
				outer.depth = max(outer.depth, f.depth+1)
			}
		case stepMessage, stepNote:
			touch(min(st.from, st.to), max(st.from, st.to))
		case stepCreate:
			touch(st.from, st.from)
		}
	}
}

// noteRect returns the columns of a note.
func (l *sequenceLayout) noteRect(i int) (x, w int) {
	st := l.steps[i]
	w = l.captions[i].width() + 4
	a, b := l.x[st.from], l.x[st.to]
	switch {
	case st.side == leftOf:
		return a - 1 - w, w
	case st.side == rightOf:
		return a + 2, w
	case st.from == st.to:
		return a - w/2, w
	}
	spread := b - a + 5
	return a - 2 - max(0, w-spread)/2, max(w, spread)
}

// frame places the sides of the fragments round what is in them.
func (l *sequenceLayout) frame() {
	var open []*fragment
	lowest := 0
	touch := func(from, to int) {
		for i := len(open) - 1; i >= 0; i-- {
			f := open[i]
			f.from, f.to = min(f.from, from-2), max(f.to, to+2)
			from, to = f.from, f.to
		}
		lowest, l.width = min(lowest, from), max(l.width, to+1)
	}
	for i, st := range l.steps {
		switch st.kind {
		case stepOpen:
			f := l.frames[i]
			f.from, f.to = l.x[f.first]-2, l.x[f.last]+2
			open = append(open, f)
			touch(f.from+2, max(f.to-2, f.from+l.captions[i].width()+3))
		case stepDivide:
			f := open[len(open)-1]
			touch(f.from+2, max(f.to-2, f.from+l.captions[i].width()+3))
		case stepClose:
			open = open[:len(open)-1]
		case stepMessage:
			from, to := l.x[min(st.from, st.to)], l.x[max(st.from, st.to)]
			if st.from == st.to {
				to += selfWidth + l.captions[i].width()
			}
			touch(from, to)
		case stepNote:
			x, w := l.noteRect(i)
			touch(x, x+w-1)
		case stepCreate:
			touch(l.x[st.from]-l.headHalf(st.from, left), l.x[st.from]+l.headHalf(st.from, right))
		}
	}
	for i := range l.boxes {
		from, to := l.boxSides(i)
		lowest, l.width = min(lowest, from), max(l.width, to+1)
	}
	l.shift(-lowest)
}

// shift moves everything to the right.
func (l *sequenceLayout) shift(by int) {
	for i := range l.x {
		l.x[i] += by
	}
	for _, f := range l.frames {
		f.from, f.to = f.from+by, f.to+by
	}
	l.width += by
}

// boxSides returns the columns of the sides of a box round participants.
func (l *sequenceLayout) boxSides(i int) (from, to int) {
	b := l.boxes[i]
	if b.last < b.first {
		return 0, 0
	}
	from = l.x[b.first] - l.headHalf(b.first, left) - 2
	return from, max(l.x[b.last]+l.headHalf(b.last, right)+2, from+text.Width(l.titles[i])+3)
}
