package diagram

import "slices"

// measureParts finds out the sizes of everything but of groups, and returns the fewest columns that the parts can take.
func (p *placer) measureParts(parts []*level) int {
	wide := 0
	for _, l := range parts {
		p.measureAll(l, p.heading)
		wide = max(wide, p.least(l))
	}
	return wide
}

// measureAll finds out the sizes of all vertices of a level, of groups the least that they can have: what is in them
// has no places yet (see enclose).
func (p *placer) measureAll(l *level, heading heading) {
	l.heading = heading
	for _, v := range l.vertices {
		if v.inner != nil {
			inner := heading
			if v.inner.closed() && v.node.heading != inherited {
				inner = v.node.heading
			}
			p.measureAll(v.inner, inner)
		}
		p.measure(l, v)
	}
}

// measure finds out how large a vertex is.
func (p *placer) measure(l *level, v *vertex) {
	v.words = nil
	switch v.kind {
	case bendVertex:
		v.length, v.breath = 1, 1
	case portVertex:
		v.length, v.breath = 0, 1
	case labelVertex:
		v.words = p.wording(v.link, l.heading.level())
		w := v.words.width()
		if l.heading.level() {
			w += 2
		}
		l.size(v, w, len(v.words))
	case boxVertex:
		p.measureBox(l, v)
	}
}

// size gives a vertex its columns and rows.
func (l *level) size(v *vertex, w, h int) {
	v.length, v.breath = h, w
	if l.heading.level() {
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
	if limit > 0 && !p.spelled[text] && longestLine(text) > signWidth && (b.width() > limit || len(b) > legendLines) {
		return block{p.legend.add(text)}
	}
	return b
}

// measureBox finds out the size of a box or a group, with what its loops and its notes take.
func (p *placer) measureBox(l *level, v *vertex) {
	if v.inner != nil {
		v.box = box{text: p.title(v.node)}
	} else {
		v.box = p.measureNode(v, l.heading.level())
	}
	for _, e := range v.loops {
		v.words = append(v.words, p.signed(e.words(), p.words, p.number)...)
	}
	v.notes = nil
	for _, n := range v.node.notes {
		text := p.signed(n.label, max(p.label, 16), p.names)
		v.notes = append(v.notes, noteBox{n, boxOf(n, text, nil, 0), n.before})
	}
	if v.inner != nil {
		l.surround(v, max(p.least(v.inner), v.box.text.width()+2)+2+2*frameGap, 3)
		return
	}
	v.box.w, v.box.h = l.surround(v, v.box.w, v.box.h)
}

// noteGap is the length of the line between a box and a note at its side, noteDrop of that to one below.
const noteGap, noteDrop = 3, 1

// surround makes room for the loops and the notes of a box that is so large by itself: at its sides, or over and under
// it where the sides are the way of the lines. It returns how large the box must be for them.
func (l *level) surround(v *vertex, w, h int) (int, int) {
	level := l.heading.level()
	v.before, v.after = 0, 0
	if len(v.loops) > 0 {
		v.after = v.loopRoom(l)
		if level {
			w = max(w, v.words.width()+2, 7)
		}
	}
	for _, n := range v.notes {
		room := n.box.w + noteGap
		if level {
			room = n.box.h + noteDrop
			w = max(w, n.box.w)
		} else {
			h = max(h, n.box.h)
		}
		if n.before {
			v.before += room
		} else {
			v.after += room
		}
	}
	l.size(v, w, h)
	return w, h
}

// ports is how many lines reach one side of a vertex at most: of a net one for each edge that passes its frame, and one
// for all others.
func (v *vertex) ports() int { return max(v.portsOf(v.above), v.portsOf(v.below)) }

func (v *vertex) portsOf(nets []*net) int {
	if v.inner == nil {
		return len(nets)
	}
	ports := 0
	for _, n := range nets {
		seen := map[*edge]bool{} // nil: those that are not pinned
		for _, a := range n.arcs {
			if a.top == v || a.bottom == v {
				seen[a.end(v).pinned] = true
			}
		}
		ports += len(seen)
	}
	return ports
}

// measureNode returns the box of a node.
func (p *placer) measureNode(v *vertex, level bool) box {
	ports, rows := v.ports(), 0
	if level && ports > 1 {
		rows = max(ports, 3)
	}
	if !level && len(v.loops) > 0 {
		rows = 2
		if lines := p.loopLines(v); lines > 2 {
			rows = lines
		}
		if slices.ContainsFunc(v.node.notes, func(n *node) bool { return !n.before }) {
			rows = 2*rows + 1 // the line to the first note runs in the middle, below the loops
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
	switch {
	case b.shape == barShape && level:
		b.w, b.h = 1, max(3, 2*ports+1)
	case b.shape == barShape:
		b.w, b.h = max(9, 4*ports+1), 1
		if rows > 0 { // loops begin and end within its outline
			b.h = rows + 2
		}
	case !level && ports > 1:
		from, to := b.side(true)
		room := 4*ports - 1
		if p.gap < 4 {
			room = 2*ports - 1
		}
		b.w += max(0, room-(to-from+1))
	}
	return b
}

func (p *placer) loopLines(v *vertex) int {
	n := 0
	for _, e := range v.loops {
		n += len(p.signed(e.words(), p.words, p.number))
	}
	return n
}

// enclose gives a group the size of what is in it, with its frame, and tells its inside how far that is away.
func (p *placer) enclose(outer *level, v *vertex) {
	l := v.inner
	inW, inH := l.extent()
	w, h := inW+2+2*frameGap, inH+2
	title := v.box.text
	w = max(w, title.width()+6)
	if outer.heading.level() {
		h = max(h, v.ports()+2)
	} else {
		w = max(w, 2*v.ports()+1)
	}
	v.inset = point{(w - inW) / 2, (h - inH) / 2}
	if !l.heading.level() && !l.room(title.width()+2, w, v.inset.x) {
		w += title.width() + 2
	}
	wide, high := outer.surround(v, w, h)
	v.inset.x, v.inset.y = v.inset.x+(wide-w)/2, v.inset.y+(high-h)/2
	w, h = wide, high
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
	v.box.w, v.box.h = w, h
}

// title returns the title of a group as it stands on its frame.
func (p *placer) title(n *node) block {
	if n.label == "" {
		return nil
	}
	text := oneLine(n.label)
	return p.signed(text, longestLine(text), p.names)
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

// measures are all that decides about the places of a measured level: two ways in which they are equal differ in what is
// written alone.
func (p *placer) measures(l *level, all []int) []int {
	all = append(all, int(l.heading), p.gap)
	for _, v := range l.vertices {
		all = append(all, v.length, v.breath, v.before, v.after)
		if v.inner != nil {
			all = p.measures(v.inner, append(all, v.box.text.width()))
		}
	}
	return all
}
