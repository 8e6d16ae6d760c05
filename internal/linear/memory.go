package linear

import (
	"context"
	"maps"

	"github.com/blogtui/blogtui/internal/history"
)

// remember loads what is known of the reading of the blog's posts. A history that cannot be read is said
// once and keeps nobody from reading. What is read from now on goes by the clock.
func (t *talk) remember(clock *history.Clock) {
	t.Now, t.entries = clock.Now, make(map[string]history.Entry)
	if t.History == nil {
		return
	}
	h, err := t.History.Load()
	if err != nil {
		t.say("What was read before is not known: " + err.Error() + ".")
	}
	t.entries = h.Blog(t.Blog)
	clock.Meet(t.entries)
}

// compare says if a post has changed since it was read, and remembers what it is now.
func (r *reading) compare() {
	old := r.entries[r.post.Slug].Edition
	if old.Sum == r.post.Sum {
		return
	}
	if old.Sum != 0 {
		r.say("This post has changed since you read it.")
	}
	prints := r.fingerprints()
	if len(prints) > history.MaxBlocks {
		prints = nil
	}
	r.change(r.post.Slug, func(e *history.Entry) {
		e.Edition = history.Edition{At: r.Now(), Sum: r.post.Sum, Blocks: prints}
	})
}

// withFlag returns flags with one of them set.
func withFlag(flags map[string]history.Flag, name string, f history.Flag) map[string]history.Flag {
	out := maps.Clone(flags)
	if out == nil {
		out = make(map[string]history.Flag)
	}
	out[name] = f
	return out
}

// change changes what is remembered of a post, and saves it.
func (t *talk) change(slug string, f func(*history.Entry)) {
	e := t.entries[slug]
	f(&e)
	t.entries[slug] = e
	if t.History == nil {
		return
	}
	changed := history.History{history.Key{Blog: t.Blog, Slug: slug}: e}
	if _, err := t.History.Save(context.Background(), changed); err != nil {
		t.say("A warning: " + err.Error() + ".")
		t.History = nil // said once
	}
}
