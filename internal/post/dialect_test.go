package post_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

func TestDialects(t *testing.T) {
	jekyll := post.Dialect{Slashes: post.DayFirst}
	spaced := post.Dialect{Spaced: true}
	astro := post.Dialect{Slashes: post.MonthFirst, Whole: true}
	for _, c := range []struct {
		dialect post.Dialect
		front   string
		want    string // date, tags, categories and problems
	}{
		{post.Dialect{}, "tags: two words\ncategories: two words", "0001-01-01 [two words] two [words] 0"},
		{jekyll, "tags: two words\ncategories: two words", "0001-01-01 [two words] two [words] 0"},
		{astro, "tags: two words\ncategories: two words", "0001-01-01 [two words] two words [] 0"},
		{astro, "tags: two words, and more", "0001-01-01 [two words and more]  [] 0"},
		{spaced, "tags: a b, c, a", "0001-01-01 [a b c]  [] 0"},
		{spaced, "tag: a b, c", "0001-01-01 [a b, c]  [] 0"},
		{spaced, "categories: a b, c", "0001-01-01 [] a [b c] 0"},
		{spaced, "categories: a , A", "0001-01-01 [] a [] 0"},
		{spaced, "category: a b, c", "0001-01-01 [] a b, c [] 0"},
		{post.Dialect{}, "date: 07/08/2022", "0001-01-01 []  [] 1"},
		{jekyll, "date: 07/08/2022 10:00", "2022-08-07 []  [] 0"},
		{astro, "date: 7/8/2022", "2022-07-08 []  [] 0"},
		{astro, "date: 7/8/2022 23:59:59", "2022-07-08 []  [] 0"},
		{jekyll, "date: 01/17/2024", "0001-01-01 []  [] 1"},
	} {
		p, _ := post.ParseGiven("a.md", []byte("---\n"+c.front+"\n---\n"), post.Defaults{Dialect: c.dialect})
		if got := fmt.Sprintf("%s %v %s %v %d", p.Date.Format(time.DateOnly), p.Tags, p.Category, p.Further, len(p.Problems)); got != c.want {
			t.Errorf("%v, %q is %s, want %s", c.dialect, c.front, got, c.want)
		}
	}
}
