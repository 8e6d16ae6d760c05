package tui_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// shelf is a blog of the stories: what is in it can change, and reading it may take a while.
type shelf struct {
	name    string
	posts   fstest.MapFS
	heard   chan struct{}
	wait    time.Duration
	closed  int
	refused error
}

func newShelf(name string, titles ...string) *shelf {
	s := &shelf{name: name, posts: fstest.MapFS{}}
	for i, title := range titles {
		s.posts[fmt.Sprintf("p%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: %s\ndate: 2026-01-%02d\n---\n%s", title, 20-i, filler(40))}
	}
	return s
}

func (s *shelf) load(ctx context.Context) (*catalog.Catalog, error) {
	time.Sleep(s.wait)
	return catalog.Load(ctx, s.posts)
}

func (s *shelf) options() tui.Options {
	return tui.Options{Name: s.name, Blog: s.name, Load: s.load, Reload: s.load, Changed: s.heard, Close: func() { s.closed++ }}
}

// shelves returns a program that begins with the first of some blogs.
func shelves(all ...*shelf) tui.Options {
	o := all[0].options()
	o.Theme = named("dark")
	for _, s := range all {
		o.Blogs = append(o.Blogs, tui.Blog{ID: s.name, Name: "@" + s.name, Where: "/srv/" + s.name, Open: func() (tui.Options, error) {
			return s.options(), s.refused
		}})
	}
	return o
}

func TestAnotherBlogIsShown(t *testing.T) {
	home, work := newShelf("home", "At home", "Again at home"), newShelf("work", "At work")
	tuitest.Story(t, 100, 24, program(shelves(home, work)), func(d *tuitest.Driver) {
		d.See("home", "2 posts", "At home")
		d.Press("j", "enter", "m", "a", "pgdown", "B")
		d.See("Blogs", "@home", "/srv/home", "@work")
		d.Golden("blogs")
		d.Press("down", "enter")
		d.See("work", "1 post", "▌ At work")
		d.NotSee("home", "Filler 9")
		if d.Title() != "work" {
			t.Errorf("the window is called %q", d.Title())
		}
		d.Press("enter", "'", "a")
		d.See("there is no mark a in this post")
		d.Press("B", "enter") // the row of the blog that is shown already
		d.Press("B", "up", "enter")
		d.See("home", "▌ At home", "Again at home")
		d.NotSee("work")
	})
	if home.closed != 1 || work.closed != 1 {
		t.Errorf("closed %d and %d times, want once each", home.closed, work.closed)
	}
}

// What a blog sends that is no longer shown is not taken for news of the one that is.
func TestNothingLeaksFromOneBlogToAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow, quick := newShelf("slow", "A slow post"), newShelf("quick", "A quick post")
		slow.wait = 10 * time.Second
		slow.heard, quick.heard = make(chan struct{}), make(chan struct{})
		d := tuitest.Start(t, tui.New(shelves(slow, quick)), 100, 24)
		d.See("Reading the posts")
		d.Press("B", "down", "enter")
		d.See("A quick post")
		time.Sleep(slow.wait)
		d.Wait()
		d.See("quick", "A quick post")
		d.NotSee("A slow post")
		quick.posts = fstest.MapFS{"n.md": {Data: []byte("# A new quick post\n")}}
		quick.heard <- struct{}{}
		d.Wait()
		d.See("A new quick post")
		d.Press("B", "up", "enter")
		quick.heard <- struct{}{} // the watch that was under way
		time.Sleep(slow.wait)
		d.Wait()
		d.See("A slow post")
		d.NotSee("A new quick post")
		slow.heard <- struct{}{}
		d.Wait()
		d.See("A slow post")
		close(slow.heard)
		close(quick.heard)
	})
}

// What was found in one blog is not shown in another, where the query is searched for anew.
func TestASearchBelongsToItsBlog(t *testing.T) {
	home, work := newShelf("home", "At home"), newShelf("work", "At work")
	tuitest.Story(t, 100, 24, program(shelves(home, work)), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("filler 7")
		d.See("At home")
		d.Press("esc", "B", "down", "enter", "S")
		d.See("filler 7", "At work")
		d.NotSee("At home")
	})
}

func TestABlogThatCannotBeOpenedIsSaid(t *testing.T) {
	home, gone := newShelf("home", "At home"), newShelf("gone")
	gone.refused = errors.New("cannot read the blog: open /srv/gone: no such folder: name a folder of Markdown posts")
	tuitest.Story(t, 100, 24, program(shelves(home, gone)), func(d *tuitest.Driver) {
		d.Press("B", "down", "enter")
		d.See("cannot read the blog: open /srv/gone", "▌ At home")
	})
	tuitest.Story(t, 100, 24, program(shelves(home)), func(d *tuitest.Driver) {
		d.Press("B")
		d.See("there is no other blog: name folders under [blogs] in the configuration", "▌ At home")
	})
}

func TestEachBlogHasItsOwnHistory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history.json")
	home, work := newShelf("home", "At home"), newShelf("work", "At work")
	tuitest.Story(t, 100, 24, func() tea.Model {
		o := shelves(home, work)
		o.History = history.NewStore(file, time.Now)
		return tui.New(o)
	}, func(d *tuitest.Driver) {
		d.Press("s")
		d.See("✦")
		d.Press("B", "down", "enter")
		d.See("At work")
		d.NotSee("✦")
		d.Press("B", "up", "enter")
		d.See("At home", "✦")
	})
}
