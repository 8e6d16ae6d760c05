package diagram

import (
	"fmt"
	"slices"
	"strings"
)

// stateParser reads a diagram of states (https://mermaid.js.org/syntax/stateDiagram.html) into a graph:
// composite states are groups, and so are the regions of one that has several.
type stateParser struct {
	*graph
	index map[string]*node
	open  []stateScope // composite states, the innermost last
	note  *node        // a note that goes on over several lines
	noted statement    // where it began
}

// stateScope is a composite state that is being read.
type stateScope struct {
	group  *node
	region *node // the part of it, if it has several
	at     statement
}

var (
	stateArrow   = pattern(`^(.+?)\s*-->\s*(.+)$`)
	stateAs      = pattern(`^"([^"]*)"\s+as\s+([^\s{]+)\s*(\{)?$`)
	stateSpecial = pattern(`^(\S+)\s+(?:<<(\w+)>>|\[\[(\w+)\]\])$`)
	stateNote    = pattern(`(?i)^note\s+(left|right)\s+of\s+([^:]+?)\s*(?::(.*))?$`)
)

func parseState(src *source) (drawing, error) {
	root := &node{group: true, heading: topDown}
	p := &stateParser{graph: &graph{root: root, say: becomes}, index: map[string]*node{}, open: []stateScope{{group: root}}}
	for _, st := range src.lines {
		st.text = strings.TrimRight(strings.TrimSpace(uncommented(st.text)), "; ")
		if err := p.statement(st); err != nil {
			return nil, err
		}
		if len(p.nodes) > maxParts || len(p.edges) > maxParts {
			return nil, st.fault("more than %d states or transitions cannot be drawn: split the diagram", maxParts)
		}
	}
	switch {
	case p.note != nil:
		return nil, p.noted.fault("nothing ends this note: add end note")
	case len(p.open) > 1:
		return nil, p.open[len(p.open)-1].at.fault("nothing ends this state: add }")
	case len(p.nodes) == 0:
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is no state in the diagram: add one, or a transition A --> B"}
	}
	p.tidy()
	return p.graph, nil
}

func (p *stateParser) scope() *stateScope { return &p.open[len(p.open)-1] }

// container is the node that holds what is read now.
func (p *stateParser) container() *node {
	if s := p.scope(); s.region != nil {
		return s.region
	}
	return p.scope().group
}

func (p *stateParser) statement(st statement) error {
	if p.note != nil {
		if strings.EqualFold(st.text, "end note") {
			p.note = nil
			return nil
		}
		p.note.label = joined(p.note.label, pick(p.note.label == "", "", "\n"), label(st.text))
		return nil
	}
	first, rest := word(st.text)
	switch {
	case first == "}":
		if len(p.open) == 1 {
			return st.fault("there is no state to end here")
		}
		p.open = p.open[:len(p.open)-1]
	case first == "--":
		p.divide()
	case first == "direction":
		h, ok := parseHeading(rest)
		if !ok {
			return st.fault("the direction is TB, LR, BT or RL")
		}
		p.container().heading = h
	case first == "classDef", first == "class", first == "style", first == "hide", first == "scale", first == "click":
	case strings.EqualFold(first, "note"):
		return p.remark(st)
	case first == "state":
		return p.declare(st, rest)
	default:
		return p.transition(st)
	}
	return nil
}

// divide begins the next region of a composite state. What came before it becomes a region, too.
func (p *stateParser) divide() {
	s := p.scope()
	if s.region == nil {
		before := s.group.children
		s.group.children = nil
		first := p.add(&node{group: true, region: true, heading: s.group.heading}, s.group)
		for _, n := range before {
			n.parent = first
		}
		first.children = before
	}
	s.region = p.add(&node{group: true, region: true, heading: s.group.heading}, s.group)
}

// declare reads what stands behind "state": a name, a description with a name, a special state, and a
// brace if it is composite.
func (p *stateParser) declare(st statement, rest string) error {
	if m := stateAs().FindStringSubmatch(rest); m != nil {
		n := p.state(m[2])
		n.label = label(m[1])
		if m[3] != "" {
			p.enter(n, st)
		}
		return nil
	}
	if m := stateSpecial().FindStringSubmatch(rest); m != nil {
		n := p.state(m[1])
		n.label = ""
		switch m[2] + m[3] {
		case "fork", "join":
			n.shape = barShape
		case "choice":
			n.shape = decisionShape
		case "start":
			n.shape = startShape
		case "end":
			n.shape = endShape
		default:
			n.label = label(m[1])
		}
		return nil
	}
	name, composite := strings.CutSuffix(rest, "{")
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if name == "" {
		return st.fault("the state has no name")
	}
	n := p.state(name)
	if composite {
		if len(p.open) > maxNesting {
			return st.fault("states in more than %d others cannot be drawn", maxNesting)
		}
		if n.contains(p.container()) {
			return st.fault("a state cannot be in itself")
		}
		p.enter(n, st)
	}
	return nil
}

func (p *stateParser) enter(n *node, st statement) {
	n.group = true
	p.open = append(p.open, stateScope{group: n, at: st})
}

// state returns the state of a name, which it makes if there is none.
func (p *stateParser) state(name string) *node {
	name, _, _ = strings.Cut(name, ":::")
	name = strings.TrimSpace(name)
	if n := p.index[name]; n != nil {
		return n
	}
	n := p.add(&node{id: name, label: label(name), shape: roundShape}, p.container())
	p.index[name] = n
	return n
}

// terminal returns the beginning or the end of what is read now.
func (p *stateParser) terminal(s shape) *node {
	group := p.container()
	for _, n := range group.children {
		if n.shape == s && n.id == "" {
			return n
		}
	}
	return p.add(&node{shape: s}, group)
}

func (p *stateParser) transition(st statement) error {
	m := stateArrow().FindStringSubmatch(st.text)
	if m == nil {
		name, description, ok := strings.Cut(st.text, ":")
		if strings.Contains(st.text, ":::") {
			name, ok = st.text, false
		}
		if !ok && strings.ContainsAny(strings.TrimSpace(name), " \t{}<>") {
			return st.fault("this is no statement of a state diagram; a transition is A --> B")
		}
		n := p.state(name)
		if description = label(description); ok && description != "" {
			if n.label == n.id {
				n.label = ""
			}
			n.label = joined(n.label, pick(n.label == "", "", "\n"), description)
			n.makeRoom(roundShape)
		}
		return nil
	}
	to, text, _ := cutLabel(m[2])
	e := &edge{label: label(text), toMark: arrowMark, length: 1}
	e.from = p.end(m[1], startShape)
	e.to = p.end(to, endShape)
	if e.from.shape == startShape || e.to.shape == endShape {
		again := func(other *edge) bool {
			return e.label == "" && other.label == "" && other.from == e.from && other.to == e.to
		}
		if slices.ContainsFunc(p.edges, again) {
			return nil // a dot has no room for two lines, and they say what one says
		}
	}
	p.edges = append(p.edges, e)
	return nil
}

// cutLabel cuts "B : text" in two; the three colons of a class are no beginning of text.
func cutLabel(s string) (before, after string, found bool) {
	plain := strings.ReplaceAll(s, ":::", "\x00\x00\x00")
	i := strings.IndexByte(plain, ':')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

func (p *stateParser) end(name string, s shape) *node {
	if strings.HasPrefix(strings.TrimSpace(name), "[*]") {
		return p.terminal(s)
	}
	return p.state(name)
}

// remark reads a note, of one line or of several.
func (p *stateParser) remark(st statement) error {
	m := stateNote().FindStringSubmatch(st.text)
	if m == nil {
		return st.fault("write note right of STATE: TEXT, or the text in lines up to end note")
	}
	n := &node{label: label(m[3]), shape: noteShape, before: strings.EqualFold(m[1], "left")}
	s := p.state(m[2])
	s.notes = append(s.notes, n)
	if m[3] == "" {
		p.note, p.noted = n, st
	}
	return nil
}

// tidy makes plain boxes of groups that hold nothing.
func (p *stateParser) tidy() {
	for _, n := range p.nodes {
		n.group = n.group && len(n.children) > 0
	}
}

// composite returns the composite state that a state is in, nil if it is in none.
func (n *node) composite() *node {
	for n = n.parent; n != nil && n.region; n = n.parent {
	}
	if n == nil || n.parent == nil {
		return nil
	}
	return n
}

// becomes says how one state follows another.
func becomes(e *edge) string {
	from, to := e.from.name(), e.to.name()
	whole := "It"
	if group := e.from.composite(); group != nil {
		whole = group.name()
	}
	line := fmt.Sprintf("%s becomes %s", from, to)
	switch {
	case e.from.shape == startShape && e.to.shape == endShape:
		line = whole + " begins and ends"
	case e.from.shape == startShape:
		line = fmt.Sprintf("%s begins with %s", whole, to)
	case e.to.shape == endShape:
		line = fmt.Sprintf("%s ends after %s", whole, from)
	case e.from.shape == decisionShape && e.label != "":
		return decided(e)
	case e.from.shape == barShape:
		line = fmt.Sprintf("%s leads to %s", from, to)
	case e.to.shape == barShape || e.to.shape == decisionShape:
		line = fmt.Sprintf("%s leads to %s", from, to)
	case e.from == e.to:
		line = from + " stays " + to
	}
	return joined(line, ": ", oneLine(e.label))
}
