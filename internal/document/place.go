package document

// Start returns the first line of a block, after the blank ones before it.
func (l *Layout) Start(block int) Cursor { return l.Locate(Position{Block: block}) }

// Seek returns the first line of the nearest block after the line at c, or before it if step is negative,
// among blocks in ascending order; ok is false if there is none.
func (l *Layout) Seek(c Cursor, step int, blocks []int) (found Cursor, ok bool) {
	for _, b := range blocks {
		start := l.Start(b)
		if step > 0 && c.Less(start) {
			return start, true
		}
		if step < 0 {
			if !start.Less(c) {
				break
			}
			found, ok = start, true
		}
	}
	return found, ok
}
