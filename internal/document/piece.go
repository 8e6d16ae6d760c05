package document

import (
	"slices"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// role is what a piece of a container is, which decides its colour.
type role int

const (
	space role = iota
	bullet
	taskOpen
	taskDone
	quote
	note
	tip
	important
	warning
	caution
	footnote
)

// piece is what a container puts before a line.
type piece struct {
	text string
	role role
}

func (r role) sgr(m theme.Markup) string {
	switch r {
	case bullet:
		return m.Marker
	case taskOpen:
		return m.TaskOpen
	case taskDone:
		return m.TaskDone
	case quote:
		return m.Quote
	case note:
		return m.Note
	case tip:
		return m.Tip
	case important:
		return m.Important
	case warning:
		return m.Warning
	case caution:
		return m.Caution
	case footnote:
		return m.Footnote
	}
	return ""
}

// prefix returns the pieces as a line of at most limit cells: what is nearest to the text stays.
func prefix(pieces []piece, limit int, m theme.Markup) text.Line {
	var line text.Line
	for _, p := range pieces {
		line = append(line, text.Span{Text: p.text, SGR: p.role.sgr(m)})
	}
	if w := line.Width(); w > limit {
		line = line.Cut(w-limit, w)
	}
	return line
}

// container is a list, an item or a quotation that blocks stand in.
type container struct {
	parent *container
	tight  bool  // a list whose items have no blank lines between them, or an item of one
	first  piece // of an item: its marker
	rest   piece // what stands before the other lines
	used   bool  // the marker has been given to a block
	open   bool  // a <details> that HTML has yet to close
	fold   int   // the Summary over it, from 1; 0: none
	depth  int   // how many containers have a prefix, this one included
	level  int   // how many containers there are, this one included
	lead   []piece
}

// maxDepth is how deep containers are drawn; what is nested deeper stands at that depth.
const maxDepth = 16

func (c *container) child(first, rest piece) *container {
	next := &container{parent: c, first: first, rest: rest}
	if c != nil {
		next.depth, next.tight, next.fold = c.depth, c.tight, c.fold
		next.level = c.level
	}
	next.level++
	if first.text == "" && rest.text == "" {
		return next
	}
	if next.depth++; next.depth > maxDepth {
		next.first, next.rest = piece{}, piece{}
	}
	return next
}

// prefixes returns what stands before the first and before the other lines of a new block in c. Markers
// are given once.
func (c *container) prefixes() (first, rest []piece) {
	rest = c.leads()
	first = rest
	for i := len(rest); c != nil; c = c.parent {
		if c.plain() {
			continue
		}
		if i--; c.used {
			continue
		}
		if &first[0] == &rest[0] {
			first = slices.Clone(rest)
		}
		first[i], c.used = c.first, true
	}
	return first, rest
}

// leads returns what stands before a line in c that is not the first of a block, blank ones included. All blocks
// of a container share it.
func (c *container) leads() []piece {
	if c == nil {
		return nil
	}
	if c.lead == nil && !c.plain() {
		c.lead = append(slices.Clip(c.parent.leads()), c.rest)
	}
	if c.lead == nil {
		return c.parent.leads()
	}
	return c.lead
}

// plain tells whether the container puts nothing before its lines.
func (c *container) plain() bool { return c.rest.text == "" && c.first.text == "" }

// deep tells whether containers that only HTML closes may not be nested deeper.
func (c *container) deep() bool { return c != nil && c.level >= 2*maxDepth }

// common returns the nearest container that both stand in.
func common(a, b *container) *container {
	for a != b {
		if b == nil || a != nil && a.level > b.level {
			a = a.parent
		} else {
			b = b.parent
		}
	}
	return a
}
