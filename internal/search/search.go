// Package search looks for words in the bodies of all posts of a blog, and ranks the sections in which
// they stand.
//
// There is no index: bodies are read again, on all cores, and most of them are given up after one look at
// their bytes. That takes a tenth of a second for ten thousand posts, keeps nothing in memory, and is
// never out of date. What is found is ranked by BM25, with more weight for titles, tags and headings than
// for prose, and for prose than for code; the statistics come of the same pass.
//
// Case and accents do not count. A word is found where a word begins and ends, the last of a query where
// one begins, and what is written in a script without spaces anywhere.
package search

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
)

// Options say how much is to be found.
type Options struct {
	// Limit is how many hits are returned at most, the best; 0 means 100.
	Limit int
	// Reading tells what was read of the post of a slug, for "is:"; nil: nothing was.
	Reading func(slug string) filter.Reading
	// Progress is given what was found so far while it is not all: soon at first, then some times a second.
	// It runs in the goroutine of Run, which waits for it.
	Progress func(Results)
}

const defaultLimit = 100

// Results is what was found.
type Results struct {
	Hits            []Hit // the best of them, best first
	Sections, Posts int   // in which something was found
	Searched, Total int   // posts; equal when all is done
	Unread          error // a post that could not be read; nil: all were
}

// Summary says how much was found: "18 sections in 7 posts", "the best 100 of 107 sections in 36 posts".
func (r Results) Summary() string {
	what := fmt.Sprintf("%s in %s", counted(r.Sections, "section"), counted(r.Posts, "post"))
	if n := len(r.Hits); n < r.Sections && n > 0 {
		return fmt.Sprintf("the best %d of %s", n, what)
	}
	return what
}

// counted is a number of things, in words and digits: "1 post", "4,200 posts".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return text.Number(n) + " " + thing + "s"
}

// How long it takes to the first report of progress, and from one to the next at last: each pause is twice the
// one before, so that what is found early is seen early, and a long search is not held up by its reports.
const (
	firstReport = 2 * time.Millisecond
	nextReport  = 100 * time.Millisecond
)

// How many hits the first report has, and the others: more than most screens show at first, more than any.
// A hit costs more than a post that has none.
const (
	atFirst  = 10
	reported = 20
)

// Run looks for what a query asks for in the posts of the list. The error is that of ctx, if it ends first.
// The same posts and the same query have the same results.
func Run(ctx context.Context, c *catalog.Catalog, q Query, o Options) (Results, error) {
	s := &scan{Query: q, catalog: c}
	if o.Reading == nil {
		o.Reading = func(string) filter.Reading { return filter.Reading{} }
	}
	if !q.IsEmpty() {
		for _, m := range q.asked.Filter.ApplyRead(filter.NewIndex(c.Posts), o.Reading) {
			s.posts = append(s.posts, m.Post)
		}
	}
	limit := cmp.Or(o.Limit, defaultLimit)
	show := shower{scan: s, shown: make(map[place]Hit)}
	done := s.start(ctx)
	var err error
	if o.Progress == nil {
		err = <-done
	} else {
		err = s.report(done, func(p pile, hits int) {
			if ctx.Err() == nil {
				o.Progress(show.results(ctx, p, min(hits, limit)))
			}
		})
	}
	if err = cmp.Or(ctx.Err(), err); err != nil {
		return Results{}, err
	}
	return show.results(ctx, s.snapshot(), limit), ctx.Err()
}

// report reports what has been found until all is done, and then once more if there is more to come. Soon
// after the start it says nothing as long as nothing was found.
func (s *scan) report(done <-chan error, progress func(p pile, hits int)) error {
	hits := atFirst
	for pause := firstReport; ; pause = min(2*pause, nextReport) {
		select {
		case err := <-done:
			if p := s.snapshot(); len(p.found) > hits {
				progress(p, hits)
			}
			return err
		case <-time.After(pause):
			if p := s.snapshot(); len(p.found) > 0 || pause == nextReport {
				progress(p, hits)
				hits = reported
			}
		}
	}
}
