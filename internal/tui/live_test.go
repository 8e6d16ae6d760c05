package tui_test

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// living runs a story in which the files of the blog are changed.
func living(t *testing.T, story func(d *tuitest.Driver, change func(name, source string))) {
	synctest.Test(t, func(t *testing.T) {
		files := long()
		heard := make(chan struct{})
		defer close(heard)
		load := func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, files) }
		d := tuitest.Start(t, tui.New(tui.Options{Theme: named("dark"), Load: load, Reload: load, Changed: heard}), 100, 24)
		story(d, func(name, source string) {
			next := fstest.MapFS{}
			for n, f := range files {
				next[n] = f
			}
			delete(next, name)
			if source != "" {
				next[name] = &fstest.MapFile{Data: []byte(source)}
			}
			files = next
			heard <- struct{}{}
			d.Wait()
		})
	})
}

func TestWhatIsWrittenShowsAtOnce(t *testing.T) {
	living(t, func(d *tuitest.Driver, change func(name, source string)) {
		d.See("▌ A long post", "Another post")
		d.Press("j")
		change("new.md", "---\ntitle: A new post\ndate: 2026-03-01\n---\nNew.\n")
		d.See("A new post", "▌ Another post", "3 of 3")
		change("new.md", "")
		d.NotSee("A new post")
		d.See("▌ Another post")
		change("broken.md", "---\ntitle: \"unclosed\n---\n")
		d.See("! ")
	})
}

func TestTheOpenPostKeepsItsPlace(t *testing.T) {
	living(t, func(d *tuitest.Driver, change func(name, source string)) {
		d.Press("enter", "pgdown", "pgdown")
		d.See("Paragraph How f")
		source := string(long()["long.md"].Data)
		change("long.md", strings.Replace(source, "Paragraph How f", "Sentence How f", 1))
		d.See("Sentence How f")
		d.NotSee("Paragraph How f", "Paragraph Why a")
		change("long.md", "")
		d.See("the file of this post has gone", "Sentence How f")
		d.Press("q")
		d.See("1 post", "▌ Another post")
	})
}

func TestAFolderIsReadAgainOnRequest(t *testing.T) {
	living(t, func(d *tuitest.Driver, _ func(name, source string)) {
		d.Press("r")
		d.See("read again: 2 posts")
	})
	tuitest.Story(t, 100, 24, program(started()), func(d *tuitest.Driver) {
		d.Press("r")
		d.See("this blog does not change")
		d.Press("e")
		d.See("this post has no file to edit")
	})
}

func TestTheEditorOpensAtTheLineUnderTheEye(t *testing.T) {
	files := long()
	load := func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, files) }
	var slug string
	var line int
	o := tui.Options{Theme: named("dark"), Load: load, Reload: load, Edit: func(path string, n int) (*exec.Cmd, error) {
		slug, line = strings.TrimSuffix(path, ".md"), n
		return nil, errors.New("no editor is known")
	}}
	tuitest.Story(t, 100, 24, program(o), func(d *tuitest.Driver) {
		d.Press("enter", "]", "e")
		d.See("no editor is known")
	})
	lines := strings.Split(string(files["long.md"].Data), "\n")
	if slug != "long" || line < 1 || lines[line-1] != "## How" {
		t.Errorf("the editor is opened for %s at line %d: %q", slug, line, lines[max(line-1, 0)])
	}
}

// A large blog is shown while it is read.
func TestABlogGrowsOnTheScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		files := long()
		whole, err := catalog.Load(t.Context(), files)
		if err != nil {
			t.Fatal(err)
		}
		part := *whole
		part.Posts, part.Loaded, part.Total = whole.Posts[:1], 1, 2
		more, ready := make(chan *catalog.Catalog), make(chan struct{})
		d := tuitest.Start(t, tui.New(tui.Options{Theme: named("dark"), Progress: more, Load: func(context.Context) (*catalog.Catalog, error) {
			<-ready
			return whole, nil
		}}), 100, 24)
		more <- &part
		d.Wait()
		d.See("1 of 2 posts", "▌ A long post")
		d.NotSee("Another post")
		d.Press("enter")
		d.See("Paragraph Why a")
		d.Press("q")
		close(ready)
		close(more)
		d.Wait()
		d.See("2 posts", "Another post")
	})
}
