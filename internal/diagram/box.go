package diagram

// shape is the outline of a box.
type shape uint8

const (
	boxShape shape = iota
	roundShape
	stadiumShape
	decisionShape
	hexagonShape
	circleShape
	doubleCircleShape
	cylinderShape
	subroutineShape
	flagShape
	leanRightShape
	leanLeftShape
	trapezoidShape
	trapezoidAltShape
	textShape  // no outline
	noteShape  // a remark
	startShape // a dot, of states
	endShape
	barShape // where states part and join
)

// box is a node measured: its outline, and the text in it.
type box struct {
	shape    shape
	text     block
	sections []block // in place of text: compartments with lines between them
	w, h     int
}

// boxOf measures a node whose text is wrapped already. rows is how many rows there must be between top
// and bottom at least, so that lines and loops find room at the sides.
func boxOf(n *node, text block, sections []block, rows int) box {
	b := box{shape: n.shape, text: text, sections: sections}
	switch b.shape {
	case startShape, endShape:
		b.w, b.h = 1, max(1, rows)
		return b
	case barShape:
		b.w, b.h = 1, 1
		return b
	}
	inside, wide := len(text), text.width()
	if len(sections) > 0 {
		inside = len(sections) - 1
		for _, s := range sections {
			inside += len(s)
			wide = max(wide, s.width())
		}
	}
	inside = max(inside, 1)
	wide = max(wide, 1)
	if missing := rows - (inside - max(len(sections)-1, 0)); missing > 0 { // lines do not come in where compartments part
		inside += missing + missing%2
	}
	if b.shape == cylinderShape {
		inside++
	}
	b.h = inside + 2
	b.w = wide + 4
	switch b.shape {
	case decisionShape:
		b.w += 2 * b.slope()
	case circleShape, subroutineShape:
		b.w += 2
	case doubleCircleShape:
		b.w += 4
	case leanRightShape, leanLeftShape, trapezoidShape, trapezoidAltShape, flagShape:
		b.w += 2 * (b.h - 1)
		if b.shape == flagShape {
			b.w -= b.h - 1
		}
	case textShape:
		b.w, b.h = wide, inside
	}
	return b
}

// slope is how many rows the sides of a decision lean over before they are upright.
func (b box) slope() int { return min((b.h-3)/2, 2) }

// inset returns how many cells the outline stands back from the left and the right side in a row.
func (b box) inset(row int) (left, right int) {
	last := b.h - 1
	switch b.shape {
	case decisionShape:
		d := b.slope() + 1 - min(row, last-row)
		d = max(d, 0)
		if row == 0 || row == last {
			d = b.slope() + 1
		}
		return d, d
	case circleShape:
		return edgeRow(row, last, 1)
	case doubleCircleShape:
		return edgeRow(row, last, 2)
	case leanRightShape:
		return last - row, row
	case leanLeftShape:
		return row, last - row
	case trapezoidShape:
		return last - row, last - row
	case trapezoidAltShape:
		return row, row
	case flagShape:
		return min(row, last-row), 0
	}
	return 0, 0
}

func edgeRow(row, last, inset int) (left, right int) {
	if row == 0 || row == last {
		return inset, inset
	}
	return 0, 0
}

// levels returns the cells of the upper or the lower side where lines may come in.
func (b box) side(upper bool) (from, to int) {
	row := b.h - 1
	if upper {
		row = 0
	}
	l, r := b.inset(row)
	switch b.shape {
	case startShape, endShape:
		return 0, 0
	case barShape:
		if b.frame() {
			return 1, b.w - 2
		}
		return 0, b.w - 1
	case textShape:
		return 0, b.w - 1
	case subroutineShape:
		return 2, b.w - 3
	}
	return l + 1, b.w - 2 - r
}

// flank returns the rows of the left and the right side where lines may come in.
func (b box) flank() (from, to int) {
	switch b.shape {
	case barShape:
		if b.frame() {
			return 1, b.h - 2
		}
		return 0, b.h - 1
	case startShape, endShape, textShape:
		return 0, b.h - 1
	case cylinderShape:
		return 2, b.h - 2
	}
	return 1, b.h - 2
}

// frame tells whether a bar has become so thick, for a note or a loop at its side, that it is drawn by its outline.
func (b box) frame() bool { return b.shape == barShape && b.w > 1 && b.h > 1 }

// ruled tells whether a line between two compartments runs in a row.
func (b box) ruled(row int) bool {
	at := 1
	for i, section := range b.sections {
		if at += len(section); at == row && i < len(b.sections)-1 {
			return true
		}
		at++
	}
	return false
}

// unruled returns row, or the next one if that is where compartments part: a line that came in there would seem to go
// on in the box.
func (b box) unruled(row int) int {
	if b.ruled(row) {
		return row + 1
	}
	return row
}

// paintBox draws a node with its upper left corner at p.
func (g *grid) paintBox(n *node, b box, p point) {
	frame, words := roleBox, roleText
	if b.shape == noteShape {
		frame, words = roleNote, roleNoteText
	}
	s := stroke{weight: light, role: frame}
	switch b.shape {
	case startShape:
		g.write(p.x, p.y+b.h/2, dotMark, frame, 0)
		return
	case endShape:
		g.write(p.x, p.y+b.h/2, endMark, frame, 0)
		return
	case barShape:
		if b.frame() {
			g.frame(rect{p.x, p.y, b.w, b.h}, stroke{weight: heavy, role: frame})
			return
		}
		g.line(p, point{p.x + b.w - 1, p.y + b.h - 1}, stroke{weight: heavy, role: frame})
		return
	case textShape:
		g.writeBlock(p.x, p.y, b.w, b.text, words, n.link)
		return
	case boxShape, roundShape, noteShape, cylinderShape, subroutineShape:
		g.paintRect(b, p, s)
	default:
		g.paintSlanted(b, p, s)
	}
	g.paintText(n, b, p, words)
	if len(b.sections) > 0 {
		g.paintSections(n, b, p, s)
	}
}

func (g *grid) paintRect(b box, p point, s stroke) {
	s.round = b.shape == roundShape || b.shape == cylinderShape
	g.frame(rect{p.x, p.y, b.w, b.h}, s)
	right := p.x + b.w - 1
	switch b.shape {
	case cylinderShape:
		g.line(point{p.x, p.y + 1}, point{right, p.y + 1}, s)
	case subroutineShape:
		g.line(point{p.x + 1, p.y}, point{p.x + 1, p.y + b.h - 1}, s)
		g.line(point{right - 1, p.y}, point{right - 1, p.y + b.h - 1}, s)
	}
}

// paintSlanted draws an outline whose sides are not lines of the grid.
func (g *grid) paintSlanted(b box, p point, s stroke) {
	s.round = true
	last := b.h - 1
	for row := 0; row <= last; row++ {
		in, out := b.inset(row)
		from, to := p.x+in, p.x+b.w-1-out
		if row == 0 || row == last {
			g.line(point{from, p.y + row}, point{to, p.y + row}, s)
		}
		l, r := b.sides(row)
		for _, end := range []struct {
			x  int
			is string
		}{{from, l}, {to, r}} {
			if end.is != "" {
				g.write(end.x, p.y+row, end.is, s.role, 0)
			}
		}
		if b.shape == doubleCircleShape && row > 0 && row < last {
			g.write(from+1, p.y+row, l, s.role, 0)
			g.write(to-1, p.y+row, r, s.role, 0)
		}
		if l == "" && row < last && row > 0 && (b.shape == hexagonShape || b.shape == decisionShape) {
			g.write(from, p.y+row, "│", s.role, 0)
			g.write(to, p.y+row, "│", s.role, 0)
		}
	}
	if b.shape == stadiumShape || b.shape == circleShape || b.shape == doubleCircleShape {
		g.roundCorners(b, p, s)
	}
}

// roundCorners makes the ends of the upper and the lower line turn towards each other.
func (g *grid) roundCorners(b box, p point, s stroke) {
	for _, row := range []int{0, b.h - 1} {
		in, out := b.inset(row)
		d := down
		if row > 0 {
			d = up
		}
		g.arm(point{p.x + in, p.y + row}, d, s)
		g.arm(point{p.x + b.w - 1 - out, p.y + row}, d, s)
	}
}

// sides returns the signs of the left and the right side in a row, "" where lines are drawn.
func (b box) sides(row int) (left, right string) {
	last := b.h - 1
	switch b.shape {
	case stadiumShape, circleShape, doubleCircleShape:
		if row == 0 || row == last {
			return "", ""
		}
		return "(", ")"
	case decisionShape:
		upper, lower := 2*row < last, 2*row > last
		in, _ := b.inset(row)
		switch {
		case upper && (in > 0 || row <= b.slope()+1):
			return slantUp, slantDown
		case lower && (in > 0 || last-row <= b.slope()+1):
			return slantDown, slantUp
		case !upper && !lower:
			return "<", ">"
		}
		return "", ""
	case hexagonShape:
		switch row {
		case 0:
			return slantUp, slantDown
		case last:
			return slantDown, slantUp
		}
		return "", ""
	case leanRightShape:
		return slantUp, slantUp
	case leanLeftShape:
		return slantDown, slantDown
	case trapezoidShape:
		return slantUp, slantDown
	case trapezoidAltShape:
		return slantDown, slantUp
	}
	// A flag.
	right = pick(row == 0, "┐", pick(row == last, "┘", "│"))
	switch {
	case 2*row < last:
		return slantDown, right
	case 2*row > last:
		return slantUp, right
	}
	return ">", right
}

func (g *grid) paintText(n *node, b box, p point, words role) {
	top := 1
	if b.shape == cylinderShape {
		top = 2
	}
	room := b.h - 1 - top
	shift := 0
	if b.shape == flagShape {
		shift = (b.h - 1) / 2
	}
	g.writeBlock(p.x+shift, p.y+top+(room-len(b.text))/2, b.w-shift, b.text, words, n.link)
}

// paintSections draws the compartments of a class or an entity.
func (g *grid) paintSections(n *node, b box, p point, s stroke) {
	y := p.y + 1
	for i, section := range b.sections {
		if i > 0 {
			g.line(point{p.x, y}, point{p.x + b.w - 1, y}, s)
			y++
		}
		if i == 0 {
			g.writeBlock(p.x+2, y, b.w-4, section, roleText, n.link)
			y += len(section)
			continue
		}
		for _, text := range section {
			g.write(p.x+2, y, text, roleLabel, 0)
			y++
		}
	}
}
