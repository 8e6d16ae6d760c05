package layout

// The sizes from which the reader shows more, and those of its outline.
const (
	roomyReader   = 12 // rows: the head has its second line and its space
	tallReader    = 18 // rows: the head has a third line, if there is something to say in it
	leastReader   = 4  // rows: there is a head
	wideReader    = 120
	leastOutline  = 28
	mostOutline   = 52
	outlineMargin = 2 // cells before the outline
)

// Reader is where the parts of the reader stand, in cells.
type Reader struct {
	Left    int  // before the text column
	Measure int  // of the text column
	Code    int  // what code and tables may use, from the left of the text column
	Above   int  // free rows above the head
	Said    int  // rows of the head with something in them: title, facts, series
	Head    int  // rows above the text: those, and the space below them
	Rows    int  // rows of text
	Outline Rect // the sections at the right, on wide screens
}

// NewReader lays out the reader. The text column has the measure, or the whole width if that is 0; the outline
// is left out if there is nothing to show in it, and so is the line of a series.
func NewReader(width, height, measure int, outline, series bool) Reader {
	g := Reader{Said: 2}
	space, tail := 1, 1 // free rows above and below the text
	switch {
	case series && height >= tallReader:
		g.Said = 3
	case height < leastReader:
		g.Said, space, tail = 0, 0, 0
	case height < roomyReader:
		g.Said, space, tail = 1, 0, 0
	}
	if height >= airyHeight {
		g.Above = 1
	}
	g.Head = g.Above + g.Said + space
	g.Rows = max(height-g.Head-tail, 1)
	room := width
	if outline && width >= wideReader && g.Said > 1 {
		w := min(max(width-measure-2*outlineMargin-2, leastOutline), mostOutline)
		g.Outline = Rect{width - w, g.Head, w, g.Rows}
		room -= w + outlineMargin
	}
	margin := 2
	switch {
	case width < leastWidth:
		margin = 0
	case width < narrowWidth:
		margin = 1
	}
	g.Measure = max(room-2*margin, 1)
	if measure > 0 {
		g.Measure = min(g.Measure, measure)
	}
	g.Left = max((room-g.Measure)/2, 0)
	g.Code = max(room-g.Left-margin, 1)
	return g
}
