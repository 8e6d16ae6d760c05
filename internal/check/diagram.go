package check

import (
	"errors"

	"github.com/yuin/goldmark/ast"

	"github.com/blogtui/blogtui/internal/diagram"
	"github.com/blogtui/blogtui/internal/document"
)

// diagramLanguage is the language of fences that hold a diagram.
const diagramLanguage = "mermaid"

// diagrams reports what keeps a diagram from being drawn, where it stands in the diagram.
func (b *pass) diagrams(a *article) {
	walk(b, a, func(n *ast.FencedCodeBlock) {
		if language, _ := document.Fence(n, a.body); language != diagramLanguage {
			return
		}
		d, err := diagram.Parse(string(n.Lines().Value(a.body)))
		var syntax *diagram.SyntaxError
		if errors.As(err, &syntax) {
			b.report(a, placeIn(n, a.body, syntax.Line, syntax.Column), "the diagram is not drawn: %s", syntax.Detail())
			return
		}
		var tooWide *diagram.WidthError
		switch _, _, err := d.Draw(b.columns, diagram.Options{}); {
		case errors.As(err, &tooWide):
			b.report(a, at(n), "the diagram is %d cells wide, %d more than a terminal of %d", tooWide.Needs, tooWide.Needs-b.columns, b.columns)
		case err != nil:
			b.report(a, at(n), "the diagram is not drawn: %v", err)
		}
	})
}

// placeIn returns the byte of the body that stands in a line and a column of a block of code.
func placeIn(n *ast.FencedCodeBlock, body []byte, line, column int) int {
	if line > n.Lines().Len() {
		return at(n)
	}
	s := n.Lines().At(line - 1)
	for i := range string(s.Value(body)) {
		if column--; column == 0 {
			return min(s.Start+max(i-s.Padding, 0), s.Stop)
		}
	}
	return s.Stop
}
