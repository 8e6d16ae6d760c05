package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/text"
)

// columns is the width of the terminal that code must fit if nobody says another, in cells.
const columns = 80

func (b *pass) headings(a *article) {
	before := 1 // the title
	walk(b, a, func(n *ast.Heading) {
		switch {
		case n.Level == 1 && before > 1:
			b.report(a, at(n), "a heading of the first level within the post: that is the title's; use ##")
		case n.Level > before+1:
			b.report(a, at(n), "a heading of level %d below one of level %d: a level is left out", n.Level, before)
		}
		before = n.Level
	})
}

func (b *pass) languages(a *article) {
	walk(b, a, func(n *ast.FencedCodeBlock) {
		switch language, _ := document.Fence(n, a.body); {
		case language == "":
			b.report(a, at(n), "code without a language has no colours: name one, or text")
		case !document.KnownLanguage(language):
			b.report(a, at(n), "the language %q is not known and has no colours", language)
		}
	})
}

func (b *pass) width(a *article) {
	walk(b, a, func(n *ast.FencedCodeBlock) {
		if language, _ := document.Fence(n, a.body); language == diagramLanguage { // it has a rule of its own
			return
		}
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			code := strings.TrimRight(string(line.Value(a.body)), "\r\n")
			if w := text.Width(text.ExpandTabs(text.Clean(code))); w > b.columns {
				b.report(a, line.Start, "a line of code is %d cells wide, %d more than a terminal of %d", w, w-b.columns, b.columns)
			}
		}
	})
}

// tables reports tables whose longest words alone are wider than a terminal: the reader has to pan them.
func (b *pass) tables(a *article) {
	const gap = 3 // cells between two columns
	walk(b, a, func(n *extast.Table) {
		var widths []int
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			column := 0
			for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
				if column == len(widths) {
					widths = append(widths, 0)
				}
				for word := range strings.FieldsSeq(text.Clean(plain(cell, a.body))) {
					widths[column] = max(widths[column], text.Width(word))
				}
				column++
			}
		}
		needs := max(len(widths)-1, 0) * gap
		for _, w := range widths {
			needs += w
		}
		if needs > b.columns {
			b.report(a, at(n), "the longest words of a table take %d cells, %d more than a terminal of %d", needs, needs-b.columns, b.columns)
		}
	})
}

// plain is the text of a node.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// characters reports what a terminal could obey or be fooled by: all that text.Clean would replace.
func (b *pass) characters(a *article) {
	for i := 0; i < len(a.body); {
		r, size := utf8.DecodeRune(a.body[i:])
		if r >= utf8.RuneSelf || r < ' ' || r == utf8.RuneError || r == 0x7f {
			switch {
			case r == utf8.RuneError && size == 1:
				b.report(a, i, "this is no UTF-8")
			case r == '\n', r == '\r', r == '\t', r == '\u200d', r == '\u200c':
			case unicode.Is(unicode.Cc, r):
				b.report(a, i, "a control character, %U", r)
			case text.Clean(string(r)) != string(r):
				b.report(a, i, "the character %U is invisible and can turn or hide text", r)
			}
		}
		i += size
	}
}
