package document

import (
	"github.com/blogtui/blogtui/internal/diagram"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// diagramLanguage is the language of fences that hold a diagram (Mermaid's own name for it).
const diagramLanguage = "mermaid"

// drawDiagram draws a diagram in the measure or, if it needs more, in as many cells as code may have. Without
// lines the source is to be shown, and why says what kept it from being drawn.
func drawDiagram(c *Code, measure, most int, m theme.Markup) (lines []Line, why string) {
	d, err := diagram.Parse(c.Text)
	if err != nil {
		return nil, err.Error()
	}
	options := diagram.Options{Styles: diagramStyles(m)}
	drawn, note, err := d.Draw(measure, options)
	if err != nil && most > measure {
		drawn, note, err = d.Draw(most, options)
	}
	if err != nil {
		return nil, err.Error()
	}
	for _, line := range drawn {
		for i := range line {
			line[i].Link = 0 // they number the diagram's links, not the document's
		}
		lines = append(lines, Line{Line: line})
	}
	if note != "" {
		lines = append(lines, remark(note, measure, m)...)
	}
	return lines, ""
}

// remark says something about a block below it.
func remark(s string, width int, m theme.Markup) []Line {
	var out []Line
	for _, line := range wrap([]text.Span{{Text: s, SGR: m.CodeLabel}}, width) {
		out = append(out, Line{Line: line.Line})
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
