package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Footnotes are GitHub's: "[^name]" in the text, "[^name]: what it says" anywhere on a line of its own,
// with further lines and blocks indented by four. They are numbered as the text names them, shown at the
// end, and can be far from what names them, which is why the parser's own are not used.

// noteNode is the definition of a footnote.
type noteNode struct {
	ast.BaseBlock
	name string
}

// markerNode is a place that names a footnote.
type markerNode struct {
	ast.BaseInline
	name   string
	number int
}

// The kinds of the nodes.
var (
	kindNote   = ast.NewNodeKind("Note")
	kindMarker = ast.NewNodeKind("NoteMarker")
)

func (*noteNode) Kind() ast.NodeKind   { return kindNote }
func (*markerNode) Kind() ast.NodeKind { return kindMarker }

func (n *noteNode) Dump(source []byte, level int)   { ast.DumpHelper(n, source, level, nil, nil) }
func (n *markerNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// mostName is how long the name of a footnote may be, in bytes: as long as a link label.
const mostName = 999

// noteName returns the name that s, which follows a bracket, starts with, "" if with none, and where s
// goes on.
func noteName(s []byte) (name string, end int) {
	if len(s) < 3 || s[0] != '^' {
		return "", 0
	}
	end = bytes.IndexByte(s[:min(len(s), mostName)], ']')
	if end < 2 || bytes.ContainsAny(s[1:end], "[ \t\n") {
		return "", 0
	}
	return string(s[1:end]), end + 1
}

type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || line[at] != '[' {
		return nil, parser.NoChildren
	}
	name, end := noteName(line[at+1:])
	if at += 1 + end; name == "" || at >= len(line) || line[at] != ':' {
		return nil, parser.NoChildren
	}
	reader.Advance(at + 1)
	return &noteNode{name: name}, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader gtext.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, gtext.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                  { return true }
func (noteParser) CanAcceptIndentedLine() bool                  { return false }

type markerParser struct{}

func (markerParser) Trigger() []byte { return []byte{'['} }

func (markerParser) Parse(_ ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	name, end := noteName(line[1:])
	c, ok := pc.(scope)
	if name == "" || !ok || c.index.numbers[name] == 0 {
		return nil
	}
	block.Advance(1 + end)
	return &markerNode{name: name, number: c.index.numbers[name]}
}
