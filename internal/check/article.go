package check

import (
	"io/fs"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/blogtui/blogtui/internal/post"
)

// article is a post, read and taken apart.
type article struct {
	*post.Post
	own   *post.Post // what the front matter says and the blog gives, without what was made up for it
	head  []byte     // the front matter with its borders
	body  []byte
	lines []int    // of body, the bytes at which its lines start
	root  ast.Node // goldmark's tree, whose segments are ranges of body
	last  place    // the last that was asked for
}

// place is a byte of a body as an editor counts.
type place struct{ at, line, column int }

// article reads a post; nil if its file has gone.
func (b *blog) article(p *post.Post) *article {
	source, err := fs.ReadFile(b.fsys, p.Path)
	body, bodyErr := b.Body(p.Slug)
	if err != nil || bodyErr != nil {
		return nil
	}
	raw, _ := post.Body(source)
	head := source[:len(source)-len(raw)]
	own, _ := post.ParseGiven(p.Path, head, b.Given(p))
	a := &article{Post: p, own: own, head: head, body: body, lines: []int{0}}
	for i, c := range body {
		if c == '\n' {
			a.lines = append(a.lines, i+1)
		}
	}
	a.root = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser().Parse(text.NewReader(body))
	return a
}

// position returns the line of the file and the column of a byte of the body, from 1. It counts on from the last
// place in the same line, since a line may have all of a body and be asked for as often as it has words.
func (a *article) position(at int) (line, column int) {
	at = max(0, min(at, len(a.body)))
	i := sort.SearchInts(a.lines, at+1) - 1
	from := place{a.lines[i], a.BodyLine + i, 1}
	if a.last.line == from.line && a.last.at <= at {
		from = a.last
	}
	a.last = place{at, from.line, from.column + utf8.RuneCount(a.body[from.at:at])}
	return a.last.line, a.last.column
}

// at returns the byte of the body at which a node starts: of a fence, its language.
func at(n ast.Node) int {
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		if n.Info != nil {
			return n.Info.Segment.Start
		}
	case *ast.Heading:
		if n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return max(n.Pos(), 0)
}
