// Package diagram draws Mermaid diagrams in terminal cells.
//
// It owns the way from the source of a diagram to lines of text: reading the statements, laying out
// what they say at a width, joining the lines on a grid of cells, and saying the same in sentences.
// It is pure and knows neither posts nor screens: source in; lines, width and links out. It has no
// colours of its own. What it cannot read is a SyntaxError that names the line; what it cannot fit is
// a WidthError that names the width it needs.
//
//	d, err := diagram.Parse(source)
//	lines, note, err := d.Draw(80, diagram.Options{})
//	sentences := d.Sentences()
//
// A Diagram does not change once it is parsed: it can be drawn at any width, and from many goroutines at once.
//
// The statements are those of the Mermaid documentation, version 11 (https://mermaid.js.org/intro/).
package diagram

import (
	"errors"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// Diagram is one diagram, read and checked, that has no width yet.
type Diagram struct {
	source string
	kind   string
	title  string
	links  []string
	drawn  drawing
}

// drawing is what a kind of diagram must be able to do. draw returns nothing but a *WidthError if the
// diagram does not fit into width cells, and a note if it had to be drawn in another way than asked.
type drawing interface {
	draw(width int) (picture, error)
	sentences() []string
}

// picture is a drawing on its grid.
type picture struct {
	cells  *grid
	legend legend
	note   string
}

// maxSource is the size of the longest source that is read, in bytes, and maxParts how many nodes,
// edges or steps it may have: more than a reader can follow, and few enough to lay out at once.
const (
	maxSource = 64 << 10
	maxParts  = 600
)

// Parse reads the source of a diagram, without its fence. The error is a *SyntaxError.
func Parse(source string) (Diagram, error) {
	d, err := parse(text.Clean(source))
	var fault *SyntaxError
	if errors.As(err, &fault) {
		fault.locate(d.source)
	}
	return d, err
}

func parse(clean string) (Diagram, error) {
	d := Diagram{source: clean}
	if len(d.source) > maxSource {
		return d, &SyntaxError{Line: 1, Reason: "the diagram is too large to draw: split it"}
	}
	s, err := scan(d.source)
	if err != nil {
		return d, err
	}
	d.kind, d.title = s.kind, s.title
	i := slices.IndexFunc(kinds(), func(k kind) bool { return slices.Contains(k.names, s.kind) })
	if i < 0 {
		return d, s.unknown()
	}
	d.drawn, err = kinds()[i].parse(s)
	if err != nil {
		return d, err
	}
	if d.title == "" {
		d.title = s.title // said in a statement
	}
	d.links = s.links
	return d, nil
}

// kind is one kind of diagram, under the names that its first line may have.
type kind struct {
	names []string
	parse func(*source) (drawing, error)
}

func kinds() []kind {
	return []kind{
		{[]string{"sequenceDiagram"}, parseSequence},
		{[]string{"flowchart", "graph", "flowchart-elk"}, parseFlow},
		{[]string{"stateDiagram-v2", "stateDiagram"}, parseState},
		{[]string{"classDiagram", "classDiagram-v2"}, parseClass},
		{[]string{"erDiagram"}, parseEntities},
		{[]string{"pie"}, parsePie},
		{[]string{"gantt"}, parseGantt},
		{[]string{"timeline"}, parseTimeline},
		{[]string{"mindmap"}, parseMindmap},
	}
}

// Kind returns the word that the source begins with, such as "flowchart".
func (d Diagram) Kind() string { return d.kind }

// Title returns the title of the diagram, "" if it has none.
func (d Diagram) Title() string { return d.title }

// Source returns the source that was parsed, made safe to show.
func (d Diagram) Source() string { return d.source }

// Links returns the addresses that boxes are linked to. The link number of a span of a drawn line is
// the index of its address plus one. They are foreign: see text.SafeURL.
func (d Diagram) Links() []string { return d.links }

// Sentences says what the diagram shows, one fact a sentence, in the order of the source.
func (d Diagram) Sentences() []string {
	if d.drawn == nil {
		return nil
	}
	return d.drawn.sentences()
}

// Draw lays the diagram out in at most width cells and returns its lines, without spaces at their
// ends. note says, in one line, what was drawn in another way than the source asks; it is "" if
// nothing was. A diagram that does not fit is a *WidthError, which says what width would do.
func (d Diagram) Draw(width int, options Options) (lines []text.Line, note string, err error) {
	if d.drawn == nil {
		return nil, "", &SyntaxError{Line: 1, Reason: "nothing was parsed"}
	}
	p, err := d.drawn.draw(max(width, 1))
	if err != nil {
		return nil, "", err
	}
	body := p.cells.lines(options)
	return slices.Concat(titleLines(d.title, width, body, options), body, p.legend.lines(width, options)), p.note, nil
}

// Natural returns how many columns the diagram takes if it has all the room that it likes, drawn in the
// direction that the source asks for. It is 0 for a diagram that is drawn to whatever width there is.
func (d Diagram) Natural() int {
	if n, ok := d.drawn.(interface{ natural() int }); ok {
		return n.natural()
	}
	return 0
}

// leastTitle is the width up to which a title is rather wider than its drawing than broken.
const leastTitle = 48

// titleLines is the title over a drawing, centred over it.
func titleLines(title string, width int, body []text.Line, options Options) []text.Line {
	if title == "" {
		return nil
	}
	wide := 0
	for _, l := range body {
		wide = max(wide, l.Width())
	}
	var lines []text.Line
	for _, part := range wrap(title, min(max(wide, leastTitle), max(width, 1))) {
		lines = append(lines, text.Line{
			{Text: strings.Repeat(" ", max(0, (wide-text.Width(part))/2))},
			{Text: part, SGR: options.Styles.Title},
		})
	}
	return append(lines, nil)
}
