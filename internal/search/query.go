package search

import (
	"strings"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/text"
)

// Query is what is looked for. It is a value; the zero value looks for nothing.
type Query struct {
	asked filter.Search
	terms []term
}

// Parse reads a query: that of the list (filter.Parse), and in:title, in:heading, in:prose and in:code for
// where its words stand. The error is a *filter.SyntaxError.
func Parse(query string) (Query, error) { return newQuery(filter.ParseSearch(query)) }

// ParseTyped is Parse for a query as it is typed, of which more may follow (filter.ParseTyped).
func ParseTyped(query string, v filter.Vocabulary) (Query, error) {
	return newQuery(filter.ParseSearchTyped(query, v))
}

func newQuery(asked filter.Search, err error) (Query, error) {
	if err != nil {
		return Query{}, err
	}
	q := Query{asked: asked}
	for i, w := range asked.Words {
		if t, ok := newTerm(w, i == len(asked.Words)-1); ok {
			q.terms = append(q.terms, t)
		}
	}
	return q, nil
}

// IsEmpty reports whether there is nothing to look for: a query of conditions alone lists posts, which is
// what the list does.
func (q Query) IsEmpty() bool { return len(q.terms) == 0 }

// Words returns what is looked for as it is written, without the conditions.
func (q Query) Words() string {
	words := make([]string, len(q.asked.Words))
	for i, w := range q.asked.Words {
		words[i] = w.Text
		if w.Quoted {
			words[i] = `"` + w.Text + `"`
		}
	}
	return strings.Join(words, " ")
}

// Marks returns where what is looked for stands in a text, in its order, without overlaps.
func (q Query) Marks(s string) []text.Range {
	var t fold.Text
	t.Set(s)
	return q.marks(&t)
}

func (q Query) marks(t *fold.Text) []text.Range {
	var out []text.Range
	for i := range q.terms {
		for at := 0; ; {
			m, found := q.terms[i].next(t.Bytes, at)
			if !found {
				break
			}
			from, to := t.Stretch(m.start, m.end)
			out = append(out, text.Range{Start: from, End: to})
			at = m.end
		}
	}
	return merged(out)
}

// context reports whether the title and the tags of a post help its sections to be found.
func (q Query) context() bool { return q.asked.In(filter.InTitle) }
