package diagram

import "errors"

// graph is what flowcharts and the diagrams of states, classes and entities have in common: boxes, some
// of them in groups, and lines between them.
type graph struct {
	root  *node // the group that holds everything
	nodes []*node
	edges []*edge
	say   func(*edge) string // what an edge means
}

// ErrTangled is the error of a graph with so many lines over such distances that no drawing of it
// could be followed.
var ErrTangled = errors.New("the diagram has more lines than can be followed in a terminal: split it")

// node is a box, or a group of boxes.
type node struct {
	id, label   string
	shape       shape
	stereotypes []string // of a class
	sections    []block  // compartments of a class or an entity, in place of a label
	link        int      // the number of its link, 0 for none
	group       bool
	children    []*node
	parent      *node
	heading     heading // of a group
	region      bool    // a group that is only a part of another one
	notes       []*node // remarks beside it
	before      bool    // a remark stands before its box, not behind it
}

// maxNesting bounds how deep groups lie in one another: their frames alone take four columns each.
const maxNesting = 24

// heading is the direction in which the ranks of a graph follow each other.
type heading uint8

const (
	inherited heading = iota
	topDown
	leftRight
	bottomUp
	rightLeft
)

// level tells whether the ranks follow each other from side to side.
func (h heading) level() bool { return h == leftRight || h == rightLeft }

// turned is the heading at a right angle to h.
func (h heading) turned() heading {
	if h.level() {
		return topDown
	}
	return leftRight
}

func parseHeading(s string) (heading, bool) {
	switch s {
	case "TB", "TD", "v":
		return topDown, true
	case "LR", ">":
		return leftRight, true
	case "BT", "^":
		return bottomUp, true
	case "RL", "<":
		return rightLeft, true
	}
	return inherited, false
}

// edge is a line between two nodes.
type edge struct {
	from, to           *node
	label              string
	fromLabel, toLabel string // at its ends: multiplicities
	fromMark, toMark   mark
	line               line
	length             int // how many ranks it spans at least
}

// words are all that a line says which begins and ends at one box: there is no room for labels at its ends.
func (e *edge) words() string {
	ends := e.fromLabel + e.toLabel
	if e.fromLabel != "" && e.toLabel != "" {
		ends = e.fromLabel + " to " + e.toLabel
	}
	if e.label == "" || ends == "" {
		return e.label + ends
	}
	return e.label + ", " + ends
}

// line is how an edge is drawn.
type line uint8

const (
	solid line = iota
	dashed
	thick
	hidden // only keeps its nodes apart
)

func (l line) stroke() stroke {
	s := stroke{weight: light, round: true, role: roleEdge}
	switch l {
	case dashed:
		s.dash = true
	case thick:
		s.weight = heavy
	}
	return s
}

// mark is what an edge ends in.
type mark uint8

const (
	noMark mark = iota
	arrowMark
	crossEnd
	circleEnd
	ringEnd // of an interface
	triangleMark
	diamondMark
	openDiamondMark
)

// sign returns the mark at the end of a line that runs in direction d.
func (m mark) sign(d direction) string {
	switch m {
	case arrowMark:
		return [...]string{arrowUp, arrowRight, arrowDown, arrowLeft}[d]
	case triangleMark:
		return [...]string{triangleUp, triangleRight, triangleDown, triangleLeft}[d]
	case crossEnd:
		return crossMark
	case circleEnd:
		return dotMark
	case ringEnd:
		return ringMark
	case diamondMark:
		return diamondFull
	case openDiamondMark:
		return diamondOpen
	}
	return ""
}

// contains tells whether n is in the group g, or is g.
func (g *node) contains(n *node) bool {
	for ; n != nil; n = n.parent {
		if n == g {
			return true
		}
	}
	return false
}

// home returns the group in which an edge is laid out: the innermost that holds both its ends, where
// a group holds itself if the edge leads from it to something in it.
func (e *edge) home() *node {
	if e.from == e.to {
		return e.from.parent
	}
	if e.from.contains(e.to) {
		return e.from
	}
	g := e.to
	for !g.contains(e.from) {
		g = g.parent
	}
	return g
}

// child returns the child of g that is n or holds it, nil if that is g itself.
func (g *node) child(n *node) *node {
	if n == g {
		return nil
	}
	for n.parent != g {
		n = n.parent
	}
	return n
}

// add puts a new node into a group.
func (g *graph) add(n *node, group *node) *node {
	n.parent = group
	group.children = append(group.children, n)
	g.nodes = append(g.nodes, n)
	return n
}

// move puts a node into another group.
func (n *node) move(group *node) {
	if group.parent != nil && n.contains(group) {
		return // a group cannot be in itself
	}
	old := n.parent
	for i, c := range old.children {
		if c == n {
			old.children = append(old.children[:i:i], old.children[i+1:]...)
			break
		}
	}
	n.parent = group
	group.children = append(group.children, n)
}
