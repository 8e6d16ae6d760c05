package document

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// builder walks a tree once and appends its leaves to a part.
type builder struct {
	source []byte
	shift  int // from a place in source to that in the body
	lines  lineCount
	part   *part
	notes  []*noteNode // the definitions of footnotes, which are shown at the end
	last   *container  // of the block before
	kind   Kind
}

// blocks appends the blocks below parent, which stand in c, and returns the container of what would follow.
func (b *builder) blocks(parent ast.Node, c *container) *container {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c = b.block(n, c)
	}
	return c
}

// block appends the blocks of n, which stands in c, and returns the container of what follows: an HTML
// block may open or close a <details>.
func (b *builder) block(n ast.Node, c *container) *container {
	switch n := n.(type) {
	case *ast.Heading:
		b.heading(n, c)
	case *ast.Paragraph, *ast.TextBlock:
		b.leaf(Paragraph, n, c)
	case *ast.FencedCodeBlock:
		language, title := Fence(n, b.source)
		b.code(n, c, language, title)
	case *ast.CodeBlock:
		b.code(n, c, "", "")
	case *ast.ThematicBreak:
		start, _ := b.extent(n)
		b.add(Block{Kind: Rule, Start: start, End: start}, c)
	case *ast.HTMLBlock:
		return b.html(n, c)
	case *ast.Blockquote:
		b.quote(n, c)
	case *ast.List:
		b.list(n, c)
	case *extast.Table:
		b.table(n, c)
	case *extast.DefinitionTerm:
		b.leaf(Term, n, c)
	case *extast.DefinitionDescription:
		inner := c.child(piece{text: "  "}, piece{text: "  "})
		inner.tight = n.IsTight && n.ChildCount() == 1
		b.blocks(n, inner)
	case *extast.DefinitionList:
		inner := c.child(piece{}, piece{})
		inner.tight = true
		b.blocks(n, inner)
	case *mathBlock:
		b.math(n, c)
	case *noteNode:
		b.notes = append(b.notes, n)
	default:
		b.blocks(n, c)
	}
	return c
}

// add appends a block that stands in c and decides the blank lines before it.
func (b *builder) add(block Block, c *container) {
	shared := common(b.last, c)
	block.gaps = 1
	switch {
	case b.kind == AlertTitle && shared != nil:
		block.gaps = 0
	case block.Kind == Term && b.kind != Term: // or the text before the list, whose first it is
	case shared != nil && shared.tight && !spaced(b.kind) && !spaced(block.Kind):
		block.gaps = 0
	case block.Kind == HeadingBlock && block.Level <= 2 && shared == nil:
		block.gaps = 2
	}
	block.gap = shared.leads()
	if c != nil {
		block.fold = c.fold
	}
	block.first, block.rest = c.prefixes()
	block.Start, block.End = block.Start+b.shift, block.End+b.shift
	b.part.blocks = append(b.part.blocks, block)
	b.last, b.kind = c, block.Kind
}

// spaced tells whether blocks of the kind have blank lines around them even in a tight list.
func spaced(k Kind) bool { return k == CodeBlock || k == TableBlock }

// next is the index that the next block will have.
func (b *builder) next() int { return b.part.base + len(b.part.blocks) }

func (b *builder) runs(n ast.Node) []Run {
	in := inline{source: b.source, part: b.part, block: b.next()}
	in.walk(n)
	return trim(in.done())
}

func (b *builder) leaf(kind Kind, n ast.Node, c *container) {
	runs := b.runs(n)
	if len(runs) == 0 && (c == nil || c.used) {
		return
	}
	start, end := b.extent(n)
	b.add(Block{Kind: kind, Start: start, End: end, Runs: runs}, c)
}

func (b *builder) heading(n *ast.Heading, c *container) {
	runs := b.runs(n)
	id := HeadingID(plain(runs))
	if v, ok := n.AttributeString("id"); ok {
		if named, ok := v.([]byte); ok {
			id = text.CleanLine(string(named))
		}
	}
	start, end := b.extent(n)
	b.part.headings = append(b.part.headings, Heading{Level: n.Level, Text: text.CleanLine(plain(runs)), ID: id, Block: b.next()})
	b.add(Block{Kind: HeadingBlock, Level: n.Level, Start: start, End: end, Runs: runs}, c)
}

func (b *builder) code(n ast.Node, c *container, language, title string) {
	var code strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		code.Write(line.Value(b.source))
	}
	start, end := b.extent(n)
	s := code.String()
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	line := 1 + b.lines.before(b.source, start)
	b.part.code = append(b.part.code, Code{Language: language, Title: title, Text: s, Block: b.next(), Line: line})
	b.add(Block{Kind: CodeBlock, Start: start, End: end, Code: len(b.part.code) - 1}, c)
}

// math appends lines of mathematics as they are written.
func (b *builder) math(n *mathBlock, c *container) {
	var lines []string
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		lines = append(lines, strings.TrimRight(string(line.Value(b.source)), " \t\n"))
	}
	start, end := b.extent(n)
	source := text.Clean(strings.ReplaceAll(strings.Join(lines, "\n"), "\t", "    "))
	b.add(Block{Kind: Paragraph, Start: start, End: end, Runs: []Run{{Text: source, Mark: Math}}}, c)
}

func (b *builder) list(n *ast.List, c *container) {
	list := c.child(piece{}, piece{})
	list.tight = n.IsTight
	level := 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if l, ok := p.(*ast.List); ok && !l.IsOrdered() {
			level++
		}
	}
	number := n.Start
	width := len(itoa(n.Start + n.ChildCount() - 1))
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := piece{[]string{"•", "◦", "▪"}[min(level, 2)] + " ", bullet}
		if n.IsOrdered() {
			marker.text = fmt.Sprintf("%*d%c ", width, number, n.Marker)
			number++
		}
		if box := checkbox(item); box != nil {
			marker = piece{"[ ] ", taskOpen}
			if box.IsChecked {
				marker = piece{"[x] ", taskDone}
			}
		}
		b.item(item, list, marker)
	}
}

// item appends the blocks of a list item; one without any still shows its marker.
func (b *builder) item(n ast.Node, list *container, marker piece) {
	inner := list.child(marker, piece{text: strings.Repeat(" ", text.Width(marker.text))})
	before := b.next()
	b.blocks(n, inner)
	if b.next() == before {
		start, _ := b.extent(n)
		b.add(Block{Kind: Paragraph, Start: start, End: start}, inner)
	}
}

func checkbox(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
			return box
		}
	}
	return nil
}

// note appends the blocks of a footnote.
func (b *builder) note(n *noteNode, number int, list *container) {
	if _, again := b.part.notes[n.name]; !again {
		b.part.notes[n.name] = b.next()
	}
	b.item(n, list, piece{superscript(itoa(number)) + " ", footnote})
}

func (b *builder) html(n *ast.HTMLBlock, c *container) *container {
	var raw strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		raw.Write(line.Value(b.source))
	}
	if n.HasClosure() {
		raw.Write(n.ClosureLine.Value(b.source))
	}
	start, end := b.extent(n)
	parsed := readHTML(raw.String())
	if parsed.details {
		title := parsed.summary
		if title == "" {
			title = "Details"
		}
		b.add(Block{Kind: Summary, Start: start, End: end, Runs: []Run{{Text: unfoldedMark + text.CleanLine(title)}}, Open: parsed.open}, c)
		if !c.deep() {
			c = c.child(piece{text: "  "}, piece{text: "  "})
			c.open, c.fold = true, b.next()
		}
	}
	for _, s := range parsed.text {
		b.add(Block{Kind: HTML, Start: start, End: end, Runs: []Run{{Text: text.CleanLine(s)}}}, c)
	}
	if parsed.end && c != nil && c.open {
		c = c.parent
	}
	return c
}

// lineCount counts the lines of a text up to places that ascend.
type lineCount struct{ at, lines int }

func (l *lineCount) before(source []byte, at int) int {
	if at < l.at {
		return l.lines - bytes.Count(source[at:l.at], []byte("\n"))
	}
	l.lines += bytes.Count(source[l.at:at], []byte("\n"))
	l.at = at
	return l.lines
}
