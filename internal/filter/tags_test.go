package filter_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
)

// What a tag is said to leave is what it leaves.
func TestTagsTellWhatTheyWouldLeave(t *testing.T) {
	unread := func(string) filter.Reading { return filter.Reading{} }
	tags := make(map[string]bool)
	for _, p := range posts() {
		for _, tag := range p.Tags {
			tags[strings.ToLower(tag)] = true
		}
	}
	for _, query := range []string{"", "tag:python", "-tag:python", "-tag:python,jwt -tag:go", "auth", "tag:python is:read", "category:Tutorial auth", "minutes:<1"} {
		f, err := filter.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		counts := f.TagCounts(filter.NewIndex(posts()), unread)
		for tag := range tags {
			want := 0
			for _, m := range f.WithTag(tag, filter.Include).ApplyRead(filter.NewIndex(posts()), unread) {
				for _, name := range m.Post.Tags {
					if strings.EqualFold(name, tag) {
						want++
					}
				}
			}
			if counts[tag] != want {
				t.Errorf("%q: %s would leave %d, said are %d", query, tag, want, counts[tag])
			}
		}
	}
}
