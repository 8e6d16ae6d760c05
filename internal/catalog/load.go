package catalog

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Options say how a blog is read.
type Options struct {
	// Drafts lists drafts as posts.
	Drafts bool
	// Language is that in which a post is listed which has translations; "" leaves it to the blog.
	Language string
	// Now is what engines compare the dates of posts with; zero means the time of the call.
	Now time.Time
	// Known are posts that are listed without being read.
	Known Known
	// Progress is given what was read so far, at once and then ten times a second while it is not all. It runs in
	// the goroutine of Open, which waits for it.
	Progress func(*Catalog)
	// Crashed is given the panics over single files, which are problems of theirs; nil: nobody wants to know.
	// It runs in any goroutine.
	Crashed func(error)
}

// Load is Open without options.
func Load(ctx context.Context, fsys fs.FS) (*Catalog, error) {
	return Open(ctx, fsys, Options{})
}

// Open reads all posts of the blog in fsys: the Markdown files (IsMarkdown) of the folders in which its
// engine keeps them, and of the folders below. A file that cannot be read is a problem of the catalogue
// and hides no other. It fails only if the root cannot be read or ctx ends.
func Open(ctx context.Context, fsys fs.FS, o Options) (*Catalog, error) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	t, err := walk(ctx, fsys)
	if err != nil {
		return nil, fmt.Errorf("read the folder of posts: %w", err)
	}
	l := newLoading(ctx, t, o)
	files := t.below(l.roots...)
	if len(files) > many && l.Progress != nil {
		l.glimpse(ctx, t, files)
	}
	l.prepare(t, files)
	if err := l.run(ctx); err != nil {
		return nil, fmt.Errorf("read %d posts: %w", len(l.jobs), err)
	}
	return l.catalog(), nil
}

// loading is a blog that is being read.
type loading struct {
	Options
	site     site
	roots    []string
	ignored  []ignored
	fsys     fs.FS
	index    post.Index
	left     []Left
	problems []post.Problem
	jobs     []job
	given    *inheritance
	results  []slot
}

func newLoading(ctx context.Context, t *tree, o Options) *loading {
	t.openPublic(ctx)
	s := t.findSite()
	l := &loading{Options: o, site: s, roots: t.roots(s), ignored: t.ignored(s), fsys: t.fsys}
	t.openPublished(ctx, s, l.roots)
	l.problems, l.left = t.unreadable(l.roots), slices.Concat(t.left, t.leftClosed())
	for _, file := range t.files {
		if !slices.ContainsFunc(l.roots, func(root string) bool { return within(root, file) }) {
			l.leave(file, "stands outside of "+where(l.roots))
		}
	}
	l.index = t.describe(s, l.roots)
	return l
}

// posts returns the files that are posts by their names, and notes why the others are not.
func (l *loading) posts(files []string) []string {
	bundles := make(map[string]string) // folders that are one page: their index.md
	if l.site.engine.bundles() {
		for _, file := range files {
			if strings.EqualFold(path.Base(file), "index.md") && !slices.Contains(l.roots, path.Dir(file)) {
				bundles[path.Dir(file)] = file
			}
		}
	}
	posts := make([]string, 0, len(files))
	for _, file := range files {
		name, index := path.Base(file), ""
		if len(bundles) > 0 {
			index = bundles[path.Dir(file)]
		}
		ignorer := slices.IndexFunc(l.ignored, func(i ignored) bool { return i.holds(file) })
		switch {
		case ignorer >= 0:
			l.leave(file, "is ignored by "+l.ignored[ignorer].by)
		case strings.HasPrefix(name, "_index."):
			l.leave(file, "says what its folder is")
		case strings.HasPrefix(name, "_") && !l.site.engine.underscores():
			l.leave(file, underscored)
		case strings.EqualFold(name, "readme.md") && !l.site.publishesReadme(file):
			l.leave(file, "is about its folder")
		case index != "" && !strings.HasPrefix(strings.ToLower(name), "index."):
			l.leave(file, "belongs to "+index)
		default:
			posts = append(posts, file)
		}
	}
	return posts
}

func (l *loading) leave(file, reason string) {
	l.left = append(l.left, Left{text.CleanLine(file), text.CleanLine(reason)})
}

// catalog makes a catalogue of what was read so far.
func (l *loading) catalog() *Catalog {
	c := &Catalog{
		Title: l.index.Title, Tagline: l.index.Tagline, Description: l.index.Description, Language: l.index.Language,
		Engine: l.site.engine, Roots: l.roots, Total: len(l.jobs), Left: slices.Clone(l.left),
		Problems: append(slices.Clone(l.problems), l.index.Problems...),
		fsys:     l.fsys,
		given:    l.given,
		values:   l.site.index.Values,
	}
	var entries []entry
	for i := range l.results {
		r := l.results[i].Load()
		if r == nil {
			continue
		}
		c.Loaded++
		c.Problems = append(c.Problems, r.problems...)
		if r.post != nil {
			entries = append(entries, entry{post: r.post, file: l.jobs[i].file, version: l.jobs[i].version})
			c.Problems = append(c.Problems, r.post.Problems...)
		}
	}
	c.translations = group(entries, l.Language, l.index.Language)
	for _, e := range entries {
		reason := l.unlisted(c, e)
		switch {
		case e.post.Draft && !l.Drafts && (reason == "" || reason == isDraft):
			c.Drafts = append(c.Drafts, e.post)
			c.Left = append(c.Left, Left{e.post.Path, isDraft})
		case reason != "":
			c.Left = append(c.Left, Left{e.post.Path, reason})
		default:
			c.Posts = append(c.Posts, e.post)
		}
	}
	c.name(entries)
	c.sort()
	c.places = sync.OnceValue(func() *places { return newPlaces(c, l.site, l.roots, entries) })
	return c
}

const isDraft = "is a draft"

// unlisted says why the list leaves a post out, "" if it does not.
func (l *loading) unlisted(c *Catalog, e entry) string {
	p := e.post
	from := p.From
	if from.IsZero() {
		from = p.Date
	}
	switch {
	case p.Unlisted != "":
		return p.Unlisted
	case l.site.hidesFuture() && !l.Drafts && from.After(l.Now):
		return "is dated " + from.Format(time.DateOnly)
	case l.site.engine == Hugo && !l.Drafts && !p.Until.IsZero() && p.Until.Before(l.Now):
		return "expired on " + p.Until.Format(time.DateOnly)
	case !c.translations.chosen(e):
		return "is a translation"
	}
	return ""
}

// name makes the posts known by their slugs, and by what else they are or were called.
func (c *Catalog) name(entries []entry) {
	c.bySlug = make(map[string]entry, len(entries))
	c.byName = make(map[string]entry)
	for _, e := range entries {
		c.bySlug[e.post.Slug] = e
		for _, where := range append([]string{e.post.Permalink, e.post.Name}, e.post.Aliases...) {
			c.call(e, where)
		}
	}
	for _, e := range entries { // engines write addresses in lower case
		if strings.ToLower(e.post.Slug) != e.post.Slug {
			c.call(e, e.post.Slug)
		}
	}
	for _, e := range entries { // and may leave out the date at the start of a file's name
		if bare := post.Undated(e.post.Slug); bare != e.post.Slug {
			c.call(e, bare)
		}
	}
}

// call makes a post known by the last part of where it stands, unless another is.
func (c *Catalog) call(e entry, where string) {
	name := strings.ToLower(strings.TrimSuffix(path.Base(where), ".html"))
	if _, taken := c.byName[name]; where != "" && !taken {
		c.byName[name] = e
	}
}

// sort puts everything in order once the posts are there.
func (c *Catalog) sort() {
	slices.SortFunc(c.Posts, post.Compare)
	slices.SortFunc(c.Drafts, post.Compare)
	slices.SortFunc(c.Left, func(a, b Left) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(c.Problems, func(a, b post.Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line))
	})
	c.tags = count(c.Posts, func(p *post.Post) []string { return p.Tags })
	c.categories = count(c.Posts, func(p *post.Post) []string { return p.Categories() })
	c.series = bySeries(c.Posts)
}

// How many bytes of a file are read. MaxFile is some thirty times the longest post that was seen; who names one
// file alone, or pipes it, may want to read what is no post.
const (
	MaxFile   = 4 << 20
	MaxSingle = 64 << 20
)

// tooLargeError tells that only so many bytes of a file are read.
type tooLargeError int

func (e tooLargeError) Error() string { return fmt.Sprintf("is larger than %d MB", int(e)>>20) }

func isTooLarge(err error) bool {
	var large tooLargeError
	return errors.As(err, &large)
}

// read appends the content of a regular file to buf. It always returns a buffer to go on with; with
// a tooLargeError that holds the whole lines of the first MaxFile bytes.
func read(fsys fs.FS, name string, buf []byte) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return buf, err
	}
	defer f.Close()
	for len(buf) <= MaxFile {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(32<<10, len(buf)))
		}
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
	return wholeLines(buf, MaxFile), tooLargeError(MaxFile)
}

// wholeLines returns the lines of a large file that are in its first bytes.
func wholeLines(b []byte, most int) []byte { return b[:bytes.LastIndexByte(b[:most], '\n')+1] }

// unreadable is the problem of a file or folder that cannot be read.
func unreadable(name string, err error) post.Problem {
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		err = inPath.Err // the path is said once
	}
	return post.Problem{
		Path:    text.CleanLine(name),
		Message: "cannot be read: " + text.CleanLine(err.Error()),
		Remedy:  "make it readable or take it away",
	}
}
