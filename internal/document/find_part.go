package document

import "github.com/blogtui/blogtui/internal/text"

// Part tells which text of its block a stretch of a line shows: the bytes from At to End of the line show
// the bytes from From to To of the text. Both are equally long, but for a tab.
type Part struct{ At, End, From, To int }

// Marks returns the stretches of the line, in bytes, that show text of its block between two of its bytes.
func (l Line) Marks(from, to int) []text.Range {
	var out []text.Range
	for _, p := range l.Parts {
		a, b := max(from, p.From), min(to, p.To)
		switch {
		case a >= b:
		case p.End-p.At != p.To-p.From: // a tab is marked as a whole
			out = append(out, text.Range{Start: p.At, End: p.End})
		default:
			out = append(out, text.Range{Start: p.At + a - p.From, End: p.At + b - p.From})
		}
	}
	return out
}

// clip returns the parts within a stretch of a line, as parts of the line that the stretch becomes.
func clip(parts []Part, r text.Range) []Part {
	var out []Part
	for _, p := range parts {
		at, end := max(p.At, r.Start), min(p.End, r.End)
		if at >= end {
			continue
		}
		if p.End-p.At == p.To-p.From {
			p.From, p.To = p.From+at-p.At, p.To-(p.End-end)
		}
		out = append(out, Part{at - r.Start, end - r.Start, p.From, p.To})
	}
	return out
}

// shift moves parts to the right, by so many bytes of their line.
func shift(parts []Part, bytes int) {
	for i := range parts {
		parts[i].At += bytes
		parts[i].End += bytes
	}
}
