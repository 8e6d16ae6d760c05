package cli

import (
	"context"
	"path/filepath"

	"github.com/blogtui/blogtui/internal/catalog"
)

// target is what the reader is to open: a blog, and a post of it if one is named.
type target struct {
	// open reads the blog, and gives progress, if it is not nil, what it has read so far.
	open   func(ctx context.Context, progress func(*catalog.Catalog)) (*catalog.Catalog, error)
	name   string // of the blog, if it has no title of its own
	folder string // where it lies, "" for the built-in blog
	slug   string // of the post; empty: the list
	file   bool   // the blog is one file, whatever its slug is
}

// target reads the argument of the reader: a folder, a file, a pipe, or the slug of a post of the blog.
func (a *app) target(args []string) (target, error) {
	blog, err := a.named(a.blog)
	if err != nil {
		return target{}, err
	}
	t := target{open: a.loadGrowing, name: blog, folder: blog}
	arg := ""
	if len(args) > 0 {
		if arg, err = a.named(args[0]); err != nil {
			return target{}, err
		}
	}
	switch {
	case arg == "":
	case arg == pipe:
		return target{
			file: true, folder: pipe,
			open: func(ctx context.Context, _ func(*catalog.Catalog)) (*catalog.Catalog, error) {
				return a.file(ctx, pipe)
			},
		}, nil
	case isFolder(arg):
		return a.folderTarget(arg)
	case isFile(arg):
		t.name, t.folder, t.file = arg, arg, true
		t.open = func(ctx context.Context, _ func(*catalog.Catalog)) (*catalog.Catalog, error) { return a.file(ctx, arg) }
	default:
		t.slug = arg
	}
	t.name = called(t.name)
	return t, nil
}

// folderTarget is a folder of posts.
func (a *app) folderTarget(path string) (target, error) {
	source, err := folder(path)
	if err != nil {
		return target{}, err
	}
	return target{
		name: called(path), folder: path,
		open: func(ctx context.Context, progress func(*catalog.Catalog)) (*catalog.Catalog, error) {
			return a.catalog(ctx, source, progress)
		},
	}, nil
}

// called names a blog by its folder or file.
func called(path string) string {
	if abs, err := filepath.Abs(path); err == nil && path != "" {
		return filepath.Base(abs)
	}
	return path
}
