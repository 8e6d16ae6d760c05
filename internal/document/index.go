package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
)

// index is what one part of a body may need of any other: the definitions of links and footnotes.
type index struct {
	references map[string]parser.Reference
	numbers    map[string]int // of footnotes, by their name, from 1 in the order in which they are named
	complete   bool
}

// newIndex collects the definitions of some texts, which are parsed to blocks and no further.
func newIndex(g grammar, texts func(func([]byte) bool)) *index {
	x := &index{references: map[string]parser.Reference{}, numbers: map[string]int{}}
	var named, defined []string
	for source := range texts {
		in, out := footnotes(g.parse(g.blocks, source, x), source)
		named, defined = append(named, in...), append(defined, out...)
	}
	known := map[string]bool{}
	for _, name := range defined {
		known[name] = true
	}
	for _, name := range append(named, defined...) {
		if known[name] && x.numbers[name] == 0 {
			x.numbers[name] = len(x.numbers) + 1
		}
	}
	x.complete = true
	return x
}

// footnotes returns the names of footnotes below a node, as they come: those that the text names, and
// those that are defined, with what their texts name in turn.
func footnotes(n ast.Node, source []byte) (named, defined []string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() != ast.TypeBlock {
			continue
		}
		in, out := footnotes(c, source)
		if note, ok := c.(*noteNode); ok {
			defined = append(append(append(defined, note.name), in...), out...)
			continue
		}
		named, defined = append(named, in...), append(defined, out...)
	}
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		lines := n.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			named = append(named, markers(line.Value(source))...)
		}
	}
	return named, defined
}

// markers returns the names in a line that look like those of footnotes.
func markers(line []byte) []string {
	var out []string
	for {
		n := bytes.Index(line, []byte("[^"))
		if n < 0 {
			return out
		}
		line = line[n+1:]
		if name, _ := noteName(line); name != "" {
			out = append(out, name)
		}
	}
}
