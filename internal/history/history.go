// Package history owns what is remembered of reading: how far each post was read and where reading
// stopped, what was read to the end, what is starred and marked.
//
// What is remembered of a post is an Entry, a value. Every fact in it carries the time at which it was
// established, so that two programs that read at once lose nothing of each other: merging takes the newer
// of each fact. Store keeps the entries in one file. Nothing here is needed to read a post.
package history

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// Place is where reading stopped, told so that it survives another width, another theme, edits to the
// post and a new release of it: by what the block says rather than by where it stands.
type Place struct {
	// Block is the block's fingerprint.
	Block uint32 `json:"block"`
	// Index is the block's number when the place was taken: of several equal blocks the nearest is
	// meant, and if the block is gone the one of that number.
	Index int `json:"index"`
	// Offset is the byte in the block's text.
	Offset int `json:"offset,omitempty"`
}

// Progress is how far a post was read.
type Progress struct {
	At      time.Time `json:"at"`
	Percent int       `json:"percent"` // 0 to 100, at the place
	Place   Place     `json:"place"`
}

// Flag is a fact that is set and unset.
type Flag struct {
	At time.Time `json:"at"`
	On bool      `json:"on"`
}

// Mark is a place that the reader gave a letter.
type Mark struct {
	At    time.Time `json:"at"`
	Place Place     `json:"place"`
}

// Edition is the text of a post as it was when it was last open.
type Edition struct {
	At time.Time `json:"at"`
	// Sum is that of the whole body (post.Post.Sum).
	Sum uint32 `json:"sum,omitempty"`
	// Blocks are the fingerprints of its blocks, in order, up to MaxBlocks.
	Blocks Fingerprints `json:"blocks,omitempty"`
}

// MaxBlocks is how many blocks of a post an Edition remembers.
const MaxBlocks = 4096

// Entry is what is remembered of one post. The zero Entry is that of a post which was never opened.
type Entry struct {
	Progress Progress        `json:"progress,omitzero"`
	Read     Flag            `json:"read,omitzero"`
	Starred  Flag            `json:"starred,omitzero"`
	Sections map[string]Flag `json:"sections,omitempty"` // anchors of the sections read to their end
	Marks    map[string]Mark `json:"marks,omitempty"`    // by letter
	Edition  Edition         `json:"edition,omitzero"`
}

// Opened returns when the post was last read in, the zero time if it never was.
func (e Entry) Opened() time.Time { return e.Progress.At }

// Started tells whether the post was begun and not read to its end.
func (e Entry) Started() bool { return !e.Read.On && e.Progress.Percent > 0 }

// MinutesLeft returns how long the rest of a post takes, which takes so many minutes as a whole.
func (e Entry) MinutesLeft(minutes int) int {
	switch {
	case e.Read.On:
		return 0
	case e.Started():
		return max((minutes*(100-e.Progress.Percent)+99)/100, 1)
	}
	return minutes
}

// IsZero tells whether nothing is remembered.
func (e Entry) IsZero() bool {
	return e.Progress.At.IsZero() && e.Read.At.IsZero() && e.Starred.At.IsZero() && e.Edition.At.IsZero() &&
		len(e.Sections) == 0 && len(e.Marks) == 0
}

// Merge returns the newer of each fact of two entries for the same post. It gives the same whichever of the
// two comes first, except for facts of the very same time, where the receiver's stands.
func (e Entry) Merge(other Entry) Entry {
	if other.Progress.At.After(e.Progress.At) {
		e.Progress = other.Progress
	}
	if other.Edition.At.After(e.Edition.At) {
		e.Edition = other.Edition
	}
	e.Read = newer(e.Read, other.Read, Flag.time)
	e.Starred = newer(e.Starred, other.Starred, Flag.time)
	e.Sections = mergeMaps(e.Sections, other.Sections, Flag.time)
	e.Marks = mergeMaps(e.Marks, other.Marks, Mark.time)
	return e
}

func (f Flag) time() time.Time { return f.At }
func (m Mark) time() time.Time { return m.At }

func newer[T any](a, b T, at func(T) time.Time) T {
	if at(b).After(at(a)) {
		return b
	}
	return a
}

func mergeMaps[T any](a, b map[string]T, at func(T) time.Time) map[string]T {
	if len(b) == 0 {
		return a
	}
	merged := make(map[string]T, len(a)+len(b))
	maps.Copy(merged, a)
	for k, v := range b {
		merged[k] = newer(merged[k], v, at)
	}
	return merged
}

// Key names a post among those of all blogs.
type Key struct {
	Blog string // the blog's folder, absolute; "" is the built-in blog
	Slug string
}

// History is what is remembered of all posts. A nil History is empty and can be read.
type History map[Key]Entry

// Blog returns the entries of one blog by slug.
func (h History) Blog(blog string) map[string]Entry {
	out := make(map[string]Entry)
	for k, e := range h {
		if k.Blog == blog {
			out[k.Slug] = e
		}
	}
	return out
}

// keys returns the keys in order.
func (h History) keys() []Key { return slices.SortedFunc(maps.Keys(h), Key.compare) }

// Recent returns the keys of the posts that were opened, the last one first.
func (h History) Recent() []Key {
	keys := make([]Key, 0, len(h))
	for k, e := range h {
		if !e.Opened().IsZero() {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b Key) int {
		return cmp.Or(h[b].Opened().Compare(h[a].Opened()), a.compare(b))
	})
	return keys
}

func (k Key) compare(other Key) int {
	return cmp.Or(strings.Compare(k.Blog, other.Blog), strings.Compare(k.Slug, other.Slug))
}

// Merge returns the newer of each fact of two histories.
func (h History) Merge(other History) History {
	merged := make(History, len(h)+len(other))
	maps.Copy(merged, h)
	for k, e := range other {
		merged[k] = merged[k].Merge(e)
	}
	return merged
}
