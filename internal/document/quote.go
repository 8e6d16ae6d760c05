package document

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// alerts are GitHub's: a quotation whose first line is "[!NOTE]" and so on. One may have a title behind that, as
// Hugo and Obsidian have it, if a hard line break ends it.
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
	kind, titled := b.alertKind(n)
	inner := c.child(piece{bar, quote}, piece{bar, quote})
	if a, ok := alerts[kind]; ok {
		inner.first.role, inner.rest.role = a.role, a.role
		inner.tight = false
		start, end := b.extent(n.FirstChild())
		title, said := alertLine(b.runs(n.FirstChild()), titled)
		title = append([]Run{{Text: a.title}}, title...)
		b.add(Block{Kind: AlertTitle, Start: start, End: end, Alert: kind, Runs: title}, inner)
		b.alertBody(n, said, inner)
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

// alertKind returns the kind of alert that a quotation is, or "", and whether it has a title.
func (b *builder) alertKind(n *ast.Blockquote) (kind string, titled bool) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || first.Lines().Len() == 0 {
		return "", false
	}
	lines := first.Lines()
	line := lines.At(0)
	s := strings.TrimLeft(string(line.Value(b.source)), " ")
	s, found := strings.CutPrefix(s, "[!")
	name, title, closed := strings.Cut(s, "]")
	name = strings.ToLower(name)
	if _, known := alerts[name]; !found || !closed || !known {
		return "", false
	}
	if strings.TrimSpace(title) == "" {
		return name, false
	}
	broken := strings.HasSuffix(title, "  \n") || strings.HasSuffix(title, "\\\n") || lines.Len() == 1
	if title[0] != ' ' || !broken {
		return "", false
	}
	return name, true
}

// alertLine divides the first paragraph of an alert: what its first line says beside the name, and the text.
func alertLine(runs []Run, titled bool) (title, text []Run) {
	if len(runs) == 0 {
		return nil, nil
	}
	_, runs[0].Text, _ = strings.Cut(runs[0].Text, "]")
	if !titled {
		return nil, trim(runs)
	}
	for i, r := range runs {
		before, after, found := strings.Cut(r.Text, "\n")
		if !found {
			continue
		}
		text = slices.Clone(runs[i:])
		text[0].Text, runs[i].Text = after, before
		return named(runs[:i+1]), trim(text)
	}
	return named(runs), nil
}

// named puts what is between the name of an alert and its title before the title, if there is one.
func named(title []Run) []Run {
	if title = trim(title); len(title) > 0 {
		title = append([]Run{{Text: " · "}}, title...)
	}
	return title
}

// alertBody appends what an alert says: the text of its first paragraph, and the rest.
func (b *builder) alertBody(n *ast.Blockquote, text []Run, c *container) {
	first := n.FirstChild()
	if len(text) > 0 {
		for _, r := range text {
			if r.Link > 0 { // it was counted to the title
				b.part.links[r.Link-1-b.part.base].Block = b.next()
			}
		}
		start, end := b.extent(first)
		b.add(Block{Kind: Paragraph, Start: start, End: end, Runs: text}, c)
	}
	for next := first.NextSibling(); next != nil; next = next.NextSibling() {
		c = b.block(next, c)
	}
}
