package filter

import "strings"

// TagCounts returns, by tag in lower case, how many posts would be left if the filter included the tag as
// well: with one that it excludes, if it did the opposite.
func (f Filter) TagCounts(x *Index, reading func(slug string) Reading) map[string]int {
	counts := make(map[string]int)
	count(f.ApplyRead(x, reading), counts, nil)
	for _, t := range f.terms {
		if t.key != tagKey || !t.not {
			continue
		}
		for _, n := range t.names {
			others := f.without(tagKey, n.text)
			count(others.ApplyRead(x, reading), counts, &n)
		}
	}
	return counts
}

// count adds the tags of posts, or one of them alone.
func count(matches []Match, counts map[string]int, only *name) {
	for _, m := range matches {
		for _, tag := range m.Post.Tags {
			if only == nil || only.is(tag) {
				counts[strings.ToLower(tag)]++
			}
		}
	}
}
