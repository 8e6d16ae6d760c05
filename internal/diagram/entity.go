package diagram

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// entityParser reads a diagram of entities (https://mermaid.js.org/syntax/entityRelationshipDiagram.html)
// into a graph.
type entityParser struct {
	*graph
	index  map[string]*node
	rows   map[*node][][]string // attributes
	entity *node                // whose attributes are being read
	opened statement
}

var (
	entityRelation = pattern(`^(` + entityWord + `)\s*(` + crowsFoot + `|\b(?:1|` + cardinalWords + `))\s*(--|\.\.|\.-|-\.|to|optionally to)\s*(` + crowsFoot + `|(?:1|` + cardinalWords + `)(?:\s|$))\s*(` + entityTail + `)\s*(?::\s*(.*))?$`)
	entityName     = pattern(`^("[^"]+"|[^\s"\[{]+)\s*(?:\[(.*)\])?\s*(?::::\s*[\w,]+)?\s*(\{)?\s*(\})?$`)
	attribute      = pattern(`^(\S+)\s+(\S+)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?\s*(?:"([^"]*)")?$`)
)

// entityWord is a name with what it is called perhaps, as short as can be; entityTail as long as can be.
const (
	entityWord = `(?:"[^"]+"|[^\s"\[]+?)(?:\[[^\]]*\])?`
	entityTail = `(?:"[^"]+"|[^\s"\[]+)(?:\[[^\]]*\])?`
)

// crowsFoot is a cardinality in signs, which are read the same on both sides.
const crowsFoot = `\|\||\|o|o\||[|o][{}]|[{}][|o]`

const cardinalWords = `one or zero|zero or one|one or more|one or many|many\(1\)|1\+|zero or more|zero or many|many\(0\)|0\+|only one`

func parseEntities(src *source) (drawing, error) {
	root := &node{group: true, heading: topDown}
	p := &entityParser{graph: &graph{root: root, say: holds}, index: map[string]*node{}, rows: map[*node][][]string{}}
	for _, st := range src.lines {
		st.text = strings.TrimSpace(uncommented(st.text))
		if err := p.statement(st); err != nil {
			return nil, err
		}
		if len(p.nodes) > maxParts || len(p.edges) > maxParts {
			return nil, st.fault("more than %d entities or relations cannot be drawn: split the diagram", maxParts)
		}
	}
	switch {
	case p.entity != nil:
		return nil, p.opened.fault("nothing ends this entity: add }")
	case len(p.nodes) == 0:
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is no entity in the diagram: add one by its name"}
	}
	for n, rows := range p.rows {
		n.sections = []block{strings.Split(n.label, "\n"), columns(rows)}
	}
	return p.graph, nil
}

func (p *entityParser) statement(st statement) error {
	if p.entity != nil {
		if st.text == "}" {
			p.entity = nil
			return nil
		}
		m := attribute().FindStringSubmatch(st.text)
		if m == nil {
			return st.fault(`an attribute is written TYPE NAME, perhaps with PK, FK or UK and a "remark"`)
		}
		p.rows[p.entity] = append(p.rows[p.entity], []string{label(m[1]), label(m[2]), label(m[3]), oneLine(label(m[4]))})
		return nil
	}
	first, rest := word(st.text)
	switch first {
	case "direction":
		h, ok := parseHeading(rest)
		if !ok {
			return st.fault("the direction is TB, LR, BT or RL")
		}
		p.root.heading = h
		return nil
	case "classDef", "class", "style", "title":
		return nil
	}
	if m := entityRelation().FindStringSubmatch(st.text); m != nil {
		e := &edge{from: p.named(m[1]), to: p.named(m[5]), length: 1, label: label(m[6])}
		e.fromLabel, e.toLabel = cardinality(m[2]), cardinality(m[4])
		if strings.Contains(m[3], ".") || m[3] == "optionally to" {
			e.line = dashed
		}
		p.edges = append(p.edges, e)
		return nil
	}
	m := entityName().FindStringSubmatch(st.text)
	if m == nil {
		return st.fault("this is no statement of an entity diagram; a relation is A ||--o{ B : TEXT")
	}
	n := p.named(m[1])
	if m[2] != "" {
		n.label = label(m[2])
	}
	if m[3] != "" && m[4] == "" {
		p.entity, p.opened = n, st
	}
	return nil
}

// named returns the entity of a name, which it makes if there is none. The name may have a label behind
// it, in brackets.
func (p *entityParser) named(name string) *node {
	name, _, _ = strings.Cut(name, ":::")
	name, alias, aliased := strings.Cut(name, "[")
	name = strings.Trim(name, `"`)
	n := p.index[name]
	if n == nil {
		n = p.add(&node{id: name, label: unmark(label(name))}, p.root)
		p.index[name] = n
	}
	if aliased {
		n.label = label(strings.TrimSuffix(alias, "]"))
	}
	return n
}

// cardinality says how many there are, as numbers: a crow's foot has no room in a cell.
func cardinality(s string) string {
	switch s = strings.TrimSpace(strings.ReplaceAll(s, "{", "}")); s {
	case "|o", "o|", "one or zero", "zero or one":
		return "0..1"
	case "}|", "|}", "one or more", "one or many", "many(1)", "1+":
		return "1..n"
	case "}o", "o}", "zero or more", "zero or many", "many(0)", "0+":
		return "0..n"
	}
	return "1"
}

// columns lines the attributes of an entity up.
func columns(rows [][]string) block {
	wide := make([]int, 4)
	for _, r := range rows {
		for i, s := range r {
			wide[i] = max(wide[i], text.Width(s))
		}
	}
	var b block
	for _, r := range rows {
		var line strings.Builder
		for i, s := range r {
			if wide[i] > 0 {
				line.WriteString(text.Pad(s, wide[i]) + "  ")
			}
		}
		b = append(b, strings.TrimRight(line.String(), " "))
	}
	return b
}

// holds says how entities are related.
func holds(e *edge) string {
	first := capital(counted(e.fromLabel))
	return fmt.Sprintf("%s %s %s %s %s", first, e.from.name(), pick(e.label == "", "is related to", oneLine(e.label)), counted(e.toLabel), e.to.name())
}

// counted says how many there are, in words.
func counted(cardinality string) string {
	switch cardinality {
	case "0..1":
		return "zero or one"
	case "1..n":
		return "one or more"
	case "0..n":
		return "zero or more"
	}
	return "one"
}
