package document

// Start returns the first line of a block, after the blank ones before it.
func (l *Layout) Start(block int) Cursor { return l.Locate(Position{Block: block}) }
