package diagram

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// classParser reads a diagram of classes (https://mermaid.js.org/syntax/classDiagram.html) into a graph.
type classParser struct {
	*graph
	source *source
	index  map[string]*node
	parts  map[*node]*classParts
	spaces map[space]*node
	groups []*node // open namespaces
	class  *node   // whose members are being read
	opened []statement
}

// classParts are the compartments of a class.
type classParts struct {
	attributes, methods block
}

var (
	classRelation = pattern(`^(\S+?|` + "`[^`]+`" + `)\s*(?:"([^"]*)"\s*)?(<\|?|\*|o|\(\))?(--|\.\.)(\|?>|\*|o|\(\))?\s*(?:"([^"]*)"\s*)?(\S+?|` + "`[^`]+`" + `)\s*(?::(.*))?$`)
	className     = pattern("^(`[^`]+`|[^\\s{\\[:\"<]+)\\s*(?:\\[(.*)\\])?\\s*(?::::\\s*\\w+)?\\s*(?:<<([^>]+)>>)?\\s*(\\{.*)?$")
	stereotype    = pattern(`^<<([^>]+)>>\s*(.*)$`)
	noteFor       = pattern(`^note\s+(?:for\s+(\S+)\s+)?"([^"]*)"$`)
)

func parseClass(src *source) (drawing, error) {
	root := &node{group: true, heading: topDown}
	p := &classParser{graph: &graph{root: root, say: relates}, source: src, index: map[string]*node{}, parts: map[*node]*classParts{}, spaces: map[space]*node{}, groups: []*node{root}}
	for _, st := range src.lines {
		st.text = strings.TrimRight(strings.TrimSpace(uncommented(st.text)), "; ")
		if err := p.statement(st); err != nil {
			return nil, err
		}
		if len(p.nodes) > maxParts || len(p.edges) > maxParts {
			return nil, st.fault("more than %d classes or relations cannot be drawn: split the diagram", maxParts)
		}
	}
	switch {
	case len(p.opened) > 0:
		return nil, p.opened[len(p.opened)-1].fault("nothing ends this: add }")
	case len(p.nodes) == 0:
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is no class in the diagram: add one, such as class Name"}
	}
	for _, n := range p.nodes {
		n.group = n.group && len(n.children) > 0
		if parts := p.parts[n]; parts != nil {
			n.sections = parts.sections(n)
		}
	}
	return p.graph, nil
}

// sections are what is drawn of a class: its name, and what it has.
func (c *classParts) sections(n *node) []block {
	var head block
	for _, s := range n.stereotypes {
		head = append(head, "«"+s+"»")
	}
	sections := []block{append(head, strings.Split(n.label, "\n")...)}
	for _, members := range []block{c.attributes, c.methods} {
		if len(members) > 0 {
			sections = append(sections, members)
		}
	}
	if len(sections) == 1 && len(head) == 0 {
		return nil
	}
	return sections
}

func (p *classParser) statement(st statement) error {
	if p.class != nil {
		if st.text == "}" {
			p.class, p.opened = nil, p.opened[:len(p.opened)-1]
			return nil
		}
		p.member(p.class, st.text)
		return nil
	}
	first, rest := word(st.text)
	switch first {
	case "}":
		if len(p.groups) == 1 {
			return st.fault("there is nothing to end here")
		}
		p.groups, p.opened = p.groups[:len(p.groups)-1], p.opened[:len(p.opened)-1]
		return nil
	case "class":
		return p.declare(st, rest)
	case "namespace":
		return p.namespace(st, strings.TrimSpace(strings.TrimSuffix(rest, "{")))
	case "direction":
		h, ok := parseHeading(rest)
		if !ok {
			return st.fault("the direction is TB, LR, BT or RL")
		}
		p.root.heading = h
		return nil
	case "classDef", "cssClass", "style", "callback", "title":
		return nil
	case "link", "click":
		p.link(rest)
		return nil
	case "note":
		return p.note(st)
	}
	if m := stereotype().FindStringSubmatch(st.text); m != nil && m[2] != "" {
		n := p.named(m[2])
		n.stereotypes = append(n.stereotypes, label(m[1]))
		return nil
	}
	if m := classRelation().FindStringSubmatch(st.text); m != nil {
		p.relation(m)
		return nil
	}
	name, member, ok := strings.Cut(st.text, ":")
	if !ok || strings.ContainsAny(strings.TrimSpace(name), " \t") {
		return st.fault("this is no statement of a class diagram; a relation is A <|-- B, a member A : +name()")
	}
	p.member(p.named(name), member)
	return nil
}

// namespace opens a namespace; a dotted name is one in another, and what it is called may stand behind it in
// brackets.
func (p *classParser) namespace(st statement, name string) error {
	name, title, titled := strings.Cut(strings.TrimSuffix(name, "]"), "[")
	g, path := p.groups[len(p.groups)-1], ""
	for part := range strings.SplitSeq(strings.TrimSpace(name), ".") {
		path = joined(path, pick(path == "", "", "."), part)
		inner := p.spaces[space{g, part}]
		if inner == nil {
			inner = p.add(&node{id: path, label: label(part), group: true}, g)
			p.spaces[space{g, part}] = inner
		}
		g = inner
	}
	if titled {
		g.label = label(title)
	}
	p.groups, p.opened = append(p.groups, g), append(p.opened, st)
	if len(p.groups)+strings.Count(path, ".") > maxNesting {
		return st.fault("namespaces in more than %d others cannot be drawn", maxNesting)
	}
	return nil
}

// space is a namespace by where it is and how it is called there.
type space struct {
	in   *node
	name string
}

// declare reads what stands behind "class": a name, perhaps with a label, and perhaps with a body.
func (p *classParser) declare(st statement, rest string) error {
	m := className().FindStringSubmatch(rest)
	if m == nil {
		return st.fault("a class is written class Name, or class Name[\"Label\"]")
	}
	n := p.named(m[1])
	if m[2] != "" {
		n.label = label(m[2])
	}
	if m[3] != "" {
		n.stereotypes = append(n.stereotypes, label(m[3]))
	}
	body, ok := strings.CutPrefix(m[4], "{")
	if !ok {
		return nil
	}
	if inside, closed := strings.CutSuffix(strings.TrimSpace(body), "}"); closed {
		for member := range strings.SplitSeq(inside, ";") {
			p.member(n, member)
		}
		return nil
	}
	p.class, p.opened = n, append(p.opened, st)
	p.member(n, body)
	return nil
}

// named returns the class of a name, which it makes if there is none.
func (p *classParser) named(name string) *node {
	name = strings.Trim(strings.TrimSpace(name), "`")
	name, _, _ = strings.Cut(name, ":::")
	id, _, _ := strings.Cut(name, "~")
	if n := p.index[id]; n != nil {
		return n
	}
	n := p.add(&node{id: id, label: label(generics(name))}, p.groups[len(p.groups)-1])
	p.index[id] = n
	p.parts[n] = &classParts{}
	return n
}

// generics writes List~List~T~~ as List<List<T>>: a tilde before a name opens, any other closes.
func generics(s string) string {
	if strings.Count(s, "~") < 2 {
		return s // it says what can be seen of a member
	}
	var b strings.Builder
	depth := 0
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[min(i+1, len(s)):])
		switch {
		case r != '~':
			b.WriteRune(r)
		case i == 0:
			b.WriteRune(r)
		case depth == 0 || unicode.IsLetter(next) || next == '_':
			b.WriteByte('<')
			depth++
		default:
			b.WriteByte('>')
			depth--
		}
	}
	return b.String()
}

func (p *classParser) member(n *node, text string) {
	text = strings.TrimSpace(text)
	parts := p.parts[n]
	switch m := stereotype().FindStringSubmatch(text); {
	case text == "":
	case m != nil:
		n.stereotypes = append(n.stereotypes, label(m[1]))
	case strings.Contains(text, "("):
		parts.methods = append(parts.methods, oneLine(label(generics(text))))
	default:
		parts.attributes = append(parts.attributes, oneLine(label(generics(text))))
	}
}

func (p *classParser) relation(m []string) {
	e := &edge{length: 1, fromLabel: label(m[2]), toLabel: label(m[6]), label: label(m[8])}
	e.from, e.to = p.named(m[1]), p.named(m[7])
	e.fromMark, e.toMark = classMark(m[3]), classMark(m[5])
	if m[4] == ".." {
		e.line = dashed
	}
	p.edges = append(p.edges, e)
}

func classMark(s string) mark {
	switch s {
	case "<|", "|>":
		return triangleMark
	case "<", ">":
		return arrowMark
	case "*":
		return diamondMark
	case "o":
		return openDiamondMark
	case "()":
		return ringEnd
	}
	return noMark
}

func (p *classParser) note(st statement) error {
	m := noteFor().FindStringSubmatch(st.text)
	switch {
	case m == nil:
		return st.fault(`write note "TEXT" or note for CLASS "TEXT"`)
	case m[1] == "":
		p.add(&node{label: label(m[2]), shape: noteShape}, p.root)
	default:
		n := p.named(m[1])
		n.notes = append(n.notes, &node{label: label(m[2]), shape: noteShape})
	}
	return nil
}

func (p *classParser) link(rest string) {
	id, rest := word(rest)
	m := quotedText().FindStringSubmatch(rest)
	if n := p.index[id]; n != nil && m != nil && !strings.HasPrefix(rest, "call") {
		n.link = p.source.link(m[1])
	}
}

// relates says what one class is to another.
func relates(e *edge) string {
	from, to := e.from.name(), e.to.name()
	line := fmt.Sprintf("%s is associated with %s", from, to)
	switch {
	case e.fromMark == triangleMark && e.toMark == triangleMark:
		line = fmt.Sprintf("%s and %s inherit from each other", from, to)
	case e.fromMark == arrowMark && e.toMark == arrowMark:
		line = fmt.Sprintf("%s and %s are associated with each other", from, to)
	case e.fromMark == ringEnd:
		line = fmt.Sprintf("%s offers the interface %s", to, from)
	case e.toMark == ringEnd:
		line = fmt.Sprintf("%s offers the interface %s", from, to)
	case e.fromMark == triangleMark && e.line == dashed:
		line = fmt.Sprintf("%s implements %s", to, from)
	case e.toMark == triangleMark && e.line == dashed:
		line = fmt.Sprintf("%s implements %s", from, to)
	case e.fromMark == triangleMark:
		line = fmt.Sprintf("%s inherits from %s", to, from)
	case e.toMark == triangleMark:
		line = fmt.Sprintf("%s inherits from %s", from, to)
	case e.fromMark == diamondMark:
		line = fmt.Sprintf("%s is composed of %s", from, to)
	case e.toMark == diamondMark:
		line = fmt.Sprintf("%s is composed of %s", to, from)
	case e.fromMark == openDiamondMark:
		line = fmt.Sprintf("%s has %s", from, to)
	case e.toMark == openDiamondMark:
		line = fmt.Sprintf("%s has %s", to, from)
	case e.line == dashed && e.toMark == arrowMark:
		line = fmt.Sprintf("%s depends on %s", from, to)
	case e.line == dashed && e.fromMark == arrowMark:
		line = fmt.Sprintf("%s depends on %s", to, from)
	}
	if e.fromLabel != "" || e.toLabel != "" {
		line += fmt.Sprintf(" (%s to %s)", pick(e.fromLabel == "", "1", e.fromLabel), pick(e.toLabel == "", "1", e.toLabel))
	}
	return joined(line, ": ", oneLine(e.label))
}
