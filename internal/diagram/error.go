package diagram

import "fmt"

// SyntaxError is a statement that cannot be read or drawn.
type SyntaxError struct {
	Line      int    // in the source of the diagram, from 1
	Statement string // as it stands there; "" if the fault is not in one
	Reason    string // what is wrong and what would be right
}

func (e *SyntaxError) Error() string {
	if e.Statement == "" {
		return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
	}
	return fmt.Sprintf("line %d: %q: %s", e.Line, e.Statement, e.Reason)
}

// WidthError is a diagram that does not fit into the width it was given.
type WidthError struct {
	Width int // what there was, in cells
	Needs int // what the diagram takes at least, in cells
}

func (e *WidthError) Error() string {
	return fmt.Sprintf("the diagram needs %d columns, there are %d: widen the window or pan", e.Needs, e.Width)
}
