package layout

import "testing"

// At any size, every rectangle lies within the screen and none lies on another.
func TestListStaysWithinTheScreen(t *testing.T) {
	for width := range 260 {
		for height := range 80 {
			l := NewList(width, height)
			rects := map[string]Rect{"header": l.Header, "bar": l.Bar, "rows": l.Rows, "divider": l.Divider, "preview": l.Preview}
			for name, r := range rects {
				if r.Empty() {
					continue
				}
				if r.X < 0 || r.Y < 0 || r.X+r.W > width || r.Y+r.H > height {
					t.Fatalf("%dx%d: %s %+v leaves the screen", width, height, name, r)
				}
				for other, o := range rects {
					if name != other && !o.Empty() && r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
						t.Fatalf("%dx%d: %s %+v covers %s %+v", width, height, name, r, other, o)
					}
				}
			}
			if !TooSmall(width, height) && l.Rows.H < height/2 {
				t.Fatalf("%dx%d: only %d rows for posts", width, height, l.Rows.H)
			}
		}
	}
}

func TestPreviewFromAHundredAndForty(t *testing.T) {
	if l := NewList(139, 40); !l.Preview.Empty() {
		t.Errorf("139 columns have a preview: %+v", l.Preview)
	}
	if l := NewList(140, 40); l.Preview.W < 70 || l.Rows.W < leastPane {
		t.Errorf("140 columns have the preview %+v beside %+v", l.Preview, l.Rows)
	}
}

func TestOverlayIsCentredAndFits(t *testing.T) {
	for width := range 200 {
		for height := range 70 {
			r := Overlay(width, height, 64, 30)
			if r.X < 0 || r.Y < 0 || r.X+r.W > width || r.Y+r.H > height {
				t.Fatalf("%dx%d: %+v leaves the screen", width, height, r)
			}
			if left, right := r.X, width-r.X-r.W; right-left > 1 || left > right {
				t.Fatalf("%dx%d: %+v is not in the middle", width, height, r)
			}
		}
	}
	if r := Overlay(120, 40, 64, 30); r != (Rect{28, 5, 64, 30}) {
		t.Errorf("a panel that has room is %+v", r)
	}
	if r := Overlay(30, 10, 64, 30); r != (Rect{2, 2, 26, 6}) {
		t.Errorf("a panel in little room is %+v", r)
	}
}

func TestScreenLeavesOneRowForTheFooter(t *testing.T) {
	screen, footer := Screen(80, 24)
	if screen != (Rect{0, 0, 80, 23}) || footer != (Rect{0, 23, 80, 1}) {
		t.Errorf("Screen(80, 24) = %+v, %+v", screen, footer)
	}
	if screen, footer := Screen(0, 0); !screen.Empty() || !footer.Empty() {
		t.Errorf("Screen(0, 0) = %+v, %+v", screen, footer)
	}
}

// At any size text and outline stand beside each other within the screen.
func TestReaderStaysWithinTheScreen(t *testing.T) {
	for width := 1; width < 260; width++ {
		for height := 1; height < 80; height++ {
			for _, measure := range []int{0, 20, 80, 240} {
				g := NewReader(width, height, measure, true, false)
				right := width
				if !g.Outline.Empty() {
					right = g.Outline.X
					if o := g.Outline; width < 120 || o.X+o.W > width || o.Y+o.H > height || o.Y < g.Head {
						t.Fatalf("%dx%d: the outline is %+v", width, height, o)
					}
				}
				if g.Left+g.Measure > right || g.Left+g.Code > right || g.Measure > g.Code || g.Head+g.Rows > height {
					t.Fatalf("%dx%d, measure %d: %+v", width, height, measure, g)
				}
			}
		}
	}
	if g := NewReader(120, 40, 80, true, false); g.Measure != 80 || g.Outline.W < leastOutline {
		t.Errorf("120 columns are %+v", g)
	}
	if g := NewReader(200, 40, 80, false, false); !g.Outline.Empty() || g.Left != 60 {
		t.Errorf("without headings there is %+v", g)
	}
}

// At any size the parts of the search lie within the screen, below each other.
func TestSearchStaysWithinTheScreen(t *testing.T) {
	for width := range 260 {
		for height := 1; height < 80; height++ {
			s := NewSearch(width, height)
			y := 0
			for _, r := range []Rect{s.Title, s.Box, s.Status, s.Rows} {
				if r.Empty() {
					continue
				}
				if r.X < 0 || r.Y < y || r.X+r.W > width || r.Y+r.H > height {
					t.Fatalf("%dx%d: %+v, below row %d", width, height, r, y)
				}
				y = r.Y + r.H
			}
			if height > 4 && s.Rows.H < height/2 {
				t.Fatalf("%dx%d: only %d rows for what was found", width, height, s.Rows.H)
			}
		}
	}
}
