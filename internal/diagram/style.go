package diagram

// Options say how a diagram is written, not how it is laid out.
type Options struct {
	// ASCII draws lines and arrows for terminals without UTF-8. Labels stay as they are.
	ASCII  bool
	Styles Styles
}

// Styles are the SGR sequences (ECMA-48) of the parts of a diagram; empty is the terminal's own.
type Styles struct {
	Box, Text          string // outlines of boxes, and what stands in them
	Edge, Label        string // lines and arrows, and what stands on them
	Group, GroupText   string // frames round boxes or steps, and their titles
	Note, NoteText     string
	Axis               string // lifelines, axes, branches
	Bar, BarDone       string // bars of charts; those of work that is done
	BarActive, BarLate string // work under way, and critical work
	Title, Legend      string
}

// role is the part that a cell plays.
type role uint8

const (
	roleNone role = iota
	roleBox
	roleText
	roleEdge
	roleLabel
	roleGroup
	roleGroupText
	roleNote
	roleNoteText
	roleAxis
	roleBar
	roleBarDone
	roleBarActive
	roleBarLate
	roleLegend
)

func (s *Styles) sgr(r role) string {
	switch r {
	case roleBox:
		return s.Box
	case roleText:
		return s.Text
	case roleEdge:
		return s.Edge
	case roleLabel:
		return s.Label
	case roleGroup:
		return s.Group
	case roleGroupText:
		return s.GroupText
	case roleNote:
		return s.Note
	case roleNoteText:
		return s.NoteText
	case roleAxis:
		return s.Axis
	case roleBar:
		return s.Bar
	case roleBarDone:
		return s.BarDone
	case roleBarActive:
		return s.BarActive
	case roleBarLate:
		return s.BarLate
	case roleLegend:
		return s.Legend
	}
	return ""
}
