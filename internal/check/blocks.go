package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"

	"github.com/blogtui/blogtui/internal/text"
)

// columns is the width of the terminal that code must fit if nobody says another, in cells.
const columns = 80

func (b *blog) headings(a *article) {
	before := 1 // the title
	walk(a, func(n *ast.Heading) {
		switch {
		case n.Level == 1 && before > 1:
			b.report(a, at(n), "a heading of the first level within the post: that is the title's; use ##")
		case n.Level > before+1:
			b.report(a, at(n), "a heading of level %d below one of level %d: a level is left out", n.Level, before)
		}
		before = n.Level
	})
}

func (b *blog) languages(a *article) {
	walk(a, func(n *ast.FencedCodeBlock) {
		language := strings.TrimLeft(string(n.Language(a.body)), "{.")
		if i := strings.IndexAny(language, "{}:,"); i >= 0 {
			language = language[:i]
		}
		switch {
		case language == "":
			b.report(a, at(n), "code without a language has no colours: name one, or text")
		case !known(strings.ToLower(language)):
			b.report(a, at(n), "the language %q is not known and has no colours", text.CleanLine(language))
		}
	})
}

// known tells whether a fence of that language is coloured, drawn, or plain on purpose.
func known(language string) bool {
	switch language {
	case "text", "plain", "plaintext", "txt", "output", "console", diagramLanguage, "none":
		return true
	}
	return lexers.Get(language) != nil
}

func (b *blog) width(a *article) {
	walk(a, func(n *ast.FencedCodeBlock) {
		if strings.ToLower(string(n.Language(a.body))) == diagramLanguage { // it has a rule of its own
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

// characters reports what a terminal could obey or be fooled by: all that text.Clean would replace.
func (b *blog) characters(a *article) {
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
