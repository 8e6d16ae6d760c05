package check

import (
	"io/fs"
	"regexp"
	"sort"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
)

// article is a post, read and taken apart.
type article struct {
	*post.Post
	own   *post.Post // what the front matter alone says, without what was made up for it
	head  []byte     // the front matter with its borders
	body  []byte
	lines []int    // of body, the bytes at which its lines start
	root  ast.Node // goldmark's tree, whose segments are ranges of body
	ids   map[string]bool
}

// article reads a post; nil if its file has gone.
func (b *blog) article(p *post.Post) *article {
	if a, known := b.articles[p.Slug]; known {
		return a
	}
	source, err := fs.ReadFile(b.fsys, p.Path)
	body, bodyErr := b.Body(p.Slug)
	if err != nil || bodyErr != nil {
		b.articles[p.Slug] = nil
		return nil
	}
	raw, _ := post.Body(source)
	head := source[:len(source)-len(raw)]
	own, _ := post.Parse(p.Path, head)
	a := &article{Post: p, own: own, head: head, body: body, lines: []int{0}, ids: make(map[string]bool)}
	for i, c := range body {
		if c == '\n' {
			a.lines = append(a.lines, i+1)
		}
	}
	a.root = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList)).Parser().Parse(text.NewReader(body))
	for _, h := range document.ParseUnder(p.Title, body).Headings {
		a.ids[h.ID] = true
	}
	for _, m := range named().FindAllSubmatch(body, -1) {
		a.ids[string(m[1])] = true
	}
	b.articles[p.Slug] = a
	return a
}

// named matches what HTML names for links to lead to.
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<[a-zA-Z][^<>]*\s(?:id|name)=["']?([^"'\s>]+)`)
})

// position returns the line of the file and the column of a byte of the body, from 1.
func (a *article) position(at int) (line, column int) {
	at = max(0, min(at, len(a.body)))
	i := sort.SearchInts(a.lines, at+1) - 1
	return a.BodyLine + i, utf8.RuneCount(a.body[a.lines[i]:at]) + 1
}

// walk calls f for each node of one kind.
func walk[N ast.Node](a *article, f func(N)) {
	_ = ast.Walk(a.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n, ok := n.(N); ok && entering {
			f(n)
		}
		return ast.WalkContinue, nil
	})
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
