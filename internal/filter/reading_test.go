package filter_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
)

func TestTermsOnReading(t *testing.T) {
	known := map[string]filter.Reading{
		"read": {Read: true}, "begun": {Started: true}, "starred": {Starred: true}, "both": {Read: true, Starred: true},
	}
	var posts []*post.Post
	for _, slug := range []string{"new", "read", "begun", "starred", "both"} {
		posts = append(posts, &post.Post{Slug: slug, Meta: post.Meta{Title: slug}})
	}
	for query, want := range map[string]string{
		"is:unread": "new begun starred", "is:read": "read both", "is:started": "begun", "is:starred": "starred both",
		"-is:read": "new begun starred", "IS:Started,starred": "begun starred both", "is:read -is:starred": "read",
	} {
		f, err := filter.Parse(query)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		var got []string
		for _, m := range f.ApplyRead(filter.NewIndex(posts), func(slug string) filter.Reading { return known[slug] }) {
			got = append(got, m.Post.Slug)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s admits %v, want %s", query, got, want)
		}
		if again, err := filter.Parse(f.String()); err != nil || again.String() != f.String() {
			t.Errorf("%s is written %s, which reads as %s, %v", query, f, again, err)
		}
	}
	if got := (filter.Filter{}).Apply(posts); len(got) != len(posts) {
		t.Error("without a history posts are missing")
	}
}

func TestUnreadIsSwitched(t *testing.T) {
	f, err := filter.Parse("tag:go -is:unread is:starred")
	if err != nil {
		t.Fatal(err)
	}
	on := f.WithUnread(true)
	if !on.Unread() || f.Unread() || on.String() != "tag:go -is:unread is:starred is:unread" {
		t.Errorf("switched on it is %s", on)
	}
	if off := on.WithUnread(false); off.String() != f.String() {
		t.Errorf("switched off it is %s", off)
	}
}
