package diagram

import (
	"regexp"
	"strings"
)

// flowParser reads a flowchart (https://mermaid.js.org/syntax/flowchart.html).
type flowParser struct {
	*graph
	*cursor
	source *source
	index  map[string]*node
	groups []*node // open subgraphs, the innermost last
	opened []int   // the offsets of their statements
	edgeID map[string]bool

	brackets []bracket
}

func parseFlow(src *source) (drawing, error) {
	root := &node{group: true, heading: topDown}
	p := &flowParser{graph: &graph{root: root, say: leads}, cursor: newCursor(src.lines), source: src, index: map[string]*node{}, edgeID: map[string]bool{}, brackets: brackets()}
	p.groups = []*node{root}
	if len(src.lines) > 0 && src.lines[0].line == src.first {
		p.space(true)
		from := p.at
		way := p.match(headingWord())
		if way == nil {
			return nil, p.fault(from, "the direction is TD, LR, BT or RL")
		}
		root.heading, _ = parseHeading(way[1])
	}
	for p.space(true); !p.done(); p.space(true) {
		if err := p.statementAt(); err != nil {
			return nil, err
		}
		if len(p.nodes) > maxParts || len(p.edges) > maxParts {
			return nil, p.fault(p.at, "more than %d boxes or lines cannot be drawn: split the diagram", maxParts)
		}
	}
	if len(p.groups) > 1 {
		return nil, p.fault(p.opened[len(p.opened)-1], "nothing ends this subgraph: add end")
	}
	if len(p.nodes) == 0 {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is no box in the diagram: add one, such as A[Text]"}
	}
	for _, n := range p.nodes {
		n.group = n.group && len(n.children) > 0
	}
	return p.graph, nil
}

var (
	headingWord = pattern(`^(TB|TD|LR|RL|BT|[<>^v])(?:[\s;]|$)`)
	flowKeyword = pattern(`^(subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)(?:[ \t;\n]|$)`)
	edgeName    = pattern(`^[\w-]+@[<xo]?(?:--|==|-\.|~~~)`)
	fullLine    = pattern(`^([<xo]?)(?:(-{2,})([>xo-])|(={2,})([>xo=])|-(\.+)-([>xo]?)|(~{3,}))`)
	openLine    = pattern(`^([<xo]?)(--|==|-\.)`)
	closeSolid  = pattern(`(-{2,})([>xo-])`)
	closeThick  = pattern(`(={2,})([>xo=])`)
	closeDotted = pattern(`(\.+)-([>xo]?)`)
	quotedText  = pattern(`"([^"]*)"`)
)

func (p *flowParser) statementAt() error {
	from := p.at
	m := flowKeyword().FindStringSubmatch(p.rest())
	if m == nil {
		return p.chain()
	}
	p.at += len(m[1])
	switch m[1] {
	case "subgraph":
		return p.subgraph(from)
	case "end":
		if len(p.groups) == 1 {
			return p.fault(from, "there is no subgraph to end here")
		}
		p.groups = p.groups[:len(p.groups)-1]
		p.opened = p.opened[:len(p.opened)-1]
	case "direction":
		h, ok := parseHeading(p.statement())
		if !ok {
			return p.fault(from, "the direction is TD, LR, BT or RL")
		}
		p.groups[len(p.groups)-1].heading = h
	case "click":
		p.click(p.statement())
	default:
		p.statement() // looks are the terminal's own
	}
	return nil
}

// subgraph reads "id [Title]", or a title that is the id as well.
func (p *flowParser) subgraph(from int) error {
	text := p.statement()
	id, title := text, text
	if open := strings.IndexByte(text, '['); open > 0 && strings.HasSuffix(text, "]") && !strings.HasPrefix(text, `"`) {
		id, title = strings.TrimSpace(text[:open]), text[open+1:len(text)-1]
	}
	id = strings.Trim(id, `"`)
	outer := p.groups[len(p.groups)-1]
	n := p.index[id]
	switch {
	case n == nil || id == "":
		n = p.add(&node{id: id}, outer)
		p.index[id] = n
	case n.contains(outer):
		return p.fault(from, "a subgraph cannot be in itself")
	default:
		n.move(outer)
	}
	if len(p.groups) > maxNesting {
		return p.fault(from, "subgraphs in more than %d others cannot be drawn", maxNesting)
	}
	n.group, n.label = true, label(title)
	p.groups = append(p.groups, n)
	p.opened = append(p.opened, from)
	return nil
}

func (p *flowParser) click(text string) {
	id, rest := word(text)
	m := quotedText().FindStringSubmatch(rest)
	n := p.index[id]
	if n == nil || m == nil || strings.HasPrefix(rest, "call") {
		return
	}
	n.link = p.source.link(m[1])
}

// chain reads nodes and the lines between them: A & B --> C --> D.
func (p *flowParser) chain() error {
	nodes, err := p.nodesAt()
	if err != nil {
		return err
	}
	for {
		p.space(false)
		if p.done() || p.text[p.at] == '\n' || p.text[p.at] == ';' {
			return nil
		}
		e, err := p.edgeAt()
		if err != nil {
			return err
		}
		p.space(true)
		next, err := p.nodesAt()
		if err != nil {
			return err
		}
		for _, a := range nodes {
			for _, b := range next {
				line := *e
				line.from, line.to = a, b
				p.edges = append(p.edges, &line)
				if len(p.edges) > maxParts {
					return p.fault(p.at, "more than %d lines cannot be drawn: split the diagram", maxParts)
				}
			}
		}
		nodes = next
	}
}

func (p *flowParser) nodesAt() ([]*node, error) {
	var nodes []*node
	for {
		n, err := p.nodeAt()
		if err != nil {
			return nil, err
		}
		if n != nil {
			nodes = append(nodes, n)
		}
		before := p.at
		p.space(true)
		if !p.skip("&") {
			p.at = before
			return nodes, nil
		}
		p.space(true)
	}
}

// edgeAt reads a line with its text.
func (p *flowParser) edgeAt() (*edge, error) {
	from := p.at
	if m := edgeName().FindString(p.rest()); m != "" {
		name, _, _ := strings.Cut(m, "@")
		p.edgeID[name] = true
		p.at += len(name) + 1
	}
	e := &edge{length: 1}
	if m := p.match(fullLine()); m != nil {
		e.read(m)
		before := p.at
		p.space(false)
		if !p.skip("|") {
			p.at = before
			return e, nil
		}
		text, _, ok := p.until("|")
		if !ok {
			return nil, p.fault(from, "the text of the line has no end: close it with |")
		}
		e.label = label(text)
		return e, nil
	}
	m := p.match(openLine())
	if m == nil {
		return nil, p.fault(from, "this is no line and no box: write A --> B, or A[Text]")
	}
	closing := map[string]func() *regexp.Regexp{"--": closeSolid, "==": closeThick, "-.": closeDotted}[m[2]]
	end := closing().FindStringSubmatchIndex(p.rest())
	if end == nil {
		return nil, p.fault(from, "the line has text but no end: write A -- text --> B")
	}
	rest := p.rest()
	e.label = label(rest[:end[0]])
	e.fromMark = flowMark(m[1])
	e.toMark = flowMark(rest[end[4]:end[5]])
	e.length = max(1, end[3]-end[2]-1)
	switch m[2] {
	case "==":
		e.line = thick
	case "-.":
		e.line, e.length = dashed, end[3]-end[2]
	}
	e.length = min(e.length, maxLength)
	p.at += end[1]
	return e, nil
}

// maxLength bounds the ranks that a line may ask to span.
const maxLength = 12

// read takes a line without text inside from its parts.
func (e *edge) read(m []string) {
	e.fromMark = flowMark(m[1])
	switch {
	case m[2] != "":
		e.toMark = flowMark(m[3])
		e.length = len(m[2]) - 1
	case m[4] != "":
		e.line, e.toMark = thick, flowMark(m[5])
		e.length = len(m[4]) - 1
	case m[6] != "":
		e.line, e.toMark = dashed, flowMark(m[7])
		e.length = len(m[6])
	default:
		e.line, e.length = hidden, len(m[8])-2
	}
	e.length = min(max(e.length, 1), maxLength)
}

func flowMark(s string) mark {
	switch s {
	case "<", ">":
		return arrowMark
	case "x":
		return crossEnd
	case "o":
		return circleEnd
	}
	return noMark
}
