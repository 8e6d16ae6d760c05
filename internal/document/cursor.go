package document

// Move returns the cursor a number of lines further down, or up if negative, as far as there are lines.
func (l *Layout) Move(c Cursor, lines int) Cursor {
	c = l.clamp(c)
	c.Line += lines
	for c.Line < 0 {
		above := l.doc.Prev(c.Block)
		if above < 0 {
			break
		}
		c.Block = above
		c.Line += len(l.Lines(above))
	}
	for n := len(l.Lines(c.Block)); c.Line >= n; n = len(l.Lines(c.Block)) {
		below := l.doc.Next(c.Block)
		if below < 0 {
			break
		}
		c.Block = below
		c.Line -= n
	}
	return l.clamp(c)
}

// block returns the nearest block that exists and has lines, for the number of any.
func (l *Layout) block(n int) int {
	if l.doc.Block(n) == nil {
		if n = l.doc.Prev(max(n, 0)); n < 0 {
			n = max(l.doc.First(), 0)
		}
	}
	if summary, hidden := l.hidden(n); hidden {
		return summary
	}
	return n
}

func (l *Layout) clamp(c Cursor) Cursor {
	if l.empty() || c.Block < 0 {
		return Cursor{}
	}
	block := l.block(c.Block)
	if block < c.Block { // after the end, or hidden
		c.Line = 1 << 30
	}
	return Cursor{block, max(0, min(c.Line, len(l.Lines(block))-1))}
}

func (l *Layout) empty() bool { return l.doc.First() < 0 }

// Last returns the first line of the window that ends with the end of the document.
func (l *Layout) Last(height int) Cursor {
	for i := l.doc.Last(); i >= 0; i = l.doc.Prev(i) {
		n := len(l.Lines(i))
		if n > 0 && n >= height {
			return Cursor{i, n - max(height, 1)}
		}
		height -= n
	}
	return l.clamp(Cursor{})
}

// Less tells whether c stands before d.
func (c Cursor) Less(d Cursor) bool {
	return c.Block < d.Block || c.Block == d.Block && c.Line < d.Line
}

// Position returns the place of a line that stays when the layout changes.
func (l *Layout) Position(c Cursor) Position {
	if l.empty() {
		return Position{}
	}
	c = l.clamp(c)
	lines := l.Lines(c.Block)
	if len(lines) == 0 {
		return Position{Block: c.Block}
	}
	return Position{c.Block, lines[c.Line].Offset}
}

// Locate returns the line on which a place stands in this layout.
func (l *Layout) Locate(p Position) Cursor {
	if l.empty() {
		return Cursor{}
	}
	block := l.block(max(p.Block, 0))
	if l.doc.Block(max(p.Block, 0)) == nil {
		return l.clamp(Cursor{p.Block, 0})
	}
	if block != max(p.Block, 0) {
		p.Offset = 0 // hidden
	}
	c := Cursor{Block: block}
	best := -2
	for i, line := range l.Lines(block) {
		if line.Offset > p.Offset {
			break
		}
		if line.Offset > best {
			c.Line, best = i, line.Offset
		}
	}
	return c
}
