package linear

import (
	"context"

	"github.com/blogtui/blogtui/internal/history"
)

// remember loads what is known of the reading of the blog's posts. A history that cannot be read is said
// once and keeps nobody from reading.
func (t *talk) remember() {
	t.entries = make(map[string]history.Entry)
	if t.History == nil {
		return
	}
	h, err := t.History.Load()
	if err != nil {
		t.say("What was read before is not known: " + err.Error() + ".")
	}
	t.entries = h.Blog(t.Blog)
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
		t.say("That cannot be remembered: " + err.Error() + ".")
		t.History = nil // said once
	}
}
