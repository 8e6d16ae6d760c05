package document

import (
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// Options say how a document is laid out.
type Options struct {
	// Width is the measure of text; CodeWidth is what tables may use and code is framed in. In cells.
	Width, CodeWidth int
	Styles           *theme.Styles
	WrapCode         bool // long lines of code are wrapped, with a mark, and not wide
	NumberCode       bool // lines of code have numbers
	PanDiagrams      bool // a diagram that is too wide is drawn as wide as it must be, and not shown as its source
	Fold             bool // what a Summary stands over is hidden at first, unless the post has it open
}

// Line is a line of the laid-out document.
type Line struct {
	text.Line
	// Fixed is how many cells at the left stay where they are when a wide line is panned.
	Fixed int
	// Wide tells that the line may be wider than the measure and can be panned.
	Wide bool
	// Drawn tells that the line is part of a drawing, and shows no text of its block as it stands there.
	Drawn bool
	// Offset is the byte of the block's text at which the line starts; negative before the block.
	Offset int
	// Parts tell which text of the block the line shows, in the order in which it stands in the line.
	Parts []Part
}

// Cursor is a line of a laid-out document: a block and one of its lines.
type Cursor struct{ Block, Line int }

// Layout is a document laid out at one width in one theme. Blocks are laid out when first asked for. It
// serves one goroutine.
type Layout struct {
	doc    *Document
	opts   Options
	drawer *drawer
	lines  *lineCache
	colour map[int][]text.Line // coloured lines of code, by block
	folded map[int]bool        // by Summary, where it was said
	notes  map[int][]string    // footnotes that are shown under blocks
}

// NewLayout prepares the layout of d. It lays nothing out.
func NewLayout(d *Document, o Options) *Layout {
	o.Width = max(o.Width, 1)
	o.CodeWidth = max(o.CodeWidth, o.Width)
	drawer := newDrawer(o.Styles)
	drawer.plain = d.plain
	return &Layout{doc: d, opts: o, drawer: drawer, lines: newLineCache(), colour: map[int][]text.Line{}, folded: map[int]bool{}, notes: map[int][]string{}}
}

// Document returns what is laid out.
func (l *Layout) Document() *Document { return l.doc }

// Lines returns the lines of a block, with the blank ones before it; none if it is folded away.
func (l *Layout) Lines(block int) []Line {
	lines, ok := l.lines.get(block)
	if !ok {
		lines = l.layOut(block)
		l.lines.put(block, lines)
	}
	return lines
}

func (l *Layout) layOut(i int) []Line {
	if l.doc.Block(i) == nil {
		return nil
	}
	if _, hidden := l.hidden(i); hidden {
		return nil
	}
	own := l.lay(i, nil)
	return append(own, l.notesUnder(i, own)...)
}

// lay lays a block out behind what stands before all of its lines.
func (l *Layout) lay(i int, outer text.Line) []Line {
	b, m := l.doc.Block(i), l.opts.Styles.Markup
	limit := l.opts.Width - outer.Width()
	limit -= min(limit, 10)
	before := func(pieces []piece) text.Line { return append(slices.Clone(outer), prefix(pieces, limit, m)...) }
	first, rest := before(b.first), before(b.rest)
	var out []Line
	gaps := b.gaps
	if i == l.doc.First() {
		gaps = 0
	}
	for range gaps {
		out = append(out, Line{Line: before(b.gap), Offset: -1})
	}
	indent := max(first.Width(), rest.Width())
	for n, line := range l.body(b, i, indent) {
		lead := rest
		if n == 0 {
			lead = first
		}
		line.Line = append(append(text.Line{}, lead...), line.Line...)
		shift(line.Parts, len(lead.Text()))
		if line.Wide {
			line.Fixed += indent
		}
		out = append(out, line)
	}
	return out
}

// body lays the block itself out, beside a prefix of indent cells.
func (l *Layout) body(b *Block, i, indent int) []Line {
	m := l.opts.Styles.Markup
	width := max(l.opts.Width-indent, 1)
	switch b.Kind {
	case CodeBlock:
		code, why := l.doc.Listing(i), ""
		if l.doc.Draws(i) {
			var drawn []Line
			room := diagramRoom{measure: width, most: max(l.opts.CodeWidth-indent, 1), pan: l.opts.PanDiagrams}
			if drawn, why = room.draw(code, m); why == "" {
				return drawn
			}
		}
		coloured, ok := l.colour[i]
		if !ok {
			coloured = plainCode(*code, l.opts.Styles)
		}
		f := codeFrame{rule: width, numbers: l.opts.NumberCode, markup: m}
		if l.opts.WrapCode {
			f.wrap = max(l.opts.CodeWidth-indent, 1)
		}
		lines := f.lines(*code, coloured)
		if why != "" {
			lines = append(lines, remark("not drawn: "+why, width, len(code.Text), m)...)
		}
		return lines
	case TableBlock:
		g := newGrid(b.Table, func(cell []Run, head bool) []text.Span {
			spans := l.drawer.draw(cell, 0)
			if head {
				for i := range spans {
					spans[i].SGR += m.TableHead
				}
			}
			return spans
		})
		return g.lines(max(l.opts.CodeWidth-indent, 1), m)
	case Rule:
		return []Line{{Line: text.Line{{Text: strings.Repeat("─", width), SGR: m.Rule}}}}
	case HeadingBlock:
		return wrapRuns(l.drawer.draw(b.Runs, b.Level), b.Runs, width)
	}
	spans := l.drawer.draw(b.Runs, 0)
	if b.Kind == Summary && l.Folded(i) && len(spans) > 0 {
		spans[0].Text = strings.Replace(spans[0].Text, unfoldedMark, foldedMark, 1)
	}
	if sgr := blockSGR(b, m); sgr != "" {
		for i := range spans {
			spans[i].SGR += sgr
		}
	}
	return wrapRuns(spans, b.Runs, width)
}

// blockSGR is what a whole block of its kind is drawn in.
func blockSGR(b *Block, m theme.Markup) string {
	switch b.Kind {
	case AlertTitle:
		return alerts[b.Alert].role.sgr(m) + "\x1b[1m"
	case Summary:
		return m.Summary
	case HTML:
		return m.HTML
	case Term:
		return m.Term
	}
	return ""
}

// wrap breaks a leaf into lines.
func wrap(spans []text.Span, width int) []Line {
	return wrapped(spans, text.Wrap(text.Line(spans).Text(), width))
}

// wrapRuns is wrap for runs of which some are not divided. To who breaks lines these have no spaces.
func wrapRuns(spans []text.Span, runs []Run, width int) []Line {
	if !slices.ContainsFunc(runs, func(r Run) bool { return r.Mark&Math != 0 }) {
		return wrap(spans, width)
	}
	var s strings.Builder
	for _, r := range runs {
		if r.Mark&Math != 0 {
			s.WriteString(strings.ReplaceAll(r.Text, " ", "_"))
		} else {
			s.WriteString(r.Text)
		}
	}
	return wrapped(spans, text.Wrap(s.String(), width))
}

func wrapped(spans []text.Span, ranges []text.Range) []Line {
	out := make([]Line, len(ranges))
	spans = text.Whole(spans)
	for i, r := range ranges {
		out[i] = Line{Line: text.Slice(spans, r.Start, r.End), Offset: r.Start, Parts: []Part{{0, r.End - r.Start, r.Start, r.End}}}
	}
	return out
}

// SetColour gives a block of code the lines that Colour made of it.
func (l *Layout) SetColour(block int, lines []text.Line) {
	l.colour[block] = lines
	l.lines.drop(block)
}

// Uncoloured returns the blocks of code in the window that could have colours and have none yet.
func (l *Layout) Uncoloured(c Cursor, height int) []int {
	var out []int
	rows := -c.Line
	for i := l.clamp(c).Block; i >= 0 && rows < height; i = l.doc.Next(i) {
		if b := l.doc.Block(i); b != nil && b.Kind == CodeBlock {
			if _, ok := l.colour[i]; !ok && lexerFor(*l.doc.Listing(i)) != nil {
				out = append(out, i)
			}
		}
		rows += len(l.Lines(i))
	}
	return out
}
