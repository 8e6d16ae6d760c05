package layout

// Search is where the parts of the search stand.
type Search struct {
	Title   Rect
	Box     Rect // what is typed
	Status  Rect // how much was found
	Rows    Rect // the cards, from the first column, their text Margin cells further
	Margin  int
	Suggest Rect // below the cards, what could be typed
	Beside       // the chosen card's post
}

// NewSearch lays out the search. Its parts stand where the list has its own, so that little moves when one
// changes to the other.
func NewSearch(width, height int) Search {
	right := 2
	if width < narrowWidth {
		right = 1
	}
	s := Search{Margin: listMargin}
	row := func(y int) Rect { return Rect{listMargin, y, max(width-listMargin-right, 0), 1} }
	y := 0
	if height >= airyHeight {
		y = 1
	}
	if height >= roomyHeight {
		s.Title = row(y)
		y++
	}
	s.Box = row(y)
	y++
	if height > 2 {
		s.Status = row(y)
		y++
	}
	bottom := 0
	if height >= barHeight {
		y, bottom = y+1, 1
		s.Suggest = row(height - 1)
	}
	s.Rows, s.Beside = beside(Rect{0, y, max(width-right+1, 0), max(height-y-bottom, 0)}, width, right)
	return s
}
