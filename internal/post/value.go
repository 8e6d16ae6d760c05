package post

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// field is one key of a front matter with its value, reduced to what a post can hold.
type field struct {
	key  string // clean; of an entry of a table: "table.key"
	line int    // 1-based, in the block until decode makes it one of the file; 0: not known
	kind kind
	text string   // of a single value, as written; clean
	list []string // of a list of single values, or of tables that have names; clean

	given   bool // by what stands elsewhere than in the post
	dialect Dialect
}

// kind is what a value is.
type kind int

const (
	empty kind = iota // null, or nothing after the key
	single
	list
	nested // a table, or a list of other things than single values
)

// table is a decoded front matter, or a table in it, in the order in which it was written as far as that
// is known. A value is nil, a string, a number, a bool, a time, []any or table; any other is not read.
type table []entry

type entry struct {
	key   string
	line  int // 1-based, in the block; 0: not known
	value any
	given bool // by what stands elsewhere than in the post
}

// fields reduces the entries of a table. An entry that is itself a table is followed by its own entries, so many
// levels deep: "taxonomies" by "taxonomies.tags".
func (t table) fields(prefix string, levels int) []field {
	all := make([]field, 0, len(t))
	for _, e := range t {
		all = append(all, e.field(prefix))
		if inner, ok := e.value.(table); ok && levels > 0 {
			all = append(all, inner.fields(prefix+e.key+".", levels-1)...)
		}
	}
	return all
}

func (e entry) field(prefix string) field {
	f := field{key: text.CleanLine(prefix + e.key), line: e.line, kind: nested, given: e.given}
	if e.value == nil {
		f.kind = empty
	} else if s, ok := scalar(e.value); ok {
		f.kind, f.text = single, s
	} else if items, ok := e.value.([]any); ok {
		f.kind, f.list = names(items)
	} else if t, ok := e.value.(table); ok {
		if name, ok := t.name(); ok {
			f.text = name
		}
	}
	return f
}

// names returns the items of a list that is one of single values, or of tables that have names.
func names(items []any) (kind, []string) {
	var all []string
	for _, item := range items {
		s, ok := scalar(item)
		if t, isTable := item.(table); isTable {
			s, ok = t.name()
		}
		if ok {
			all = append(all, s)
		} else if item != nil {
			return nested, nil
		}
	}
	return list, all
}

// name returns what the table is called, if it is one that stands for one thing: an author, a series.
func (t table) name() (string, bool) {
	for _, key := range [...]string{"name", "title", "id"} {
		for _, e := range t {
			if strings.EqualFold(e.key, key) {
				return scalar(e.value)
			}
		}
	}
	return "", false
}

// scalar returns a single value as it would be written, clean.
func scalar(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return text.CleanLine(v), true
	case json.Number:
		return v.String(), true
	case bool, int64, float64:
		return fmt.Sprint(v), true
	case time.Time:
		if strings.HasSuffix(v.Location().String(), "-local") { // written without a zone
			return v.Format("2006-01-02T15:04:05"), true
		}
		return v.Format(time.RFC3339), true
	}
	return "", false
}
