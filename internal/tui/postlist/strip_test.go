package postlist

import (
	"math/rand/v2"
	"testing"
)

// heights returns n items of the heights that cards have, and where each begins.
func heights(r *rand.Rand, n int) (it items, begins []int) {
	h := make([]int, n)
	begins = make([]int, n+1)
	for i := range h {
		h[i] = 3 + r.IntN(4)
		begins[i+1] = begins[i] + h[i]
	}
	return items{count: n, height: func(i int) int { return h[i] }, gap: 1}, begins
}

// Whatever is pressed and however the window changes, the chosen item is whole in view if it fits, nothing
// is scrolled that need not be, and there is no emptiness below the last item.
func TestTheChosenItemIsInViewWithTheLeastScrolling(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + r.IntN(40)
		it, begins := heights(r, n)
		rows := 1 + r.IntN(30)
		var s strip
		s.follow(it, rows)
		for range 60 {
			before := begins[s.top] + s.skip
			switch r.IntN(8) {
			case 0:
				rows = 1 + r.IntN(30)
			case 1:
				s.chosen = r.IntN(n)
			case 2:
				s.chosen = it.away(s.chosen, rows)
			case 3:
				s.chosen = it.away(s.chosen, -rows)
			default:
				s.chosen = min(max(s.chosen+r.IntN(3)-1, 0), n-1)
			}
			s.follow(it, rows)
			at := begins[s.top] + s.skip
			begin, end := begins[s.chosen], begins[s.chosen+1]-it.gap
			last := max(begins[n]-it.gap-rows, 0)
			if it.height(n-1)-it.gap > rows {
				last = begins[n-1] // the last item is higher than the window: its beginning is what counts
			}
			switch {
			case s.skip < 0 || s.skip >= it.height(s.top):
				t.Fatalf("%d rows of item %d, which has %d, are above the window", s.skip, s.top, it.height(s.top))
			case end-begin >= rows && at != begin:
				t.Fatalf("an item of %d rows in a window of %d begins at %d, not %d", end-begin, rows, begin, at)
			case end-begin < rows && (begin < at || end > at+rows):
				t.Fatalf("item %d-%d is not within the window %d-%d", begin, end, at, at+rows)
			case at > last:
				t.Fatalf("window %d-%d goes past the end %d", at, at+rows, begins[n])
			case end-begin < rows && at != before && at != begin && at != end-rows && at != last:
				t.Fatalf("scrolled from %d to %d for item %d-%d in %d rows", before, at, begin, end, rows)
			}
		}
	}
}

func TestAnEmptyStripStaysAtItsBeginning(t *testing.T) {
	s := strip{chosen: 3, top: 2, skip: 1}
	s.follow(items{}, 10)
	if s != (strip{}) {
		t.Errorf("an empty strip is at %+v", s)
	}
}

func TestAPageIsAsManyItemsAsFillIt(t *testing.T) {
	it := items{count: 100, height: func(int) int { return 5 }, gap: 1}
	for _, c := range []struct{ from, rows, want int }{
		{0, 20, 4}, {0, 22, 4}, {0, 3, 1}, {10, -20, 6}, {10, -1, 9}, {99, 20, 99}, {0, -20, 0}, {98, 20, 99},
	} {
		if got := it.away(c.from, c.rows); got != c.want {
			t.Errorf("%d rows from item %d is item %d, want %d", c.rows, c.from, got, c.want)
		}
	}
}

// What is drawn must not depend on how many items there are.
func TestFollowingLooksOnlyAtItemsNearby(t *testing.T) {
	asked := 0
	it := items{count: 1_000_000, height: func(int) int { asked++; return 5 }, gap: 1}
	s := strip{chosen: 999_999}
	s.follow(it, 40)
	if asked > 100 {
		t.Errorf("a jump to the end of a million items measured %d of them", asked)
	}
	if want := (strip{chosen: 999_999, top: 999_991, skip: 4}); s != want {
		t.Errorf("the strip is at %+v, want %+v", s, want)
	}
}

// However the wheel is turned, the window moves by as many rows as there are, a following look at the
// cursor moves it no further, and both ends can be reached.
func TestScrollingTakesTheCursorAlong(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		n := 1 + r.IntN(40)
		it, begins := heights(r, n)
		rows := 12 + r.IntN(30) // one item at least is whole in view
		s := strip{chosen: r.IntN(n)}
		s.follow(it, rows)
		last := max(begins[n]-it.gap-rows, 0)
		for range 60 {
			before, by := begins[s.top]+s.skip, r.IntN(13)-6
			s.scroll(it, rows, by)
			at := begins[s.top] + s.skip
			if want := min(max(before+by, 0), last); at != want {
				t.Fatalf("scrolled by %d from %d to %d of %d, want %d", by, before, at, last, want)
			}
			still := s
			if still.follow(it, rows); still != s {
				t.Fatalf("after scrolling to %+v the cursor pulls the window to %+v", s, still)
			}
		}
	}
}
