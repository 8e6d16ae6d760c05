package search

import (
	"context"
	"fmt"
	"sync"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
)

// candidate is a section in which all terms stand, with what its score is made of.
type candidate struct {
	post    int32 // of scan.posts
	section int32 // of the post
	words   int32
	weights int32 // where those of its terms start in pile.weights, two for each
}

// pile is what has been found so far. It only grows, so that a copy of it stays what it was.
type pile struct {
	searched int   // posts
	having   []int // by term: the posts in which it stands, whether or not the others do
	found    []candidate
	weights  []float32
	sections int // that were looked into, and their words
	words    int
	unread   error // of the first post, by the list, that could not be read
	unreadAt int
}

// scan goes through the bodies of posts.
type scan struct {
	Query
	catalog *catalog.Catalog
	posts   []*post.Post

	mu sync.Mutex
	pile
}

// start searches on all cores until ctx ends. The channel gets an error when that is over, or nil. Posts that
// stand together in the list are often about the same, so it takes steps through the list: what is found first
// is of all parts of it.
func (s *scan) start(ctx context.Context) <-chan error {
	s.having = make([]int, len(s.terms))
	step := stride(len(s.posts))
	return crash.Share(ctx, len(s.posts), func() func(int) {
		w := worker{scan: s}
		return func(n int) {
			i := n * step % len(s.posts)
			if err := crash.Try(func() error { return w.search(i) }); err != nil {
				w.fail(i, err)
			}
		}
	})
}

// stride is a step that comes past each of n places once: a number without a common divisor, at the golden
// section, which leaves the fewest gaps.
func stride(n int) int {
	step := max(n*618/1000, 1)
	for gcd(step, n) > 1 {
		step++
	}
	return step
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// snapshot returns what has been found so far.
func (s *scan) snapshot() pile {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.pile
	p.having = append([]int(nil), p.having...)
	return p
}

// worker searches one post after another with the same buffers.
type worker struct {
	*scan
	source, folded       []byte
	heading, prose, code []byte
	cutter, reader       post.Cutter
	context              []float32 // by term: what the title and the tags bring
	above                []ancestor
	found                []candidate
	weights              []float32
}

// ancestor is a heading under which the section stands.
type ancestor struct {
	level   int
	weights []float32 // by term
}

// What it is worth that a term stands once in a place: what says what a section is about, and what it says.
const (
	titleWeight   = 1
	tagWeight     = 0.7
	headingWeight = 2
	aboveWeight   = 0.5 // in a heading over that of the section
	proseWeight   = 1
	codeWeight    = 0.6
)

// search looks into one post: first at its source, to see whether that may have all terms, which most have
// not.
func (w *worker) search(i int) error {
	p := w.posts[i]
	body, plain, buffer, err := w.catalog.Scan(p.Slug, w.source)
	w.source = buffer
	if err != nil {
		return err
	}
	w.folded = fold.Append(w.folded[:0], body)
	w.takeContext(p)
	has := make([]bool, len(w.terms))
	all := true
	for t := range w.terms {
		has[t] = w.context[t] > 0 || w.terms[t].mayStand(w.folded)
		all = all && has[t]
	}
	w.found, w.weights = w.found[:0], w.weights[:0]
	sections, words := 0, 0
	if all {
		sections, words = w.cut(i, p.Title, plain())
	}
	w.put(has, sections, words)
	return nil
}

// fail notes that a post could not be searched. It hides no other.
func (w *worker) fail(i int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.searched++
	if w.unread == nil || i < w.unreadAt {
		w.unread, w.unreadAt = fmt.Errorf("%s: %w", w.posts[i].Path, err), i
	}
}

// put adds to the pile what one post has brought.
func (w *worker) put(has []bool, sections, words int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.searched++
	for t, yes := range has {
		if yes {
			w.having[t]++
		}
	}
	w.sections += sections
	w.words += words
	base := int32(len(w.scan.weights))
	w.scan.weights = append(w.scan.weights, w.weights...)
	for _, c := range w.found {
		c.weights += base
		w.scan.found = append(w.scan.found, c)
	}
}

// takeContext finds the terms in the title and the tags of a post.
func (w *worker) takeContext(p *post.Post) {
	w.context = w.context[:0]
	for range w.terms {
		w.context = append(w.context, 0)
	}
	if !w.Query.context() {
		return
	}
	add := func(s string, worth float32) {
		w.heading = fold.Append(w.heading[:0], []byte(s))
		for t := range w.terms {
			if n := w.terms[t].weight(w.heading); n > 0 {
				w.context[t] += worth * min(n, 1)
			}
		}
	}
	add(p.Title, titleWeight)
	for _, tag := range p.Tags {
		add(tag, tagWeight)
	}
}

// cut looks into the sections of a body.
func (w *worker) cut(i int, title string, body []byte) (sections, words int) {
	w.above = w.above[:0]
	for s := range w.cutter.Sections(body, title) {
		if sections == 0 && s.Level > 0 { // nothing stands above the first heading, where the title is found
			w.match(i, titleAlone, post.Section{})
		}
		w.match(i, sections, s)
		sections, words = sections+1, words+s.Words()
	}
	if sections == 0 {
		w.match(i, titleAlone, post.Section{})
	}
	return sections, words
}

// titleAlone is the number of the section above the first heading where nothing stands there.
const titleAlone = -1

// match weighs the terms of a section and keeps it if it has all of them.
func (w *worker) match(post, number int, s post.Section) {
	headings := w.enter(s)
	w.folded = fold.Append(w.folded[:0], s.Source)
	for t := range w.terms {
		if w.around(t) == 0 && !w.terms[t].mayStand(w.folded) {
			return
		}
	}
	w.reader.Read(s)
	w.prose = fold.Append(w.prose[:0], w.reader.Prose.Text)
	w.code = fold.Append(w.code[:0], w.reader.Code.Text)
	base := len(w.weights)
	all, own := true, s.Level == 0 // what the title alone has is found at the beginning
	for t := range w.terms {
		about, says := headingWeight*headings[t], float32(0)
		if w.asked.In(filter.InProse) {
			says += proseWeight * w.terms[t].weight(w.prose)
		}
		if w.asked.In(filter.InCode) {
			says += codeWeight * w.terms[t].weight(w.code)
		}
		own = own || about+says > 0
		about += w.around(t)
		all = all && about+says > 0
		w.weights = append(w.weights, about, says)
	}
	if !all || !own {
		w.weights = w.weights[:base]
		return
	}
	w.found = append(w.found, candidate{int32(post), int32(number), int32(s.Words()), int32(base)})
}

// enter goes under the heading of a section and returns how often each term stands in it.
func (w *worker) enter(s post.Section) []float32 {
	for len(w.above) > 0 && w.above[len(w.above)-1].level >= s.Level {
		w.above = w.above[:len(w.above)-1]
	}
	headings := make([]float32, len(w.terms))
	if s.Level == 0 {
		return headings
	}
	if w.asked.In(filter.InHeading) {
		w.heading = fold.Append(w.heading[:0], []byte(s.Heading))
		for t := range w.terms {
			headings[t] = w.terms[t].weight(w.heading)
		}
	}
	w.above = append(w.above, ancestor{s.Level, headings})
	return headings
}

// around is what a term is worth to a section by standing in the title, in a tag, or in a heading above.
func (w *worker) around(t int) float32 {
	weight := w.context[t]
	for _, a := range w.above[:max(len(w.above)-1, 0)] {
		weight += aboveWeight * min(a.weights[t], 1)
	}
	return weight
}
