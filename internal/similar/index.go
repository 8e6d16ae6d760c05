package similar

import (
	"cmp"
	"slices"
	"sync"
)

// What is looked at for one name, whatever the number of names in an index.
const (
	maxShared     = 2048 // times that another name has three runes of it, the rarest three first
	maxCandidates = 16   // names, those that are ranked
)

// Index finds the nearest of many names again and again. What it costs to ask grows neither with the number of
// names nor with how alike they are; for that the nearest may be missed where more than a thousand share all that
// is written alike. Any number of goroutines may ask.
type Index struct {
	names []string
	with  map[gram][]int32 // which names have three runes beside each other, in their order
	tally sync.Pool        // of *tally
}

// gram is three runes beside each other, of a name with two NULs before and behind it: its first and its last rune
// are grams too.
type gram [3]rune

// NewIndex makes an index of names, which it keeps.
func NewIndex(names []string) *Index {
	x := &Index{names: names, with: make(map[gram][]int32)}
	x.tally.New = func() any { return &tally{times: make([]uint8, len(names))} }
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
	t := x.tally.Get().(*tally)
	defer x.tally.Put(t)
	room := maxShared
	for _, g := range all {
		with := x.with[g]
		if len(with) > room && room < maxShared && len(t.names) > 0 {
			break // what so many names have tells little, and others are found
		}
		with = with[:min(len(with), room)]
		room -= len(with)
		t.count(with)
	}
	var names []string
	for _, i := range t.most(maxCandidates) {
		names = append(names, x.names[i])
	}
	return names
}

// tally counts how often names were found. It is empty between two questions, for which it keeps its memory.
type tally struct {
	times []uint8 // by name; one has at most as many grams as it has runes, and two
	names []int32 // that were found
}

func (t *tally) count(names []int32) {
	for _, i := range names {
		if t.times[i] == 0 {
			t.names = append(t.names, i)
		}
		t.times[i]++
	}
}

// most returns the n names that were found most often, of those found equally often the first, and empties the tally.
func (t *tally) most(n int) []int32 {
	var having [maxRunes + 3]int // how many names were found so often
	for _, i := range t.names {
		having[t.times[i]]++
	}
	least := len(having) - 1 // how often a name must have been found
	for above := 0; least > 1 && above+having[least] < n; least-- {
		above += having[least]
	}
	var found []int32
	for _, i := range t.names {
		if int(t.times[i]) >= least {
			found = append(found, i)
		}
	}
	slices.SortFunc(found, func(a, b int32) int { return cmp.Or(cmp.Compare(t.times[b], t.times[a]), cmp.Compare(a, b)) })
	for _, i := range t.names {
		t.times[i] = 0
	}
	t.names = t.names[:0]
	return found[:min(len(found), n)]
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
