package postlist

import "github.com/blogtui/blogtui/internal/post"

// cardHeights remembers how many rows cards take at one width. A key asks for those of all cards near the
// screen, several times over, and each has to be wrapped for it.
type cardHeights struct {
	width int // in cells
	rows  map[measured]int
}

// measured is what the height of a card depends on besides its width: what a filter matches of a post does
// not change it. Posts are never changed, those of a folder that is read again are others.
type measured struct {
	post  *post.Post
	shelf bool
}

// of returns the height of a card at a width, which measure finds if it is not known.
func (h *cardHeights) of(e entry, width int, measure func(e entry, width int) int) int {
	if h.rows == nil || h.width != width {
		*h = cardHeights{width, make(map[measured]int)}
	}
	key := measured{e.Post, e.shelf}
	rows, known := h.rows[key]
	if !known {
		rows = measure(e, width)
		h.rows[key] = rows
	}
	return rows
}
