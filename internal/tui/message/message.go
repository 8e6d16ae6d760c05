// Package message is what the screens and the shell say to each other: plain values without behaviour.
package message

import (
	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
)

// Loaded brings the posts of the blog of that number, or why there are none.
type Loaded struct {
	Number  int
	Catalog *catalog.Catalog
	Err     error
	// History is what is remembered of reading, by slug, and Forgot why it is not all.
	History map[string]history.Entry
	Forgot  error
}

// Open asks for a post to be read and shown.
type Open struct{ Slug string }

// Opened answers Open. Of several answers only that to the last question counts.
type Opened struct {
	Request int
	Post    *post.Post
	Doc     *document.Document
	Prints  history.Fingerprints // of its blocks; nil for a long post
	Err     error
	Crash   error // why Doc is plain text, nil if it is not
	// Matches are the places where what was searched stands, and Match is which of them to show; nil: nothing
	// was searched.
	Matches []document.Match
	Match   int
}

// Back leads from the reader to the list.
type Back struct{}

// Step asks for another post in place of the open one: the next part of its series, else the next older
// post, for a Delta of +1; the one before for -1.
type Step struct{ Delta int }

// Kind tells how a note is meant.
type Kind int

// The kinds of note.
const (
	Info Kind = iota
	Warning
	Failure
)

// Status is a note for the last line of the screen. It stays until the next key.
type Status struct {
	Text string
	Kind Kind
}

// Marked tells that a place in the open post was given a letter.
type Marked struct {
	Letter rune
	Place  history.Place
}
