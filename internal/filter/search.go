package filter

import (
	"github.com/blogtui/blogtui/internal/text"
)

// Search is a query of the search through all bodies: which posts are searched, what for, and where in
// them it is to stand.
type Search struct {
	Filter Filter // of the posts; it has no words
	Words  []Word // all of them are to be found; in their order, clean, never empty

	terms []term // on places
}

// Word is what a search looks for: a word, or a phrase that was quoted.
type Word struct {
	Text   string
	Quoted bool
	Open   bool // the phrase has no closing quote yet
}

// Place is a part of a post in which words may stand.
type Place int

// The places.
const (
	InTitle   Place = iota // of the post
	InHeading              // of the section
	InProse                // tables and lists too
	InCode                 // what fences hold
	Places    int   = iota // how many there are
)

// placeNames are the places as they are written, by Place.
var placeNames = [Places]string{"title", "heading", "prose", "code"}

// String is the place as it is written.
func (p Place) String() string { return placeNames[p] }

// ParseSearch reads a query as Parse does, with one more key:
//
//	in:code,heading   the words stand in one of these: title, heading, prose, code
//
// The error is a *SyntaxError.
func ParseSearch(query string) (Search, error) {
	return parseSearch(parser{query: query, search: true})
}

func parseSearch(p parser) (Search, error) {
	var s Search
	err := p.parts(
		func(t term) {
			if t.key == inKey {
				s.terms = append(s.terms, t)
			} else {
				s.Filter.terms = append(s.Filter.terms, t)
			}
		},
		func(w Word) {
			if w.Text = text.CleanLine(w.Text); w.Text != "" {
				s.Words = append(s.Words, w)
			}
		})
	if err != nil {
		return Search{}, err
	}
	return s, nil
}

// In reports whether words that stand in a place are what is looked for.
func (s Search) In(p Place) bool {
	for _, t := range s.terms {
		if t.has(p.String()) == t.not {
			return false
		}
	}
	return true
}
