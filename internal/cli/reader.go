package cli

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
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
	growing := make(chan *catalog.Catalog, 1)
	load := loading(cmd.Context(), t, growing)
	if plain {
		c, err := load(cmd.Context())
		if err != nil {
			return err
		}
		return a.writeTabs(c.Posts)
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
	o := a.screenOptions(cmd.Context(), t, load)
	o.Start, o.Progress = start, growing
	keys, done, err := a.keyboard()
	if err != nil {
		return err
	}
	defer done()
	return tui.Run(cmd.Context(), o, tui.Terminal{In: keys, Out: a.Out, Environment: a.Env})
}

// screenOptions are what the screens are started with, but for what they show first.
func (a *app) screenOptions(ctx context.Context, t target, load func(context.Context) (*catalog.Catalog, error)) tui.Options {
	by, reverse := a.order()
	o := a.blogOptions(ctx, t, load)
	o.Theme, o.Keys, o.Measure = a.settled.theme, &a.settled.keys, a.settled.Width
	o.Sort, o.Reverse, o.Lines, o.Mouse = by, reverse, a.settled.Density == "lines", a.settled.Mouse
	o.History, o.Desktop = a.history(), desktop.New(runtime.GOOS, a.desktopEnv())
	o.Blogs = a.blogs(ctx, t, load)
	o.Lend = func() func() { return lend(ctx) }
	o.KeepTheme = func(name string) error { return a.settled.KeepTheme(a.chosen(), name) }
	o.Crashed = a.debug.keep
	return o
}

// desktopEnv is the environment of what opens links: the chosen opener is as good as $BROWSER.
func (a *app) desktopEnv() []string {
	if a.settled.Opener == "" {
		return a.Env
	}
	env := slices.DeleteFunc(slices.Clone(a.Env), func(kv string) bool { return strings.HasPrefix(kv, "BROWSER=") })
	return append(env, "BROWSER="+a.settled.Opener)
}

// watching tells when files of the blog change. It begins once load has read them, since it looks through the same
// folders: what has changed by the time the watch is on is told then. It ends without a word where nothing can be
// watched.
func watching(ctx context.Context, t target, load func(context.Context) (*catalog.Catalog, error)) <-chan struct{} {
	changed := make(chan struct{})
	tell := func() {
		select {
		case changed <- struct{}{}:
		case <-ctx.Done():
		}
	}
	crash.Go(func() error {
		defer close(changed)
		_, _ = load(ctx) // the screens say what is wrong with it
		heard, err := t.watch(ctx)
		if err != nil {
			return err
		}
		if t.notes.Changed() {
			tell()
		}
		for range heard {
			tell()
		}
		return nil
	})
	return changed
}

// replace puts the newest value into a channel that holds one.
func replace[T any](c chan T, v T) {
	select {
	case <-c:
	default:
	}
	select {
	case c <- v:
	default:
	}
}

// converse shows the blog without screens.
func (a *app) converse(ctx context.Context, t target, load func(context.Context) (*catalog.Catalog, error), start string) error {
	c, err := load(ctx)
	if err != nil {
		return err
	}
	by, reverse := a.order()
	return linear.Run(ctx, linear.Options{
		Catalog: c, Start: start, Sort: by, Reverse: reverse, Desktop: desktop.New(runtime.GOOS, a.desktopEnv()), History: a.history(),
		Blog: blogID(t.folder), Name: t.name, Width: min(a.Columns, 80), Now: time.Now, In: a.In, Out: heeding{a, a.Out},
		Crashed: a.debug.keep,
	})
}

// loading begins to read the blog at once, beside the start of the screens, and returns a function that
// waits for it. At the end it closes what brings the parts.
func loading(ctx context.Context, t target, growing chan *catalog.Catalog) func(context.Context) (*catalog.Catalog, error) {
	var c *catalog.Catalog
	var err error
	done := make(chan struct{})
	crash.Go(func() error {
		defer close(growing)
		defer close(done)
		err = crash.Try(func() (err error) {
			c, err = t.open(ctx, func(part *catalog.Catalog) { replace(growing, part) })
			return err
		})
		return err
	})
	return func(ctx context.Context) (*catalog.Catalog, error) {
		select {
		case <-done:
			return c, err
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}
