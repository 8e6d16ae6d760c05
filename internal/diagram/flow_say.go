package diagram

import (
	"fmt"
	"strings"
)

func (g *graph) sentences() []string {
	var out []string
	touched := map[*node]bool{}
	for _, n := range g.nodes {
		facts := n.facts()
		touched[n] = touched[n] || len(facts) > 0 || n.name() == "" || n.parent != g.root
		out = append(out, facts...)
	}
	for _, e := range g.edges {
		touched[e.from], touched[e.to] = true, true
		if e.line != hidden {
			out = append(out, g.say(e))
		}
	}
	for _, n := range g.nodes {
		if !touched[n] {
			out = append(out, n.name()+" stands alone")
		}
	}
	return out
}

// facts says what a node holds, has, and is remarked on.
func (n *node) facts() []string {
	var out []string
	if names := n.held(); len(names) > 0 && !n.region {
		out = append(out, fmt.Sprintf("%s holds %s", n.name(), list(names)))
	}
	for i, s := range n.sections {
		if i > 0 && len(s) > 0 {
			has := strings.Join(strings.Fields(strings.Join(s, "; ")), " ")
			out = append(out, fmt.Sprintf("%s has %s", n.name(), has))
		}
	}
	for _, note := range n.notes {
		out = append(out, fmt.Sprintf("Note on %s: %s", n.name(), oneLine(note.label)))
	}
	return out
}

// held returns the names of what a group holds, in all its regions.
func (n *node) held() []string {
	var names []string
	for _, c := range n.children {
		switch {
		case c.region:
			names = append(names, c.held()...)
		case c.name() != "":
			names = append(names, c.name())
		}
	}
	return names
}

// leads says where a line of a flowchart leads.
func leads(e *edge) string {
	verb := "is linked to"
	switch {
	case e.toMark != noMark && e.fromMark != noMark:
		verb = "leads to, and comes from,"
	case e.toMark != noMark:
		verb = "leads to"
	case e.fromMark != noMark:
		verb = "comes from"
	}
	return joined(fmt.Sprintf("%s %s %s", e.from.name(), verb, e.to.name()), ": ", oneLine(e.label))
}

// name is what a node is called in a sentence.
func (n *node) name() string {
	if n.label == "" {
		return n.id
	}
	return oneLine(n.label)
}

// list joins names as a sentence does.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
