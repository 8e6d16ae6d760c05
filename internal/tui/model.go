// Package tui is the shell of the screens: the root model of the program. It reads the blog, shows one
// screen or the other, lays panels over them, and carries what they say to each other.
//
// Nothing here waits: what takes time runs in commands, and every answer carries the number of its
// question.
package tui

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keyboard"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/postlist"
	"github.com/blogtui/blogtui/internal/tui/reader"
	"github.com/blogtui/blogtui/internal/tui/results"
)

// Options are what the program is started with.
type Options struct {
	// Load reads the blog. It runs beside the start of the screen; a caller that has begun to read
	// already waits in it.
	Load func(context.Context) (*catalog.Catalog, error)
	// Progress brings what Load has read so far; nil: it is quick. It is closed when all is read.
	Progress <-chan *catalog.Catalog
	// Reload reads the blog again; nil for one that cannot change. Changed says when it has to be.
	Reload  func(context.Context) (*catalog.Catalog, error)
	Changed <-chan struct{}
	// Edit returns the command that opens a file of the blog at a line; nil: the posts have none.
	Edit func(path string, line int) (*exec.Cmd, error)
	// Lend is told that an editor has the terminal, until it is taken back; nil: nobody has to know.
	Lend func() (takeBack func())
	// Name is shown for a blog that has no title of its own.
	Name string
	// Blogs are those that can be shown in place of this one, itself among them, and Close lets go of what
	// this one was opened with; nil: nothing.
	Blogs []Blog
	Close func()
	// Theme is the theme to wear; nil follows the terminal.
	Theme *theme.Theme
	// KeepTheme keeps the name of a theme that was chosen for the next time; nil: none is kept.
	KeepTheme func(name string) error
	// Start is the slug of a post to open at once, "" for the list.
	Start string
	// Filter is what the list is filtered by at first, Sort and Reverse how it is ordered, and Lines whether
	// it has one line for each post.
	Filter  filter.Filter
	Sort    filter.Sort
	Reverse bool
	Lines   bool
	// Measure is the width of the text column, in cells; 0 means 80.
	Measure int
	// Mouse is whether the mouse is used at first.
	Mouse bool
	// Keys are the key bindings; nil means keymap.Default.
	Keys *keymap.Keymap
	// History keeps what is remembered of reading, of the blog that it calls Blog; nil: nothing is kept.
	History *history.Store
	Blog    string
	// Now tells the time; nil means time.Now.
	Now func() time.Time
	// Crashed is given what the program has survived; nil: nobody wants to know. It runs in commands.
	Crashed func(error)
	// Probe is called in Update ("update"), in View ("view") and before a post is parsed ("parse"): tests
	// panic there. nil: it is not.
	Probe func(at string)
	// Desktop shows addresses and copies text; nil where there is none, as for who reads from afar.
	Desktop Desktop
}

// screen is which screen has the keyboard.
type screen int

const (
	listScreen screen = iota
	readerScreen
)

// Model is the root model.
type Model struct {
	options Options
	keys    keymap.Keymap
	styles  *theme.Styles
	theme   *theme.Theme // nil: that which fits the terminal
	// What the terminal says of its background: dark until it has answered.
	dark, answered bool
	depth          theme.Depth

	width, height int
	mouse         bool // wheel and clicks are ours, not the terminal's
	screen        screen
	list          *postlist.Model
	reader        *reader.Model
	panel         *panel          // nil: none is open
	search        searches        // lies over the list or the reader
	note          *message.Status // nil: nothing to say

	shown, asked int // numbers of the blog that is shown, and of the last that was asked for

	catalog *catalog.Catalog  // nil while it is read, and if it cannot be
	loaded  bool              // the catalogue is whole
	request int               // number of the last post that was asked for
	opening *visit            // it is still being read; nil: none is
	trail   trail             // the way through posts and their links
	typed   []tea.KeyPressMsg // meanwhile, for the post

	memory   memory
	terminal Terminal    // what the program is shown on, for an editor; a test's has none
	crashes  []error     // survived, and not told of yet
	end      func(error) // ends the program; nil: a test's, which panics
}

// New returns the root model.
func New(o Options) *Model {
	if o.Probe == nil {
		o.Probe = func(string) {}
	}
	m := &Model{options: o, keys: keymap.Default(), theme: o.Theme, dark: true, mouse: o.Mouse}
	if o.Keys != nil {
		m.keys = *o.Keys
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	m.memory = memory{store: o.History, blog: o.Blog, clock: history.NewClock(o.Now)}
	m.styles = m.worn().Styles()
	m.list = postlist.New(postlist.Options{Keys: m.keys, Styles: m.styles, Name: o.Name, Filter: o.Filter, Sort: o.Sort, Reverse: o.Reverse, Lines: o.Lines})
	m.search.screen = results.New(m.keys, m.styles)
	m.reader = reader.New(reader.Options{Keys: m.keys, Styles: m.styles, Measure: o.Measure})
	return m
}

// Terminal is what the program is shown on.
type Terminal struct {
	In          io.Reader
	Out         io.Writer
	Environment []string // "NAME=value"
}

// Run runs the program until it is quit or the context ends; then the error is the context's cause. A panic
// that the program cannot survive ends it in the same order, with a *crash.Error.
func Run(ctx context.Context, o Options, t Terminal) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	load := o.Load
	o.Load = func(context.Context) (*catalog.Catalog, error) { return load(ctx) }
	f := newFrames()
	m := New(o)
	m.end, m.terminal = end, t
	out := newLine(t.Out)
	see := func(model tea.Model, msg tea.Msg) tea.Msg {
		out.meet(msg)
		return f.see(model, msg)
	}
	f.program = tea.NewProgram(newPaced(m, out), tea.WithFPS(framesPerSecond), tea.WithFilter(see), tea.WithoutSignalHandler(),
		tea.WithInput(keyboard.Reader(t.In)), tea.WithOutput(out.writer()), tea.WithEnvironment(t.Environment))
	restore := modes(t.In)
	err, hung := await(ctx, func() error {
		_, err := f.program.Run()
		_ = out.drain() // a terminal that has gone is no news at the end
		return err
	}, f.program.Quit)
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if hung {
		restore()
	} else {
		m.search.end()
		if tell := m.tell(); tell != nil {
			tell()
		}
	}
	return errors.Join(err, m.finish())
}

// Init implements tea.Model: the blog is read and the terminal asked for its colours, at the same time.
func (m *Model) Init() tea.Cmd {
	return guard(tea.Batch(m.list.Init(), m.reader.Init(), m.read(), tea.RequestBackgroundColor))
}

// read reads the blog and what is remembered of it.
func (m *Model) read() tea.Cmd {
	load, store, blog, number := m.options.Load, m.options.History, m.options.Blog, m.shown
	return tea.Batch(m.grow(), func() tea.Msg {
		loaded := message.Loaded{Number: number}
		loaded.Err = crash.Try(func() (err error) {
			loaded.Catalog, err = load(context.Background())
			return err
		})
		if store != nil {
			var h history.History
			h, loaded.Forgot = store.Load()
			loaded.History = h.Blog(blog)
		}
		return loaded
	})
}

// update gives a message to its handler: what the terminal says here, all else to take.
func (m *Model) update(msg tea.Msg) tea.Cmd {
	tracked := m.memory.tracked
	m.memory.tracked = false
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.tracking(tracked, func() tea.Cmd { return m.press(msg) })
	case tea.MouseMsg:
		return m.tracking(tracked, func() tea.Cmd { return m.point(msg) })
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		return m.takeBackground(msg.IsDark())
	case tea.ColorProfileMsg:
		return m.learn(m.dark, depth(msg.Profile))
	}
	return m.take(msg)
}

// take gives a message of the program itself to its handler: an answer, or what a screen wants done.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case growing:
		return m.takeGrowing(msg)
	case changed:
		return m.takeChanged(msg)
	case turned:
		return m.turn(msg)
	case reloaded:
		return m.takeReloaded(msg)
	case edited:
		return m.takeEdited(msg)
	case saveDue:
		return m.save()
	case keptTheme:
		return m.takeKeptTheme(msg)
	case saved:
		return m.takeSaved(msg)
	case message.Marked:
		return m.mark(msg)
	case message.Loaded:
		return m.takeBlog(msg)
	case message.Open:
		return m.open(msg.Slug)
	case message.Opened:
		return m.show(msg)
	case searched:
		return m.takeSearched(msg)
	case message.Step:
		return m.step(msg.Delta)
	case reader.Jumped:
		m.trail.travel(onward, spot{m.reader.Post().Slug, msg.From})
		return nil
	case browsed:
		return m.takeBrowsed(msg)
	case copied:
		return m.takeCopied(msg)
	case message.Back:
		return m.back()
	case crashed:
		return m.fell(msg.err)
	case message.Status:
		m.note = &msg
		return nil
	default: // an answer to a question of one of the screens, which know their own
		return tea.Batch(m.list.Update(msg), m.reader.Update(msg), m.search.screen.Answer(msg))
	}
}
