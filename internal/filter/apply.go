package filter

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/post"
)

// Match is a post that a filter admits.
type Match struct {
	Post  *post.Post
	Title []int // byte offsets of the runes of the title that the words matched, ascending; nil if none
}

// share is how many posts a core takes at a time. A list that has no more is not worth a goroutine.
const share = 512

// Apply is ApplyRead for posts of which nothing was read.
func (f Filter) Apply(posts []*post.Post) []Match {
	return f.ApplyRead(posts, func(string) Reading { return Reading{} })
}

// ApplyRead returns the posts that the filter admits. reading tells what was read of the post of a slug; it
// may be called by several goroutines at once. Without words the posts keep their order; with words those
// that match best come first, and equals keep their order.
func (f Filter) ApplyRead(posts []*post.Post, reading func(slug string) Reading) []Match {
	found := f.ranked(posts, reading)
	if len(f.words) > 0 {
		slices.SortStableFunc(found, func(a, b ranked) int {
			return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(b.score, a.score))
		})
	}
	matches := make([]Match, len(found))
	for i, r := range found {
		matches[i] = r.Match
	}
	return matches
}

// ranked returns the posts that the filter admits, in their order. Of a long list all cores take shares.
func (f Filter) ranked(posts []*post.Post, reading func(slug string) Reading) []ranked {
	all := make([]ranked, len(posts)) // each share begins where its posts do
	if len(posts) <= share {
		return f.rank(newMatcher(f.words), posts, reading, all[:0])
	}
	shares := make([][]ranked, (len(posts)+share-1)/share)
	err := <-crash.Share(context.Background(), len(shares), func() func(int) {
		m := newMatcher(f.words)
		return func(i int) {
			from, to := i*share, min((i+1)*share, len(posts))
			shares[i] = f.rank(m, posts[from:to], reading, all[from:from:to])
		}
	})
	if panicked := (*crash.Error)(nil); errors.As(err, &panicked) {
		panic(panicked) // as it would have without the goroutines
	}
	found := all[:0]
	for _, s := range shares {
		found = append(found, s...) // never beyond where s is
	}
	return found
}

// rank appends those of the posts to found that the filter admits.
func (f Filter) rank(m *matcher, posts []*post.Post, reading func(slug string) Reading, found []ranked) []ranked {
	asks := slices.ContainsFunc(f.terms, func(t term) bool { return t.key == isKey })
	for _, p := range posts {
		var state Reading
		if asks {
			state = reading(p.Slug)
		}
		if slices.ContainsFunc(f.terms, func(t term) bool { return !t.admits(p, state) }) {
			continue
		}
		if r := m.rank(p); r.tier != none {
			found = append(found, r)
		}
	}
	return found
}
