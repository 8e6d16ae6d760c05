package document

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// Parse parses the body of a post: CommonMark with GitHub's tables, strikethrough, task lists and
// autolinks, footnotes, definition lists and heading attributes. It never fails: whatever is not
// understood is text.
func Parse(body []byte) *Document { return ParseUnder("", body) }

// ParseUnder is Parse for a body that is shown under a title: a heading at its start that only repeats
// the title is left out.
func ParseUnder(title string, body []byte) *Document {
	source := []byte(flatten(text.Clean(string(body))))
	blankTitle(source, title)
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute()),
	)
	b := &builder{source: source, doc: &Document{}, ids: map[string]int{}}
	b.blocks(md.Parser().Parse(gtext.NewReader(source)), nil)
	b.count()
	return b.doc
}

// builder walks the tree once and appends its leaves to the document.
type builder struct {
	source []byte
	doc    *Document
	ids    map[string]int
	last   *container // of the block before
	kind   Kind
}

func (b *builder) blocks(parent ast.Node, c *container) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		c = b.block(n, c)
	}
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
		language, title := info(n, b.source)
		b.code(n, c, language, title)
	case *ast.CodeBlock:
		b.code(n, c, "", "")
	case *ast.ThematicBreak:
		b.add(Block{Kind: Rule, Start: n.Pos(), End: n.Pos()}, c)
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
		inner.tight = n.IsTight
		b.blocks(n, inner)
	case *extast.DefinitionList:
		inner := c.child(piece{}, piece{})
		inner.tight = true
		b.blocks(n, inner)
	case *extast.FootnoteList:
		b.footnotes(n, c)
	default:
		b.blocks(n, c)
	}
	return c
}

// add appends a block that stands in c and decides the blank lines before it.
func (b *builder) add(block Block, c *container) {
	if n := len(b.doc.Blocks); n > 0 {
		shared := common(b.last, c)
		block.gaps = 1
		switch {
		case b.kind == AlertTitle:
			block.gaps = 0
		case shared != nil && shared.tight && !spaced(b.kind) && !spaced(block.Kind):
			block.gaps = 0
		case block.Kind == HeadingBlock && block.Level <= 2 && shared == nil:
			block.gaps = 2
		}
		block.gap = shared.blank()
	}
	if c != nil {
		block.fold = c.fold
	}
	block.first, block.rest = c.prefixes()
	b.doc.Blocks = append(b.doc.Blocks, block)
	b.last, b.kind = c, block.Kind
}

// spaced tells whether blocks of the kind have blank lines around them even in a tight list.
func spaced(k Kind) bool { return k == CodeBlock || k == TableBlock }

// next is the index that the next block will have.
func (b *builder) next() int { return len(b.doc.Blocks) }

func (b *builder) runs(n ast.Node) []Run {
	in := inline{source: b.source, links: &b.doc.Links, block: b.next()}
	in.walk(n)
	return trim(in.runs)
}

func (b *builder) leaf(kind Kind, n ast.Node, c *container) {
	runs := b.runs(n)
	if len(runs) == 0 && (c == nil || c.used) {
		return
	}
	start, end := extent(n)
	b.add(Block{Kind: kind, Start: start, End: end, Runs: runs}, c)
}

func (b *builder) heading(n *ast.Heading, c *container) {
	runs := b.runs(n)
	id := slug(plain(runs))
	if v, ok := n.AttributeString("id"); ok {
		if named, ok := v.([]byte); ok {
			id = text.CleanLine(string(named))
		}
	}
	unique := id
	if used := b.ids[id]; used > 0 {
		unique = fmt.Sprintf("%s-%d", id, used)
	}
	b.ids[id]++
	start, end := extent(n)
	b.doc.Headings = append(b.doc.Headings, Heading{Level: n.Level, Text: text.CleanLine(plain(runs)), ID: unique, Block: b.next()})
	b.add(Block{Kind: HeadingBlock, Level: n.Level, Start: start, End: end, Runs: runs}, c)
}

func (b *builder) code(n ast.Node, c *container, language, title string) {
	var code strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		code.Write(line.Value(b.source))
	}
	start, end := extent(n)
	s := code.String()
	if s != "" && !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	line := 1 + strings.Count(string(b.source[:start]), "\n")
	b.doc.Code = append(b.doc.Code, Code{Language: language, Title: title, Text: s, Block: b.next(), Line: line})
	b.add(Block{Kind: CodeBlock, Start: start, End: end, Code: len(b.doc.Code) - 1}, c)
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
		b.add(Block{Kind: Paragraph, Start: n.Pos(), End: n.Pos()}, inner)
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

func (b *builder) footnotes(n *extast.FootnoteList, c *container) {
	b.add(Block{Kind: Rule, Start: n.Pos(), End: n.Pos()}, c)
	list := c.child(piece{}, piece{})
	list.tight = true
	for note := n.FirstChild(); note != nil; note = note.NextSibling() {
		if f, ok := note.(*extast.Footnote); ok {
			b.item(f, list, piece{superscript(itoa(f.Index)) + " ", footnote})
		}
	}
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
	start, end := extent(n)
	parsed := readHTML(raw.String())
	if parsed.details {
		title := parsed.summary
		if title == "" {
			title = "Details"
		}
		b.add(Block{Kind: Summary, Start: start, End: end, Runs: []Run{{Text: unfoldedMark + text.CleanLine(title)}}, Open: parsed.open}, c)
		c = c.child(piece{text: "  "}, piece{text: "  "})
		c.open, c.fold = true, b.next()
	}
	for _, s := range parsed.text {
		b.add(Block{Kind: HTML, Start: start, End: end, Runs: []Run{{Text: text.CleanLine(s)}}}, c)
	}
	if parsed.end && c != nil && c.open {
		c = c.parent
	}
	return c
}

// count gives every block its words and the number of those before it.
func (b *builder) count() {
	d := b.doc
	for i := range d.Blocks {
		block := &d.Blocks[i]
		block.before = d.words
		switch block.Kind {
		case CodeBlock:
			block.words = words(d.Code[block.Code].Text)
		case TableBlock:
			for _, row := range block.Table.Rows {
				for _, cell := range row {
					block.words += words(plain(cell))
				}
			}
		default:
			block.words = words(plain(block.Runs))
		}
		d.words += block.words
	}
}

func words(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
