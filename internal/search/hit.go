package search

import (
	"context"
	"fmt"
	"strings"

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

// shower makes hits of what was found. It reads their posts again, and remembers the hits.
type shower struct {
	*scan
	shown  map[place]Hit
	buffer []byte
	cutter post.Cutter
	reader post.Cutter
	text   fold.Text
}

// results returns what a pile amounts to.
func (w *shower) results(ctx context.Context, p pile, limit int) Results {
	r := Results{Sections: len(p.found), Searched: p.searched, Total: len(w.posts), Unread: p.unread}
	posts := make(map[int32]bool)
	for _, c := range p.found {
		posts[c.post] = true
	}
	r.Posts = len(posts)
	best := p.best(limit)
	wanted := make(map[int32]map[int32]bool) // sections by post
	for _, c := range best {
		if _, known := w.shown[place{c.post, c.section}]; !known {
			if wanted[c.post] == nil {
				wanted[c.post] = make(map[int32]bool)
			}
			wanted[c.post][c.section] = true
		}
	}
	for post, sections := range wanted {
		if ctx.Err() != nil {
			return r
		}
		w.show(post, sections)
	}
	for _, c := range best {
		if hit, ok := w.shown[place{c.post, c.section}]; ok {
			hit.Score = c.score
			r.Hits = append(r.Hits, hit)
		}
	}
	return r
}

// show makes the hits of some sections of a post. A post that has gone since has none.
func (w *shower) show(number int32, sections map[int32]bool) {
	p := w.posts[number]
	_, plain, buffer, err := w.catalog.Scan(p.Slug, w.buffer)
	if w.buffer = buffer; err != nil {
		return
	}
	body := plain()
	if sections[titleAlone] {
		w.shown[place{number, titleAlone}] = w.hit(p, post.Section{Line: 1}, nil, "")
	}
	var path []string
	var levels []int
	used := make(map[string]int)
	i := int32(0)
	for s := range w.cutter.Sections(body, p.Title) {
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
		if sections[i] {
			w.shown[place{number, i}] = w.hit(p, s, path, anchor)
		}
		i++
	}
}

func (w *shower) hit(p *post.Post, s post.Section, path []string, anchor string) Hit {
	h := Hit{Post: p, Path: append([]string(nil), path...), Anchor: anchor, Minutes: post.Minutes(s.Words())}
	h.Title = Marked{Text: p.Title}
	h.Section = w.marked(strings.Join(path, between))
	if w.Query.context() {
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

func (w *shower) marked(s string) Marked {
	w.text.Set(s)
	return Marked{s, w.marks(&w.text)}
}
