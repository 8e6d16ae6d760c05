// Package postlist is the screen that lists the posts of a blog: cards or lines, filtered and ordered,
// with a preview of the chosen one where the terminal is wide.
//
// One filter.Filter is what is wanted; box, chips and tag bar only show it. The posts that it admits are
// a strip of rows, higher than any screen, of which only those in view are ever drawn or measured.
package postlist

import (
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/input"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/layout"
	"github.com/blogtui/blogtui/internal/tui/preview"
)

// Options are what a list is made with.
type Options struct {
	Keys   keymap.Keymap
	Styles *theme.Styles
	Name   string // of a blog that has no title of its own
	Filter filter.Filter
	// Sort and Reverse are the order at first, and Lines is whether each post has one line.
	Sort           filter.Sort
	Reverse, Lines bool
	// History is what is remembered of reading, by slug.
	History map[string]history.Entry
}

// density is how much of a post is shown.
type density int

const (
	cards density = iota
	lines
)

// Model is the list screen.
type Model struct {
	keys   keymap.Keymap
	styles *theme.Styles
	name   string

	width, height int
	place         layout.List

	catalog *catalog.Catalog // nil while it is read, and if it cannot be
	err     error            // why there is none
	parts   map[string]int   // of each series, by its name in lower case
	columns columns          // that lines are aligned to
	tags    []catalog.Count  // the most used, one for each key of the bar

	filter  filter.Filter
	sort    filter.Sort
	reverse bool
	index   *filter.Index // all posts in that order
	entries []entry       // what is shown: the shelf, then the posts that the filter admits
	shelf   int           // entries of the shelf
	history map[string]history.Entry

	density density
	heights cardHeights // of cards that were near the screen
	strip   strip
	anchor  spot // that was chosen last by hand, to come back to

	box   *input.Completing        // nil: not typed into
	words func() filter.Vocabulary // of the blog, that the box suggests
	wrong *filter.SyntaxError      // what is wrong with the text of the box

	preview *preview.Model
}

// New returns a list that waits for its posts.
func New(o Options) *Model {
	m := &Model{keys: o.Keys, styles: o.Styles, name: text.CleanLine(o.Name), filter: o.Filter, history: o.History, sort: o.Sort, reverse: o.Reverse,
		index: filter.NewIndex(nil), preview: preview.New(o.Styles)}
	if o.Lines {
		m.density = lines
	}
	return m
}

// Init implements the screens' interface.
func (m *Model) Init() tea.Cmd { return nil }

// SetSize gives the list its rectangle, in cells.
func (m *Model) SetSize(width, height int) tea.Cmd {
	m.width, m.height = width, height
	m.place = layout.NewList(width, height)
	m.follow()
	return tea.Batch(m.preview.SetPlace(m.place.Beside), m.look())
}

// SetStyles changes the theme.
func (m *Model) SetStyles(s *theme.Styles) tea.Cmd {
	m.styles = s
	return m.preview.SetStyles(s)
}

// SetCatalog shows the posts of a blog.
func (m *Model) SetCatalog(c *catalog.Catalog) tea.Cmd {
	m.catalog, m.err, m.heights = c, nil, cardHeights{}
	m.words = sync.OnceValue(func() filter.Vocabulary { return filter.NewVocabulary(c.Posts) })
	m.parts = make(map[string]int)
	for _, p := range c.Posts {
		if p.Series != "" {
			m.parts[strings.ToLower(p.Series)]++
		}
	}
	m.columns = measure(c)
	m.tags = c.Tags()
	m.tags = m.tags[:min(len(m.tags), len(m.keys.List.ToggleTag.Keys()))]
	return m.arrange()
}

// Forget waits for the posts of another blog, which has that name if it has no title of its own. Order and
// density stay; what was on its way for the blog before is no longer waited for.
func (m *Model) Forget(name string) {
	m.name, m.filter = text.CleanLine(name), filter.Filter{}
	m.catalog, m.err, m.parts, m.tags, m.history = nil, nil, nil, nil, nil
	m.index, m.entries, m.shelf, m.heights = filter.NewIndex(nil), nil, 0, cardHeights{}
	m.strip, m.anchor, m.box, m.words, m.wrong = strip{}, spot{}, nil, nil, nil
	m.preview.Show(preview.Subject{})
}

// SetError says why there are no posts.
func (m *Model) SetError(err error) { m.err = err }

// Filter returns what the list is filtered by.
func (m *Model) Filter() filter.Filter { return m.filter }

// SetFilter filters the list.
func (m *Model) SetFilter(f filter.Filter) tea.Cmd {
	m.filter = f
	return m.apply()
}

// TagCounts returns, by tag in lower case, how many posts the filter would leave if it included the tag.
func (m *Model) TagCounts() map[string]int { return m.filter.TagCounts(m.index, m.readingOf) }

// Order returns what the list is ordered by.
func (m *Model) Order() (by filter.Sort, reverse bool) { return m.sort, m.reverse }

// SetOrder orders the list.
func (m *Model) SetOrder(by filter.Sort, reverse bool) tea.Cmd {
	m.sort, m.reverse = by, reverse
	return m.arrange()
}

// arrange orders the posts anew and filters them.
func (m *Model) arrange() tea.Cmd {
	if m.catalog == nil {
		return nil
	}
	ordered := m.catalog.Posts
	if m.sort != filter.Date || m.reverse {
		ordered = filter.Order(m.catalog.Posts, m.sort, m.reverse)
	}
	m.index = filter.NewIndex(ordered)
	return tea.Batch(m.apply(), m.prepare())
}

// prepare makes ready what the filter box needs as soon as it is opened, which of many posts takes as long as some
// frames. While posts are still being read that would be in vain.
func (m *Model) prepare() tea.Cmd {
	if m.catalog.Loaded < m.catalog.Total {
		return nil
	}
	index, words := m.index, m.words
	return func() tea.Msg {
		index.Prepare()
		words()
		return nil
	}
}

// apply filters the posts anew. The post that was chosen by hand stays chosen if it is still shown.
func (m *Model) apply() tea.Cmd {
	m.entries = m.listed(m.filter.ApplyRead(m.index, m.readingOf))
	m.strip = strip{chosen: max(m.find(m.anchor), 0)}
	m.follow()
	return m.look()
}

// Chosen returns the post under the cursor, nil if none is shown.
func (m *Model) Chosen() *post.Post {
	if len(m.entries) == 0 {
		return nil
	}
	return m.entries[m.strip.chosen].Post
}

// Select chooses a post if it is shown.
func (m *Model) Select(slug string) tea.Cmd {
	at := spot{slug, m.anchor.shelf}
	if i := m.find(at); i >= 0 {
		return m.choose(i)
	}
	return nil
}

// choose moves the cursor to a row, by hand.
func (m *Model) choose(i int) tea.Cmd {
	if len(m.entries) == 0 {
		return nil
	}
	m.strip.chosen = min(max(i, 0), len(m.entries)-1)
	m.anchor = m.entries[m.strip.chosen].spot()
	m.follow()
	return m.look()
}

// Typing tells whether the filter box has the keyboard, so that letters are text.
func (m *Model) Typing() bool { return m.box != nil }

// Len returns how many posts the filter admits.
func (m *Model) Len() int { return len(m.entries) - m.shelf }

// GoTo chooses the post of that number, from 0, of those that the filter admits, or the nearest.
func (m *Model) GoTo(n int) tea.Cmd { return m.choose(m.shelf + max(n, 0)) }
