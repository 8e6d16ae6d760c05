// Package similar finds the names that a mistyped one may have meant.
//
// It owns one measure, the edit distance, and one ranking built on it. A post's keys, a catalogue's
// slugs and whatever else a reader types by name are suggested by the same rule.
package similar

import (
	"cmp"
	"slices"
	"unicode"
)

// maxRunes is how much of a name is compared. No name that a person types is longer, and the cost of a
// comparison grows with the product of both lengths.
const maxRunes = 80

// Distance returns the number of single-rune insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment), without regard to case. Only the first 80
// runes of each count.
func Distance(a, b string) int {
	return distance(fold(a), fold(b))
}

// Rank returns at most n of the names, the nearest to the one asked for first; names equally near keep
// their order. It never refuses: whether the nearest is near enough is the caller's to say.
func Rank(name string, names []string, n int) []string {
	type candidate struct {
		name        string
		cost, whole int
	}
	want := fold(name)
	words := split(want)
	all := make([]candidate, len(names))
	for i, other := range names {
		runes := fold(other)
		whole := distance(want, runes)
		all[i] = candidate{other, min(2*whole, wordsCost(words, split(runes))), whole}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.whole, b.whole))
	})
	nearest := make([]string, 0, max(0, min(n, len(all))))
	for _, c := range all[:cap(nearest)] {
		nearest = append(nearest, c.name)
	}
	return nearest
}

// wordsCost is how far the words asked for are from the nearest words of another name, whatever else
// that name has: "fastapi-jwt" means the slug with both words, however much stands between them. It
// counts half edits, as wordCost does.
func wordsCost(words, others [][]rune) int {
	total := 0
	for _, word := range words {
		nearest := 2 * len(word)
		for _, other := range others {
			nearest = min(nearest, wordCost(word, other, nearest))
		}
		total += nearest
	}
	return total
}

// wordCost is twice the distance, but 1 for a part of the other word: less than any slip. What is at least as much
// as another cost need not be exact.
func wordCost(word, other []rune, than int) int {
	switch longer := len(other) - len(word); {
	case longer == 0 && slices.Equal(word, other):
		return 0
	case longer > 0 && contains(other, word):
		return 1
	case than <= 1, 2*max(longer, -longer) >= than: // a distance is at least that of the lengths
		return than
	}
	return 2 * distance(word, other)
}

func contains(runes, part []rune) bool {
	for i := range len(runes) - len(part) + 1 {
		if slices.Equal(runes[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// distance keeps the last three rows of the matrix; a swap looks two rows back. Neither a nor b may be longer than
// maxRunes.
func distance(a, b []rune) int {
	var rows [3][maxRunes + 1]int
	before, last, row := rows[0][:len(b)+1], rows[1][:len(b)+1], rows[2][:len(b)+1]
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			substitute := last[j]
			if a[i] != b[j] {
				substitute++
			}
			row[j+1] = min(substitute, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func fold(s string) []rune {
	runes := make([]rune, 0, min(len(s), maxRunes))
	for _, r := range s {
		if len(runes) == maxRunes {
			break
		}
		runes = append(runes, unicode.ToLower(r))
	}
	return runes
}

// split returns the words of a name: what stands between anything but letters and digits.
func split(name []rune) [][]rune {
	var words [][]rune
	start := -1
	for i, r := range name {
		if letter := unicode.IsLetter(r) || unicode.IsDigit(r); letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			words, start = append(words, name[start:i]), -1
		}
	}
	if start >= 0 {
		words = append(words, name[start:])
	}
	return words
}
