package check

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	clean "github.com/blogtui/blogtui/internal/text"
)

// target is what a link within the blog leads to.
type target struct {
	file     string // as written, without anchor and query; "" for the post itself
	fragment string
}

// internal returns where a destination leads if that is in the blog.
func internal(destination string) (target, bool) {
	u, err := url.Parse(destination)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" && u.Fragment == "" {
		return target{}, false
	}
	return target{u.Path, u.Fragment}, true
}

func (b *pass) links(a *article) {
	walk(b, a, func(n *ast.Link) {
		to, ours := internal(string(n.Destination))
		if !ours {
			return
		}
		if address, misplaced := b.Misplaced(a.Post, to.file); misplaced {
			b.report(a, at(n), "%q leads nowhere: the post of that name is at /%s", clean.CleanLine(to.file), address)
			return
		}
		if _, exists := b.resolve(a.Post, to.file); exists {
			return
		}
		hint := "name a post's file, as other-post.md"
		if near, found := b.slugs().Nearest(strings.TrimSuffix(path.Base(to.file), path.Ext(to.file))); found {
			hint = "is it " + near + "?"
		}
		b.report(a, at(n), "%q leads nowhere: %s", clean.CleanLine(to.file), hint)
	})
}

func (b *pass) anchors(a *article) {
	walk(b, a, func(n *ast.Link) {
		to, ours := internal(string(n.Destination))
		if !ours || to.fragment == "" {
			return
		}
		p, _ := b.resolve(a.Post, to.file)
		if p == nil {
			return
		}
		there := b.anchorsOf(p)
		if there == nil || there.names[to.fragment] {
			return
		}
		if bare := document.BareAnchor(to.fragment); b.Engine != catalog.Plain && bare != "" && there.alike[bare] {
			return // it may well be what the engine calls the heading
		}
		hint := "it has no headings"
		if near, found := there.near().Nearest(to.fragment); found {
			hint = "is it #" + near + "?"
		} else if len(there.names) > 0 {
			hint = "it has none of a name like that"
		}
		b.report(a, at(n), "%s has no heading #%s: %s", p.Path, clean.CleanLine(to.fragment), hint)
	})
}

func (b *pass) images(a *article) {
	walk(b, a, func(n *ast.Image) {
		to, ours := internal(string(n.Destination))
		if !ours || strings.HasPrefix(to.file, "/") || to.file == "" {
			return
		}
		if _, err := fs.Stat(b.fsys, path.Join(path.Dir(a.Path), to.file)); err != nil {
			b.report(a, at(n), "there is no image %s beside the post", clean.CleanLine(to.file))
		}
	})
}

func (b *pass) alt(a *article) {
	walk(b, a, func(n *ast.Image) {
		words := false
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); !ok || len(strings.TrimSpace(string(t.Segment.Value(a.body)))) > 0 {
				words = true
			}
		}
		if !words {
			b.report(a, at(n), "the image %s has no text in its place: say what it shows", clean.CleanLine(string(n.Destination)))
		}
	})
}

// unresolved is a reference link that stayed text, as nothing defines it (CommonMark 0.31, section 6.3).
// Footnotes are left to the eye: "[^1]" is often meant as it is.
var unresolved = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[[^\[\]\n]+\]\[([^\[\]\n^]+)\]`)
})

func (b *pass) references(a *article) {
	_ = ast.Walk(a.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			return ast.WalkSkipChildren, nil
		}
		if err := b.ctx.Err(); err != nil {
			return ast.WalkStop, err
		}
		if !entering || n.Type() != ast.TypeBlock || n.Lines() == nil {
			return ast.WalkContinue, nil
		}
		var texts []text.Segment
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			for _, m := range unresolved().FindAllSubmatchIndex(line.Value(a.body), -1) {
				if texts == nil {
					texts = plainTexts(n)
				}
				if isIn(texts, line.Start+m[0]) {
					b.report(a, line.Start+m[0], "nothing defines [%s]: add a line [%[1]s]: URL", clean.CleanLine(string(a.body[line.Start+m[2]:line.Start+m[3]])))
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

// plainTexts returns where a block has text that is no part of a link or of code, in order.
func plainTexts(block ast.Node) []text.Segment {
	var out []text.Segment
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link, *ast.Image, *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				out = append(out, n.Segment)
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}

// isIn tells whether a byte is in one of the segments.
func isIn(segments []text.Segment, at int) bool {
	i := sort.Search(len(segments), func(i int) bool { return segments[i].Stop > at })
	return i < len(segments) && segments[i].Start <= at
}
