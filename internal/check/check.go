// Package check finds in a blog what its author would want to mend: front matter that cannot be read,
// links that lead nowhere, code that does not fit a terminal. It reads everything and changes nothing.
//
// A rule is a name and a function over one post or over the whole blog. What it finds has a file, a line
// and a column, so that an editor can go there.
package check

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/similar"
)

// Finding is something to mend. Its strings are clean.
type Finding struct {
	Path    string // of the file, in the blog
	Line    int    // 1-based; 0: the file as a whole
	Column  int    // 1-based, in characters; 0: the line as a whole
	Rule    string
	Message string
}

// String is the finding on one line: "file:line:column: rule: message".
func (f Finding) String() string {
	var b strings.Builder
	b.WriteString(f.Path)
	if f.Line > 0 {
		fmt.Fprintf(&b, ":%d", f.Line)
	}
	if f.Line > 0 && f.Column > 0 {
		fmt.Fprintf(&b, ":%d", f.Column)
	}
	fmt.Fprintf(&b, ": %s: %s", f.Rule, f.Message)
	return b.String()
}

// Rule is one thing that is looked for.
type Rule struct {
	Name, About string
	post        func(*pass, *article)
	blog        func(*pass)
}

// Rules lists the rules, in the order of their names' importance to a reader.
func Rules() []Rule {
	return []Rule{
		{"front-matter", "front matter that cannot be read, or has unknown or misspelt keys", (*pass).frontMatter, nil},
		{"file", "files that cannot be read as posts, or whose names clash", nil, (*pass).files},
		{"title", "posts without a title of their own", (*pass).title, nil},
		{"date", "posts without a date", (*pass).date, nil},
		{"description", "posts without a description", (*pass).description, nil},
		{"draft", "drafts, and posts of the future", nil, (*pass).drafts},
		{"tag", "tags that are nearly the same", nil, (*pass).tags},
		{"series", "series with missing or doubled parts", nil, (*pass).series},
		{"link", "links to posts and files that are not there", (*pass).links, nil},
		{"anchor", "links to headings that are not there", (*pass).anchors, nil},
		{"image", "images that are not there", (*pass).images, nil},
		{"alt", "images without a text in their place", (*pass).alt, nil},
		{"reference", "reference links that nothing defines", (*pass).references, nil},
		{"heading", "headings that leave out a level, or are of the first", (*pass).headings, nil},
		{"language", "code without a language, or of an unknown one", (*pass).languages, nil},
		{"diagram", "diagrams that cannot be drawn, or are wider than a terminal", (*pass).diagrams, nil},
		{"width", "code that is wider than a terminal", (*pass).width, nil},
		{"table", "tables whose words alone are wider than a terminal", (*pass).tables, nil},
		{"character", "control characters, and those that turn the direction of writing", (*pass).characters, nil},
	}
}

// Options say what is looked for.
type Options struct {
	Only    []string // the rules to apply; none: all
	Without []string // the rules to leave out
	Now     time.Time
	Width   int // of the terminal that code must fit, in cells; 0: 80
}

// rules returns the chosen rules, or an error that names one which does not exist.
func (o Options) rules() ([]Rule, error) {
	all := Rules()
	var names []string
	for _, r := range all {
		names = append(names, r.Name)
	}
	for _, name := range slices.Concat(o.Only, o.Without) {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("there is no rule %q: is it %s?", name, strings.Join(similar.Rank(name, names, 2), " or "))
		}
	}
	return slices.DeleteFunc(all, func(r Rule) bool {
		return len(o.Only) > 0 && !slices.Contains(o.Only, r.Name) || slices.Contains(o.Without, r.Name)
	}), nil
}

// Blog applies the rules to a blog. files is the file system that the catalogue was read from. The findings
// come by file, line and column. It fails if a rule is unknown, and as soon as ctx ends: what is under way then
// stops a little later, by itself.
func Blog(ctx context.Context, c *catalog.Catalog, files fs.FS, o Options) ([]Finding, error) {
	rules, err := o.rules()
	if err != nil {
		return nil, err
	}
	b := newBlog(c, files, o)
	posts := slices.Concat(c.Posts, c.Drafts)
	found := make([][]Finding, 1+len(posts))
	done := crash.Share(ctx, len(found), func() func(int) {
		return func(i int) {
			p := &pass{blog: b, ctx: ctx}
			if i == 0 {
				p.whole(rules)
			} else {
				p.post(posts[i-1], rules)
			}
			found[i] = p.found
		}
	})
	select {
	case err = <-done:
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil {
		return nil, err
	}
	return inOrder(ctx, found)
}

// inOrder puts findings in order, which those of each post nearly are.
func inOrder(ctx context.Context, found [][]Finding) ([]Finding, error) {
	byPath := make(map[string][]Finding)
	total := 0
	for _, some := range found {
		total += len(some)
		for len(some) > 0 {
			path := some[0].Path
			n := slices.IndexFunc(some, func(f Finding) bool { return f.Path != path })
			if n < 0 {
				n = len(some)
			}
			byPath[path] = append(byPath[path], some[:n]...)
			some = some[n:]
		}
	}
	all := make([]Finding, 0, total)
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		slices.SortStableFunc(byPath[path], func(x, y Finding) int {
			return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
		})
		all = append(all, byPath[path]...)
	}
	return all, nil
}

// pass is the rules on their way through one post, or over the blog as a whole.
type pass struct {
	*blog
	ctx   context.Context // of the call of Blog that the pass is a part of
	rule  string          // that is applied
	found []Finding
}

// whole applies the rules over the blog as a whole.
func (b *pass) whole(rules []Rule) {
	for _, r := range rules {
		if b.rule = r.Name; r.blog != nil && b.ctx.Err() == nil {
			r.blog(b)
		}
	}
}

// post applies the rules over one post.
func (b *pass) post(p *post.Post, rules []Rule) {
	if !slices.ContainsFunc(rules, func(r Rule) bool { return r.post != nil }) {
		return
	}
	a := b.article(p)
	for _, r := range rules {
		if b.rule = r.Name; r.post != nil && a != nil && b.ctx.Err() == nil {
			r.post(b, a)
		}
	}
}

// report notes something at a place of a post, given by the byte of its body.
func (b *pass) report(a *article, at int, format string, args ...any) {
	line, column := a.position(at)
	b.found = append(b.found, Finding{a.Path, line, column, b.rule, fmt.Sprintf(format, args...)})
}

// reportFile notes something about a file as a whole.
func (b *pass) reportFile(path string, format string, args ...any) {
	b.found = append(b.found, Finding{Path: path, Line: 1, Rule: b.rule, Message: fmt.Sprintf(format, args...)})
}

// walk calls f for each node of one kind, until the pass is to end.
func walk[N ast.Node](b *pass, a *article, f func(N)) {
	_ = ast.Walk(a.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if err := b.ctx.Err(); err != nil {
			return ast.WalkStop, err
		}
		if n, ok := n.(N); ok && entering {
			f(n)
		}
		return ast.WalkContinue, nil
	})
}
