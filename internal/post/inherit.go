package post

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// How much a post can be given: many posts have it, and each has a copy of its own.
const (
	maxGiven     = 100     // values
	maxGivenText = 1 << 10 // bytes of one
)

// Defaults are what a blog gives to many of its posts at once, by the data file of a folder, by what a section says
// of the pages below it, or by its configuration. The zero value gives nothing.
type Defaults struct {
	Joining Joining
	Dialect Dialect // in which the post is written
	Layouts Layouts
	entries table
}

// Layouts are what is given by that which a post names as its layout, by its name. Everything else goes over that.
type Layouts map[string]Defaults

// Layout is what one layout says.
type Layout struct {
	Given  Defaults
	Within string // the name of the layout in which this one stands; "" if in none
}

// ParseLayout reads the front matter of a layout of Eleventy. One with which something is wrong gives nothing, and is
// no matter of the posts.
func ParseLayout(source []byte) Layout {
	entries, _, problem := split(source).table()
	if problem != nil {
		return Layout{}
	}
	given, _ := newDefaults(entries, JoinLists)
	return Layout{given, entries.named(layoutKey)}
}

// layoutKey is the key by which a post, or what it is given, names its layout.
const layoutKey = "layout"

// under is what stands below the entries of a post.
func (d Defaults) under(post table) table {
	if len(d.Layouts) == 0 {
		return d.entries
	}
	layout := d.Layouts[cmp.Or(post.named(layoutKey), d.entries.named(layoutKey))]
	return d.entries.over(layout.entries, d.Joining)
}

// Joining says how an engine puts what a post says together with what it is given, beyond that what the post
// itself says goes over what it is given.
type Joining int

const (
	// JoinNothing takes what the post says of a key for all. So it is in Hugo.
	JoinNothing Joining = iota
	// JoinCategories puts the keys of tables together, and the items of categories. So it is in Jekyll.
	JoinCategories
	// JoinLists puts the keys of tables together, and the items of all lists. So it is in Eleventy, where
	// tags are always a list: a text is divided at its commas, and only there.
	JoinLists
)

// Data is what a data file says.
type Data struct {
	Defaults Defaults
	Program  bool // some of it would have to be run, which is not done
	Problems []Problem
}

// ParseData reads a file that gives data to the posts beside or below it, in JSON, YAML or TOML, or, as far as it is
// written out, in JavaScript. Like Parse it never fails.
func ParseData(name string, file []byte, joining Joining) Data {
	shown := text.CleanLine(name)
	s := undivided(name, file, programFormat)
	if len(file) > maxBlock {
		return Data{Problems: []Problem{{
			Path: shown, Message: fmt.Sprintf("is larger than %d KB and was not read", maxBlock>>10),
			Remedy: "keep what is given to posts in a file of its own",
		}}}
	}
	entries, partly, problem := s.table()
	if s.format == programFormat && problem != nil {
		return Data{Program: true}
	}
	d, problems := newDefaults(entries, joining)
	if problem != nil {
		problem.Message = strings.Replace(problem.Message, "front matter", "data file", 1)
	}
	return Data{d, partly, placed(shown, problems, problem)}
}

// GivenCategories gives posts their first categories, as Jekyll takes them from folders.
func GivenCategories(names []string) Defaults {
	if len(names) == 0 {
		return Defaults{Joining: JoinCategories}
	}
	var items []any
	for _, name := range names {
		items = append(items, name)
	}
	d, _ := newDefaults(table{{key: "categories", value: items}}, JoinCategories)
	return d
}

// newDefaults takes of a table what a post can have, and says what is wrong with that.
func newDefaults(all table, joining Joining) (Defaults, []Problem) {
	all = all.normal(joining)
	var entries table
	var problems []Problem
	for _, e := range all {
		known := postKeys()
		if !e.concerns(known) {
			continue
		}
		var scratch Meta
		odd := known.setAll(table{e}.fields("", 1), &scratch)
		problems = append(problems, odd...)
		if len(odd) == 0 { // else it would cost a post what it says itself
			entries = append(entries, e)
		}
	}
	if entries.values() > maxGiven {
		problems = append(problems, Problem{
			Message: fmt.Sprintf("gives every post more than %d values, and only those are taken", maxGiven),
			Remedy:  "give posts what all of them have in common",
		})
	}
	left := maxGiven
	return Defaults{Joining: joining, entries: entries.given(&left)}, problems
}

// concerns reports whether an entry, or one of a table that it is, is a key of posts, or may be meant as one.
func (e entry) concerns(known vocabulary[Meta]) bool {
	name := fold(strings.TrimPrefix(e.key, overrides))
	inner, _ := e.value.(table)
	return len(known.named[name]) > 0 || known.slip(e.key) != nil ||
		slices.ContainsFunc(inner, func(e entry) bool { return len(known.named[name+"."+fold(e.key)]) > 0 })
}

// values is how many single values a table has.
func (t table) values() int {
	n := 0
	for _, e := range t {
		n += values(e.value)
	}
	return n
}

func values(value any) int {
	switch v := value.(type) {
	case table:
		return v.values()
	case []any:
		n := 0
		for _, item := range v {
			n += values(item)
		}
		return n
	}
	return 1
}

// given is a copy of the first of the entries, marked as not of the post itself, with at most so many values.
func (t table) given(left *int) table {
	var out table
	for _, e := range t {
		if *left <= 0 {
			break
		}
		out = append(out, entry{e.key, 0, given(e.value, left), true})
	}
	return out
}

func given(value any, left *int) any {
	switch v := value.(type) {
	case table:
		return v.given(left)
	case []any:
		items := []any{}
		for _, item := range v {
			if *left > 0 {
				items = append(items, given(item, left))
			}
		}
		return items
	case string:
		value = shorten(v, maxGivenText)
	}
	*left--
	return value
}

// Under puts what is given nearer to a post over what is given from farther away.
func (d Defaults) Under(nearer Defaults) Defaults {
	left := maxGiven
	d.entries = nearer.entries.over(d.entries, d.Joining).given(&left)
	return d
}

// overrides stands before a key in Eleventy that is not to be joined with what it would be joined with.
const overrides = "override:"

// over puts the entries of a table over those of another.
func (t table) over(under table, joining Joining) table {
	t = t.normal(joining)
	out := slices.Clone(under)
	replaced := make([]bool, len(under))
	for _, e := range t {
		at := slices.IndexFunc(under, func(u entry) bool { return strings.EqualFold(u.bare(), e.bare()) })
		if at < 0 || replaced[at] { // given twice, which is told of the post
			out = append(out, e)
			continue
		}
		replaced[at] = true
		out[at] = e.over(under[at], joining)
	}
	if joining == JoinLists {
		for i := range out {
			out[i].key = out[i].bare()
		}
	}
	return out
}

func (e entry) bare() string { return strings.TrimPrefix(e.key, overrides) }

// over puts an entry over another of its name.
func (e entry) over(under entry, joining Joining) entry {
	if joining == JoinNothing || e.bare() != e.key {
		return e
	}
	if upper, ok := e.value.(table); ok {
		if lower, ok := under.value.(table); ok {
			e.value = upper.over(lower, joining)
		}
	}
	if joining == JoinCategories && e.value == nil {
		return under
	}
	upper, lower := items(e.value, joining), items(under.value, joining)
	if joining == JoinCategories && !strings.EqualFold(e.key, "categories") || upper == nil || lower == nil {
		return e
	}
	e.value = slices.Concat(lower, upper)
	return e
}

// items returns the items of what is joined as a list, nil if it is no list. Jekyll takes the words of a text for one.
func items(value any, joining Joining) []any {
	list, _ := value.([]any)
	if s, ok := value.(string); ok && joining == JoinCategories {
		for word := range strings.FieldsSeq(s) {
			list = append(list, word)
		}
	}
	return list
}

// normal is a table as what is joined with others stands in it.
func (t table) normal(joining Joining) table {
	switch joining {
	case JoinLists:
		return t.listed()
	case JoinCategories:
		return t.categorised()
	}
	return t
}

// categorised is a table whose category is the last of its categories, as Jekyll has it.
func (t table) categorised() table {
	last := slices.IndexFunc(t, func(e entry) bool { return e.key == "category" })
	if last < 0 {
		return t
	}
	category, isName := scalar(t[last].value)
	if !isName || category == "" {
		return t
	}
	out := slices.Delete(slices.Clone(t), last, last+1)
	at := slices.IndexFunc(out, func(e entry) bool { return e.key == "categories" })
	if at < 0 {
		return append(out, entry{"categories", t[last].line, []any{category}, t[last].given})
	}
	out[at].value = append(slices.Clip(items(out[at].value, JoinCategories)), category)
	return out
}

// listed is a table whose tags are a list, as Eleventy has them.
func (t table) listed() table {
	for i, e := range t {
		if _, isList := e.value.([]any); e.bare() != "tags" || isList {
			continue
		}
		tags := []any{}
		if s, ok := e.value.(string); ok {
			for tag := range strings.SplitSeq(s, ",") {
				tags = append(tags, tag)
			}
		}
		t = slices.Clone(t)
		t[i].value = tags
	}
	return t
}
