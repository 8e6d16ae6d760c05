package diagram

// A graph is laid out in layers (Sugiyama, Tagawa and Toda 1981): lines that lead back are turned
// round; every box gets a rank such that lines lead from rank to rank; lines over several ranks are cut
// by bends in those between; the vertices of each rank are ordered to cut crossings; they get their
// places; and the lines between two ranks are led through the channel between them. A group is laid out
// by itself first and is then one vertex of the level above; a line into it passes through a port on
// its frame.
//
// Until it is painted, all is measured along two axes: main, on which the ranks follow each other, and
// cross, on which the vertices of a rank do.

// level is the layout of one group: its children, and the lines between them.
type level struct {
	group    *node
	vertices []*vertex
	byNode   map[*node]*vertex
	links    []*link
	ranks    [][]*vertex // in order
	nets     [][]*net    // by the rank above the channel
	ports    map[*edge]*vertex

	// Found out by the placer:
	heading     heading
	starts      []int // of the ranks, on the main axis
	sizes       []int // of the ranks
	main, cross int   // cells of everything
	lead, trail int   // cells from the first, and from the last, on the main axis to the frame
}

// closed tells whether no line crosses the frame of the group.
func (l *level) closed() bool { return len(l.ports) == 0 }

type vertexKind uint8

const (
	boxVertex   vertexKind = iota
	bendVertex             // where a line passes a rank
	labelVertex            // where it is written on
	portVertex             // where it leaves the group
)

// vertex is what has a place in a rank.
type vertex struct {
	kind   vertexKind
	node   *node  // of a box
	inner  *level // of a group
	link   *link  // of a bend, a label or a port
	loops  []*edge
	passes bool // the link of a port goes on outside

	rank, pos int
	index     int    // among the vertices of the level
	key       int    // what its rank is being sorted by
	in, out   []*arc // to the rank above and below
	above     []*net // that end here
	below     []*net // that begin here
	upper     flank  // where those above meet it
	lower     flank
	moves     bool // it is among what is being moved

	// Measured by place:
	box            box
	main, cross    int // its first cell
	length, breath int // its cells on the main and on the cross axis
	before, after  int // cells beside it on the cross axis that belong to it, for loops and notes
	notes          []noteBox
	words          block // of a label, and of loops
	inset          point // from the corner of a group to what is in it
}

// middle is the cell of the cross axis that lines to the vertex lead to.
func (v *vertex) middle() int { return v.cross + v.breath/2 }

// dot tells whether the vertex is a single cell: where states begin or end.
func (v *vertex) dot() bool {
	return v.node != nil && (v.node.shape == startShape || v.node.shape == endShape)
}

// bar tells whether the vertex is a bar of one cell, from side to side of the lines to it.
func (v *vertex) bar() bool {
	return v.kind == boxVertex && v.node != nil && v.node.shape == barShape && v.length == 1
}

// link is an edge, or the part of it, that one level shows.
type link struct {
	edge     *edge
	from, to *vertex
	reversed bool // to stands above from
	label    bool // it is this level that shows the label
	arcs     []*arc
	written  *vertex // where the label stands
}

func (l *link) top() *vertex {
	if l.reversed {
		return l.to
	}
	return l.from
}

func (l *link) bottom() *vertex {
	if l.reversed {
		return l.from
	}
	return l.to
}

// markAt returns the mark at one end of the link, if that end of the edge is in this level.
func (l *link) markAt(v *vertex) mark {
	m, end := l.edge.toMark, l.edge.to
	if v == l.from {
		m, end = l.edge.fromMark, l.edge.from
	}
	if v.node == end || v.kind == portVertex && !v.passes {
		return m
	}
	return noMark
}

// pinned tells whether the link goes on inside v, a group, where its port is.
func (l *link) pinned(v *vertex) bool {
	return v.inner != nil && v.inner.ports[l.edge] != nil
}

// arc is a piece of a link from one rank to the next.
type arc struct {
	link        *link
	top, bottom *vertex
	x1, x2      int // where it leaves and arrives, on the cross axis
	net         *net
}

// boundary is an edge that crosses the frame of a group.
type boundary struct {
	edge   *edge
	end    *node // its end in the group
	above  bool  // it leaves through the side where the ranks begin
	passes bool  // it goes on outside; else it ends at the frame
}

// maxVertices bounds the vertices of one level.
const maxVertices = 4000

// arrange builds the level of a group up to the order of its ranks, which does not depend on sizes. It
// shows those children of the group that it is given, and the lines between them.
func (g *graph) arrange(group *node, children []*node, outside []boundary) (*level, error) {
	l := &level{group: group, byNode: map[*node]*vertex{}, ports: map[*edge]*vertex{}}
	for _, n := range children {
		v := &vertex{node: n}
		l.byNode[n] = v
		l.vertices = append(l.vertices, v)
	}
	outside = append(outside[:len(outside):len(outside)], l.connect(g.edges)...)
	l.turn()
	l.rank()
	l.addPorts(outside)
	if err := l.nested(g); err != nil {
		return nil, err
	}
	if err := l.cut(); err != nil {
		return nil, err
	}
	l.order()
	l.bundle()
	return l, nil
}

// connect makes the links of the edges that are at home in the group. Those between the group itself
// and something in it are returned.
func (l *level) connect(edges []*edge) []boundary {
	var ends []boundary
	for _, e := range edges {
		if e.home() != l.group {
			continue
		}
		from, to := l.group.child(e.from), l.group.child(e.to)
		switch {
		case from == nil:
			ends = append(ends, boundary{edge: e, end: e.to, above: true})
		case to == nil:
			ends = append(ends, boundary{edge: e, end: e.from})
		case l.byNode[from] == nil: // shown by another level
		case from == to && e.line == hidden:
		case from == to:
			v := l.byNode[from]
			v.loops = append(v.loops, e)
		default:
			l.links = append(l.links, &link{edge: e, from: l.byNode[from], to: l.byNode[to], label: true})
		}
	}
	return ends
}

// nested arranges the groups of the level, each with the links that lead into it.
func (l *level) nested(g *graph) error {
	for _, v := range l.vertices {
		if v.node == nil || !v.node.group {
			continue
		}
		var outside []boundary
		for _, k := range l.links {
			end := k.edge.from
			if v == k.to {
				end = k.edge.to
			}
			if (v == k.from || v == k.to) && end != v.node {
				outside = append(outside, boundary{edge: k.edge, end: end, above: v == k.bottom(), passes: true})
			}
		}
		inner, err := g.arrange(v.node, v.node.children, outside)
		if err != nil {
			return err
		}
		v.inner = inner
	}
	return nil
}

// addPorts adds a vertex for every edge that crosses the frame: in a rank of their own before all
// others, or behind them.
func (l *level) addPorts(outside []boundary) {
	last, first := 0, 0
	for _, v := range l.vertices {
		last = max(last, v.rank)
	}
	for _, b := range outside {
		if b.above {
			first = -1
		}
	}
	for _, b := range outside {
		port := &vertex{kind: portVertex, rank: last + 1, passes: b.passes}
		if b.above {
			port.rank = -1
		}
		inside := l.byNode[l.group.child(b.end)]
		k := &link{edge: b.edge, from: inside, to: port, label: !b.passes}
		if b.end == b.edge.to {
			k.from, k.to = port, inside
		}
		k.reversed = b.above == (k.to == port)
		port.link = k
		l.ports[b.edge] = port
		l.vertices = append(l.vertices, port)
		l.links = append(l.links, k)
	}
	for _, v := range l.vertices {
		v.rank -= first
	}
}

// noteBox is a note beside a box, before or behind it on the cross axis.
type noteBox struct {
	node   *node
	box    box
	before bool
}
