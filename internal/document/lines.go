package document

// mostLines is how much memory laid out blocks may take, in bytes. A screen takes some 50 KB.
const mostLines = 8 << 20

// lineCache keeps the lines of the blocks that were laid out last, in one width and theme.
type lineCache struct {
	lines, old map[int][]Line // old are those that were not used since the last turn
	size       int            // of lines
}

func newLineCache() *lineCache { return &lineCache{lines: map[int][]Line{}} }

func (c *lineCache) get(block int) ([]Line, bool) {
	if lines, ok := c.lines[block]; ok {
		return lines, true
	}
	lines, ok := c.old[block]
	if ok {
		c.put(block, lines)
	}
	return lines, ok
}

// put keeps the lines of a block. When half of the memory is taken, what was not used since the half
// before was is let go.
func (c *lineCache) put(block int, lines []Line) {
	size := weight(lines)
	if c.size += size; c.size > mostLines/2 {
		c.old, c.lines, c.size = c.lines, map[int][]Line{}, size
	}
	c.lines[block] = lines
}

func (c *lineCache) drop(block int) {
	delete(c.lines, block)
	delete(c.old, block)
}

// weight estimates the bytes that lines take, without the text that they share with their block.
func weight(lines []Line) int {
	n := 64
	for i := range lines {
		n += 128 + len(lines[i].Line)*64 + len(lines[i].Parts)*32
		for _, s := range lines[i].Line {
			n += len(s.SGR)
		}
	}
	return n
}
