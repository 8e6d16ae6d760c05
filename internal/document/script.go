package document

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// scriptNode is text that is raised, "x^2^", or lowered, "H~2~O", as Pandoc has it. Between the marks stand
// letters, numbers and a little more: a tilde before a path or around words that are struck out is none.
type scriptNode struct {
	ast.BaseInline
	mark Mark
}

var kindScript = ast.NewNodeKind("Script")

func (*scriptNode) Kind() ast.NodeKind              { return kindScript }
func (n *scriptNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// mostScript is how long what is raised or lowered may be, in bytes.
const mostScript = 64

type scriptParser struct{}

func (scriptParser) Trigger() []byte { return []byte{'^', '~'} }

func (scriptParser) Parse(_ ast.Node, block gtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	mark := line[:1]
	n := bytes.Index(line[1:min(len(line), mostScript)], mark)
	if n < 1 || bytes.HasPrefix(line[n+2:], mark) || block.PrecendingCharacter() == rune(mark[0]) {
		return nil
	}
	if bytes.ContainsFunc(line[1:1+n], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune("+-=().,", r)
	}) {
		return nil
	}
	block.Advance(n + 2)
	s := &scriptNode{mark: Sup}
	if mark[0] == '~' {
		s.mark = Sub
	}
	s.AppendChild(s, ast.NewTextSegment(gtext.NewSegment(segment.Start+1, segment.Start+1+n)))
	return s
}

// The characters that Unicode has raised and lowered, and what they are plainly.
const (
	plainRaised  = "0123456789+-=()abcdefghijklmnoprstuvwxyz"
	raised       = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
	plainLowered = "0123456789+-=()aehijklmnoprstuvx"
	lowered      = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)

// superscript raises s with Unicode's own characters, or shows it as ^(s) where there are none.
func superscript(s string) string { return script(s, plainRaised, raised, "^") }

// subscript lowers s likewise.
func subscript(s string) string { return script(s, plainLowered, lowered, "_") }

func script(s, plain, alphabet, mark string) string {
	letters := []rune(alphabet)
	var b strings.Builder
	for _, r := range s {
		i := strings.IndexRune(plain, r)
		if i < 0 {
			return mark + "(" + s + ")"
		}
		b.WriteRune(letters[i])
	}
	return b.String()
}
