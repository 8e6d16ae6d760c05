// Package keymap holds every key binding as data: its keys, a name for its action, a word for the footer
// and a phrase for the help. Help, footer hints and the README's table are made from it, so that none of
// them can say anything else than what the keys do.
package keymap

import "charm.land/bubbles/v2/key"

// Keymap is the keys of the program, by where they apply. Global ones apply everywhere.
type Keymap struct {
	Global  Global
	List    List
	Box     Box
	Reader  Reader
	Find    Find
	Search  Search
	Overlay Overlay
}

// Global keys apply everywhere, except that where text is typed all but Redraw, Suspend and Interrupt are
// text.
type Global struct {
	Help, Search, Palette, Themes, Mouse, Blogs, Redraw, Suspend, Interrupt key.Binding
}

// Move is the keys that move through a list or a text.
type Move struct {
	Down, Up, HalfDown, HalfUp, PageDown, PageUp, Top, Bottom key.Binding
}

// List is the keys of the list of posts.
type List struct {
	Move
	Open, Filter, Tags, Category, Sort, Lines, Clear, Quit key.Binding
	Read, Star, Unread, Rescan, Edit, Files, Language      key.Binding
	// ToggleTag has one key for each tag of the bar, in their order.
	ToggleTag key.Binding
}

// Box is the keys of the filter box while it is typed into; all others edit its text.
type Box struct {
	Complete
	Keep, Clear, Down, Up key.Binding
}

// Complete is the keys that complete a query: Next and Prev put suggestions into it, and once one is there
// Right and Left choose among them.
type Complete struct {
	Next, Prev, Right, Left key.Binding
}

// Reader is the keys of an open post.
type Reader struct {
	Move
	Find, NextMatch, PrevMatch                                   key.Binding
	NextLink, PrevLink, Act, Return, Forward, Links              key.Binding
	Outline, NextHeading, PrevHeading, SetMark, GoToMark         key.Binding
	NextCode, PrevCode, CopyCode, CopyPost, WrapCode, NumberCode key.Binding
	PanLeft, PanRight, FullWidth, Wider, Narrower, ResetWidth    key.Binding
	NextPart, PrevPart, Tags, Language, Edit, Clear, Back        key.Binding
}

// Find is the keys of the find box while it is typed into; all others edit its text.
type Find struct {
	Keep, Clear, Next, Prev key.Binding
}

// Search is the keys of the search through all posts; all others edit its text.
type Search struct {
	Complete
	Open, Leave, Down, Up, PageDown, PageUp key.Binding
}

// Overlay is the keys of a list that is typed into to narrow it; all others edit its text.
type Overlay struct {
	Act, Leave, Toggle, Down, Up, PageDown, PageUp key.Binding
}

// Entry is one binding and what is said about it.
type Entry struct {
	Action string // its name, unique: "list.open"
	Short  string // a word or two, for the footer
	Long   string // a phrase, for the help
	key.Binding
}

// Place is where bindings apply.
type Place int

// The places, in the order of Sections.
const (
	Everywhere Place = iota
	InList
	InBox
	InReader
	InFind
	InSearch
	InPanel
)

// Section is the bindings of one place, in the order in which they are shown.
type Section struct {
	Place   Place
	Title   string
	Typed   bool // text is typed here, so that letters are no keys
	Entries []Entry
}

// Default returns the keys as they are without a configuration.
func Default() Keymap {
	var k Keymap
	for _, s := range k.table() {
		for _, r := range s.rows {
			*r.binding = key.NewBinding(key.WithKeys(r.keys...), key.WithHelp(Label(r.keys[0]), r.short))
		}
	}
	return k
}

// Sections lists all bindings, in the order of the places.
func (k Keymap) Sections() []Section {
	table := k.table()
	out := make([]Section, len(table))
	for i, s := range table {
		out[i] = Section{Place: Place(i), Title: s.title, Typed: s.typed}
		for _, r := range s.rows {
			out[i].Entries = append(out[i].Entries, Entry{r.action, r.short, r.long, *r.binding})
		}
	}
	return out
}
