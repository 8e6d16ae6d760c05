package linear

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
)

// partOf says which part of its series a post is; "" for one of its own.
func (t *talk) partOf(p *post.Post) string {
	parts := len(t.Catalog.Series(p.Series))
	switch {
	case p.Series == "" || p.Part == 0:
		return ""
	case p.Part > parts: // the others are yet to be written
		return fmt.Sprintf("part %d of %s", p.Part, p.Series)
	}
	return fmt.Sprintf("part %d of %d of %s", p.Part, parts, p.Series)
}

// seriesSaid says how long a series takes, and how much of it is read and left.
func (t *talk) seriesSaid(name string) string {
	parts, all, left, read := t.Catalog.Series(name), 0, 0, 0
	for _, p := range parts {
		e := t.entries[p.Slug]
		all += p.Minutes()
		left += e.MinutesLeft(p.Minutes())
		if e.Read.On {
			read++
		}
	}
	s := fmt.Sprintf("%d parts, %s", len(parts), spokenTime(all))
	switch {
	case left == 0:
		s += ", all read"
	case left < all:
		s += fmt.Sprintf(", %d read, %s left", read, spokenTime(left))
	}
	return s
}

// spokenTime writes minutes in words.
func spokenTime(n int) string {
	h, rest := n/60, n%60
	hours := fmt.Sprintf("%d hours", h)
	if h == 1 {
		hours = "1 hour"
	}
	switch {
	case h == 0:
		return minutes(rest)
	case rest == 0:
		return hours
	}
	return hours + " " + minutes(rest)
}

// heading is what is said before a post that begins a series in the list, "" before any other.
func (t *talk) heading(i int) string {
	p := t.shown[i]
	if i > t.top && strings.EqualFold(p.Series, t.shown[i-1].Series) {
		return ""
	}
	if p.Series == "" {
		return "Posts of no series:"
	}
	return "Series " + p.Series + ", " + t.seriesSaid(p.Series) + ":"
}
