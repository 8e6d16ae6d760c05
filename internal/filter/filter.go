// Package filter is the query language of the list: what the filter box, the tag panel and the command
// line say, as one value.
//
// A Filter is a list of terms that are all true of a post, and of words that it must contain. Its text
// and its value say the same: the panel changes the value, the box shows its text, and either can be
// made from the other.
package filter

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Filter says which posts are wanted. It is a value: no method changes it. The zero value wants all.
type Filter struct {
	terms []term   // in the order in which they were written
	words []string // clean, never empty
}

// key is what a term is about.
type key int

const (
	tagKey key = iota
	categoryKey
	seriesKey
	minutesKey
	afterKey
	beforeKey
	isKey // of the history of reading
	inKey // of a search only
)

// keyNames are the keys as they are written, by key.
var keyNames = [...]string{"tag", "category", "series", "minutes", "after", "before", "is", "in"}

func (k key) String() string { return keyNames[k] }

// term is one condition.
type term struct {
	key    key
	not    bool      // what the rest says must not be so
	names  []name    // of tag, category, series: any of them
	than   string    // of minutes: "", "<", "<=", ">" or ">="
	number int       // of minutes
	date   string    // of after, before: as written
	day    time.Time // its first day, in UTC
}

// TagState is what a filter wants of a tag.
type TagState int

// The states of a tag, in the order in which the panel cycles through them.
const (
	Any TagState = iota
	Include
	Exclude
)

// IsZero reports whether the filter wants all posts.
func (f Filter) IsZero() bool { return len(f.terms) == 0 && len(f.words) == 0 }

// String is the filter as a query, the terms first, in their order. Parse(f.String()) is f.
func (f Filter) String() string {
	parts := make([]string, 0, len(f.terms)+1)
	for _, t := range f.terms {
		parts = append(parts, t.String())
	}
	if len(f.words) > 0 {
		parts = append(parts, f.Words())
	}
	return strings.Join(parts, " ")
}

// String is the term as it is written in a query.
func (t term) String() string {
	s := t.key.String() + ":"
	if t.not {
		s = "-" + s
	}
	switch t.key {
	case minutesKey:
		return s + t.than + strconv.Itoa(t.number)
	case afterKey, beforeKey:
		return s + t.date
	}
	for i, n := range t.names {
		if i > 0 {
			s += ","
		}
		s += n.String()
	}
	return s
}

// quote is s as a quoted string of the query language.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// Words returns the free words as they are written in a query, "" if there are none.
func (f Filter) Words() string {
	words := make([]string, len(f.words))
	for i, word := range f.words {
		words[i] = word
		if again, err := Parse(word); err != nil || len(again.terms) > 0 || !slices.Equal(again.words, f.words[i:i+1]) {
			words[i] = quote(word)
		}
	}
	return strings.Join(words, " ")
}

// WithWords returns the filter with other free words: those that are between white space and quotes.
// Nothing in them is a term; what would be one is a word, as is what stands after a quote that is open.
func (f Filter) WithWords(words string) Filter {
	f.words = nil
	p := parser{query: words}
	for p.space(); !p.done(); p.space() {
		word, _ := p.word()
		f.words = appendWord(f.words, word)
	}
	return f
}

func appendWord(words []string, word string) []string {
	if word = text.CleanLine(word); word != "" {
		words = append(words, word)
	}
	return words
}

// Tag returns what the filter wants of a tag (case does not matter).
func (f Filter) Tag(name string) TagState {
	for _, t := range f.terms {
		switch {
		case t.key != tagKey || !t.has(name):
		case t.not:
			return Exclude
		default:
			return Include
		}
	}
	return Any
}

// WithTag returns the filter with another state of one tag; its other tags stay as they are.
func (f Filter) WithTag(tag string, state TagState) Filter {
	tag = text.CleanLine(tag)
	if tag == "" || f.Tag(tag) == state {
		return f
	}
	f = f.without(tagKey, tag)
	if state != Any {
		f.terms = append(f.terms, term{key: tagKey, not: state == Exclude, names: []name{{text: tag}}})
	}
	return f
}

// Category returns the category to which the filter keeps, "" if that is not exactly one.
func (f Filter) Category() string {
	found := ""
	for _, t := range f.terms {
		if t.key != categoryKey || t.not {
			continue
		}
		if found != "" || len(t.names) > 1 || t.names[0].open {
			return ""
		}
		found = t.names[0].text
	}
	return found
}

// WithCategory returns the filter with that category in place of those it had; "" is none.
func (f Filter) WithCategory(category string) Filter {
	category = text.CleanLine(category)
	var terms []term
	for _, t := range f.terms {
		if t.key != categoryKey {
			terms = append(terms, t)
		}
	}
	if category != "" {
		terms = append(terms, term{key: categoryKey, names: []name{{text: category}}})
	}
	f.terms = terms
	return f
}

// without returns the filter with a name taken out of all terms of a key; a term without names goes.
func (f Filter) without(k key, other string) Filter {
	var terms []term
	for _, t := range f.terms {
		if t.key == k && t.has(other) {
			t.names = slices.DeleteFunc(slices.Clone(t.names), func(n name) bool { return n.is(other) })
			if len(t.names) == 0 {
				continue
			}
		}
		terms = append(terms, t)
	}
	f.terms = terms
	return f
}

// has reports whether the term means a name.
func (t term) has(other string) bool {
	return slices.ContainsFunc(t.names, func(n name) bool { return n.is(other) })
}

// admits reports whether the term is true of a post.
func (t term) admits(p *post.Post, r Reading) bool {
	return t.holds(p, r) != t.not
}

func (t term) holds(p *post.Post, r Reading) bool {
	switch t.key {
	case isKey:
		return slices.ContainsFunc(t.names, func(n name) bool { return r.is(n.text) })
	case tagKey:
		return slices.ContainsFunc(p.Tags, t.has)
	case categoryKey:
		return t.has(p.Category) || slices.ContainsFunc(p.Further, t.has)
	case seriesKey:
		return t.has(p.Series)
	case minutesKey:
		switch n := p.Minutes(); t.than {
		case "<":
			return n < t.number
		case "<=":
			return n <= t.number
		case ">":
			return n > t.number
		case ">=":
			return n >= t.number
		default:
			return n == t.number
		}
	}
	if p.Date.IsZero() {
		return false
	}
	year, month, day := p.Date.Date() // as the post says it, in its own zone
	before := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Before(t.day)
	return before == (t.key == beforeKey)
}
