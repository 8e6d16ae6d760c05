package linear_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/linear"
)

// desk is a desktop that notes what it is given.
type desk struct {
	browsed, copied string
	err             error
}

func (d *desk) Browse(address string) (string, error) {
	d.browsed = address
	return "browser", d.err
}

func (d *desk) Copy(s string) (string, error) {
	d.copied = s
	return "clip", d.err
}

func TestCodeIsCopiedAndLinksAreOpened(t *testing.T) {
	d := &desk{}
	var out strings.Builder
	o := linear.Options{Catalog: blog(t), Now: now, Desktop: d, Out: &out, In: strings.NewReader("1\nc\nl 3\n\nc\nc 1\nc 2\nc x\n")}
	if err := linear.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	in(t, out.String(), "There is no code in this section.", "Opened with browser: https://example.com.", "1. go, file main.go, 1 line.",
		"Copied with clip: go, file main.go, 1 line.", "There is no code 2: the section has 1 blocks.", "There is no code x")
	if d.browsed != "https://example.com" || d.copied != "x := 1\n" {
		t.Errorf("the desktop was given %q and %q", d.browsed, d.copied)
	}
	d.err, out = errors.New("no display"), strings.Builder{}
	o.Out, o.In = &out, strings.NewReader("1\nl 3\n\nc 1\n")
	if err := linear.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	in(t, out.String(), "It leads to https://example.com, which cannot be opened: no display.", "It cannot be copied: no display.")
	in(t, talk(t, nil, "1", "", "c 1"), "There is no clipboard here.")
}

func TestSeriesAreTold(t *testing.T) {
	in(t, talk(t, nil, "o series"), "Series S, 2 parts, 2 minutes:", "1. Tutorial: First", "2. Second", "Posts of no series:", "3. Third")
	in(t, talk(t, nil, "o title", "o title"), "1. Tutorial: First", "1. Third")
	store := history.NewStore(filepath.Join(t.TempDir(), "history.json"), now)
	in(t, talk(t, store, "1", "", "", "n", "p"), "The series has 2 parts, 2 minutes.", "The series has 2 parts, 2 minutes, 1 read, 1 minute left.",
		"The series has 2 parts, 2 minutes, all read.")
	in(t, talk(t, store, "v"), "1 March 2026: ", "Second")
	in(t, talk(t, nil, "v"), "Nothing was read yet.")
}

func TestTagsAreTakenAndLeftOut(t *testing.T) {
	in(t, talk(t, nil, "t web", "t", "t -go", "t -web", "u"), "filtered by tag:web", "go, 1 post.", "web, 1 post, in the filter.",
		"No post matches.", "Posts 1 to 1 of 1, filtered by -tag:go.", "filtered by -tag:go is:unread")
}

func TestSectionsAreMarked(t *testing.T) {
	store := history.NewStore(filepath.Join(t.TempDir(), "history.json"), now)
	in(t, talk(t, store, "1", "", "m a", "m", "q"), "Heading level 2: Why", "Marked.", "Which letter?")
	in(t, talk(t, store, "1", "g 2", "' a", "'b", "g 0%", "g 100%", "o"), "Heading level 2: How", "Heading level 2: Why", "There is no mark b",
		"Words before all headings", "Heading level 2: How", "1. Level 2: Why, 1 minute, read.")
}

func TestTheConversationBeginsAsItIsConfigured(t *testing.T) {
	var out strings.Builder
	o := linear.Options{Catalog: blog(t), Now: now, Sort: filter.Title, Reverse: true, In: strings.NewReader(""), Out: &out}
	if err := linear.Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	in(t, out.String(), "1. Third", "2. Second", "3. Tutorial: First")
}
