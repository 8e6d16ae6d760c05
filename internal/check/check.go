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
	"slices"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
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
	post        func(*blog, *article)
	blog        func(*blog)
}

// Rules lists the rules, in the order of their names' importance to a reader.
func Rules() []Rule {
	return []Rule{
		{"front-matter", "front matter that cannot be read, or has unknown or misspelt keys", (*blog).frontMatter, nil},
		{"file", "files that cannot be read as posts, or whose names clash", nil, (*blog).files},
		{"title", "posts without a title of their own", (*blog).title, nil},
		{"date", "posts without a date", (*blog).date, nil},
		{"description", "posts without a description", (*blog).description, nil},
		{"draft", "drafts, and posts of the future", nil, (*blog).drafts},
		{"tag", "tags that are nearly the same", nil, (*blog).tags},
		{"series", "series with missing or doubled parts", nil, (*blog).series},
		{"link", "links to posts and files that are not there", (*blog).links, nil},
		{"anchor", "links to headings that are not there", (*blog).anchors, nil},
		{"image", "images that are not there", (*blog).images, nil},
		{"alt", "images without a text in their place", (*blog).alt, nil},
		{"reference", "reference links that nothing defines", (*blog).references, nil},
		{"heading", "headings that leave out a level, or are of the first", (*blog).headings, nil},
		{"language", "code without a language, or of an unknown one", (*blog).languages, nil},
		{"diagram", "diagrams that cannot be drawn, or are wider than a terminal", (*blog).diagrams, nil},
		{"width", "code that is wider than a terminal", (*blog).width, nil},
		{"table", "tables whose words alone are wider than a terminal", (*blog).tables, nil},
		{"character", "control characters, and those that turn the direction of writing", (*blog).characters, nil},
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

// blog is what is checked, and what was found so far.
type blog struct {
	*catalog.Catalog
	fsys     fs.FS
	now      time.Time
	columns  int
	byPath   map[string]*post.Post
	articles map[string]*article // by slug, those that were needed
	rule     string              // that is applied
	found    []Finding
}

// Blog applies the rules to a blog. files is the file system that the catalogue was read from. The findings
// come by file, line and column. It fails if a rule is unknown or ctx ends.
func Blog(ctx context.Context, c *catalog.Catalog, files fs.FS, o Options) ([]Finding, error) {
	rules, err := o.rules()
	if err != nil {
		return nil, err
	}
	b := &blog{Catalog: c, fsys: files, now: o.Now, columns: cmp.Or(o.Width, columns), byPath: make(map[string]*post.Post), articles: make(map[string]*article)}
	posts := slices.Concat(c.Posts, c.Drafts)
	for _, p := range posts {
		b.byPath[p.Path] = p
	}
	for _, r := range rules {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if b.rule = r.Name; r.blog != nil {
			r.blog(b)
		}
	}
	for _, p := range posts {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		a := b.article(p)
		for _, r := range rules {
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			if b.rule = r.Name; r.post != nil && a != nil {
				r.post(b, a)
			}
		}
	}
	slices.SortStableFunc(b.found, func(x, y Finding) int {
		return cmp.Or(strings.Compare(x.Path, y.Path), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
	})
	return b.found, nil
}

// report notes something at a place of a post, given by the byte of its body.
func (b *blog) report(a *article, at int, format string, args ...any) {
	line, column := a.position(at)
	b.found = append(b.found, Finding{a.Path, line, column, b.rule, fmt.Sprintf(format, args...)})
}

// reportFile notes something about a file as a whole.
func (b *blog) reportFile(path string, format string, args ...any) {
	b.found = append(b.found, Finding{Path: path, Line: 1, Rule: b.rule, Message: fmt.Sprintf(format, args...)})
}
