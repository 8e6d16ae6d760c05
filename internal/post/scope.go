package post

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Every post is compared with the scopes of a file.
const (
	maxScopes  = 100
	maxPattern = 500 // bytes
)

// Scope is a group of posts and what they are given. What is empty admits all.
type Scope struct {
	Path     string // a pattern of Hugo's, or in Jekyll the start of a path or a pattern of that
	Kind     string // what Hugo calls the kind of a page, or Jekyll the type
	Language string
	Given    Defaults
	Problems []Problem // with what is given
}

// scopes returns what an _index.md or a configuration gives to posts, what counts most last: the "cascade" of Hugo
// (https://gohugo.io/content-management/front-matter/#cascade) and the "defaults" of Jekyll
// (https://jekyllrb.com/docs/configuration/front-matter-defaults/).
func (s source) scopes(path string) (all []Scope) {
	entries, _, _ := s.table()
	for _, e := range entries {
		switch strings.ToLower(e.key) {
		case "cascade":
			all = scopes(e, hugoScope)
			slices.Reverse(all) // the first that says something counts
		case "defaults":
			all = scopes(e, jekyllScope)
			slices.SortStableFunc(all, compareScopes)
		}
		for i := range all {
			for j := range all[i].Problems {
				all[i].Problems[j].Path, all[i].Problems[j].Line = path, max(e.line+s.blockLine-1, 0)
			}
		}
	}
	return all
}

// scopes reads a table, or each table of a list.
func scopes(e entry, read func(table) Scope) (all []Scope) {
	items, isList := e.value.([]any)
	if !isList {
		items = []any{e.value}
	}
	for i, item := range items[:min(len(items), maxScopes)] {
		t, _ := item.(table)
		s := read(t)
		if len(s.Path) > maxPattern {
			s = Scope{Problems: []Problem{{
				Message: fmt.Sprintf("%s has a path of more than %d bytes, which is not looked at", e.key, maxPattern), Remedy: "name a folder",
			}}}
		}
		if i == maxScopes-1 && len(items) > maxScopes {
			s.Problems = append(s.Problems, Problem{
				Message: fmt.Sprintf("%s has more than %d entries, and only those are taken", e.key, maxScopes), Remedy: "name folders, not posts",
			})
		}
		all = append(all, s)
	}
	return all
}

func hugoScope(t table) (s Scope) {
	for _, e := range t {
		if target, ok := e.value.(table); ok && (e.key == "_target" || e.key == "target") {
			s.Path, s.Kind, s.Language = target.named("path"), target.named("kind"), target.named("lang")
		}
	}
	s.Given, s.Problems = newDefaults(t, JoinNothing)
	return s
}

func jekyllScope(t table) (s Scope) {
	s.Given.Joining = JoinCategories
	for _, e := range t {
		switch inner, _ := e.value.(table); e.key {
		case "scope":
			s.Path, s.Kind = strings.TrimPrefix(inner.named("path"), "/"), inner.named("type")
		case "values":
			s.Given, s.Problems = newDefaults(inner, JoinCategories)
		}
	}
	return s
}

// named returns the single value of a name, "" if there is none.
func (t table) named(name string) string {
	for _, e := range t {
		if e.key == name {
			s, _ := scalar(e.value)
			return s
		}
	}
	return ""
}

// compareScopes orders scopes of Jekyll: a longer path counts more, then one with a type, then what stands later.
func compareScopes(a, b Scope) int {
	return cmp.Or(cmp.Compare(len(a.Path), len(b.Path)), cmp.Compare(min(len(a.Kind), 1), min(len(b.Kind), 1)))
}
