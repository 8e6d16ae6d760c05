package postlist

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
)

// shelfPosts is how many posts to continue stand above the list.
const shelfPosts = 3

// entry is one place for the cursor: a post, in the list or on the shelf of those to continue.
type entry struct {
	filter.Match
	shelf bool
	lead  lead
}

// lead is what stands above an entry that begins a group.
type lead int

const (
	noLead lead = iota
	shelfLead
	listLead   // below the shelf
	seriesLead // of the entry's series
)

// spot is an entry as one comes back to it: the numbers of entries change with the filter.
type spot struct {
	slug  string
	shelf bool
}

func (e entry) spot() spot { return spot{e.Post.Slug, e.shelf} }

// listed returns what the strip shows: the shelf, unless something else is looked for, and the posts that
// the filter admits.
func (m *Model) listed(matches []filter.Match) []entry {
	var out []entry
	if m.filter.IsZero() && m.sort == filter.Date && !m.reverse {
		for _, p := range m.unfinished() {
			out = append(out, entry{Match: filter.Match{Post: p}, shelf: true})
		}
	}
	m.shelf = len(out)
	if m.shelf > 0 {
		out[0].lead = shelfLead
	}
	grouped := m.sort == filter.Series
	if grouped && m.filter.Words() != "" {
		matches = bySeries(matches)
	}
	out = slices.Grow(out, len(matches))
	for i, match := range matches {
		e := entry{Match: match}
		switch {
		case grouped:
			if i == 0 || !strings.EqualFold(match.Post.Series, matches[i-1].Post.Series) {
				e.lead = seriesLead
			}
		case i == 0 && m.shelf > 0:
			e.lead = listLead
		}
		out = append(out, e)
	}
	return out
}

// bySeries gathers the posts of each series. The series stand in the order of their best posts, and the posts of each
// in the order that they had.
func bySeries(matches []filter.Match) []filter.Match {
	groups := make(map[string][]filter.Match)
	var names []string
	for _, match := range matches {
		name := strings.ToLower(match.Post.Series)
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], match)
	}
	out := make([]filter.Match, 0, len(matches))
	for _, name := range names {
		out = append(out, groups[name]...)
	}
	return out
}

// unfinished returns the posts to continue, the one that was read last first.
func (m *Model) unfinished() []*post.Post {
	var out []*post.Post
	for slug, e := range m.history {
		if e.Started() {
			if p, ok := m.catalog.Post(slug); ok && !p.Draft {
				out = append(out, p)
			}
		}
	}
	slices.SortFunc(out, func(a, b *post.Post) int {
		if c := m.history[b.Slug].Opened().Compare(m.history[a.Slug].Opened()); c != 0 {
			return c
		}
		return post.Compare(a, b)
	})
	return out[:min(len(out), shelfPosts)]
}

// SetHistory shows what is remembered of reading, by slug.
func (m *Model) SetHistory(h map[string]history.Entry) tea.Cmd {
	m.history = h
	if m.catalog == nil {
		return nil
	}
	return m.apply()
}

// find returns the number of an entry: the same one, else the post elsewhere; -1 if it is not shown.
func (m *Model) find(s spot) int {
	if len(m.entries) == 0 {
		return -1
	}
	p, ok := m.catalog.Post(s.slug)
	if !ok {
		return -1
	}
	elsewhere := -1
	for i, e := range m.entries {
		if e.Post == p && e.shelf == s.shelf {
			return i
		}
		if e.Post == p && elsewhere < 0 {
			elsewhere = i
		}
	}
	return elsewhere
}

// leadLines draws what stands above an entry.
func (m *Model) leadLines(i, width int) []string {
	e, blank := m.entries[i], []string{""}
	switch e.lead {
	case shelfLead:
		return []string{m.styles.Prompt.Render("Continue")}
	case listLead:
		if m.density == cards {
			blank = nil // the gap is one
		}
		return append(blank, m.styles.Prompt.Render("All posts"))
	case seriesLead:
		if m.density == cards || i == 0 {
			blank = nil
		}
		return append(blank, m.seriesHead(i, width))
	}
	return nil
}

// leadHeight is how many rows leadLines takes.
func (m *Model) leadHeight(e entry) int {
	switch {
	case e.lead == noLead:
		return 0
	case e.lead == shelfLead, m.density == cards, e.spot() == m.entries[0].spot():
		return 1
	}
	return 2
}
