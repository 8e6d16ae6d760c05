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
			out = append(out, "Alone: "+n.name())
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
	for _, s := range n.stereotypes {
		out = append(out, fmt.Sprintf("%s is of the kind %s", n.name(), s))
	}
	for i, s := range n.sections {
		if i > 0 && len(s) > 0 {
			out = append(out, fmt.Sprintf("%s has %s", n.name(), strings.Join(strings.Fields(strings.Join(s, "; ")), " ")))
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
	from, to := e.from.name(), e.to.name()
	if e.from.shape == decisionShape && e.label != "" && e.toMark == arrowMark && e.fromMark == noMark {
		return decided(e)
	}
	line := fmt.Sprintf("%s is linked to %s", from, to)
	switch {
	case e.from == e.to:
		line = from + " leads back to itself"
	case e.toMark == arrowMark && e.fromMark == arrowMark:
		line = fmt.Sprintf("%s and %s lead to each other", from, to)
	case e.toMark == crossEnd && e.fromMark == noMark:
		line = fmt.Sprintf("%s does not lead to %s", from, to)
	case e.toMark == arrowMark || e.toMark == circleEnd && e.fromMark == noMark:
		line = fmt.Sprintf("%s leads to %s", from, to)
	case e.fromMark == arrowMark:
		line = fmt.Sprintf("%s comes from %s", from, to)
	}
	return joined(line, ": ", oneLine(e.label))
}

// decided says where one goes from a decision: "Is it so? If yes: Do this".
func decided(e *edge) string {
	question, answer := e.from.name(), oneLine(e.label)
	if strings.EqualFold(answer[:min(len(answer), 3)], "if ") {
		answer = answer[3:]
	}
	if strings.HasSuffix(question, "?") {
		return fmt.Sprintf("%s If %s: %s", question, answer, e.to.name())
	}
	return fmt.Sprintf("%s, if %s: %s", question, answer, e.to.name())
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
