package diagram

// note draws a box with text over or beside lifelines.
func (p *sequencePainter) note(i int, _ step) {
	if p.airy {
		p.y++
	}
	x, w := p.noteRect(i)
	text := p.captions[i]
	r := rect{x, p.y, w, len(text) + 2}
	p.g.frame(r, stroke{weight: light, role: roleNote})
	p.g.writeBlock(x+2, p.y+1, w-4, text, roleNoteText, 0)
	for n, column := range p.x {
		if column >= r.x && column <= r.right() {
			p.lives[n].hidden = append(p.lives[n].hidden, rows{r.y, r.bottom()})
		}
	}
	p.y += r.h
	p.last = p.y - 1
}

func (p *sequencePainter) fragment() *fragment { return p.frames[p.open[len(p.open)-1]] }

// begin draws the top of a fragment.
func (p *sequencePainter) begin(i int) {
	if p.airy {
		p.y++
	}
	p.open = append(p.open, i)
	f := p.fragment()
	f.top = p.y
	p.caption(i, f)
}

// caption writes the title of a fragment on its line, and what has no room there below it.
func (p *sequencePainter) caption(i int, f *fragment) {
	for n, line := range p.captions[i] {
		p.g.write(f.from+2, p.y+n, " "+line+" ", roleGroupText, 0)
	}
	p.y += max(1, len(p.captions[i]))
}

// divide draws the line between two parts of a fragment.
func (p *sequencePainter) divide(i int) {
	if p.airy {
		p.y++
	}
	f := p.fragment()
	p.g.line(point{f.from, p.y}, point{f.to, p.y}, stroke{weight: light, dash: true, role: roleGroup})
	p.caption(i, f)
}

// close draws the sides and the bottom of a fragment.
func (p *sequencePainter) close() {
	if p.airy {
		p.y++
	}
	f := p.fragment()
	p.open = p.open[:len(p.open)-1]
	p.g.frame(rect{f.from, f.top, f.to - f.from + 1, p.y - f.top + 1}, stroke{weight: light, role: roleGroup})
	p.last = p.y
	p.y++
}
