package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// The parser takes time that grows with the square of a paragraph's lines and of the brackets in it that
// lead nowhere. Nobody writes what comes to these limits; past them text stays as it is written.
const (
	mostLinesOfParagraph = 1024
	mostOpenBrackets     = 64
	mostParentheses      = 32 // CommonMark 6.3 allows a limit
	mostLinkTail         = 4 << 10
)

// longParagraphs goes on with a paragraph that has too many lines as another one.
type longParagraphs struct{ parser.BlockParser }

func (p longParagraphs) Open(parent ast.Node, reader gtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	last := pc.LastOpenedBlock().Node
	if last == nil || last.Kind() != ast.KindParagraph || last.Lines().Len() < mostLinesOfParagraph {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

func (longParagraphs) CanInterruptParagraph() bool { return true }

// brackets are those that are open in the text that is being parsed.
type brackets struct {
	text ast.Node
	open int
}

// bracketGuard takes a bracket for text before the parser of links sees it: where too many are open, and
// where what follows the closing one cannot be the address of a link.
type bracketGuard struct{}

func (bracketGuard) Trigger() []byte { return []byte{'[', ']'} }

func (bracketGuard) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	c, ok := pc.(scope)
	if !ok {
		return nil
	}
	if c.brackets.text != parent {
		*c.brackets = brackets{text: parent}
	}
	line, segment := block.PeekLine()
	switch {
	case line[0] == '[' && c.brackets.open < mostOpenBrackets:
		c.brackets.open++
		return nil
	case line[0] == ']' && c.brackets.open > 0 && mayBeTail(line[1:]):
		c.brackets.open--
		return nil
	case line[0] == ']' && c.brackets.open == 0:
		return nil
	}
	block.Advance(1)
	return ast.NewTextSegment(gtext.NewSegment(segment.Start, segment.Start+1))
}

// mayBeTail tells whether the rest of a line after a closing bracket may be the address and the title of a
// link (CommonMark 6.3), or is no parenthesis at all.
func mayBeTail(rest []byte) bool {
	if len(rest) == 0 || rest[0] != '(' {
		return true
	}
	rest = bytes.TrimLeft(rest[1:min(len(rest), mostLinkTail)], " \t")
	if len(rest) > 0 && rest[0] == '<' {
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			return false
		}
		rest = rest[end+1:]
	} else {
		size, ok := addressSize(rest)
		if !ok {
			return false
		}
		rest = rest[size:]
	}
	rest = bytes.TrimLeft(rest, " \t")
	if len(rest) == 0 {
		return false
	}
	switch rest[0] {
	case ')', '\n':
		return true
	case '(':
		return bytes.IndexByte(rest, ')') > 0
	case '"', '\'':
		return bytes.IndexByte(rest[1:], rest[0]) >= 0 || bytes.HasSuffix(rest, []byte("\n"))
	}
	return false
}

// addressSize returns the size of the address that s starts with. Its parentheses are balanced, up to one
// that closes what s stands in.
func addressSize(s []byte) (size int, ok bool) {
	depth := 0
	for ; size < len(s) && s[size] > ' '; size++ {
		switch s[size] {
		case '\\':
			if size+1 < len(s) {
				size++
			}
		case '(':
			depth++
		case ')':
			depth--
		}
		switch {
		case depth > mostParentheses:
			return 0, false
		case depth < 0:
			return size, true
		}
	}
	return min(size, len(s)), true
}
