package diagram

import "slices"

// outlines are the outlines that stand for shapes by their names: the short name of the documentation, then its others
// (https://mermaid.js.org/syntax/flowchart.html#complete-list-of-new-shapes). Where a terminal cannot draw a figure the
// outline is one that has the same character: cut, slanted or round in the same places. All other figures, such as
// documents, whose edge is a wave, are boxes.
func outlines() []outline {
	return []outline{
		{roundShape, []string{"rounded", "event", "roundedRect"}},
		{stadiumShape, []string{"stadium", "terminal", "pill"}},
		{stadiumShape, []string{"delay", "half-rounded-rectangle"}},
		{stadiumShape, []string{"curv-trap", "curved-trapezoid", "display"}},
		{subroutineShape, []string{"fr-rect", "subprocess", "subproc", "framed-rectangle", "subroutine"}},
		{subroutineShape, []string{"lin-rect", "lined-rectangle", "lined-process", "lin-proc", "shaded-process"}},
		{cylinderShape, []string{"cyl", "db", "database", "cylinder"}},
		{cylinderShape, []string{"h-cyl", "das", "horizontal-cylinder"}},
		{cylinderShape, []string{"lin-cyl", "disk", "lined-cylinder"}},
		{cylinderShape, []string{"bow-rect", "stored-data", "bow-tie-rectangle"}},
		{cylinderShape, []string{"datastore", "data-store"}},
		{circleShape, []string{"circle", "circ"}},
		{circleShape, []string{"sm-circ", "start", "small-circle", "stateStart"}},
		{circleShape, []string{"f-circ", "junction", "filled-circle"}},
		{circleShape, []string{"cross-circ", "summary", "crossed-circle"}},
		{doubleCircleShape, []string{"dbl-circ", "double-circle", "doublecircle"}},
		{doubleCircleShape, []string{"fr-circ", "stop", "framed-circle", "stateEnd"}},
		{decisionShape, []string{"diam", "decision", "diamond", "question"}},
		{hexagonShape, []string{"hex", "hexagon", "prepare"}},
		{hexagonShape, []string{"notch-pent", "loop-limit", "notched-pentagon"}},
		{leanRightShape, []string{"lean-r", "lean-right", "in-out", "lean_right"}},
		{leanRightShape, []string{"sl-rect", "manual-input", "sloped-rectangle"}},
		{leanLeftShape, []string{"lean-l", "lean-left", "out-in", "lean_left"}},
		{trapezoidShape, []string{"trap-b", "priority", "trapezoid-bottom", "trapezoid"}},
		{trapezoidShape, []string{"tri", "extract", "triangle"}},
		{trapezoidAltShape, []string{"trap-t", "manual", "trapezoid-top", "inv-trapezoid", "inv_trapezoid"}},
		{trapezoidAltShape, []string{"flip-tri", "manual-file", "flipped-triangle"}},
		{flagShape, []string{"odd", "rect_left_inv_arrow"}},
		{flagShape, []string{"flag", "paper-tape"}},
		{barShape, []string{"fork", "join", "forkJoin"}},
		{noteShape, []string{"brace", "comment", "brace-l"}},
		{noteShape, []string{"brace-r"}},
		{noteShape, []string{"braces"}},
		{noteShape, []string{"note"}},
		{textShape, []string{"text"}},
	}
}

type outline struct {
	shape shape
	names []string
}

// namedShape returns the outline for the name of a shape.
func namedShape(name string) shape {
	for _, o := range outlines() {
		if slices.Contains(o.names, name) {
			return o.shape
		}
	}
	return boxShape
}
