package document

import (
	"errors"
	"fmt"

	"github.com/blogtui/blogtui/internal/diagram"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// diagramLanguage is the language of fences that hold a diagram (Mermaid's own name for it).
const diagramLanguage = "mermaid"

// legibleDiagram is the width that a diagram which is panned has at least, if that helps to keep its labels in
// their boxes, and mostDiagram the width from which on nobody would follow a line of it. In cells.
const (
	legibleDiagram = 80
	mostDiagram    = 600
)

// Draws tells whether the block is to be drawn, rather than shown as the code that it is.
func (d *Document) Draws(block int) bool {
	b := d.Block(block)
	return b != nil && b.Kind == CodeBlock && d.Listing(block).Language == diagramLanguage
}

// diagramRoom is what a diagram may be drawn in, in cells: best in the measure, else in the most that there
// is, else as wide as it must be, if it can be panned then.
type diagramRoom struct {
	measure, most int
	pan           bool
}

// draw draws a diagram. Without lines the source is to be shown, and why says what kept it from being drawn.
func (r diagramRoom) draw(c *Code, m theme.Markup) (lines []Line, why string) {
	d, err := diagram.Parse(c.Text)
	if err != nil {
		return nil, err.Error()
	}
	options := diagram.Options{Styles: diagramStyles(m)}
	drawn, note, err := d.Draw(r.measure, options)
	if err != nil && r.most > r.measure {
		drawn, note, err = d.Draw(r.most, options)
	}
	var tooWide *diagram.WidthError
	if r.pan && errors.As(err, &tooWide) && tooWide.Needs <= mostDiagram {
		drawn, note, err = d.Draw(max(tooWide.Needs, legibleDiagram), options)
	}
	if err != nil {
		return nil, err.Error()
	}
	lines = drawnLines(drawn, len(c.Text), r.most)
	if note != "" {
		lines = append(lines, remark(note, r.measure, len(c.Text), m)...)
	}
	return lines, ""
}

// drawnLines are the lines of a drawing, which can be panned if one is wider than room. Each stands for as much
// of the source, whose length is given in bytes, as there is of the drawing above it.
func drawnLines(drawn []text.Line, source, room int) []Line {
	wide := false
	for _, line := range drawn {
		wide = wide || line.Width() > room
	}
	lines := make([]Line, len(drawn))
	for i, line := range drawn {
		for n := range line {
			line[n].Link = 0 // they number the diagram's links, not the document's
		}
		lines[i] = Line{Line: line, Drawn: true, Wide: wide, Offset: source * i / len(drawn)}
	}
	return lines
}

// remark says something about a block below it, whose text has so many bytes.
func remark(s string, width, bytes int, m theme.Markup) []Line {
	var out []Line
	for _, line := range wrap([]text.Span{{Text: s, SGR: m.CodeLabel}}, width) {
		out = append(out, Line{Line: line.Line, Offset: bytes})
	}
	return out
}

func diagramStyles(m theme.Markup) diagram.Styles {
	return diagram.Styles{
		Box: m.TableRule, Text: m.CodeText, Edge: m.Marker, Label: m.CodeLabel, Group: m.TableRule, GroupText: m.Term,
		Note: m.Warning, NoteText: m.CodeText, Axis: m.TableRule,
		Bar: m.Marker, BarDone: m.CodeLabel, BarActive: m.Tip, BarLate: m.Caution,
		Title: m.Summary, Legend: m.CodeLabel,
	}
}

// FullDiagram is a diagram set to stand alone on a screen: as its author wanted it, however wide that is.
type FullDiagram struct {
	lines []Line
	width int
}

// NewFullDiagram draws the diagram of a block for a screen that is so many cells wide. The error says why it
// cannot be drawn.
func NewFullDiagram(d *Document, block, width int, s *theme.Styles) (*FullDiagram, error) {
	c := d.Listing(block)
	parsed, err := diagram.Parse(c.Text)
	if err != nil {
		return nil, fmt.Errorf("cannot draw the diagram: %w", err)
	}
	natural := min(max(parsed.Natural(), width), mostDiagram)
	options := diagram.Options{Styles: diagramStyles(s.Markup)}
	drawn, note, err := parsed.Draw(natural, options)
	var tooWide *diagram.WidthError
	if errors.As(err, &tooWide) && tooWide.Needs <= mostDiagram {
		drawn, note, err = parsed.Draw(tooWide.Needs, options)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot draw the diagram: %w", err)
	}
	f := &FullDiagram{lines: drawnLines(drawn, len(c.Text), width)}
	if note != "" {
		f.lines = append(f.lines, remark(note, width, len(c.Text), s.Markup)...)
	}
	for _, line := range f.lines {
		f.width = max(f.width, line.Width())
	}
	return f, nil
}

// Len returns how many rows there are, with the first, which holds nothing: a diagram has no header.
func (f *FullDiagram) Len() int { return len(f.lines) + 1 }

// Columns returns where the one column begins and ends.
func (f *FullDiagram) Columns() []int { return []int{0, f.width} }

// Row returns the lines of a row: one.
func (f *FullDiagram) Row(i int) []Line {
	if i == 0 {
		return nil
	}
	return f.lines[i-1 : i]
}
