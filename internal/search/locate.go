package search

import (
	"context"
	"sort"
	"strings"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/fold"
)

// Find returns all places where what is looked for stands in what is read of a document, in their order, or
// nil if ctx ends first. Words beside each other are one place.
func (q Query) Find(ctx context.Context, d *document.Document) []document.Match {
	var out []document.Match
	var t fold.Text
	for i, b := range d.All() {
		if ctx.Err() != nil {
			return nil
		}
		if !q.reads(b.Kind) {
			continue
		}
		s := d.Text(i)
		t.Set(s)
		for _, r := range q.marks(&t) {
			if n := len(out); n > 0 && out[n-1].Block == i && beside(s[out[n-1].To:r.Start]) {
				out[n-1].To = r.End
				continue
			}
			out = append(out, document.Match{Block: i, From: r.Start, To: r.End})
		}
	}
	return out
}

// beside reports whether so little stands between two words that whoever goes from place to place sees both
// at once.
func beside(between string) bool {
	return len(between) < 2 && between != "\n" && strings.TrimFunc(between, notInWord) == ""
}

// reads reports whether a kind of block is looked into. A query for titles alone marks its words anywhere.
func (q Query) reads(k document.Kind) bool {
	in := q.asked.In
	if !in(filter.InHeading) && !in(filter.InProse) && !in(filter.InCode) {
		return true
	}
	switch k {
	case document.HeadingBlock:
		return in(filter.InHeading)
	case document.CodeBlock:
		return in(filter.InCode)
	}
	return in(filter.InProse)
}

// At returns which of the matches in the document of a hit is the one that it shows.
func (h Hit) At(d *document.Document, matches []document.Match) int {
	line := h.Line - h.Post.BodyLine + 1
	after := sort.Search(len(matches), func(i int) bool { return d.SourceLine(matches[i].Block) > line })
	if after == 0 {
		return 0
	}
	block := matches[after-1].Block
	first := sort.Search(after, func(i int) bool { return matches[i].Block >= block })
	if d.Block(block).Kind != document.CodeBlock {
		return first
	}
	code, from := d.Text(block), d.SourceLine(block)
	for i := first; i < after; i++ {
		if from+strings.Count(code[:matches[i].From], "\n") >= line {
			return i
		}
	}
	return first
}
