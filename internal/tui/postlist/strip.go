package postlist

// strip is the place in a tall strip of items, of which a window is seen. It is kept relative to the
// first item in view, so that no height outside the window is ever needed: a million items cost the same
// as ten.
type strip struct {
	chosen int // item under the cursor
	top    int // first item in view
	skip   int // rows of it above the window
}

// items is what a strip runs over. Heights are at least 1 and include the gap, which is the rows between
// an item and the next.
type items struct {
	count  int
	height func(i int) int
	gap    int
}

// follow scrolls by as few rows as bring the chosen item whole into a window of so many rows, or its
// beginning if it is higher. Below the last item nothing is shown as long as there is something above.
func (s *strip) follow(it items, rows int) {
	if it.count == 0 || rows < 1 {
		*s = strip{}
		return
	}
	s.chosen = min(max(s.chosen, 0), it.count-1)
	s.top = min(s.top, it.count-1)
	s.skip = min(s.skip, it.height(s.top)-1)
	if top, skip := it.ending(s.chosen, rows); s.before(top, skip) {
		s.top, s.skip = top, skip
	}
	if !s.before(s.chosen, 0) {
		s.top, s.skip = s.chosen, 0
	}
	if top, skip := it.ending(it.count-1, rows); !s.before(top, skip) {
		s.top, s.skip = top, skip
	}
}

// before tells whether the window begins above a row of an item.
func (s *strip) before(top, skip int) bool {
	return s.top < top || s.top == top && s.skip < skip
}

// ending returns where the window begins if it ends with item i; the beginning of the strip if that is
// nearer, and of the item if it is higher than the window.
func (it items) ending(i, rows int) (top, skip int) {
	seen := it.height(i) - it.gap
	if seen >= rows {
		return i, 0
	}
	for i > 0 && seen < rows {
		i--
		seen += it.height(i)
	}
	return i, max(seen-rows, 0)
}

// away returns the item that is about so many rows from item i, downwards if positive, and at least one
// item away.
func (it items) away(i, rows int) int {
	step, left := 1, rows
	if rows < 0 {
		step, left = -1, -rows
	}
	at := i
	for left > 0 && at+step >= 0 && at+step < it.count {
		left -= it.height(at)
		if left < 0 && at != i {
			break
		}
		at += step
	}
	return at
}

// scroll moves a window of so many rows by some of them, as far as there are items. The cursor goes along
// as far as it must to be on an item that is whole in view.
func (s *strip) scroll(it items, rows, by int) {
	if it.count == 0 || rows < 1 {
		return
	}
	s.skip += by
	for s.skip < 0 && s.top > 0 {
		s.top--
		s.skip += it.height(s.top)
	}
	for s.top < it.count-1 && s.skip >= it.height(s.top) {
		s.skip -= it.height(s.top)
		s.top++
	}
	s.skip = max(s.skip, 0)
	if top, skip := it.ending(it.count-1, rows); !s.before(top, skip) {
		s.top, s.skip = top, skip
	}
	first := s.top
	if s.skip > 0 && first < it.count-1 {
		first++
	}
	last, end := s.top, it.height(s.top)-s.skip
	for last < it.count-1 && end+it.height(last+1)-it.gap <= rows {
		last++
		end += it.height(last)
	}
	s.chosen = max(min(s.chosen, last), min(first, last))
}
