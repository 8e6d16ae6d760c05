package layout

// The widths of a list and of what is seen beside it of the chosen entry.
const (
	wideList     = 140 // from which there is a preview
	leastPane    = 60  // of the list beside the preview
	mostPane     = 110
	previewPane  = 85 // that shows the preview in its whole measure
	paneDistance = 3  // from the list to the preview, with the divider in the middle
)

// Beside is where the chosen entry of a list is seen, right of it on a wide terminal.
type Beside struct{ Divider, Preview Rect }

// beside divides the rows of a list on a screen of that width with those cells free at its right. On a narrow one all
// of them stay the list's.
func beside(rows Rect, width, right int) (Rect, Beside) {
	if width < wideList {
		return rows, Beside{}
	}
	rows.W = min(max(width*9/20, width-previewPane, leastPane), mostPane)
	x := rows.W + paneDistance
	return rows, Beside{
		Divider: Rect{rows.W + paneDistance/2, rows.Y, 1, rows.H},
		Preview: Rect{x, rows.Y, max(width-x-right, 0), rows.H},
	}
}
