// Package post reads one post: the metadata of its front matter, its slug, its reading time and what is
// wrong with it, each problem with file, line and remedy.
//
// Nothing here fails. A post whose metadata cannot be read is still a post, with a title from its first
// heading or its file name; one odd value costs that value and no other.
package post

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// wordsPerMinute is the reading speed that reading times assume. Code counts as text: it is read too.
const wordsPerMinute = 200

// Meta is what the front matter of a post says. Every string is clean (text.CleanLine).
type Meta struct {
	Title, Description, Category, Series string

	Part          int       // place in the series, from 1; 0: none
	Tags          []string  // as written, without repetitions (case-insensitive)
	Date, Updated time.Time // zero: none
	Weight        int       // order among posts of the same date, lowest first
	Draft         bool
	Requires      []string // slugs of the posts on whose code this one builds
}

// Post is one post without its body, which is read again when it is opened.
type Post struct {
	Meta
	Slug, Path string // both clean; Path is for showing, as given to Parse otherwise
	BodyLine   int    // 1-based line of the file at which the body starts
	Words      int    // whitespace-separated words of the body, code included
	Problems   []Problem
}

// Problem is something in a file that its author should mend. It is an error whose text has all four
// parts on one line: "path:line: message: remedy".
type Problem struct {
	Path    string
	Line    int // 1-based; 0: the file as a whole
	Message string
	Remedy  string
}

// Error implements error.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": " + p.Message)
	if p.Remedy != "" {
		b.WriteString(": " + p.Remedy)
	}
	return b.String()
}

// Minutes is the reading time, rounded up and at least 1.
func (p *Post) Minutes() int {
	return max(1, (p.Words+wordsPerMinute-1)/wordsPerMinute)
}

// Compare orders posts as a blog lists them: newest first, then by weight, title and slug.
func Compare(a, b *Post) int {
	return cmp.Or(
		b.Date.Compare(a.Date),
		cmp.Compare(a.Weight, b.Weight),
		cmp.Compare(a.Title, b.Title),
		cmp.Compare(a.Slug, b.Slug),
	)
}

// Parse reads the post in source, the content of the file at path (slash-separated). It never fails:
// what is wrong is in Problems, in the order of the file. The body that it returns is a part of source
// and is not cleaned; the post itself keeps nothing of source.
func Parse(path string, source []byte) (*Post, []byte) {
	src := split(source)
	p := &Post{
		Slug:     slug(path),
		Path:     text.CleanLine(path),
		BodyLine: src.bodyLine,
		Words:    countWords(src.body),
	}
	fields, problem := src.decode()
	p.Problems = setAll(fields, &p.Meta, postKeys)
	if problem != nil {
		p.Problems = append(p.Problems, *problem)
	}
	for i := range p.Problems {
		p.Problems[i].Path = p.Path
	}
	slices.SortStableFunc(p.Problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	if p.Title == "" {
		p.Title = firstHeading(src.body)
	}
	if p.Title == "" {
		p.Title = readable(p.Slug)
	}
	return p, src.body
}

// Body returns the body of the post in source and the 1-based line at which it starts, without reading
// the metadata. The body is a part of source and is not cleaned.
func Body(source []byte) (body []byte, line int) {
	src := split(source)
	return src.body, src.bodyLine
}

// Index is what the _index.md of a folder of posts says about the blog. Every string is clean.
type Index struct {
	Title, Tagline string
	Problems       []Problem
}

// ParseIndex reads the _index.md of a blog. Like Parse it never fails.
func ParseIndex(path string, source []byte) Index {
	var index Index
	fields, problem := split(source).decode()
	index.Problems = setAll(fields, &index, indexKeys)
	if problem != nil {
		index.Problems = append(index.Problems, *problem)
	}
	for i := range index.Problems {
		index.Problems[i].Path = text.CleanLine(path)
	}
	return index
}
