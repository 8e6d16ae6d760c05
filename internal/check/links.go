package check

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/similar"
	"github.com/blogtui/blogtui/internal/text"
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

// resolve finds what a link leads to: a post, or a file that is not one.
func (b *blog) resolve(a *article, file string) (p *post.Post, exists bool) {
	if file == "" {
		return a.Post, true
	}
	near := strings.TrimPrefix(path.Join(path.Dir(a.Path), file), "/")
	if strings.HasPrefix(file, "/") {
		near = strings.TrimPrefix(path.Clean(file), "/")
	}
	for _, name := range []string{near, near + ".md", near + ".mdx", near + ".markdown", path.Join(near, "index.md"), path.Join(near, "_index.md")} {
		if p := b.byPath[name]; p != nil {
			return p, true
		}
	}
	if p, ok := b.Post(strings.TrimSuffix(path.Base(path.Clean(file)), path.Ext(file))); ok {
		return p, true
	}
	if _, err := fs.Stat(b.fsys, near); err == nil {
		return nil, true
	}
	return nil, strings.HasPrefix(file, "/") // a page of the site, which is more than its posts
}

func (b *blog) links(a *article) {
	walk(a, func(n *ast.Link) {
		to, ours := internal(string(n.Destination))
		if !ours {
			return
		}
		if _, exists := b.resolve(a, to.file); exists {
			return
		}
		hint := "name a post's file, as other-post.md"
		if near := b.Nearest(strings.TrimSuffix(path.Base(to.file), path.Ext(to.file)), 1); len(near) > 0 {
			hint = "is it " + near[0] + "?"
		}
		b.report(a, at(n), "%q leads nowhere: %s", text.CleanLine(to.file), hint)
	})
}

func (b *blog) anchors(a *article) {
	walk(a, func(n *ast.Link) {
		to, ours := internal(string(n.Destination))
		if !ours || to.fragment == "" {
			return
		}
		p, _ := b.resolve(a, to.file)
		if p == nil {
			return
		}
		there := b.article(p)
		if there == nil || there.ids[to.fragment] {
			return
		}
		var ids []string
		for id := range there.ids {
			if b.Engine != catalog.Plain && document.SameAnchor(id, to.fragment) {
				return // it may well be what the engine calls the heading
			}
			ids = append(ids, id)
		}
		hint := "it has no headings"
		if near := similar.Rank(to.fragment, ids, 1); len(near) > 0 {
			hint = "is it #" + near[0] + "?"
		}
		b.report(a, at(n), "%s has no heading #%s: %s", p.Path, text.CleanLine(to.fragment), hint)
	})
}

func (b *blog) images(a *article) {
	walk(a, func(n *ast.Image) {
		to, ours := internal(string(n.Destination))
		if !ours || strings.HasPrefix(to.file, "/") || to.file == "" {
			return
		}
		if _, err := fs.Stat(b.fsys, path.Join(path.Dir(a.Path), to.file)); err != nil {
			b.report(a, at(n), "there is no image %s beside the post", text.CleanLine(to.file))
		}
	})
}

func (b *blog) alt(a *article) {
	walk(a, func(n *ast.Image) {
		words := false
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); !ok || len(strings.TrimSpace(string(t.Segment.Value(a.body)))) > 0 {
				words = true
			}
		}
		if !words {
			b.report(a, at(n), "the image %s has no text in its place: say what it shows", text.CleanLine(string(n.Destination)))
		}
	})
}

// unresolved is a reference link that stayed text, as nothing defines it (CommonMark 0.31, section 6.3).
// Footnotes are left to the eye: "[^1]" is often meant as it is.
func unresolved() *regexp.Regexp { return regexp.MustCompile(`\[[^\[\]\n]+\]\[([^\[\]\n^]+)\]`) }

func (b *blog) references(a *article) {
	pattern := unresolved()
	_ = ast.Walk(a.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *ast.CodeSpan, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			return ast.WalkSkipChildren, nil
		}
		if !entering || n.Type() != ast.TypeBlock || n.Lines() == nil {
			return ast.WalkContinue, nil
		}
		texts := plainTexts(n)
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			for _, m := range pattern.FindAllSubmatchIndex(line.Value(a.body), -1) {
				if texts[line.Start+m[0]] {
					b.report(a, line.Start+m[0], "nothing defines [%s]: add a line [%[1]s]: URL", text.CleanLine(string(a.body[line.Start+m[2]:line.Start+m[3]])))
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

// plainTexts returns which bytes of a block are text that is no part of a link or of code.
func plainTexts(block ast.Node) map[int]bool {
	out := make(map[int]bool)
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link, *ast.Image, *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			for i := n.Segment.Start; entering && i < n.Segment.Stop; i++ {
				out[i] = true
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}
