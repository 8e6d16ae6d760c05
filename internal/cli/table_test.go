package cli

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

func tabled() []*post.Post {
	date := time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)
	return []*post.Post{
		{Meta: post.Meta{Title: "Tokens", Category: "Tutorial", Date: date, Tags: []string{"go", "authentication", "jwt", "security"}}, Words: 2400},
		{Meta: post.Meta{Title: "日本語のとても長い題名がここにあり、一行には収まりきらないので途中で切られるはずです。もっと長く続きます", Category: "A category without an end", Tags: []string{"an-only-tag-that-is-longer-than-most-columns"}}, Words: 200},
		{Meta: post.Meta{Title: "A title of more than sixty cells, as those are that say everything there is to say at once", Date: date}, Words: 200},
	}
}

// No line is wider than the terminal, columns stand under each other, and a tag is whole or left out.
func TestTheTableFitsTheTerminal(t *testing.T) {
	posts := tabled()
	var known []string
	for _, p := range posts {
		known = append(known, p.Tags...)
	}
	for width := 1; width < 200; width++ {
		table := tableOf(posts, width)
		for _, p := range posts {
			line := table.line(p)
			if text.Width(line) > width {
				t.Errorf("at %d columns %q has %d", width, line, text.Width(line))
			}
			for tag := range strings.FieldsSeq(someTags(p.Tags, table.tags)) {
				if table.tags > 0 && !slices.Contains(known, tag) && !strings.HasPrefix(tag, "+") {
					t.Errorf("at %d columns there is a part of a tag: %q", width, tag)
				}
			}
		}
		if table.tags > 0 && (table.title < usualTitle || table.date == 0) || table.date > 0 && table.title < leastTitle {
			t.Errorf("at %d columns the columns are %+v", width, table)
		}
	}
}

func TestTheTable(t *testing.T) {
	for width, want := range map[int]string{
		30: "Tokens\n日本語のとても長い題名がここ…\nA title of more than sixty ce…",
	} {
		table := tableOf(tabled(), width)
		var lines []string
		for _, p := range tabled() {
			lines = append(lines, table.line(p))
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("at %d columns:\n%s\nwant\n%s", width, got, want)
		}
	}
}

func TestTagsAreWholeOrCounted(t *testing.T) {
	tags := []string{"go", "authentication", "jwt", "security"}
	for width, want := range map[int]string{50: "go authentication jwt security", 30: "go authentication jwt security", 29: "go authentication jwt +1", 23: "go authentication +2", 19: "go +3", 4: "+4"} {
		if got := someTags(tags, width); got != want {
			t.Errorf("in %d cells: %q, want %q", width, got, want)
		}
	}
	if got := someTags(nil, 16); got != "" {
		t.Errorf("no tags are %q", got)
	}
}
