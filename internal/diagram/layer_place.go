package diagram

import "slices"

// graphFit is how much room the parts of a graph get, in cells.
type graphFit struct {
	heading heading
	label   int // where the text of boxes wraps
	words   int // where the text of lines wraps
	gap     int // between boxes side by side
	number  int // text of lines wider than this goes to the legend, 0 for none
	names   int // text of boxes wider than this goes to the legend, 0 for none
}

// placer gives the parts of a graph their places.
type placer struct {
	graphFit
	legend legend
	nudge  bool // boxes are moved one by one in the end, for looks
}

// frameGap is the air between the sides of a group and what is in it.
const frameGap = 1

// measureAll finds out the sizes of all vertices of a level, and lays out the levels within it.
func (p *placer) measureAll(l *level, heading heading) {
	l.heading = heading
	for _, v := range l.vertices {
		if v.inner != nil {
			inner := heading
			if v.inner.closed() && v.node.heading != inherited {
				inner = v.node.heading
			}
			p.measureAll(v.inner, inner)
			p.place(v.inner)
		}
		p.measure(l, v)
	}
}

// least returns the fewest columns that a measured level can take.
func (p *placer) least(l *level) int {
	wide, sum := 0, 0
	for _, rank := range l.ranks {
		row, long := 0, 0
		for i, v := range rank {
			row += v.before + v.breath + v.after
			long = max(long, v.length)
			if i > 0 {
				row += p.between(l, rank[i-1], v)
			}
		}
		wide = max(wide, row)
		sum += long
	}
	if l.heading.level() {
		return sum + 2*(len(l.ranks)-1)
	}
	return wide
}

// place lays out a level whose vertices are measured.
func (p *placer) place(l *level) {
	gap := func(a, b *vertex) int { return p.between(l, a, b) }
	l.align(gap)
	l.pin()
	if l.settle(gap) {
		l.pin()
	}
	if p.nudge {
		l.nudge(gap)
	}
	l.justify()
	l.pin()
	l.stack()
}

// between returns the cells between two neighbours in a rank.
func (p *placer) between(l *level, a, b *vertex) int {
	boxes := a.kind == boxVertex && b.kind == boxVertex
	switch {
	case l.heading.level():
		return 1
	case boxes:
		return p.gap
	case a.kind == labelVertex && b.kind == labelVertex, a.kind == bendVertex && b.kind == bendVertex:
		return 2
	}
	return max(2, p.gap-1)
}

// measure finds out how large a vertex is.
func (p *placer) measure(l *level, v *vertex) {
	level := l.heading.level()
	w, h := 1, 1
	v.before, v.after, v.words = 0, 0, nil
	switch v.kind {
	case bendVertex, portVertex:
		v.length = 1
		if v.kind == portVertex {
			v.length = 0
		}
		v.breath = 1
		return
	case labelVertex:
		v.words = p.wording(v.link, level)
		w, h = v.words.width(), len(v.words)
		if level {
			w += 2
		}
	case boxVertex:
		w, h = p.measureBox(v, level)
	}
	v.length, v.breath = h, w
	if level {
		v.length, v.breath = w, h
	}
}

// wording returns the text of a line, its ends first and last as they stand in the drawing.
func (p *placer) wording(k *link, level bool) block {
	first, last := k.edge.fromLabel, k.edge.toLabel
	if k.reversed {
		first, last = last, first
	}
	middle := p.signed(k.edge.label, p.words, p.number)
	if !level {
		b := wrapWords(first, p.words)
		b = append(b, middle...)
		return append(b, wrapWords(last, p.words)...)
	}
	if first == "" && last == "" {
		return middle
	}
	text := oneLine(first)
	for _, s := range append(slices.Clone(middle), oneLine(last)) {
		text = joined(text, pick(text == "", "", " "), s)
	}
	return block{text}
}

// signed wraps text, or puts it into the legend if it stays wider than limit.
func (p *placer) signed(text string, width, limit int) block {
	b := wrapWords(text, width)
	if limit > 0 && longestLine(text) > signWidth && (b.width() > limit || len(b) > legendLines) {
		return block{p.legend.add(text)}
	}
	return b
}

// measureBox returns the width and the height of a box, with what its loops take.
func (p *placer) measureBox(v *vertex, level bool) (w, h int) {
	ports := max(len(v.above), len(v.below))
	if v.inner != nil {
		w, h = p.measureGroup(v, ports, level)
	} else {
		w, h = p.measureNode(v, ports, level)
	}
	for _, e := range v.loops {
		v.words = append(v.words, p.signed(e.words(), p.words, p.number)...)
	}
	switch {
	case len(v.loops) == 0:
	case level:
		v.after = 2 + len(v.words)
		w = max(w, v.words.width()+2, 7)
	default:
		v.after = selfWidth + v.words.width()
	}
	w, h = p.measureNotes(v, level, w, h)
	if v.inner == nil {
		v.box.w, v.box.h = w, h
	}
	return w, h
}

func (p *placer) measureNode(v *vertex, ports int, level bool) (w, h int) {
	rows := 0
	if level && ports > 1 {
		rows = max(ports, 3)
	}
	if !level && len(v.loops) > 0 {
		rows = 2
		if lines := p.loopLines(v); lines > 2 {
			rows = lines
		}
	}
	text := p.signed(v.node.label, p.label, p.names)
	var sections []block
	if len(v.node.sections) > 0 {
		text = nil
		for _, s := range v.node.sections {
			var lines block
			for _, line := range s {
				lines = append(lines, p.signed(line, max(p.label, 40), p.names)...)
			}
			sections = append(sections, lines)
		}
	}
	b := boxOf(v.node, text, sections, rows)
	v.box = b
	if b.shape == barShape {
		if level {
			return 1, max(3, 2*ports+1)
		}
		return max(9, 4*ports+1), 1
	}
	if !level {
		from, to := b.side(true)
		room := 4*ports - 1
		if p.gap < 4 {
			room = 2*ports - 1
		}
		if ports > 1 {
			b.w += max(0, room-(to-from+1))
		}
	}
	return b.w, b.h
}

func (p *placer) loopLines(v *vertex) int {
	n := 0
	for _, e := range v.loops {
		n += len(p.signed(e.words(), p.words, p.number))
	}
	return n
}

// measureGroup returns the size of a group with its frame, and tells its inside how far that is away.
func (p *placer) measureGroup(v *vertex, ports int, level bool) (w, h int) {
	l := v.inner
	inW, inH := l.cross, l.main
	if l.heading.level() {
		inW, inH = l.main, l.cross
	}
	w, h = inW+2+2*frameGap, inH+2
	title := p.title(v.node)
	w = max(w, title.width()+6)
	if level {
		h = max(h, ports+2)
	} else {
		w = max(w, 2*ports+1)
	}
	v.inset = point{(w - inW) / 2, (h - inH) / 2}
	if !l.heading.level() && !l.room(title.width()+2, w, v.inset.x) {
		w += title.width() + 2
	}
	x, y := v.inset.x, v.inset.y
	l.lead, l.trail = y, h-inH-y
	switch l.heading {
	case leftRight:
		l.lead, l.trail = x, w-inW-x
	case rightLeft:
		l.lead, l.trail = w-inW-x, x
	case bottomUp:
		l.lead, l.trail = l.trail, l.lead
	}
	v.box = box{w: w, h: h, text: title}
	return w, h
}

// title returns the title of a group as it stands on its frame.
func (p *placer) title(n *node) block {
	if n.label == "" {
		return nil
	}
	return p.signed(oneLine(n.label), longestLine(n.label), p.names)
}

// room tells whether the upper or the lower side of a frame of width w has so many cells that no line
// passes.
func (l *level) room(cells, w, inset int) bool {
	for _, upper := range []bool{true, false} {
		crossed := make([]bool, w)
		for _, port := range l.ports {
			if (port.link.top() == port) == upper {
				crossed[min(max(port.middle()+inset, 0), w-1)] = true
			}
		}
		free := 0
		for x := 2; x < w-1; x++ {
			if free++; crossed[x] {
				free = 0
			}
			if free >= cells {
				return true
			}
		}
	}
	return false
}

// justify moves everything so that the cross axis begins at zero.
func (l *level) justify() {
	first := 0
	for i, v := range l.vertices {
		if i == 0 || v.cross-v.before < first {
			first = v.cross - v.before
		}
	}
	l.cross = 0
	for _, v := range l.vertices {
		v.cross -= first
		l.cross = max(l.cross, v.cross+v.breath+v.after)
	}
}

// stack places the ranks on the main axis, with a channel between every two.
func (l *level) stack() {
	n := len(l.ranks)
	l.starts, l.sizes = make([]int, n), make([]int, n)
	at := 0
	for r, rank := range l.ranks {
		l.starts[r] = at
		for _, v := range rank {
			l.sizes[r] = max(l.sizes[r], v.length)
		}
		for _, v := range rank {
			v.main = at
			if v.kind == labelVertex && l.heading.level() {
				v.main += (l.sizes[r] - v.length) / 2
			}
		}
		at += l.sizes[r]
		if r < n-1 {
			at += l.channel(r)
		}
	}
	l.main = at
}

// channel routes the nets behind rank r and returns how many cells they need.
func (l *level) channel(r int) int {
	tracks := route(l.nets[r])
	before, after, hard := 0, 0, false
	for _, n := range l.nets[r] {
		for _, a := range n.arcs {
			hard = hard || a.top.kind == boxVertex && a.bottom.kind == boxVertex && !a.link.pinned(a.top) && !a.link.pinned(a.bottom)
			if a.end(a.top).mark != noMark {
				before = 1
			}
			if a.end(a.bottom).mark != noMark {
				after = 1
			}
			for _, x := range []int{a.x1, a.x2} {
				l.cross = max(l.cross, x+1)
			}
		}
		if n.jog != nil {
			l.cross = max(l.cross, n.jog.x+1)
		}
	}
	least := 1
	if hard {
		least = 2
	}
	if l.heading.level() {
		before, after = before+1, after+1
		tracks, least = max(0, 2*tracks-1), 2*least
	}
	for _, n := range l.nets[r] {
		n.first = l.starts[r] + l.sizes[r] + before
	}
	return max(before+tracks+after, least, pick(before > 0 && after > 0 && !l.heading.level(), 3, 0))
}

// noteGap is the length of the line between a box and a note at its side, noteDrop of that to one below.
const noteGap, noteDrop = 3, 1

// measureNotes makes room for the notes of a box: at its sides, or over and under it where the sides are
// the way of the lines.
func (p *placer) measureNotes(v *vertex, level bool, w, h int) (int, int) {
	v.notes = nil
	if v.node == nil {
		return w, h
	}
	for _, n := range v.node.notes {
		text := p.signed(n.label, max(p.label, 16), p.names)
		b := boxOf(n, text, nil, 0)
		v.notes = append(v.notes, noteBox{n, b, n.before})
		room := b.w + noteGap
		if level {
			room = b.h + noteDrop
			w = max(w, b.w)
		} else {
			h = max(h, b.h)
		}
		if n.before {
			v.before += room
		} else {
			v.after += room
		}
	}
	return w, h
}
