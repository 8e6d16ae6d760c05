package tui_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// fuse panics in the program once it is lit, as often as it is told to.
type fuse struct {
	mu    sync.Mutex
	at    string
	times int
	kept  []error
}

func (f *fuse) light(at string, times int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at, f.times = at, times
}

func (f *fuse) probe(at string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if at == f.at && f.times > 0 {
		f.times--
		panic("the fuse has blown in " + at)
	}
}

func (f *fuse) keep(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kept = append(f.kept, err)
}

// has fails the test unless so many panics were kept, each with its stack and the post that was open.
func (f *fuse) has(t *testing.T, n int, path string) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.kept) != n {
		t.Errorf("%d panics were kept, want %d: %v", len(f.kept), n, f.kept)
	}
	for _, err := range f.kept {
		var c *crash.Error
		if !errors.As(err, &c) || !strings.Contains(string(c.Stack), "crash_test.go") || !strings.HasPrefix(err.Error(), path) {
			t.Errorf("kept: %v", err)
		}
	}
}

func fused(f *fuse) func() tea.Model {
	return func() tea.Model {
		o := started()
		o.Probe, o.Crashed = f.probe, f.keep
		return tui.New(o)
	}
}

func TestAPostThatCannotBeLaidOutIsPlainText(t *testing.T) {
	for _, at := range []string{"update", "view"} {
		t.Run(at, func(t *testing.T) {
			var f fuse
			tuitest.Story(t, 80, 24, fused(&f), func(d *tuitest.Driver) {
				d.Press("/")
				d.Type("harness")
				d.Press("enter", "enter")
				d.See("The first words about", "Why")
				f.light(at, 1)
				d.Press("j")
				d.See("## Why", "```python title=\"app/main.py\"", "shown as in its file; --debug FILE keeps the trace")
				d.Press("G")
				d.See("100%", "[something](https://example.org)")
				f.has(t, 1, "harness.md: ")
				d.Press("g", "/")
				d.Type("Section 12")
				d.Press("enter")
				d.See("## Section 12", "1/1")
				d.Press("q")
				d.See("Anatomy of a Harness")
			})
		})
	}
}

func TestAPostThatCannotBeParsedIsPlainText(t *testing.T) {
	var f fuse
	tuitest.Story(t, 80, 24, fused(&f), func(d *tuitest.Driver) {
		f.light("parse", 1)
		d.Press("enter")
		d.See("## Why", "shown as in its file")
		f.has(t, 1, "harness.md: ")
		d.Press("q", "enter")
		d.See("Why")
		d.NotSee("## Why", "shown as in its file")
	})
}

// A panel over which the program fails is closed; what it stood over is kept.
func TestAPanelThatCannotBeDrawnIsClosed(t *testing.T) {
	var f fuse
	tuitest.Story(t, 80, 24, fused(&f), func(d *tuitest.Driver) {
		d.Press("enter", "?")
		d.See("Keys")
		f.light("view", 1)
		d.Press("j")
		d.See("The first words", "is left out")
		d.NotSee("## Why")
	})
}

func TestAPreviewThatCannotBeDrawnIsDropped(t *testing.T) {
	var f fuse
	tuitest.Story(t, 160, 24, fused(&f), func(d *tuitest.Driver) {
		d.See("The first words about")
		f.light("view", 1)
		d.Press("x")
		d.See("Anatomy of a Harness", "is left out; --debug FILE keeps the trace")
		d.NotSee("The first words about")
		d.Press("j")
		d.See("The first words about FastAPI")
	})
}

func TestAPreviewOfAHitThatCannotBeDrawnIsDropped(t *testing.T) {
	var f fuse
	tuitest.Story(t, 160, 24, fused(&f), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("words")
		d.See("› words", "│ The first words about")
		f.light("view", 1)
		d.Press("left")
		d.See("› words", "is left out; --debug FILE keeps the trace")
		d.Press("down")
		d.See("› words", "│ The first words about")
	})
}

// A command that fails answers nothing; everything else goes on.
func TestACommandThatFailsIsLeftOut(t *testing.T) {
	var f fuse
	tuitest.Story(t, 80, 24, func() tea.Model {
		o := started()
		o.Crashed, o.Desktop = f.keep, broken{}
		return tui.New(o)
	}, func(d *tuitest.Driver) {
		d.Press("enter", "Y")
		d.See("Why", "something failed, and is left out; --debug FILE keeps the trace")
		d.NotSee("## Why")
		d.Press("G")
		d.See("100%")
		f.has(t, 1, "harness.md: ")
	})
}

// broken is a desktop that fails.
type broken struct{}

func (broken) Browse(string) (string, error) { panic("no browser") }
func (broken) Copy(string) (string, error)   { panic("no clipboard") }

func TestABlogThatCannotBeReadSaysSo(t *testing.T) {
	tuitest.Story(t, 80, 24, func() tea.Model {
		o := started()
		o.Load = func(context.Context) (*catalog.Catalog, error) { panic("no folder") }
		return tui.New(o)
	}, func(d *tuitest.Driver) { d.See("internal error: no folder") })
}

// What cannot be survived ends the program in order: with an error, and what was read saved.
func TestWhatCannotBeSurvivedEndsTheProgram(t *testing.T) {
	for _, at := range []string{"update", "view"} {
		t.Run(at, func(t *testing.T) {
			f := fuse{at: at, times: 1 << 30}
			o := started()
			o.Probe, o.Crashed = f.probe, f.keep
			err := tui.Run(t.Context(), o, tui.Terminal{In: strings.NewReader(""), Out: io.Discard, Environment: []string{"TERM=xterm-256color"}})
			var c *crash.Error
			if !errors.As(err, &c) || c.Value != "the fuse has blown in "+at {
				t.Fatalf("the program ended with %v", err)
			}
		})
	}
}
