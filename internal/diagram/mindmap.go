package diagram

import (
	"fmt"
	"strings"
)

// mindmap is a tree of thoughts.
type mindmap struct {
	root *thought
}

type thought struct {
	label    string
	indent   int
	children []*thought
	parent   *thought
}

var thoughtShape = pattern(`(?s)^[^\s\[({)"]*\s*(?:\(\((.+)\)\)|\)\)(.+)\(\(|\)(.+)\(|\{\{(.+)\}\}|\[(.+)\]|\((.+)\))$`)

// parseMindmap reads a mind map (https://mermaid.js.org/syntax/mindmap.html): depth is indentation.
func parseMindmap(src *source) (drawing, error) {
	m := &mindmap{}
	var last *thought
	count := 0
	for _, st := range joinQuoted(src.lines) {
		line := strings.TrimRight(uncommented(st.text), " \t")
		plain := strings.TrimLeft(line, " \t")
		indent := len(expand(line[:len(line)-len(plain)]))
		if plain == "" || strings.HasPrefix(plain, "::icon(") || strings.HasPrefix(plain, ":::") {
			continue
		}
		if m.root != nil && indent <= m.root.indent {
			return nil, st.fault("a mind map has one root: indent this below %q", oneLine(m.root.label))
		}
		t := &thought{label: thoughtLabel(plain), indent: indent}
		if m.root == nil {
			m.root = t
		} else {
			for t.parent = last; t.parent.indent >= indent; {
				t.parent = t.parent.parent
			}
			t.parent.children = append(t.parent.children, t)
		}
		last = t
		if count++; count > maxParts {
			return nil, st.fault("more than %d thoughts cannot be drawn", maxParts)
		}
	}
	if m.root == nil {
		return nil, &SyntaxError{Line: src.first, Statement: src.kind, Reason: "there is nothing in the diagram: add a root"}
	}
	return m, nil
}

// expand replaces tabs by the spaces that Mermaid takes them for.
func expand(indent string) string { return strings.ReplaceAll(indent, "\t", "    ") }

// joinQuoted joins lines between whose ends a quotation is open.
func joinQuoted(lines []statement) []statement {
	var out []statement
	for _, st := range lines {
		if n := len(out); n > 0 && strings.Count(out[n-1].text, `"`)%2 == 1 {
			out[n-1].text += "\n" + strings.TrimSpace(st.text)
			continue
		}
		out = append(out, st)
	}
	return out
}

func thoughtLabel(s string) string {
	s, _, _ = strings.Cut(s, ":::")
	s = strings.TrimSpace(s)
	for i, part := range thoughtShape().FindStringSubmatch(s) {
		if i > 0 && part != "" {
			return label(part)
		}
	}
	return label(s)
}

// leastThought is the narrowest column that a thought is wrapped in.
const leastThought = 8

func (m *mindmap) draw(width int) (picture, error) {
	needs := m.root.needs(0)
	if needs > width {
		return picture{}, &WidthError{Width: width, Needs: needs}
	}
	g := &grid{}
	words := wrap(m.root.label, max(1, min(40, width-4)))
	s := stroke{weight: light, round: true, role: roleBox}
	g.frame(rect{0, 0, words.width() + 4, len(words) + 2}, s)
	g.writeBlock(2, 1, words.width(), words, roleText, 0)
	m.root.branches(g, 2, len(words)+2, width)
	return picture{cells: g}, nil
}

// needs returns the cells that a thought and those below it take at least, at a depth.
func (t *thought) needs(depth int) int {
	before := 4 // the root stands in a frame
	if depth > 0 {
		before = 4*depth + 2
	}
	most := before + min(leastThought, longestLine(t.label))
	for _, c := range t.children {
		most = max(most, c.needs(depth+1))
	}
	return most
}

// branches draws what a thought leads to, below row y, on a line in column x. It returns the row below.
func (t *thought) branches(g *grid, x, y, width int) int {
	s := stroke{weight: light, round: true, role: roleAxis}
	from := y - 1
	for _, c := range t.children {
		g.path([]point{{x, from}, {x, y}, {x + 1, y}}, s)
		from = y
		g.arm(point{x + 1, y}, right, s)
		g.arm(point{x + 2, y}, left, s)
		g.arm(point{x + 2, y}, right, s)
		for _, line := range wrapAt(c.label, max(1, width-x-4)) {
			g.write(x+4, y, line, roleText, 0)
			y++
		}
		y = c.branches(g, x+4, y, width)
	}
	return y
}

func (m *mindmap) sentences() []string { return m.root.sentences(nil) }

func (t *thought) sentences(out []string) []string {
	var names []string
	for _, c := range t.children {
		names = append(names, oneLine(c.label))
	}
	switch {
	case len(names) > 0:
		out = append(out, fmt.Sprintf("%s: %s", oneLine(t.label), list(names)))
	case t.parent == nil:
		out = append(out, oneLine(t.label))
	}
	for _, c := range t.children {
		out = c.sentences(out)
	}
	return out
}
