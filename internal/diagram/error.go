package diagram

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// SyntaxError is a statement that cannot be read or drawn.
type SyntaxError struct {
	Line      int    // in the source of the diagram, from 1
	Column    int    // of that line, in characters, from 1: where it is at fault, or where its statement begins
	Statement string // as it stands there; "" if the fault is not in one
	Reason    string // what is wrong and what would be right
	offset    int    // bytes from the beginning of the statement
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Detail()) }

// Detail says what Error says, without the line.
func (e *SyntaxError) Detail() string {
	if e.Statement == "" {
		return e.Reason
	}
	return fmt.Sprintf("%q: %s", text.Truncate(e.Statement, mostQuoted), e.Reason)
}

// mostQuoted is how much of a statement an error quotes, in cells.
const mostQuoted = 60

// locate finds the column in the source.
func (e *SyntaxError) locate(source string) {
	lines := strings.Split(source, "\n")
	line := lines[min(max(e.Line, 1), len(lines))-1]
	at := len(line) - len(strings.TrimLeft(line, " \t"))
	if i := strings.Index(line, e.Statement); e.Statement != "" && i >= 0 {
		at = min(i+max(e.offset, 0), len(line))
	}
	e.Column = utf8.RuneCountInString(line[:at]) + 1
}

// WidthError is a diagram that does not fit into the width it was given.
type WidthError struct {
	Width int // what there was, in cells
	Needs int // what the diagram takes at least, in cells
}

func (e *WidthError) Error() string {
	return fmt.Sprintf("the diagram needs %d columns, there are %d: widen the window or pan", e.Needs, e.Width)
}
