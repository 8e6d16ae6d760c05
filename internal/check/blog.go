package check

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/similar"
)

// blog is what is checked. Any number of passes may use it at once.
type blog struct {
	*catalog.Catalog
	fsys    fs.FS
	now     time.Time
	columns int
	byPath  map[string]*post.Post
	slugs   func() *similar.Index

	mu      sync.Mutex
	anchors map[string]func() *anchors // by slug, of the posts that are linked to
}

func newBlog(c *catalog.Catalog, files fs.FS, o Options) *blog {
	b := &blog{
		Catalog: c, fsys: files, now: o.Now, columns: cmp.Or(o.Width, columns),
		byPath: make(map[string]*post.Post), anchors: make(map[string]func() *anchors),
	}
	for _, posts := range [][]*post.Post{c.Posts, c.Drafts} {
		for _, p := range posts {
			b.byPath[p.Path] = p
		}
	}
	b.slugs = sync.OnceValue(func() *similar.Index {
		slugs := make([]string, len(c.Posts))
		for i, p := range c.Posts {
			slugs[i] = p.Slug
		}
		return similar.NewIndex(slugs)
	})
	return b
}

// resolve finds what a link of a post leads to: a post, or a file that is not one.
func (b *blog) resolve(from *post.Post, file string) (p *post.Post, exists bool) {
	if file == "" {
		return from, true
	}
	if p, ok := b.Linked(from, file); ok {
		return p, true
	}
	near := strings.TrimPrefix(path.Join(path.Dir(from.Path), file), "/")
	if _, err := fs.Stat(b.fsys, near); err == nil {
		return nil, true
	}
	return nil, strings.HasPrefix(file, "/") // a page of the site, which is more than its posts
}

// anchors are the places in a post that links may lead to.
type anchors struct {
	names map[string]bool
	alike map[string]bool // the same, as document.BareAnchor has them
	near  func() *similar.Index
}

// anchorsOf reads the anchors of a post, once; nil if its file has gone.
func (b *blog) anchorsOf(p *post.Post) *anchors {
	b.mu.Lock()
	read := b.anchors[p.Slug]
	if read == nil {
		read = sync.OnceValue(func() *anchors {
			body, err := b.Body(p.Slug)
			if err != nil {
				return nil
			}
			return newAnchors(p.Title, body)
		})
		b.anchors[p.Slug] = read
	}
	b.mu.Unlock()
	return read()
}

func newAnchors(title string, body []byte) *anchors {
	var all []string
	for _, h := range document.ParseUnder(title, body).Headings {
		all = append(all, h.ID)
	}
	for _, m := range named().FindAllSubmatch(body, -1) {
		all = append(all, string(m[1]))
	}
	a := &anchors{make(map[string]bool, len(all)), make(map[string]bool, len(all)), nil}
	for _, name := range all {
		a.names[name] = true
		a.alike[document.BareAnchor(name)] = true
	}
	a.near = sync.OnceValue(func() *similar.Index { return similar.NewIndex(all) })
	return a
}

// named matches what HTML names for links to lead to.
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<[a-zA-Z][^<>]*\s(?:id|name)=["']?([^"'\s>]+)`)
})
