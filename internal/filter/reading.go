package filter

import "slices"

// Reading is what was read of a post, as far as terms ask for it.
type Reading struct{ Read, Started, Starred bool }

// readingNames are the states that "is:" asks for. A post that was not read to its end is unread.
var readingNames = [...]string{unread, "read", "started", "starred"}

func (r Reading) is(name string) bool {
	switch name {
	case unread:
		return !r.Read
	case "read":
		return r.Read
	case "started":
		return r.Started
	}
	return r.Starred
}

const unread = "unread"

// Unread tells whether the filter wants only posts that are unread.
func (f Filter) Unread() bool {
	return slices.ContainsFunc(f.terms, func(t term) bool { return t.key == isKey && !t.not && len(t.names) == 1 && t.has(unread) })
}

// WithUnread returns the filter wanting only unread posts, or no longer.
func (f Filter) WithUnread(on bool) Filter {
	f.terms = slices.DeleteFunc(slices.Clone(f.terms), func(t term) bool { return t.key == isKey && !t.not && t.has(unread) })
	if on {
		f.terms = append(f.terms, term{key: isKey, names: []name{{text: unread}}})
	}
	return f
}
