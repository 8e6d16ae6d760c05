package diagram

import (
	"strings"
)

// bracket is a pair of brackets round the text of a node, with the shape that they stand for.
type bracket struct {
	open  string
	close []string
	shape []shape // by close
}

// brackets are all of them; a longer one stands before those that it begins with.
func brackets() []bracket {
	return []bracket{
		{"(((", []string{")))"}, []shape{doubleCircleShape}},
		{"((", []string{"))"}, []shape{circleShape}},
		{"([", []string{"])"}, []shape{stadiumShape}},
		{"(-", []string{"-)"}, []shape{stadiumShape}},
		{"(", []string{")"}, []shape{roundShape}},
		{"[[", []string{"]]"}, []shape{subroutineShape}},
		{"[(", []string{")]"}, []shape{cylinderShape}},
		{"[/", []string{"/]", `\]`}, []shape{leanRightShape, trapezoidShape}},
		{`[\`, []string{`\]`, "/]"}, []shape{leanLeftShape, trapezoidAltShape}},
		{"[", []string{"]"}, []shape{boxShape}},
		{"{{", []string{"}}"}, []shape{hexagonShape}},
		{"{", []string{"}"}, []shape{decisionShape}},
		{">", []string{"]"}, []shape{flagShape}},
	}
}

// nodeAt reads a node: its name, and behind it perhaps a shape with text, a class, and properties. It
// returns nil if what is there is the name of a line.
func (p *flowParser) nodeAt() (*node, error) {
	from := p.at
	id := p.id()
	if id == "" {
		return nil, p.fault(from, "here should be a box: write its name, or NAME[Text]")
	}
	if p.edgeID[id] && strings.HasPrefix(p.rest(), "@{") {
		p.at += len("@{")
		_, _, ok := p.until("}")
		if !ok {
			return nil, p.fault(from, "the properties have no end: close them with }")
		}
		return nil, nil
	}
	n := p.node(id)
	before := p.at
	p.space(false)
	text, shape, ok, err := p.shapeAt(from)
	if err != nil {
		return nil, err
	}
	if ok {
		n.label, n.shape = label(text), shape
	} else {
		p.at = before
	}
	if p.skip("@{") {
		text, _, ok := p.properties()
		if !ok {
			return nil, p.fault(from, "the properties have no end: close them with }")
		}
		n.configure(text)
	}
	if p.skip(":::") {
		p.id()
	}
	return n, nil
}

// node returns the node of a name, which it makes if there is none.
func (p *flowParser) node(id string) *node {
	group := p.groups[len(p.groups)-1]
	n := p.index[id]
	if n == nil {
		n = p.add(&node{id: id, label: label(id)}, group)
		p.index[id] = n
		return n
	}
	if group != p.root && n.parent == p.root && !n.group {
		n.move(group) // it is the subgraph that a node is named in that holds it
	}
	return n
}

func (p *flowParser) shapeAt(from int) (text string, s shape, ok bool, err error) {
	for _, b := range p.brackets {
		if !p.skip(b.open) {
			continue
		}
		text, end, ok := p.until(b.close...)
		if !ok {
			return "", 0, false, p.fault(from, "the text of the box has no end: close it with %s", b.close[0])
		}
		for i, c := range b.close {
			if c == end {
				s = b.shape[i]
			}
		}
		return text, s, true, nil
	}
	return "", 0, false, nil
}

// properties reads up to the brace that closes properties; braces between quotation marks are text.
func (p *flowParser) properties() (text, token string, ok bool) {
	from, quoted := p.at, false
	for ; !p.done(); p.at++ {
		switch p.text[p.at] {
		case '"':
			quoted = !quoted
		case '}':
			if !quoted {
				text = p.text[from:p.at]
				p.at++
				return text, "}", true
			}
		}
	}
	return "", "", false
}

var property = pattern(`(\w+)\s*:\s*("[^"]*"|[^,}\n]*)`)

// configure takes shape and label from properties: shape: cyl, label: "Text".
func (n *node) configure(text string) {
	for _, m := range property().FindAllStringSubmatch(text, -1) {
		value := strings.TrimSpace(m[2])
		switch m[1] {
		case "label":
			n.label = label(value)
		case "shape":
			n.shape = namedShape(strings.Trim(value, `"`))
		}
	}
	if n.shape == barShape && n.label == label(n.id) {
		n.label = "" // nothing was said about it
	}
	n.makeRoom(boxShape)
}

// makeRoom gives a node that has words, but an outline without room for any, another one.
func (n *node) makeRoom(other shape) {
	if n.label != "" && (n.shape == barShape || n.shape == startShape || n.shape == endShape) {
		n.shape = other
	}
}
