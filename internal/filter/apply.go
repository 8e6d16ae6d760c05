package filter

import (
	"cmp"
	"slices"

	"github.com/blogtui/blogtui/internal/post"
)

// Match is a post that a filter admits.
type Match struct {
	Post  *post.Post
	Title []int // byte offsets of the runes of the title that the words matched, ascending; nil if none
}

// Apply is ApplyRead for posts of which nothing was read, and which are filtered once.
func (f Filter) Apply(posts []*post.Post) []Match {
	return f.ApplyRead(NewIndex(posts), func(string) Reading { return Reading{} })
}

// ApplyRead returns the posts that the filter admits. reading tells what was read of the post of a slug; it
// may be called by several goroutines at once. Without words the posts keep their order; with words those
// that match best come first, and equals keep their order.
func (f Filter) ApplyRead(x *Index, reading func(slug string) Reading) []Match {
	found := best(f.ranked(x, reading))
	matches := make([]Match, len(found))
	for i, r := range found {
		matches[i] = Match{x.posts[r.post], r.title}
	}
	return matches
}

// best puts those that match best first. Most of many are equals, which keep their order.
func best(found []ranked) []ranked {
	var next [none]int // by tier: where the next one goes
	for _, r := range found {
		if r.tier+1 < none {
			next[r.tier+1]++
		}
	}
	for t := range none - 1 {
		next[t+1] += next[t]
	}
	from := next[fuzzy]
	out := make([]ranked, len(found))
	for _, r := range found {
		out[next[r.tier]] = r
		next[r.tier]++
	}
	slices.SortStableFunc(out[from:next[fuzzy]], func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return out
}

// ranked returns the posts that the filter admits, in their order.
func (f Filter) ranked(x *Index, reading func(slug string) Reading) []ranked {
	var all []texts
	if len(f.words) > 0 {
		all = x.texts()
	}
	found := make([]ranked, len(x.posts)) // what is found of a share begins where its posts do
	shares := make([][]ranked, shares(len(x.posts)))
	share(len(x.posts), func() func(int, int, int) {
		m := newMatcher(f.words)
		return func(i, from, to int) {
			var t texts
			if all != nil {
				t = all[i]
			}
			shares[i] = f.rank(m, x.posts[from:to], t, from, reading, found[from:from:to])
		}
	})
	found = found[:0]
	for _, s := range shares {
		found = append(found, s...) // never beyond where s is
	}
	return found
}

// rank appends those of a share of posts, the first of which has the number from, to found that the filter admits.
func (f Filter) rank(m *matcher, posts []*post.Post, t texts, from int, reading func(slug string) Reading, found []ranked) []ranked {
	asks := slices.ContainsFunc(f.terms, func(t term) bool { return t.key == isKey })
	for i, p := range posts {
		var state Reading
		if asks {
			state = reading(p.Slug)
		}
		if slices.ContainsFunc(f.terms, func(t term) bool { return !t.admits(p, state) }) {
			continue
		}
		r := ranked{post: from + i}
		if len(m.words) > 0 {
			m.rank(&r, p, t.of(i))
		}
		if r.tier != none {
			found = append(found, r)
		}
	}
	return found
}
