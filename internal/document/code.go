package document

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
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
	iterator, err := chroma.Coalesce(lexer).Tokenise(nil, c.Text)
	if err != nil {
		return plainCode(c, s)
	}
	want := codeLines(c.Text)
	var out []text.Line
	for _, tokens := range chroma.SplitTokensIntoLines(iterator.Tokens()) {
		var line text.Line
		for _, t := range tokens {
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

// lexerFor returns the lexer of the code's language, nil if it is to stay plain. Without a language
// there is none: guessing costs more than it gives.
func lexerFor(c Code) chroma.Lexer {
	switch c.Language {
	case "", "text", "txt", "plain", "plaintext", "output", "mermaid":
		return nil
	case "console", "shell-session":
		return lexers.Get("console")
	}
	if len(c.Text) > maxColoured {
		return nil
	}
	return lexers.Get(c.Language)
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

// frame is how code is set: a rule that names language and file, the code indented, a rule.
const codeIndent = 2

// codeBlock lays code out: never wrapped, so its lines may be wider than width.
func codeBlock(c Code, coloured []text.Line, width int, m theme.Markup) []Line {
	label := strings.TrimSpace(c.Language + "  " + c.Title)
	out := []Line{{Line: titled(label, width, m)}}
	offset := 0
	source := codeLines(c.Text)
	for i, line := range coloured {
		indented := append(text.Plain(strings.Repeat(" ", codeIndent)), line...)
		out = append(out, Line{Line: indented, Fixed: codeIndent, Wide: true, Offset: offset})
		offset += len(source[i]) + 1
	}
	return append(out, Line{Line: text.Line{{Text: strings.Repeat("─", width), SGR: m.TableRule}}, Offset: offset})
}

// titled is a rule of width cells with a label in it.
func titled(label string, width int, m theme.Markup) text.Line {
	label = text.Truncate(label, width-4)
	if label == "" {
		return text.Line{{Text: strings.Repeat("─", width), SGR: m.TableRule}}
	}
	rest := width - 3 - text.Width(label)
	return text.Line{
		{Text: "─ ", SGR: m.TableRule},
		{Text: label, SGR: m.CodeLabel},
		{Text: " " + strings.Repeat("─", max(rest, 0)), SGR: m.TableRule},
	}
}
