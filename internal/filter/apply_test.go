package filter_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
)

// numbered returns n posts, of which every third is about engines and every seventh has a tag.
func numbered(n int) []*post.Post {
	all := make([]*post.Post, n)
	for i := range all {
		p := &post.Post{Slug: fmt.Sprint("p", i)}
		p.Title = fmt.Sprintf("Post %d on queues", i)
		if i%3 == 0 {
			p.Title = fmt.Sprintf("Post %d on engines", i)
		}
		if i%7 == 0 {
			p.Tags = []string{"seventh"}
		}
		all[i] = p
	}
	return all
}

// The posts of a long list are shared among cores: none may be lost, come twice or change its place.
func TestALongListKeepsItsOrder(t *testing.T) {
	for _, n := range []int{1, 511, 512, 513, 1024, 3000} {
		posts := numbered(n)
		for query, every := range map[string]int{"": 1, "engine": 3, "tag:seventh": 7, "engine tag:seventh": 21, "is:unread engine": 3} {
			f, err := filter.Parse(query)
			if err != nil {
				t.Fatal(err)
			}
			var got, want []string
			for _, m := range f.Apply(posts) {
				got = append(got, m.Post.Slug)
			}
			for i := 0; i < n; i += every {
				want = append(want, posts[i].Slug)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q of %d posts admits %d, want %d", query, n, len(got), len(want))
			}
		}
	}
}

// A panic is the caller's, as if there were no other goroutine: it gives up what it was about and goes on.
func TestAPanicInALongListIsTheCallers(t *testing.T) {
	f, err := filter.Parse("is:read")
	if err != nil {
		t.Fatal(err)
	}
	err = crash.Try(func() error {
		f.ApplyRead(filter.NewIndex(numbered(3000)), func(slug string) filter.Reading {
			if slug == "p1700" {
				panic("half way")
			}
			return filter.Reading{}
		})
		return nil
	})
	var panicked *crash.Error
	if !errors.As(err, &panicked) || panicked.Value != "half way" {
		t.Errorf("the error is %v, want the panic", err)
	}
}

// An index says the same of every query, whatever it was asked before and whether it was prepared.
func TestAnIndexIsAskedAgainAndAgain(t *testing.T) {
	posts := numbered(1300)
	posts[700].Title, posts[700].Description = "Größe und Gewicht", "Ein Beispiel über Maße."
	posts[701].Tags = []string{"ab", "cd"}
	x := filter.NewIndex(posts)
	unread := func(string) filter.Reading { return filter.Reading{} }
	for round := range 2 {
		for query, want := range map[string]int{"": 1300, "gewicht": 1, "grosse": 1, "masse": 1, "ab": 1, "bc": 0, "d ein": 1, "seventh": 186, "beispiel -tag:ab": 1} {
			f, err := filter.Parse(query)
			if err != nil {
				t.Fatal(err)
			}
			got := f.ApplyRead(x, unread)
			if len(got) != want || !reflect.DeepEqual(got, f.Apply(posts)) {
				t.Errorf("round %d: %q admits %d posts, want %d", round, query, len(got), want)
			}
		}
		x.Prepare()
	}
	m := filter.NewIndex(nil)
	m.Prepare()
	if got := (filter.Filter{}).WithWords("word").ApplyRead(m, unread); len(got) != 0 {
		t.Errorf("of no posts %d are admitted", len(got))
	}
}
