package tui_test

import (
	"context"
	"errors"
	"image/color"
	"io/fs"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestEscNeverQuitsAndQLeavesOnlyTheList(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Press("esc", "esc", "enter", "esc", "esc")
		if ended, _ := d.Ended(); ended {
			t.Fatal("Esc has quit the program")
		}
		d.Press("enter", "q")
		d.See("1 of 12")
		d.Press("q")
		if ended, err := d.Ended(); !ended || err != nil {
			t.Errorf("after q in the list: ended %v, error %v", ended, err)
		}
	})
}

func TestCtrlCQuitsFromAnywhere(t *testing.T) {
	for _, keys := range [][]string{nil, {"/"}, {"t"}, {"enter"}, {"enter", "?"}} {
		story(t, 80, 24, func(d *tuitest.Driver) {
			d.Press(append(keys, "ctrl+c")...)
			if ended, err := d.Ended(); !ended || err != nil {
				t.Errorf("after %q and Ctrl-c: ended %v, error %v", keys, ended, err)
			}
		})
	}
}

func TestStartingInAPost(t *testing.T) {
	o := started()
	o.Start = "auth-3"
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.See("The first words about FastAPI Auth: JWT Tokens")
		d.Press("q")
		d.See("▌ Tutorial · FastAPI Auth: JWT Tokens")
	})
}

func TestStartingInAPostThatIsNot(t *testing.T) {
	o := started()
	o.Start = "auth-4"
	tuitest.Story(t, 120, 24, program(o), func(d *tuitest.Driver) {
		d.See(`there is no post "auth-4": is it auth-`, "Anatomy of a Harness")
	})
}

func TestStartingWithAFilter(t *testing.T) {
	o := started()
	o.Filter = filter.Filter{}.WithTag("python", filter.Include)
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.See("6 of 12 posts   #python")
	})
}

func TestWhileTheBlogIsReadTheScreenSaysSo(t *testing.T) {
	var read chan struct{}
	o := started()
	load := o.Load
	o.Load = func(ctx context.Context) (*catalog.Catalog, error) {
		<-read
		return load(ctx)
	}
	o.Name = "notes"
	tuitest.Story(t, 80, 24, func() tea.Model {
		read = make(chan struct{})
		return tui.New(o)
	}, func(d *tuitest.Driver) {
		d.See("Reading the posts…", "notes")
		d.Golden("loading")
		d.Press("enter", "t", "c", "O", "/", "j", "1", "v")
		d.See("Reading the posts…")
		before := d.Written()
		d.Wait()
		if d.Written() != before {
			t.Error("waiting writes to the terminal")
		}
		close(read)
		d.Wait()
		d.See("1 of 12", "Blog")
	})
}

func TestABlogThatCannotBeReadSaysWhy(t *testing.T) {
	o := started()
	o.Load = func(context.Context) (*catalog.Catalog, error) {
		return nil, errors.New("open /nowhere\x1b[2J: no such folder: name one that exists")
	}
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.See("The posts cannot be read.", "open /nowhere␛[2J: no such folder: name one that exists", "q quits")
		d.Golden("error")
		d.Press("t", "enter", "q")
		if ended, _ := d.Ended(); !ended {
			t.Error("q does not quit")
		}
	})
}

func TestABlogWithoutPosts(t *testing.T) {
	o := started()
	o.Load = func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fstest.MapFS{}) }
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.See("There are no posts here.", "0 posts")
		d.Press("enter", "t", "enter", "1", "j", "G", "/", "x", "enter", "c", "enter")
		d.See("There are no posts here.")
	})
}

func TestAPostThatHasGoneSaysSo(t *testing.T) {
	fsys := files()
	o := started()
	o.Load = func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }
	tuitest.Story(t, 160, 30, program(o), func(d *tuitest.Driver) {
		delete(fsys, "auth-1.md")
		d.Press("j")
		d.See("cannot be read again")
		d.Press("enter")
		d.See(`post "auth-1" cannot be read again`, "▌ Tutorial · FastAPI Auth: The Mental Model")
	})
}

func TestTheThemeFollowsTheTerminal(t *testing.T) {
	o := started()
	o.Theme = nil
	tuitest.Story(t, 160, 30, program(o), func(d *tuitest.Driver) {
		before := d.Written()
		d.Send(tea.BackgroundColorMsg{Color: color.Black})
		if d.Written() != before {
			t.Error("a dark terminal is drawn again in dark")
		}
		d.Press("t")
		d.Send(tea.BackgroundColorMsg{Color: color.White})
		if d.Written() == before {
			t.Error("a light terminal is not drawn in light")
		}
		d.See("Tags", "python")
	})
}

func TestTheReaderGolden(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Press("j", "enter")
		d.Golden("reader")
	})
}

func TestAnIdleProgramWritesNothing(t *testing.T) {
	for _, keys := range [][]string{nil, {"/"}, {"t"}, {"?"}, {"enter"}} {
		story(t, 160, 40, func(d *tuitest.Driver) {
			d.Press(keys...)
			before := d.Written()
			for range 20 {
				d.Wait()
			}
			if after := d.Written(); after != before {
				t.Errorf("after %q the idle program wrote %d bytes", keys, after-before)
			}
		})
	}
}

func TestATinyTerminalSaysSo(t *testing.T) {
	story(t, 80, 24, func(d *tuitest.Driver) {
		d.Resize(12, 3)
		if got := d.Screen(); got != "too small\n\n" {
			t.Errorf("the screen is %q", got)
		}
		d.Resize(3, 1)
		if got := d.Screen(); got != "too" {
			t.Errorf("the screen is %q", got)
		}
		d.Resize(80, 24)
		d.See("Anatomy of a Harness")
	})
}

func TestFilesThatCannotBeReadAreNamed(t *testing.T) {
	o := started()
	o.Load = func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, failing{files()}) }
	tuitest.Story(t, 120, 24, program(o), func(d *tuitest.Driver) {
		d.See("plain.md: ")
		d.Press("j")
		d.See("2 of 11")
	})
}

// failing is a file system one of whose files cannot be opened.
type failing struct{ fstest.MapFS }

func (f failing) Open(name string) (fs.File, error) {
	if name == "plain.md" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f failing) ReadFile(name string) ([]byte, error) {
	if name == "plain.md" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadFile(name)
}
