package cli

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
)

// blogOptions say what a blog is and how it is read. Until ctx ends it is heard whether it changes.
func (a *app) blogOptions(ctx context.Context, t target, load func(context.Context) (*catalog.Catalog, error)) tui.Options {
	ctx, cancel := context.WithCancel(ctx)
	o := tui.Options{
		Name: t.name, Blog: blogID(t.folder), Edit: a.editor(t), Close: cancel,
		Load: func(context.Context) (*catalog.Catalog, error) { return load(ctx) },
	}
	if t.again != nil {
		o.Reload, o.Changed = t.again, watching(ctx, t, load)
	}
	return o
}

// blogs lists the blogs that the screens can show: the built-in one, those that have a name in the
// configuration, and the one that they begin with, which load has read.
func (a *app) blogs(ctx context.Context, start target, load func(context.Context) (*catalog.Catalog, error)) []tui.Blog {
	all := []tui.Blog{{Name: "The built-in blog", Open: a.opening(ctx, func() (target, error) {
		return a.builtIn(), nil
	})}}
	for _, name := range slices.Sorted(maps.Keys(a.settled.Blogs)) {
		folder := a.settled.Blogs[name]
		all = append(all, tui.Blog{ID: blogID(folder), Name: "@" + name, Where: folder, Open: a.opening(ctx, func() (target, error) {
			return a.folderTarget(folder)
		})})
	}
	id := blogID(start.folder)
	if !slices.ContainsFunc(all, func(b tui.Blog) bool { return b.ID == id }) {
		again := start
		if start.folder == pipe { // what came through it comes once
			again.open = func(ctx context.Context, _ func(*catalog.Catalog)) (*catalog.Catalog, error) { return load(ctx) }
		}
		all = append(all, tui.Blog{ID: id, Name: cmp.Or(again.name, "What came through the pipe"), Where: id, Open: a.opening(ctx, func() (target, error) { return again, nil })})
	}
	return all
}

// opening returns what begins to read a blog when it is asked for.
func (a *app) opening(ctx context.Context, find func() (target, error)) func() (tui.Options, error) {
	return func() (tui.Options, error) {
		t, err := find()
		if err != nil {
			return tui.Options{}, err
		}
		growing := make(chan *catalog.Catalog, 1)
		o := a.blogOptions(ctx, t, loading(ctx, t, growing))
		o.Progress = growing
		return o, nil
	}
}
