package post

import (
	"cmp"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// key is one thing that a front matter may say, and how its value is taken.
type key[T any] struct {
	// names are the names that the key has, folded, with spaces between them; the best comes first. The
	// first is the one to be recommended.
	names string
	set   func(*T, field) *oddity
}

// oddity is why a value cannot be taken, and what to write in its place.
type oddity struct{ message, remedy string }

// vocabulary is all keys of one kind of front matter.
type vocabulary[T any] struct {
	keys  []key[T]
	named map[string][]place // by folded name
}

// place is a key and how good a name of it is, 0 for the best.
type place struct{ key, rank int }

func newVocabulary[T any](keys []key[T]) vocabulary[T] {
	v := vocabulary[T]{keys, make(map[string][]place)}
	for i, k := range keys {
		for rank, name := range strings.Fields(k.names) {
			v.named[name] = append(v.named[name], place{i, rank})
		}
	}
	return v
}

// fold makes one name of the spellings that engines have for it: pub_date, pub-date, PubDate.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_' || r == '-' || r == ' ':
			return -1
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// setAll takes what the fields say, and returns what could not be taken. Of several names of one key the
// best that has a value counts, of one name that is given twice the last, as with every decoder that takes that. Keys that are not known belong
// to the engine or the theme of a blog, unless they look like a slip.
func (v vocabulary[T]) setAll(fields []field, to *T) []Problem {
	type candidate struct {
		place
		field field
	}
	var problems []Problem
	report := func(f field, odd *oddity) {
		if !f.given { // else it was told where it is given
			problems = append(problems, Problem{Line: f.line, Message: odd.message, Remedy: odd.remedy})
		}
	}
	candidates := make([]candidate, 0, len(fields)+len(fields)/2) // some names are names of two keys
	for _, f := range slices.Backward(fields) {
		places := v.named[fold(f.key)]
		for _, at := range places {
			candidates = append(candidates, candidate{at, f})
		}
		if len(places) == 0 {
			if odd := v.slip(f.key); odd != nil {
				report(f, odd)
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.rank, b.rank))
	})
	taken := -1
	for i, c := range candidates {
		if i > 0 && candidates[i-1].place == c.place && strings.EqualFold(candidates[i-1].field.key, c.field.key) {
			report(c.field, &oddity{c.field.key + " is given twice; the last counts", "keep one"})
			continue
		}
		if c.key == taken {
			continue
		}
		switch odd := v.keys[c.key].set(to, c.field); {
		case odd == nil && !c.field.blank():
			taken = c.key
		case odd != nil && !c.field.themes():
			report(c.field, odd)
		}
	}
	return problems
}

// slip reports a key that is probably a known one mistyped: two letters swapped, or one letter wrong,
// missing or too many in a name long enough that no other word is so near.
func (v vocabulary[T]) slip(name string) *oddity {
	for _, k := range v.keys {
		best, _, _ := strings.Cut(k.names, " ")
		if swapped(name, best) || len(best) > 5 && oneOff(name, best) {
			return &oddity{fmt.Sprintf("unknown key %q", text.Truncate(name, 40)), "write " + best}
		}
	}
	return nil
}

// differ returns how many bytes two names have in common at their start and, without those, at their end.
func differ(a, b string) (start, end int) {
	n := min(len(a), len(b))
	for start < n && a[start]|0x20 == b[start]|0x20 {
		start++
	}
	for end < n-start && a[len(a)-1-end]|0x20 == b[len(b)-1-end]|0x20 {
		end++
	}
	return start, end
}

func swapped(a, b string) bool {
	if len(a) != len(b) || len(a) < 4 {
		return false
	}
	i, end := differ(a, b)
	return i+end == len(a)-2 && a[i]|0x20 == b[i+1]|0x20 && a[i+1]|0x20 == b[i]|0x20
}

func oneOff(a, b string) bool {
	start, end := differ(a, b)
	return max(len(a), len(b))-start-end == 1
}

// blank reports whether the field has no value, so that another name of its key may have one.
func (f field) blank() bool {
	return f.kind == empty || f.kind == single && f.text == "" || f.kind == list && len(f.list) == 0
}

// themes reports whether the field is one of a theme's table, where a key may mean anything.
func (f field) themes() bool {
	return strings.ContainsRune(f.key, '.') && !strings.HasPrefix(f.key, "taxonomies.")
}

// shown is a value as a message shows it.
func (f field) shown() string {
	switch f.kind {
	case empty:
		return "empty"
	case list:
		return "a list"
	case nested:
		return "a table"
	}
	return strconv.Quote(text.Truncate(f.text, 40))
}

// odd says what is wrong with the value of the field.
func (f field) odd(remedy string) *oddity {
	return &oddity{f.key + " is " + f.shown(), remedy}
}

// textTo takes one text.
func (f field) textTo(to *string) *oddity {
	if f.kind > single {
		return f.odd("write one text")
	}
	*to = f.text
	return nil
}

// shownTo takes one text as a browser shows what stands in a page: "&amp;" is "&", and where a word may be divided
// ("&shy;") nothing is seen.
func (f field) shownTo(to *string) *oddity {
	if strings.IndexByte(f.text, '&') >= 0 {
		f.text = text.CleanLine(strings.ReplaceAll(html.UnescapeString(f.text), "\u00ad", ""))
	}
	return f.textTo(to)
}

// proseTo takes one text that may have markup, without that.
func (f field) proseTo(to *string) *oddity {
	f.text = plain([]byte(f.text))
	return f.textTo(to)
}

// nameTo takes one name: a text, the first of a list, or what a table is called.
func (f field) nameTo(to *string) *oddity {
	switch {
	case f.kind == list && len(f.list) > 0:
		*to = f.list[0]
	case f.kind == nested && f.text == "":
		return f.odd("write one text")
	case f.text != "":
		*to = f.text
	}
	return nil
}

// numberTo takes a whole number from low up to what 32 bits hold.
func (f field) numberTo(to *int, low int64) *oddity {
	if f.kind == empty {
		return nil
	}
	n, err := strconv.ParseInt(strings.TrimSuffix(f.text, ".0"), 10, 32)
	if f.kind != single || err != nil || n < low {
		return f.odd("write a whole number")
	}
	*to = int(n)
	return nil
}

// minutesTo takes a number of minutes that may be followed by what it counts: 7, 7.5, "7 min read".
func (f field) minutesTo(to *int) *oddity {
	number := strings.TrimLeft(f.text, "~ ")
	if end := strings.IndexFunc(number, func(r rune) bool { return (r < '0' || r > '9') && r != '.' }); end >= 0 {
		number = number[:end]
	}
	n, err := strconv.ParseFloat(number, 64)
	if err == nil && n > 0 && n < 10_000 {
		*to = int(n)
		if float64(*to) < n {
			*to++
		}
	}
	return nil // themes switch their own counting on and off by these names
}

// namesTo takes a list of names, or one text that is split at its commas, or at spaces if it has none and
// spaced says so. A name that was there is left out.
func (f field) namesTo(to *[]string, spaced bool) *oddity {
	all := f.list
	switch {
	case f.kind == nested && f.text != "":
		all = []string{f.text}
	case f.kind == nested:
		return f.odd("write a list of names: [one, two]")
	case f.kind == single && spaced && !strings.ContainsRune(f.text, ','):
		all = strings.Fields(f.text)
	case f.kind == single:
		all = strings.Split(f.text, ",")
	}
	seen := make(map[string]bool, len(all))
	for _, name := range all {
		name = text.CleanLine(name)
		if folded := strings.ToLower(name); name != "" && !seen[folded] {
			seen[folded] = true
			*to = append(*to, name)
		}
	}
	return nil
}

// words reports whether the words of a text are names of their own: it stands under the name of many, and the engine
// does not take it for one.
func (f field) words(many string) bool { return strings.EqualFold(f.key, many) && !f.dialect.Whole }

// yes reads true or false in the spellings of YAML.
func (f field) yes() (yes, known bool) {
	switch strings.ToLower(f.text) {
	case "true", "yes", "on":
		return true, true
	case "false", "no", "off":
		return false, true
	}
	return false, false
}

// yesTo takes true or false.
func (f field) yesTo(to *bool) *oddity {
	yes, known := f.yes()
	if !known && f.kind != empty {
		return f.odd("write true or false")
	}
	*to = yes
	return nil
}
