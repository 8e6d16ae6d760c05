package search

import (
	"cmp"
	"math"
	"slices"
)

// The constants of Okapi BM25: how soon a word that is repeated counts no more, and how much longer sections
// are held back. What a section is about counts apart from what it says, so that no number of repetitions
// in code outdoes a heading.
const (
	saturation = 1.2
	lengthPart = 0.75
	aboutPart  = 1.5
)

// ranked is a candidate with its score.
type ranked struct {
	candidate
	score float64
}

// best returns the n candidates of the highest scores, best first. What is equal stands as in the list.
func (p *pile) best(n int) []ranked {
	rarity := p.rarity()
	average := max(float64(p.words)/float64(max(p.sections, 1)), 1)
	var out []ranked
	for _, c := range p.found {
		r := ranked{c, 0}
		length := saturation * (1 - lengthPart + lengthPart*float64(c.words)/average)
		for t, rare := range rarity {
			at := int(c.weights) + 2*t
			about, says := float64(p.weights[at]), float64(p.weights[at+1])
			r.score += rare * (saturation + 1) * (aboutPart*about/(about+saturation) + says/(says+length))
		}
		if len(out) == n && order(out[n-1], r) < 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, r, order)
		out = slices.Insert(out, at, r)
		out = out[:min(len(out), n)]
	}
	return out
}

// rarity is what each term is worth: the more, the fewer posts have it (the inverse document frequency).
func (p *pile) rarity() []float64 {
	out := make([]float64, len(p.having))
	for t, having := range p.having {
		out[t] = math.Log(1 + (float64(p.searched-having)+0.5)/(float64(having)+0.5))
	}
	return out
}

func order(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.post, b.post), cmp.Compare(a.section, b.section))
}
