package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// indexFile is the file in the root of a blog that names it.
const indexFile = "_index.md"

// Load reads all posts of fsys: the .md and .markdown files of its root and of the folders below, without
// those whose name, or whose folder's name, starts with "_" or ".". A file that cannot be read is a
// problem of the catalogue and hides no other. It fails only if the root cannot be read or ctx ends.
func Load(ctx context.Context, fsys fs.FS) (*Catalog, error) {
	c := &Catalog{fsys: fsys}
	files, err := c.find(".")
	if err != nil {
		return nil, fmt.Errorf("read the folder of posts: %w", err)
	}
	slices.Sort(files) // a.md before a/a.md
	c.readIndex()
	posts, problems := readAll(ctx, fsys, files)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read %d posts: %w", len(files), err)
	}
	c.Problems = append(c.Problems, problems...)
	c.nameApart(posts)
	for _, e := range posts {
		c.Problems = append(c.Problems, e.post.Problems...)
		if e.post.Draft {
			c.Drafts = append(c.Drafts, e.post)
		} else {
			c.Posts = append(c.Posts, e.post)
		}
	}
	c.index()
	return c, nil
}

// index puts everything in order once all posts are there.
func (c *Catalog) index() {
	slices.SortFunc(c.Posts, post.Compare)
	slices.SortFunc(c.Drafts, post.Compare)
	slices.SortStableFunc(c.Problems, func(a, b post.Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line))
	})
	c.tags = count(c.Posts, func(p *post.Post) []string { return p.Tags })
	c.categories = count(c.Posts, func(p *post.Post) []string {
		if p.Category == "" {
			return nil
		}
		return []string{p.Category}
	})
	c.series = bySeries(c.Posts)
}

// find returns the files of posts in a folder and below. A folder below the root that cannot be read is
// a problem.
func (c *Catalog) find(folder string) ([]string, error) {
	entries, err := fs.ReadDir(c.fsys, folder)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "_") || strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			below, err := c.find(name)
			if err != nil {
				c.Problems = append(c.Problems, unreadable(name, err))
			}
			files = append(files, below...)
		case isPost(c.fsys, name, e):
			files = append(files, name)
		}
	}
	return files, nil
}

// isPost reports whether an entry is a Markdown file, or a link to one: opening anything else (a pipe,
// a device) might never end. A link to a folder is not followed; it may lead round in a circle.
func isPost(fsys fs.FS, name string, e fs.DirEntry) bool {
	if ext := path.Ext(name); !strings.EqualFold(ext, ".md") && !strings.EqualFold(ext, ".markdown") {
		return false
	}
	if e.Type()&fs.ModeSymlink == 0 {
		return e.Type().IsRegular()
	}
	info, err := fs.Stat(fsys, name)
	return err != nil || info.Mode().IsRegular() // a broken link is a post that cannot be read
}

// readIndex takes title and tagline of the blog from its index file, if it has one.
func (c *Catalog) readIndex() {
	source, err := fs.ReadFile(c.fsys, indexFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		c.Problems = append(c.Problems, unreadable(indexFile, err))
		return
	}
	index := post.ParseIndex(indexFile, source)
	c.Title, c.Tagline = index.Title, index.Tagline
	c.Problems = append(c.Problems, index.Problems...)
}

// readAll reads and parses the files on all cores until ctx ends. Posts and problems have the order of
// the files. Each worker has one buffer for all its files, since a post keeps nothing of its source.
func readAll(ctx context.Context, fsys fs.FS, files []string) ([]entry, []post.Problem) {
	posts := make([]*post.Post, len(files))
	failed := make([]error, len(files))
	var taken atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			var source []byte
			for ctx.Err() == nil {
				i := int(taken.Add(1)) - 1
				if i >= len(files) {
					return
				}
				if source, failed[i] = read(fsys, files[i], source[:0]); failed[i] == nil {
					posts[i], _ = post.Parse(files[i], source)
				}
			}
		})
	}
	workers.Wait()

	var entries []entry
	var problems []post.Problem
	for i, file := range files {
		if failed[i] != nil {
			problems = append(problems, unreadable(file, failed[i]))
		} else if posts[i] != nil {
			entries = append(entries, entry{posts[i], file})
		}
	}
	return entries, problems
}

// read appends the content of a file to buf. It always returns a buffer to go on with.
func read(fsys fs.FS, name string, buf []byte) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return buf, err
	}
	defer f.Close()
	for {
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
}

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

// nameApart gives every post a slug of its own. Of several files with one name the first, by path, keeps
// it; the others get a number that no post has.
func (c *Catalog) nameApart(posts []entry) {
	c.bySlug = make(map[string]entry, len(posts))
	var doubles []entry
	for _, e := range posts {
		if _, taken := c.bySlug[e.post.Slug]; taken {
			doubles = append(doubles, e)
		} else {
			c.bySlug[e.post.Slug] = e
		}
	}
	next := make(map[string]int) // the last number given to a slug
	for _, e := range doubles {
		first := c.bySlug[e.post.Slug].post
		slug := ""
		for taken := true; taken; _, taken = c.bySlug[slug] {
			next[first.Slug]++
			slug = first.Slug + "-" + strconv.Itoa(next[first.Slug]+1)
		}
		e.post.Slug = slug
		c.bySlug[slug] = e
		e.post.Problems = append(e.post.Problems, post.Problem{
			Path:    e.post.Path,
			Message: fmt.Sprintf("has the same slug as %s and is listed as %s", first.Path, slug),
			Remedy:  "rename one of the files",
		})
	}
}
