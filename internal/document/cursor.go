package document

// Move returns the cursor a number of lines further down, or up if negative, as far as there are lines.
func (l *Layout) Move(c Cursor, lines int) Cursor {
	c = l.clamp(c)
	c.Line += lines
	for c.Line < 0 && c.Block > 0 {
		c.Block--
		c.Line += len(l.Lines(c.Block))
	}
	for c.Block < len(l.lines)-1 && c.Line >= len(l.Lines(c.Block)) {
		c.Line -= len(l.Lines(c.Block))
		c.Block++
	}
	return l.clamp(c)
}

func (l *Layout) clamp(c Cursor) Cursor {
	if len(l.lines) == 0 || c.Block < 0 {
		return Cursor{}
	}
	if c.Block >= len(l.lines) {
		c = Cursor{len(l.lines) - 1, 1 << 30}
	}
	if summary, hidden := l.hidden(c.Block); hidden {
		c = Cursor{summary, 1 << 30}
	}
	c.Line = max(0, min(c.Line, len(l.Lines(c.Block))-1))
	return c
}

// Window returns up to height lines from the cursor on.
func (l *Layout) Window(c Cursor, height int) []Line {
	c = l.clamp(c)
	var out []Line
	for i := c.Block; i < len(l.lines) && len(out) < height; i++ {
		lines := l.Lines(i)
		if i == c.Block {
			lines = lines[min(c.Line, len(lines)):]
		}
		out = append(out, lines...)
	}
	return out[:min(len(out), max(height, 0))]
}

// Last returns the first line of the window that ends with the end of the document.
func (l *Layout) Last(height int) Cursor {
	for i := len(l.lines) - 1; i >= 0; i-- {
		n := len(l.Lines(i))
		if n >= height {
			return Cursor{i, n - max(height, 1)}
		}
		height -= n
	}
	return Cursor{}
}

// Less tells whether c stands before d.
func (c Cursor) Less(d Cursor) bool {
	return c.Block < d.Block || c.Block == d.Block && c.Line < d.Line
}

// Position returns the place of a line that stays when the layout changes.
func (l *Layout) Position(c Cursor) Position {
	if len(l.lines) == 0 {
		return Position{}
	}
	c = l.clamp(c)
	return Position{c.Block, l.Lines(c.Block)[c.Line].Offset}
}

// Locate returns the line on which a place stands in this layout.
func (l *Layout) Locate(p Position) Cursor {
	if len(l.lines) == 0 {
		return Cursor{}
	}
	if p.Block >= len(l.lines) {
		return l.clamp(Cursor{p.Block, 0})
	}
	c := Cursor{Block: max(p.Block, 0)}
	if summary, hidden := l.hidden(c.Block); hidden {
		return l.Start(summary)
	}
	best := -2
	for i, line := range l.Lines(c.Block) {
		if line.Offset > p.Offset {
			break
		}
		if line.Offset > best {
			c.Line, best = i, line.Offset
		}
	}
	return c
}
