package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/regular"
	"github.com/blogtui/blogtui/internal/watch"
	"github.com/blogtui/blogtui/posts"
)

// source returns the posts to read: the built-in blog's, or those of --blog.
func (a *app) source() (fs.FS, error) {
	name, err := a.named(a.blog)
	if name == "" || err != nil {
		return posts.FS, err
	}
	return folder(name)
}

// folder opens a folder so that no link leads out of it, and nothing in it is waited for.
func folder(path string) (watch.Dir, error) {
	const only = string(os.PathSeparator) // a folder: a pipe would be waited for
	root, err := os.OpenRoot(filepath.Clean(path) + only)
	if err != nil {
		return nil, fmt.Errorf("cannot read the blog: %w: name a folder of Markdown posts", err)
	}
	return regular.NewFS(root), nil
}

// catalog reads the posts of a folder, and gives progress, if it is not nil, what it has read so far.
func (a *app) catalog(ctx context.Context, source fs.FS, progress func(*catalog.Catalog)) (*catalog.Catalog, error) {
	o := catalog.Options{Drafts: a.drafts, Language: a.settled.Language, Progress: progress, Crashed: a.debug.keep}
	if source == posts.FS {
		known, err := builtIn()
		if err != nil {
			return nil, err
		}
		o.Known = known
	}
	return catalog.Open(ctx, source, o)
}

// builtIn is what is known of the posts of the built-in blog without reading them.
func builtIn() (catalog.Known, error) {
	index, err := fs.ReadFile(posts.FS, posts.Index)
	if err != nil {
		return nil, err
	}
	return catalog.ParseKnown(index)
}

func (a *app) load(ctx context.Context) (*catalog.Catalog, error) {
	source, err := a.source()
	if err != nil {
		return nil, err
	}
	return a.catalog(ctx, source, nil)
}

// errNotFound names a post that does not exist and those that are named most like it.
func errNotFound(c *catalog.Catalog, slug string) error {
	hint := "see `blogtui list`"
	if near := c.Nearest(slug, 3); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, ", ") + "?"
	}
	return fmt.Errorf("%s: no such post: %s", slug, hint)
}

// open returns the post that the argument names, and the catalogue that it is in: a file, a pipe, or a slug
// of the blog.
func (a *app) open(ctx context.Context, name string) (*catalog.Catalog, *post.Post, error) {
	if name == pipe || isFile(name) {
		c, err := a.file(ctx, name, nil)
		if err != nil {
			return nil, nil, err
		}
		return c, c.Posts[0], nil
	}
	c, err := a.load(ctx)
	if err != nil {
		return nil, nil, err
	}
	p, ok := c.Post(name)
	if !ok {
		return nil, nil, errNotFound(c, name)
	}
	return c, p, nil
}

// find returns the post that the argument names and its body.
func (a *app) find(ctx context.Context, name string) (*post.Post, []byte, error) {
	c, p, err := a.open(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	body, err := c.Body(p.Slug)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read the post: %w", err)
	}
	return p, body, nil
}

// isFile tells a file from a slug: slugs have no slash and no extension.
func isFile(name string) bool {
	if strings.ContainsRune(name, os.PathSeparator) || catalog.IsMarkdown(name) {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// isPipe tells whether what is named comes through a pipe: the standard input, or what a shell makes of
// <(command). It comes once.
func isPipe(name string) bool {
	if name == pipe {
		return true
	}
	info, err := os.Stat(name)
	return err == nil && info.Mode().Type() == fs.ModeNamedPipe
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

var errNoPosts = errors.New("no posts match: loosen the filter, or see `blogtui tags`")
