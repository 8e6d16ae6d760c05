package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Mathematics is shown as it is written, dollars and all, since TeX is read more easily than what a terminal
// could draw. Nothing in it is Markdown, and lines break in it only where they must. In a line stands $…$,
// $$…$$, \(…\) or \[…\]; the last of each pair may also stand around lines without a blank one.

// mathNode is mathematics in a line; mathBlock is some lines of it.
type (
	mathNode struct {
		ast.BaseInline
		segment gtext.Segment
	}
	mathBlock struct {
		ast.BaseBlock
		closer string
	}
)

// The kinds of the nodes.
var (
	kindMath      = ast.NewNodeKind("Math")
	kindMathBlock = ast.NewNodeKind("MathBlock")
)

func (*mathNode) Kind() ast.NodeKind  { return kindMath }
func (*mathBlock) Kind() ast.NodeKind { return kindMathBlock }
func (*mathBlock) IsRaw() bool        { return true }

func (n *mathNode) Dump(source []byte, level int)  { ast.DumpHelper(n, source, level, nil, nil) }
func (n *mathBlock) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// The most that belongs together: bytes in a line, lines in a block.
const (
	mostMath      = 512
	mostMathLines = 64
)

// closerOf returns what ends the mathematics that line starts, "" if it starts none.
func closerOf(line []byte) string {
	for opener, closer := range map[string]string{"$$": "$$", `\[`: `\]`, `\(`: `\)`} {
		if bytes.HasPrefix(line, []byte(opener)) {
			return closer
		}
	}
	if len(line) > 1 && line[0] == '$' && !util.IsSpace(line[1]) {
		return "$"
	}
	return ""
}

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$', '\\'} }

func (mathParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	size := mathSize(line[:min(len(line), mostMath)])
	if size == 0 {
		return nil
	}
	block.Advance(size)
	return &mathNode{segment: gtext.NewSegment(segment.Start, segment.Start+size)}
}

// mathSize returns the size of the mathematics that line starts with, 0 if with none. As Pandoc has it, a dollar
// that closes stands behind something and before no digit: "$5 or $10" is money.
func mathSize(line []byte) int {
	closer := closerOf(line)
	if closer == "" {
		return 0
	}
	for from := len(closer); ; {
		n := bytes.Index(line[from:], []byte(closer))
		if n < 0 {
			return 0
		}
		at := from + n
		end := at + len(closer)
		switch {
		case line[at-1] == '\\' && closer == "$": // an escaped one
		case n == 0 && from == len(closer): // nothing between
			return 0
		case closer == "$" && (util.IsSpace(line[at-1]) || end < len(line) && util.IsNumeric(line[end])):
			return 0
		default:
			return end
		}
		from = end
	}
}

type mathBlockParser struct{}

func (mathBlockParser) Trigger() []byte { return []byte{'$', '\\'} }

func (mathBlockParser) Open(_ ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	closer := closerOf(line[at:])
	if closer != "$$" && closer != `\]` || bytes.Contains(line[at+len(closer):], []byte(closer)) || !closes(reader.Source()[segment.Stop:], closer) {
		return nil, parser.NoChildren
	}
	n := &mathBlock{closer: closer}
	n.Lines().Append(gtext.NewSegment(segment.Start+at, segment.Stop))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// closes tells whether one of the next lines, up to a blank one, ends with closer.
func closes(source []byte, closer string) bool {
	for range mostMathLines {
		line, rest, _ := bytes.Cut(source, []byte("\n"))
		line = bytes.Trim(line, " \t>")
		if len(line) == 0 || bytes.HasSuffix(line, []byte(closer)) {
			return len(line) > 0
		}
		source = rest
	}
	return false
}

func (mathBlockParser) Continue(node ast.Node, reader gtext.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Close
	}
	n := node.(*mathBlock)
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	if bytes.HasSuffix(bytes.TrimRight(line, " \t\n"), []byte(n.closer)) {
		return parser.Close
	}
	return parser.Continue | parser.NoChildren
}

func (mathBlockParser) Close(ast.Node, gtext.Reader, parser.Context) {}
func (mathBlockParser) CanInterruptParagraph() bool                  { return true }
func (mathBlockParser) CanAcceptIndentedLine() bool                  { return false }
