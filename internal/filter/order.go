package filter

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
)

// Sort is what a list is ordered by.
type Sort int

// The orders of a list, in the order in which the key cycles through them.
const (
	Date   Sort = iota // newest first, then by weight and title
	Title              // by title, without regard to case and accents
	Time               // shortest first
	Series             // by series and part; posts without series last
)

// sortNames are the orders as they are written, by Sort.
var sortNames = [...]string{"date", "title", "time", "series"}

// String is the order as it is written.
func (s Sort) String() string { return sortNames[s] }

// ParseSort returns the order of that name.
func ParseSort(name string) (Sort, error) {
	if i := slices.Index(sortNames[:], strings.ToLower(name)); i >= 0 {
		return Sort(i), nil
	}
	return 0, fmt.Errorf("unknown order %q: write one of %s", name, strings.Join(sortNames[:], ", "))
}

// Order returns the posts in another order, or in its reverse. Equals are ordered as by Date.
func Order(posts []*post.Post, by Sort, reverse bool) []*post.Post {
	type keyed struct {
		post *post.Post
		text []byte
	}
	all := make([]keyed, len(posts))
	for i, p := range posts {
		all[i].post = p
		switch by {
		case Title:
			all[i].text = fold.String(p.Title)
		case Series:
			all[i].text = fold.String(p.Series)
		}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		order := 0
		switch by {
		case Title:
			order = bytes.Compare(a.text, b.text)
		case Time:
			order = cmp.Compare(a.post.Words, b.post.Words)
		case Series:
			order = cmp.Or(
				cmp.Compare(min(1, len(b.text)), min(1, len(a.text))),
				bytes.Compare(a.text, b.text),
				cmp.Compare(a.post.Part, b.post.Part),
			)
		}
		return cmp.Or(order, post.Compare(a.post, b.post))
	})
	sorted := make([]*post.Post, len(all))
	for i, k := range all {
		sorted[i] = k.post
	}
	if reverse {
		slices.Reverse(sorted)
	}
	return sorted
}
