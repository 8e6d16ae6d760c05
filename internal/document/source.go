package document

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/yuin/goldmark/ast"
)

// extent returns the range of a node in the source, in bytes: of its own lines, else of its children. Of a
// heading without words goldmark tells the place in columns if a tab stands before it, which may be behind
// the end.
func (b *builder) extent(n ast.Node) (start, end int) {
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
		}
	}
	start = min(max(n.Pos(), 0), len(b.source))
	end = start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			_, e := b.extent(c)
			end = max(end, e)
		}
	}
	return start, end
}

// Fence reads the info string of a fence. The language is its first word, up to what renderers have behind it
// (python{3-5}, rust,ignore, js:title=a.js) or with what they have around it ({.python}); the title is the name of a
// file, title="…".
func Fence(n *ast.FencedCodeBlock, source []byte) (language, title string) {
	if n.Info == nil {
		return "", ""
	}
	s := strings.TrimLeft(strings.TrimSpace(unescape(n.Info.Segment.Value(source))), "{.")
	end := strings.IndexAny(s, " \t,:{}")
	if end < 0 {
		end = len(s)
	}
	language, rest := s[:end], s[end:]
	for _, key := range [...]string{"title=", "file=", "filename=", "name="} {
		if i := strings.Index(rest, key); i > 0 && strings.IndexByte(" \t,:{", rest[i-1]) >= 0 {
			title = unquote(rest[i+len(key):])
			break
		}
	}
	return strings.ToLower(text.CleanLine(language)), text.CleanLine(title)
}

// unquote returns the value that s starts with: in quotes, or up to a space or comma.
func unquote(s string) string {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return s[1 : 1+end]
		}
	}
	if end := strings.IndexAny(s, " ,}"); end >= 0 {
		s = s[:end]
	}
	return s
}

// HeadingID makes the identifier of a heading as GitHub does: lower case, spaces as hyphens, punctuation
// gone. Of several headings that have the same, all but the first are given a number.
func HeadingID(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(s)) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// blankTitle overwrites with spaces a first line "# title", so that everything after it keeps its place.
func blankTitle(source []byte, title string) {
	start := len(source) - len(bytes.TrimLeft(source, " \n"))
	line, _, _ := bytes.Cut(source[start:], []byte("\n"))
	heading, found := bytes.CutPrefix(line, []byte("# "))
	if !found || title == "" || text.CleanLine(string(heading)) != title {
		return
	}
	for i := range line {
		line[i] = ' '
	}
}
