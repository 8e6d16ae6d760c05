package search

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/fold"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Hit is a section in which all that is looked for stands.
type Hit struct {
	Post    *post.Post
	Title   Marked   // of the post
	Section Marked   // its Path on one line; empty above the first heading
	Path    []string // the headings that lead to the section, its own last
	Anchor  string   // what a link to the section names; "" above the first heading
	Line    int      // 1-based line of the file at which what is looked for stands first
	Minutes int      // it takes to read the section
	Snippet Marked   // the text around that
	Code    bool     // the snippet is code
	Score   float64  // the more the better; of no meaning beside another query
}

// Marked is a clean line of text in which something was found.
type Marked struct {
	Text  string
	Marks []text.Range
}

// Between is what stands between the headings of a path.
const between = " › "

// place is a section of a post, by their numbers.
type place struct{ post, section int32 }

// shower makes hits of what was found, and remembers them.
type shower struct {
	*scan
	mu    sync.Mutex
	shown map[place]Hit
}

// wanted is the sections of a post that are to be shown.
type wanted struct {
	post     int32
	sections map[int32]bool
}

// results returns what a pile amounts to.
func (s *shower) results(ctx context.Context, p pile, limit int) Results {
	r := Results{Sections: len(p.found), Searched: p.searched, Total: len(s.posts), Unread: p.unread}
	posts := make(map[int32]bool)
	for _, c := range p.found {
		posts[c.post] = true
	}
	r.Posts = len(posts)
	best := p.best(limit)
	if err := s.show(ctx, s.missing(best)); err != nil && r.Unread == nil {
		r.Unread = err
	}
	for _, c := range best {
		if hit, ok := s.shown[place{c.post, c.section}]; ok {
			hit.Score = c.score
			r.Hits = append(r.Hits, hit)
		}
	}
	return r
}

// missing returns what has not been shown yet, by post.
func (s *shower) missing(best []ranked) []wanted {
	var out []wanted
	at := make(map[int32]int)
	for _, c := range best {
		if _, known := s.shown[place{c.post, c.section}]; known {
			continue
		}
		i, known := at[c.post]
		if !known {
			i = len(out)
			at[c.post] = i
			out = append(out, wanted{c.post, make(map[int32]bool)})
		}
		out[i].sections[c.section] = true
	}
	return out
}

// show makes hits on all cores, unless ctx ends first. A post over which that fails has none.
func (s *shower) show(ctx context.Context, all []wanted) error {
	return <-crash.Share(ctx, len(all), func() func(int) {
		w := excerpter{shower: s}
		return func(i int) {
			_ = crash.Try(func() error {
				w.show(all[i])
				return nil
			})
		}
	})
}

// excerpter makes the hits of one post after another with the same buffers.
type excerpter struct {
	*shower
	buffer         []byte
	cutter, reader post.Cutter
	text           fold.Text
}

// show makes the hits of some sections of a post, which is read again. One that has gone since has none.
func (w *excerpter) show(want wanted) {
	p := w.posts[want.post]
	_, plain, buffer, err := w.catalog.Scan(p.Slug, w.buffer)
	if w.buffer = buffer; err != nil {
		return
	}
	if want.sections[titleAlone] {
		w.keep(place{want.post, titleAlone}, w.hit(p, post.Section{Line: 1}, nil, ""))
	}
	var path []string
	var levels []int
	used := make(map[string]int) // anchors
	i := int32(0)
	for s := range w.cutter.Sections(plain(), p.Title) {
		for len(levels) > 0 && levels[len(levels)-1] >= s.Level {
			levels, path = levels[:len(levels)-1], path[:len(path)-1]
		}
		anchor := ""
		if s.Level > 0 {
			levels, path = append(levels, s.Level), append(path, s.Heading)
			anchor = document.HeadingID(s.Heading)
			used[anchor]++
			if n := used[anchor]; n > 1 {
				anchor = fmt.Sprintf("%s-%d", anchor, n-1)
			}
		}
		if want.sections[i] {
			w.keep(place{want.post, i}, w.hit(p, s, path, anchor))
		}
		i++
	}
}

func (s *shower) keep(at place, h Hit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.shown[at] = h
}

func (w *excerpter) hit(p *post.Post, s post.Section, path []string, anchor string) Hit {
	h := Hit{Post: p, Path: append([]string(nil), path...), Anchor: anchor, Minutes: post.Minutes(s.Words())}
	h.Title = Marked{Text: p.Title}
	h.Section = w.marked(strings.Join(path, between))
	if w.context() {
		h.Title = w.marked(p.Title)
	}
	w.reader.Read(s)
	snippet, line, code := w.excerpt(s)
	if snippet == "" && s.Level == 0 {
		snippet = p.Description
	}
	h.Snippet, h.Code = w.marked(snippet), code
	h.Line = p.BodyLine + line - 1
	return h
}

func (w *excerpter) marked(s string) Marked {
	w.text.Set(s)
	return Marked{s, w.marks(&w.text)}
}

// Parts goes through a stretch of the text and tells of each part whether it is marked.
func (m Marked) Parts(r text.Range) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		at := r.Start
		for _, mark := range m.Marks {
			from, to := max(mark.Start, at), min(mark.End, r.End)
			if from >= to {
				continue
			}
			if at < from && !yield(m.Text[at:from], false) || !yield(m.Text[from:to], true) {
				return
			}
			at = to
		}
		if at < r.End {
			yield(m.Text[at:r.End], false)
		}
	}
}
