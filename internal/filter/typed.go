package filter

import (
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// ParseTyped reads a query as it is typed for a blog whose names are known. What is a query for Parse is the
// same here, but for what is not written to its end:
//
//   - a phrase or a name may lack its closing quote, and a comma the name that is to follow;
//   - a name that no post has, but with which others begin, stands for these, as if a "*" were behind it:
//     on the way to tag:fastapi the list shows what it may become;
//   - a name at the end of the query that only stands within others asks for nothing yet.
//
// What is left out of posts must be named, so that none disappears on the way.
func ParseTyped(query string, v Vocabulary) (Filter, error) {
	f, err := parse(parser{query: query, typed: true})
	if err != nil {
		return Filter{}, err
	}
	return f.typed(query, v), nil
}

// ParseSearchTyped is to ParseSearch what ParseTyped is to Parse.
func ParseSearchTyped(query string, v Vocabulary) (Search, error) {
	s, err := parseSearch(parser{query: query, search: true, typed: true})
	if err != nil {
		return Search{}, err
	}
	s.Filter = s.Filter.typed(query, v)
	return s, nil
}

// typed returns the filter with what is meant by names that are not written to their end.
func (f Filter) typed(query string, v Vocabulary) Filter {
	terms := slices.Clone(f.terms)
	for i, t := range terms {
		values := v.values(t.key)
		if t.not || len(values) == 0 {
			continue
		}
		terms[i].names = slices.Clone(t.names)
		for j, n := range t.names {
			open := name{text: n.text, open: true}
			terms[i].names[j].open = n.open || !slices.ContainsFunc(values, n.is) && slices.ContainsFunc(values, open.is)
		}
	}
	f.terms = terms
	if t, ok := v.typing(query); ok && t.key != nil && len(t.values(*t.key, "")) > 0 {
		f = f.withoutLast(t, v)
	}
	return f
}

// withoutLast returns the filter without the name that is being typed, if no name is as it is so far.
func (f Filter) withoutLast(t typing, v Vocabulary) Filter {
	last := len(f.terms) - 1
	if last < 0 || f.terms[last].key.String() != t.key.Name {
		return f
	}
	names := f.terms[last].names
	if n := len(names) - 1; n < 0 || names[n].text != text.CleanLine(t.name) || slices.ContainsFunc(v.values(f.terms[last].key), names[n].is) {
		return f
	} else if n > 0 {
		f.terms[last].names = names[:n] // a copy already
		return f
	}
	f.terms = f.terms[:last]
	return f
}

// values are the names that a vocabulary has for tags, categories or series.
func (v Vocabulary) values(k key) []string {
	if k != tagKey && k != categoryKey && k != seriesKey {
		return nil
	}
	i := slices.IndexFunc(v, func(known Key) bool { return strings.EqualFold(known.Name, k.String()) })
	if i < 0 {
		return nil
	}
	return v[i].Values
}
