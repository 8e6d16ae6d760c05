package cli

import (
	"context"
	"path/filepath"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/watch"
	"github.com/blogtui/blogtui/posts"
)

// target is what the reader is to open: a blog, and a post of it if one is named.
type target struct {
	// open reads the blog, and gives progress, if it is not nil, what it has read so far.
	open func(ctx context.Context, progress func(*catalog.Catalog)) (*catalog.Catalog, error)
	// again reads it once more, watch tells when it has to be, and notes are taken of what open reads; all three
	// are nil for a blog that cannot change.
	again  func(context.Context) (*catalog.Catalog, error)
	watch  func(context.Context) (<-chan struct{}, error)
	notes  *watch.Notes
	name   string // of the blog, if it has no title of its own
	folder string // where it lies, "" for the built-in blog, "-" for what came through a pipe
	slug   string // of the post; empty: the list
	file   bool   // the blog is one file, whatever its slug is
}

// target reads the argument of the reader: a folder, a file, a pipe, or the slug of a post of the blog.
func (a *app) target(args []string) (target, error) {
	blog, err := a.named(a.blog)
	if err != nil {
		return target{}, err
	}
	arg := ""
	if len(args) > 0 {
		if arg, err = a.named(args[0]); err != nil {
			return target{}, err
		}
	}
	switch {
	case arg == "":
	case isPipe(arg):
		return a.pipeTarget(arg), nil
	case isFolder(arg):
		return a.folderTarget(arg)
	case isFile(arg):
		return a.fileTarget(arg), nil
	}
	t := a.builtIn()
	if blog != "" {
		t = a.blogTarget(blog)
	}
	t.slug = arg
	return t, nil
}

// builtIn is the blog that is compiled in.
func (a *app) builtIn() target {
	return target{open: func(ctx context.Context, progress func(*catalog.Catalog)) (*catalog.Catalog, error) {
		return a.catalog(ctx, posts.FS, progress)
	}}
}

// folderTarget is a folder of posts that can be opened.
func (a *app) folderTarget(path string) (target, error) {
	_, err := folder(path)
	return a.blogTarget(path), err
}

// blogTarget is a folder of posts. It is opened anew whenever it is read: another may have its name by then.
func (a *app) blogTarget(path string) target {
	notes := &watch.Notes{}
	return target{
		name: called(path), folder: path, notes: notes,
		open: func(ctx context.Context, progress func(*catalog.Catalog)) (*catalog.Catalog, error) {
			notes.Begin()
			source, err := folder(path)
			if err != nil {
				return nil, err
			}
			return a.catalog(ctx, notes.Folder(source, path), progress)
		},
		again: func(ctx context.Context) (*catalog.Catalog, error) {
			source, err := folder(path)
			if err != nil {
				return nil, err
			}
			return a.catalog(ctx, source, nil)
		},
		watch: func(ctx context.Context) (<-chan struct{}, error) { return watch.Folder(ctx, path) },
	}
}

// fileTarget is a file. One that becomes something else while it is read cannot be read again.
func (a *app) fileTarget(path string) target {
	notes := &watch.Notes{}
	return target{
		name: called(path), folder: path, file: true, notes: notes,
		open: func(ctx context.Context, _ func(*catalog.Catalog)) (*catalog.Catalog, error) {
			notes.Begin()
			return a.file(ctx, path, notes)
		},
		again: func(context.Context) (*catalog.Catalog, error) { return fileAgain(path) },
		watch: func(ctx context.Context) (<-chan struct{}, error) { return watch.File(ctx, path) },
	}
}

// pipeTarget is what comes through a pipe, which comes once.
func (a *app) pipeTarget(path string) target {
	t := target{file: true, folder: pipe, open: func(ctx context.Context, _ func(*catalog.Catalog)) (*catalog.Catalog, error) {
		return a.file(ctx, path, nil)
	}}
	if path != pipe {
		t.name = called(path)
	}
	return t
}

// called names a blog by its folder or file.
func called(path string) string {
	if abs, err := filepath.Abs(path); err == nil && path != "" {
		return filepath.Base(abs)
	}
	return path
}
