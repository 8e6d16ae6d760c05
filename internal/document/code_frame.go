package document

import (
	"fmt"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// codeIndent is the cells before a line of code, where the marks of what is wrapped and panned stand.
const codeIndent = 2

// wrapMark stands before the further lines of a line of code that was wrapped.
const wrapMark = "↪ "

// codeFrame is how code is set: a rule that names language and file, the code indented, a rule. Lines
// are as wide as they are unless they are to be wrapped.
type codeFrame struct {
	rule    int  // cells of the rules
	wrap    int  // cells that a line may have with all that stands before it; 0: as many as it has
	numbers bool // lines have numbers
	markup  theme.Markup
}

// lines lays out code, whose coloured lines are as many as it has.
func (f codeFrame) lines(c Code, coloured []text.Line) []Line {
	label := strings.TrimSpace(c.Language + "  " + c.Title)
	out := []Line{{Line: titled(label, f.rule, f.markup)}}
	digits := 0
	if f.numbers {
		digits = len(itoa(len(coloured)))
	}
	offset := 0
	for i, source := range codeLines(c.Text) {
		number := ""
		if f.numbers {
			number = fmt.Sprintf("%*d", digits, i+1)
		}
		out = f.line(out, number, digits, coloured[i], codeParts(source, offset), offset)
		offset += len(source) + 1
	}
	return append(out, Line{Line: text.Line{{Text: strings.Repeat("─", f.rule), SGR: f.markup.TableRule}}, Offset: offset})
}

// line appends a line of code that starts at offset, or the lines that it is wrapped to.
func (f codeFrame) line(out []Line, number string, digits int, code text.Line, parts []Part, offset int) []Line {
	fixed := digits + codeIndent
	code = text.Whole(code)
	rows := []text.Range{{Start: 0, End: len(code.Text())}}
	if f.wrap > 0 {
		rows = wrapCode(code.Text(), max(f.wrap-fixed, 1))
	}
	for i, row := range rows {
		lead := text.Line{{Text: number, SGR: f.markup.CodeLabel}, {Text: strings.Repeat(" ", codeIndent)}}
		if i > 0 {
			lead = text.Line{{Text: strings.Repeat(" ", digits)}, {Text: wrapMark, SGR: f.markup.More}}
		}
		shown := clip(parts, row)
		if len(shown) > 0 {
			offset = shown[0].From
		}
		shift(shown, len(lead.Text()))
		line := append(slices.Clip(lead), text.Slice(code, row.Start, row.End)...)
		out = append(out, Line{Line: line, Fixed: fixed, Wide: f.wrap == 0, Offset: offset, Parts: shown})
	}
	return out
}

// wrapCode breaks a line of code like a word that is too long: no space may go.
func wrapCode(code string, width int) []text.Range {
	if text.Width(code) <= width {
		return []text.Range{{Start: 0, End: len(code)}}
	}
	return text.Wrap(strings.ReplaceAll(code, " ", "_"), width)
}

// codeParts tells which part of a line of code, which stands at offset in the code, its text without
// tabs shows.
func codeParts(source string, offset int) []Part {
	var out []Part
	at, column := 0, 0
	for from := 0; from < len(source); {
		size := strings.IndexByte(source[from:], '\t')
		shown := size
		switch {
		case size < 0:
			size = len(source) - from
			shown = size
			column += text.Width(source[from:])
		case size > 0:
			column += text.Width(source[from : from+size])
		default:
			size, shown = 1, text.TabStop-column%text.TabStop
			column += shown
		}
		out = append(out, Part{at, at + shown, offset + from, offset + from + size})
		at += shown
		from += size
	}
	return out
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
