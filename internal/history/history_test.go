package history_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/history"
)

var epoch = time.Date(2026, 3, 15, 23, 0, 0, 0, time.UTC)

func at(minutes int) time.Time { return epoch.Add(time.Duration(minutes) * time.Minute) }

func TestTheNewerOfEachFactIsKept(t *testing.T) {
	mine := history.Entry{
		Progress: history.Progress{At: at(1), Percent: 40},
		Starred:  history.Flag{At: at(5), On: true},
		Sections: map[string]history.Flag{"why": {At: at(1), On: true}},
		Marks:    map[string]history.Mark{"a": {At: at(4), Place: history.Place{Index: 4}}},
	}
	theirs := history.Entry{
		Progress: history.Progress{At: at(3), Percent: 10},
		Read:     history.Flag{At: at(2), On: true},
		Starred:  history.Flag{At: at(2)},
		Sections: map[string]history.Flag{"how": {At: at(2), On: true}},
		Marks:    map[string]history.Mark{"a": {At: at(2), Place: history.Place{Index: 9}}},
	}
	for name, merged := range map[string]history.Entry{"mine first": mine.Merge(theirs), "theirs first": theirs.Merge(mine)} {
		t.Run(name, func(t *testing.T) {
			if merged.Progress.Percent != 10 {
				t.Errorf("percent = %d, want the later 10", merged.Progress.Percent)
			}
			if !merged.Read.On || !merged.Starred.On {
				t.Errorf("read %v, starred %v, want both", merged.Read.On, merged.Starred.On)
			}
			if got := slices.Sorted(maps.Keys(merged.Sections)); !slices.Equal(got, []string{"how", "why"}) {
				t.Errorf("sections = %v, want both", got)
			}
			if merged.Marks["a"].Place.Index != 4 {
				t.Errorf("mark = %v, want the later", merged.Marks["a"])
			}
		})
	}
	if len(mine.Sections) != 1 {
		t.Error("merging changed one of the two")
	}
}

func TestAPlaceIsFoundAgainAfterAnEdit(t *testing.T) {
	a, b, c, d := history.Fingerprint("a"), history.Fingerprint("b"), history.Fingerprint("c"), history.Fingerprint("d")
	for name, test := range map[string]struct {
		place  history.Place
		blocks history.Fingerprints
		want   int
		exact  bool
	}{
		"nothing changed":              {history.Place{Block: b, Index: 1}, history.Fingerprints{a, b, c}, 1, true},
		"a paragraph was put before":   {history.Place{Block: b, Index: 1}, history.Fingerprints{d, a, b, c}, 2, true},
		"of two equal ones the nearer": {history.Place{Block: b, Index: 3}, history.Fingerprints{b, a, c, d, b}, 4, true},
		"the block is gone":            {history.Place{Block: b, Index: 1}, history.Fingerprints{a, c}, 1, false},
		"the post is shorter now":      {history.Place{Block: b, Index: 9}, history.Fingerprints{a, c}, 1, false},
		"the post is empty":            {history.Place{Block: b, Index: 9}, nil, 0, false},
	} {
		if got, exact := test.place.Find(test.blocks); got != test.want || exact != test.exact {
			t.Errorf("%s: block %d, %v; want %d, %v", name, got, exact, test.want, test.exact)
		}
	}
}

func TestWhatWasWrittenSince(t *testing.T) {
	prints := func(texts ...string) (out history.Fingerprints) {
		for _, text := range texts {
			out = append(out, history.Fingerprint(text))
		}
		return out
	}
	before := prints("intro", "one", "same", "two", "same")
	for name, test := range map[string]struct {
		now  history.Fingerprints
		want []int
	}{
		"nothing":               {before, nil},
		"a block in the middle": {prints("intro", "one", "new", "same", "two", "same"), []int{2}},
		"a block moved":         {prints("one", "same", "two", "same", "intro"), nil},
		"one more of the same":  {prints("intro", "one", "same", "two", "same", "same"), []int{5}},
		"all":                   {prints("x", "y"), []int{0, 1}},
		"one left out":          {prints("intro", "same", "two", "same"), nil},
	} {
		if got := history.Changed(before, test.now); !slices.Equal(got, test.want) {
			t.Errorf("%s: changed %v, want %v", name, got, test.want)
		}
	}
}

func TestRecentPostsComeFirst(t *testing.T) {
	opened := func(minutes int) history.Entry {
		return history.Entry{Progress: history.Progress{At: at(minutes)}}
	}
	h := history.History{
		{Slug: "old"}: opened(1), {Slug: "new"}: opened(9), {Slug: "starred"}: {Starred: history.Flag{At: at(10), On: true}},
		{Blog: "/b", Slug: "other"}: opened(5),
	}
	want := []history.Key{{Slug: "new"}, {Blog: "/b", Slug: "other"}, {Slug: "old"}}
	if got := h.Recent(); !slices.Equal(got, want) {
		t.Errorf("recent = %v, want %v", got, want)
	}
	if got := slices.Sorted(maps.Keys(h.Blog(""))); !slices.Equal(got, []string{"new", "old", "starred"}) {
		t.Errorf("the built-in blog has %v", got)
	}
}
