package post

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/similar"
	"github.com/blogtui/blogtui/internal/text"
)

// key is a key that a front matter may have, and how its value is taken.
type key[T any] struct {
	name string
	set  func(*T, field) *oddity
}

// oddity is why a value cannot be taken, and what to write in its place.
type oddity struct{ message, remedy string }

var postKeys = []key[Meta]{
	{"title", func(m *Meta, f field) *oddity { return f.textTo(&m.Title) }},
	{"description", func(m *Meta, f field) *oddity { return f.textTo(&m.Description) }},
	{"category", func(m *Meta, f field) *oddity { return f.textTo(&m.Category) }},
	{"series", func(m *Meta, f field) *oddity { return f.textTo(&m.Series) }},
	{"part", func(m *Meta, f field) *oddity { return f.numberTo(&m.Part, 0) }},
	{"tags", func(m *Meta, f field) *oddity { return f.namesTo(&m.Tags) }},
	{"date", func(m *Meta, f field) *oddity { return f.dateTo(&m.Date) }},
	{"updated", func(m *Meta, f field) *oddity { return f.dateTo(&m.Updated) }},
	{"weight", func(m *Meta, f field) *oddity { return f.numberTo(&m.Weight, -1<<31) }},
	{"draft", func(m *Meta, f field) *oddity { return f.yesTo(&m.Draft) }},
	{"requires", func(m *Meta, f field) *oddity { return f.namesTo(&m.Requires) }},
}

var indexKeys = []key[Index]{
	{"title", func(i *Index, f field) *oddity { return f.textTo(&i.Title) }},
	{"tagline", func(i *Index, f field) *oddity { return f.textTo(&i.Tagline) }},
}

// setAll takes the values of the fields, each by the key of its name (case does not matter), and returns
// what could not be taken. Of a key that is given twice the first counts.
func setAll[T any](fields []field, to *T, keys []key[T]) []Problem {
	var problems []Problem
	seen := make([]bool, len(keys))
	for _, f := range fields {
		var odd *oddity
		switch i := slices.IndexFunc(keys, func(k key[T]) bool { return strings.EqualFold(k.name, f.key) }); {
		case i < 0:
			odd = unknownKey(f.key, keys)
		case seen[i]:
			odd = &oddity{keys[i].name + " is given twice; the first counts", "keep one"}
		default:
			seen[i] = true
			odd = keys[i].set(to, f)
		}
		if odd != nil {
			problems = append(problems, Problem{Line: f.line, Message: odd.message, Remedy: odd.remedy})
		}
	}
	return problems
}

// unknownKey names the nearest known key where the unknown one is probably a slip.
func unknownKey[T any](name string, keys []key[T]) *oddity {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	odd := &oddity{fmt.Sprintf("unknown key %q", text.Truncate(name, 40)), "remove it; known are " + strings.Join(names, ", ")}
	if nearest := similar.Rank(name, names, 1); similar.Distance(name, nearest[0]) <= 1+len(nearest[0])/4 {
		odd.remedy = "write " + nearest[0]
	}
	return odd
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

func (f field) textTo(to *string) *oddity {
	if f.kind > single {
		return f.odd("write one text")
	}
	*to = f.text
	return nil
}

// numberTo takes a whole number from low up to what 32 bits hold.
func (f field) numberTo(to *int, low int64) *oddity {
	if f.kind == empty {
		return nil
	}
	n, err := strconv.ParseInt(f.text, 10, 32)
	if f.kind != single || err != nil || n < low {
		return f.odd("write a whole number")
	}
	*to = int(n)
	return nil
}

// namesTo takes a list of names, or names with commas between them. A name that was there is left out.
func (f field) namesTo(to *[]string) *oddity {
	names := f.list
	switch f.kind {
	case nested:
		return f.odd("write a list of names: [one, two]")
	case single:
		names = strings.Split(f.text, ",")
	}
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		name = text.CleanLine(name)
		if folded := strings.ToLower(name); name != "" && !seen[folded] {
			seen[folded] = true
			*to = append(*to, name)
		}
	}
	return nil
}

// dateLayouts are the ways in which a date may be written, the usual ones first.
var dateLayouts = []string{
	time.DateOnly,
	time.RFC3339,
	time.DateTime,
	"2006-01-02T15:04:05",
	"2006-01-02 15:04",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05 -07:00",
	"2006-01-02 15:04:05-07:00",
	"2006-1-2",
	"2 January 2006",
	"2 Jan 2006",
	"January 2, 2006",
	"Jan 2, 2006",
}

// dateTo takes a date; one without a zone is in UTC.
func (f field) dateTo(to *time.Time) *oddity {
	if f.kind == empty {
		return nil
	}
	if f.kind == single {
		for _, layout := range dateLayouts {
			if t, err := time.Parse(layout, f.text); err == nil {
				*to = t
				return nil
			}
		}
	}
	return f.odd("write a date as 2026-03-15")
}

// yesTo takes true or false in the spellings of YAML.
func (f field) yesTo(to *bool) *oddity {
	switch strings.ToLower(f.text) {
	case "true", "yes", "on":
		*to = true
	case "false", "no", "off":
		*to = false
	default:
		if f.kind != empty {
			return f.odd("write true or false")
		}
	}
	return nil
}
