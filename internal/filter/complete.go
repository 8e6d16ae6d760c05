package filter

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Vocabulary is what can be written in a query: the keys of its terms, in the order in which they are
// offered.
type Vocabulary []Key

// Key is a key of a vocabulary with the values that are offered for it.
type Key struct {
	Name   string   // without the colon
	Values []string // the most likely first
	// Bare is whether a value is offered to one who types it as a word, without the key.
	Bare bool
}

// NewVocabulary returns the vocabulary of the filter for a blog: names as its posts have them, the most
// used first, and of dates the months in which there are posts, the newest first.
func NewVocabulary(posts []*post.Post) Vocabulary {
	months := mostUsed(posts, func(p *post.Post) []string {
		if p.Date.IsZero() {
			return nil
		}
		return []string{p.Date.Format("2006-01")}
	})
	slices.SortFunc(months, func(a, b string) int { return strings.Compare(b, a) })
	return Vocabulary{
		{Name: keyNames[tagKey], Bare: true, Values: mostUsed(posts, func(p *post.Post) []string { return p.Tags })},
		{Name: keyNames[categoryKey], Bare: true, Values: mostUsed(posts, func(p *post.Post) []string { return []string{p.Category} })},
		{Name: keyNames[seriesKey], Bare: true, Values: mostUsed(posts, func(p *post.Post) []string { return []string{p.Series} })},
		{Name: keyNames[isKey], Values: readingNames[:]},
		{Name: keyNames[minutesKey], Values: []string{"<5", "<10", "<20", ">=20"}},
		{Name: keyNames[afterKey], Values: months},
		{Name: keyNames[beforeKey], Values: months},
	}
}

// NewSearchVocabulary returns the vocabulary of the search, which has the places besides.
func NewSearchVocabulary(posts []*post.Post) Vocabulary {
	return append(NewVocabulary(posts), Key{Name: inKey.String(), Values: placeNames[:]})
}

// mostUsed returns the names that posts have, whatever their case, those of most posts first.
func mostUsed(posts []*post.Post, names func(*post.Post) []string) []string {
	var out []string
	posted := make(map[string]int) // by name in lower case
	for _, p := range posts {
		for _, name := range names(p) {
			folded := strings.ToLower(name)
			if posted[folded]++; posted[folded] == 1 && name != "" {
				out = append(out, name)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(posted[strings.ToLower(b)], posted[strings.ToLower(a)]), cmp.Compare(a, b))
	})
	return out
}

// Completion is what could stand in a query in place of what is being typed.
type Completion struct {
	Range      text.Range // bytes of the query whose place a candidate takes
	Candidates []Candidate
}

// Candidate is one way to go on.
type Candidate struct {
	Name string // as a person says it
	Text string // as the query has it: in quotes where it must be
}

// Common returns what the texts of all candidates begin with.
func (c Completion) Common() string {
	if len(c.Candidates) == 0 {
		return ""
	}
	common := c.Candidates[0].Text
	for _, other := range c.Candidates[1:] {
		n := 0
		for n < min(len(common), len(other.Text)) && common[n] == other.Text[n] {
			n++
		}
		common = common[:n]
	}
	for !utf8.ValidString(common) {
		common = common[:len(common)-1]
	}
	return common
}

// Complete returns how what is typed at the cursor, a byte of the query, could go on: a key, a value of the
// key before it, or for a word a term with it. What begins like it comes first, then what has a word that
// does, then what contains it, each in the order of the vocabulary. What is there already is not offered.
func Complete(query string, cursor int, v Vocabulary) Completion {
	t, ok := v.typing(query[:cursor])
	if !ok {
		return Completion{Range: text.Range{Start: cursor, End: cursor}}
	}
	end := parser{query: query, at: t.from}
	if t.key != nil {
		end.name()
	} else {
		end.word()
	}
	c := Completion{Range: text.Range{Start: t.from, End: max(end.at, cursor)}}
	var found []graded
	if t.key != nil {
		found = t.values(*t.key, "")
	} else if !strings.HasPrefix(query[t.from:], `"`) {
		found = t.keys(v)
	}
	slices.SortStableFunc(found, func(a, b graded) int { return cmp.Compare(a.tier, b.tier) })
	for _, g := range found {
		if !strings.EqualFold(g.Text, query[c.Range.Start:c.Range.End]) {
			c.Candidates = append(c.Candidates, g.Candidate)
		}
	}
	return c
}

// graded is a candidate and how well it goes on with what is typed.
type graded struct {
	Candidate
	tier int
}

// The tiers of candidates, the best first.
const (
	isKeyword = iota
	begins    // with what is typed
	hasWord   // that does
	inName    // it stands somewhere
)

// typing is what stands before the cursor, taken apart.
type typing struct {
	from  int      // where the name or the word that is being typed begins
	name  string   // as much of it as there is
	not   bool     // of a word: a "-" stands before it
	key   *Key     // of the term, nil for a word
	names []string // of the term, those before it
}

// typing finds the term or the word at whose end the query ends. There is none behind the quotes of a name.
func (v Vocabulary) typing(query string) (t typing, ok bool) {
	p := parser{query: query}
	for {
		p.space()
		t = typing{from: p.at}
		if t.key = v.key(&p); t.key == nil {
			word, _ := p.word()
			if p.done() {
				t.name, t.not = strings.CutPrefix(word, "-")
				return t, true
			}
			continue
		}
		for t.key != nil {
			t.from = p.at
			n, _ := p.name()
			switch {
			case p.done():
				t.name = n.text
				return t, true
			case p.next(','):
				t.names = append(t.names, n.text)
				p.at++
			default:
				p.run("")
				t.key = nil
			}
		}
		if p.done() {
			return typing{}, false
		}
	}
}

// key goes past the key of a term. At a word it stays, and returns nil.
func (v Vocabulary) key(p *parser) *Key {
	rest := strings.TrimPrefix(p.query[p.at:], "-")
	name, value, colon := strings.Cut(rest, ":")
	if !colon {
		return nil
	}
	for i := range v {
		if strings.EqualFold(v[i].Name, name) {
			p.at = len(p.query) - len(value)
			return &v[i]
		}
	}
	return nil
}

// leastTyped is how many bytes must be typed until terms are offered for a word, and names for what stands
// within them: less is in most.
const leastTyped = 2

// keys are the candidates for a word: keys, and terms with it.
func (t typing) keys(v Vocabulary) []graded {
	minus := ""
	if t.not {
		minus = "-"
	}
	typed := fold.String(t.name)
	var out []graded
	for _, k := range v {
		if bytes.HasPrefix(fold.String(k.Name), typed) {
			text := minus + k.Name + ":"
			out = append(out, graded{Candidate{text, text}, isKeyword})
		}
	}
	for _, k := range v {
		if k.Bare && len(typed) >= leastTyped {
			out = append(out, t.values(k, minus+k.Name+":")...)
		}
	}
	return slices.DeleteFunc(out, func(g graded) bool { return g.tier == inName })
}

// values are the values of a key that go on with what is typed, but for those that the term has.
func (t typing) values(k Key, before string) []graded {
	typed := fold.String(t.name)
	var f fold.Text
	var out []graded
	for _, value := range k.Values {
		f.Set(value)
		tier := begins
		switch at := wordStart(f.Bytes, typed); {
		case at > 0:
			tier = hasWord
		case at == 0:
		case len(typed) >= leastTyped && bytes.Contains(f.Bytes, typed):
			tier = inName
		default:
			continue
		}
		if slices.ContainsFunc(t.names, func(name string) bool { return strings.EqualFold(name, value) }) {
			continue
		}
		out = append(out, graded{Candidate{before + value, before + name{text: value}.String()}, tier})
	}
	return out
}
