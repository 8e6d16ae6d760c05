package document

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// maxColoured is the size in bytes up to which code is coloured: lexers are regular expressions, and the
// reader would wait for longer ones.
const maxColoured = 32 << 10

// Colour returns the lines of a block of code with the colours of its language, as many as the code has.
// It takes milliseconds: not for the user interface's own loop. Code without a language, in an unknown
// one or too long comes back plain.
func Colour(c Code, s *theme.Styles) []text.Line {
	lexer := lexerFor(c)
	if lexer == nil {
		return plainCode(c, s)
	}
	all, err := tokens(lexer, c)
	if err != nil {
		return plainCode(c, s)
	}
	want := codeLines(c.Text)
	var out []text.Line
	for _, pieces := range chroma.SplitTokensIntoLines(all) {
		var line text.Line
		for _, t := range pieces {
			if v := strings.TrimRight(t.Value, "\r\n"); v != "" {
				line = append(line, text.Span{Text: v, SGR: colourOf(t.Type, s)})
			}
		}
		out = append(out, line)
	}
	if len(out) > len(want) {
		out = out[:len(want)]
	}
	for i, line := range out {
		if line.Text() != want[i] { // a lexer that changes the text is not to be trusted with it
			return plainCode(c, s)
		}
		out[i] = expandTabs(line)
	}
	if len(out) < len(want) {
		return plainCode(c, s)
	}
	return out
}

func colourOf(t chroma.TokenType, s *theme.Styles) string {
	if sgr := s.Code.SGR(t); sgr != "" {
		return sgr
	}
	return s.Markup.CodeText
}

func plainCode(c Code, s *theme.Styles) []text.Line {
	lines := codeLines(c.Text)
	out := make([]text.Line, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = text.Line{{Text: text.ExpandTabs(line), SGR: s.Markup.CodeText}}
		}
	}
	return out
}

// codeLines splits code into its lines; the last line feed ends the last line.
func codeLines(code string) []string {
	if code == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(code, "\n"), "\n")
}

// expandTabs replaces the tabs of a coloured line, whose stops count from the start of the line.
func expandTabs(line text.Line) text.Line {
	if !strings.Contains(line.Text(), "\t") {
		return line
	}
	out := make(text.Line, 0, len(line))
	before := ""
	for _, s := range line {
		so := text.ExpandTabs(before)
		before += s.Text
		s.Text = strings.TrimPrefix(text.ExpandTabs(before), so)
		out = append(out, s)
	}
	return out
}
