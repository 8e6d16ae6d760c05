package similar

import (
	"cmp"
	"slices"
)

// What is looked at for one name, whatever the number of names in an index.
const (
	maxShared     = 2048 // names that share three runes with it, those of the rarest three first
	maxCandidates = 16   // of these, those that are ranked
)

// Index finds the nearest of many names again and again. What it costs to ask grows neither with the number of
// names nor with how alike they are; for that the nearest may be missed where more than a thousand share all that
// is written alike.
type Index struct {
	names []string
	with  map[gram][]int32 // which names have three runes beside each other, in their order
}

// gram is three runes beside each other, of a name with two NULs before and behind it: its first and its last rune
// are grams too.
type gram [3]rune

// NewIndex makes an index of names, which it keeps.
func NewIndex(names []string) *Index {
	x := &Index{names, make(map[gram][]int32)}
	for i, name := range names {
		for _, g := range grams(name) {
			x.with[g] = append(x.with[g], int32(i))
		}
	}
	return x
}

// Nearest returns the name that is most like the given one, as Rank does. It finds none where no name has three
// runes in common with it, counting what stands before the first and behind the last.
func (x *Index) Nearest(name string) (string, bool) {
	candidates := x.sharing(name)
	if len(candidates) == 0 {
		return "", false
	}
	return Rank(name, candidates, 1)[0], true
}

// sharing returns the names that have most in common with the given one.
func (x *Index) sharing(name string) []string {
	all := grams(name)
	slices.SortStableFunc(all, func(a, b gram) int { return cmp.Compare(len(x.with[a]), len(x.with[b])) })
	var sharing []int32 // each as often as it has a gram
	for _, g := range all {
		with := x.with[g]
		sharing = append(sharing, with[:min(len(with), maxShared-len(sharing))]...)
	}
	slices.Sort(sharing)
	type candidate struct{ grams, name int }
	var found []candidate
	for i, name := range sharing {
		if i == 0 || sharing[i-1] != name {
			found = append(found, candidate{0, int(name)})
		}
		found[len(found)-1].grams++
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.grams, a.grams) })
	var names []string
	for _, c := range found[:min(len(found), maxCandidates)] {
		names = append(names, x.names[c.name])
	}
	return names
}

// grams returns the grams of a name, each once, in their order.
func grams(name string) []gram {
	runes := append([]rune{0, 0}, fold(name)...)
	runes = append(runes, 0, 0)
	all := make([]gram, 0, len(runes))
	for i := range len(runes) - 2 {
		if g := gram(runes[i : i+3]); !slices.Contains(all, g) {
			all = append(all, g)
		}
	}
	return all
}
