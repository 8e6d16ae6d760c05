// Package layout is where things stand on the screen: pure functions from the size of the terminal to
// rectangles, in cells. Nothing else computes a place.
package layout

// Rect is a rectangle of cells. One without width or height is not shown.
type Rect struct{ X, Y, W, H int }

// Empty tells whether there is nothing of the rectangle to show.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Has tells whether a cell is in the rectangle.
func (r Rect) Has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// The smallest terminal on which screens are drawn.
const (
	leastWidth  = 20
	leastHeight = 5
)

// TooSmall tells whether a terminal has no room for any screen.
func TooSmall(width, height int) bool { return width < leastWidth || height < leastHeight }

// Screen divides the terminal into the screen and the footer under it.
func Screen(width, height int) (screen, footer Rect) {
	return Rect{0, 0, width, max(height-1, 0)}, Rect{0, max(height-1, 0), width, min(height, 1)}
}

// The widths and heights from which the list shows more.
const (
	roomyHeight = 18 // title and headline on lines of their own, space around the tag bar
	airyHeight  = 30 // space above the title
	barHeight   = 9  // tag bar
	narrowWidth = 60 // up to here the margins are small
	listMargin  = 2  // cells at the left, where the bar of the chosen post stands
)

// List is where the parts of the list screen stand.
type List struct {
	Header  Rect // title and headline: two rows, or one that holds both
	Bar     Rect // the numbered tags
	Rows    Rect // the posts, from the first column, their text Margin cells further
	Margin  int
	Suggest Rect // below the posts, what could be typed
	Beside       // the chosen post
}

// NewList lays out the list screen.
func NewList(width, height int) List {
	right := 2
	if width < narrowWidth {
		right = 1
	}
	inner := max(width-listMargin-right, 0)
	l := List{Margin: listMargin}
	y := 0
	if height >= airyHeight {
		y = 1
	}
	switch {
	case height >= roomyHeight:
		l.Header = Rect{listMargin, y, inner, 2}
		l.Bar = Rect{listMargin, y + 3, inner, 1}
		y += 5
	case height >= barHeight:
		l.Header = Rect{listMargin, y, inner, 1}
		l.Bar = Rect{listMargin, y + 1, inner, 1}
		y += 3
	case height > 1:
		l.Header = Rect{listMargin, y, inner, 1}
		y++
	}
	bottom := 0
	if height >= barHeight {
		bottom = 1 // space above the footer
		l.Suggest = Rect{listMargin, height - 1, inner, 1}
	}
	l.Rows = Rect{0, y, max(width-right+1, 0), max(height-y-bottom, 0)}
	l.Rows, l.Beside = beside(l.Rows, width, right)
	return l
}

// panelMargin is what stays visible of the screen on each side of an overlay, if there is room.
const panelMargin = 2

// Overlay centres a panel of the wanted size, or as much of it as there is room for.
func Overlay(width, height, wantWidth, wantHeight int) Rect {
	w := fitPanel(width, wantWidth, leastWidth)
	h := fitPanel(height, wantHeight, leastHeight)
	return Rect{(width - w) / 2, (height - h) / 2, w, h}
}

// fitPanel is the size of a panel in one direction. On small screens it gives up its margin, and then
// takes all there is.
func fitPanel(room, want, least int) int {
	if room-2*panelMargin < least {
		return min(want, room)
	}
	return min(want, room-2*panelMargin)
}
