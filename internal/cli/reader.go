package cli

import (
	"context"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/desktop"
	"github.com/blogtui/blogtui/internal/linear"
	"github.com/blogtui/blogtui/internal/tui"
)

// runReader opens the screens. Where there is no terminal to draw on it does in plain text what the
// screens would show: the list, or the post that is named.
func (a *app) runReader(cmd *cobra.Command, args []string) error {
	linear := a.settled.Linear || a.isTerminal() && a.getenv("TERM") == "dumb"
	plain := !a.isTerminal() && !linear
	if plain && len(args) == 1 && !isFolder(args[0]) && !strings.HasPrefix(args[0], "@") {
		return a.read(cmd, args[0], readOptions{plain: true})
	}
	t, err := a.target(args)
	if err != nil {
		return err
	}
	load := loading(cmd.Context(), t)
	if plain {
		c, err := load(cmd.Context())
		if err != nil {
			return err
		}
		return writeTabs(a.Out, c.Posts)
	}
	start := t.slug
	if start != "" || t.file {
		c, err := load(cmd.Context())
		if err != nil {
			return err
		}
		if t.file && len(c.Posts)+len(c.Drafts) > 0 {
			start = append(c.Posts, c.Drafts...)[0].Slug
		}
		if _, ok := c.Post(start); !ok {
			return errNotFound(c, start)
		}
	}
	if linear {
		return a.converse(cmd.Context(), t, load, start)
	}
	o := tui.Options{
		Load: load, Name: t.name, Theme: a.settled.theme, Keys: &a.settled.keys, Start: start,
		History: a.history(), Blog: blogID(t.folder),
		Desktop: desktop.New(runtime.GOOS, a.Env),
	}
	keys, done, err := a.keyboard()
	if err != nil {
		return err
	}
	defer done()
	return tui.Run(cmd.Context(), o, tui.Terminal{In: keys, Out: a.Out, Environment: a.Env})
}

// converse shows the blog without screens.
func (a *app) converse(ctx context.Context, t target, load func(context.Context) (*catalog.Catalog, error), start string) error {
	c, err := load(ctx)
	if err != nil {
		return err
	}
	return linear.Run(ctx, linear.Options{
		Catalog: c, Start: start, History: a.history(), Blog: blogID(t.folder), Width: min(a.Columns, 80), Now: time.Now, In: a.In, Out: a.Out,
	})
}

// loading begins to read the blog at once, beside the start of the screens, and returns a function that
// waits for it.
func loading(ctx context.Context, t target) func(context.Context) (*catalog.Catalog, error) {
	var c *catalog.Catalog
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		c, err = t.open(ctx)
	}()
	return func(ctx context.Context) (*catalog.Catalog, error) {
		select {
		case <-done:
			return c, err
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}
