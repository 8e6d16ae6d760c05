package document

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// alerts are GitHub's: a quotation whose first line is "[!NOTE]" and so on.
var alerts = map[string]struct {
	title string
	role  role
}{
	"note":      {"Note", note},
	"tip":       {"Tip", tip},
	"important": {"Important", important},
	"warning":   {"Warning", warning},
	"caution":   {"Caution", caution},
}

// bar stands before every line of a quotation.
const bar = "▎ "

func (b *builder) quote(n *ast.Blockquote, c *container) {
	kind := b.alertKind(n)
	inner := c.child(piece{bar, quote}, piece{bar, quote})
	if a, ok := alerts[kind]; ok {
		inner.first.role, inner.rest.role = a.role, a.role
		inner.tight = false
		start, end := b.extent(n.FirstChild())
		b.add(Block{Kind: AlertTitle, Start: start, End: end, Alert: kind, Runs: []Run{{Text: a.title}}}, inner)
		b.alertBody(n, inner)
		return
	}
	inner.tight = false
	before := b.next()
	b.blocks(n, inner)
	if b.next() == before { // an empty quotation
		start, _ := b.extent(n)
		b.add(Block{Kind: Paragraph, Start: start, End: start}, inner)
	}
}

// alertKind returns the kind of alert that a quotation is, or "".
func (b *builder) alertKind(n *ast.Blockquote) string {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.Lines().Len() == 0 {
		return ""
	}
	line := first.Lines().At(0)
	s := strings.ToLower(strings.TrimSpace(string(line.Value(b.source))))
	name, found := strings.CutPrefix(s, "[!")
	name, closed := strings.CutSuffix(name, "]")
	if _, known := alerts[name]; !found || !closed || !known {
		return ""
	}
	return name
}

// alertBody appends what an alert says: the first paragraph without its first line, and the rest.
func (b *builder) alertBody(n *ast.Blockquote, c *container) {
	first := n.FirstChild()
	runs := b.runs(first)
	if len(runs) > 0 {
		_, after, _ := strings.Cut(runs[0].Text, "]")
		runs[0].Text = after
		runs = trim(runs)
	}
	if len(runs) > 0 {
		start, end := b.extent(first)
		b.add(Block{Kind: Paragraph, Start: start, End: end, Runs: runs}, c)
	}
	for next := first.NextSibling(); next != nil; next = next.NextSibling() {
		c = b.block(next, c)
	}
}
