package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/overlay"
	"github.com/blogtui/blogtui/internal/tui/postlist"
)

// The sizes of panels: cells with their borders, and the rows of one behind which the list must be seen.
const (
	narrowPanel = 48
	widePanel   = 68
	lowPanel    = 14
)

// tagPanel lists the tags. Space cycles what is wanted of one, and the list behind follows; Enter keeps
// that, or, if nothing was cycled, includes the tag it is pressed on. Esc puts the filter back.
func (m *Model) tagPanel() *panel {
	keys, before := m.keys.Overlay, m.list.Filter()
	o := m.panelOptions("Tags", narrowPanel, as(keys.Toggle, "include, exclude, any"), as(keys.Act, "keep"))
	o.Rows, o.Toggle, o.Ranked, o.Height = m.tagRows(), true, true, lowPanel
	p := &panel{Model: overlay.New(o)}
	cycled := false
	p.toggle = func(tag string) tea.Cmd {
		cycled = true
		f := m.list.Filter()
		cmd := m.list.SetFilter(f.WithTag(tag, (f.Tag(tag)+1)%(filter.Exclude+1)))
		p.SetRows(m.tagRows())
		return cmd
	}
	p.act = func(tag string) tea.Cmd {
		if cycled {
			return nil
		}
		return m.list.SetFilter(m.list.Filter().WithTag(tag, filter.Include))
	}
	p.leave = func() tea.Cmd { return m.list.SetFilter(before) }
	return p
}

// tagRows are the tags, each with how many posts it would leave; those that would leave none are dim.
func (m *Model) tagRows() []overlay.Row {
	f, left := m.list.Filter(), m.list.TagCounts()
	var rows []overlay.Row
	for _, tag := range m.catalog.Tags() {
		n := left[strings.ToLower(tag.Name)]
		row := overlay.Row{Key: tag.Name, Label: tag.Name, Detail: strconv.Itoa(n), Dim: n == 0}
		switch f.Tag(tag.Name) {
		case filter.Include:
			row.State = overlay.On
		case filter.Exclude:
			row.State = overlay.Off
		}
		rows = append(rows, row)
	}
	return rows
}

// allCategories is the key of the row that takes the category out of the filter. No category is named
// so: names are clean.
const allCategories = "\x00"

func (m *Model) categoryPanel() *panel {
	o := m.panelOptions("Category", narrowPanel, m.keys.Overlay.Act, m.keys.Overlay.Leave)
	all := overlay.Row{Key: allCategories, Label: "All categories", Detail: strconv.Itoa(len(m.catalog.Posts))}
	current := m.list.Filter().Category()
	if current == "" {
		all.State = overlay.Current
	}
	o.Rows = []overlay.Row{all}
	for _, c := range m.catalog.Categories() {
		row := overlay.Row{Key: c.Name, Label: c.Name, Detail: strconv.Itoa(c.Posts)}
		if strings.EqualFold(c.Name, current) {
			row.State = overlay.Current
		}
		o.Rows = append(o.Rows, row)
	}
	return &panel{Model: overlay.New(o), act: func(name string) tea.Cmd {
		if name == allCategories {
			name = ""
		}
		return m.list.SetFilter(m.list.Filter().WithCategory(name))
	}}
}

// sortPanel lists the orders. Choosing the one that is worn already turns it round.
func (m *Model) sortPanel() *panel {
	o := m.panelOptions("Order", narrowPanel, m.keys.Overlay.Act, m.keys.Overlay.Leave)
	by, reverse := m.list.Order()
	for _, s := range []filter.Sort{filter.Date, filter.Title, filter.Time, filter.Series} {
		row := overlay.Row{Key: s.String(), Label: capital(postlist.OrderName(s, false))}
		if s == by {
			row.State, row.Label = overlay.Current, capital(postlist.OrderName(s, reverse))
			row.Detail = "again: " + postlist.OrderName(s, !reverse)
		}
		o.Rows = append(o.Rows, row)
	}
	return &panel{Model: overlay.New(o), act: func(name string) tea.Cmd {
		chosen, err := filter.ParseSort(name)
		if err != nil {
			return nil
		}
		return m.list.SetOrder(chosen, chosen == by && !reverse)
	}}
}

// helpPanel lists the keys, those of the screen that is seen first.
func (m *Model) helpPanel() *panel {
	o := m.panelOptions("Keys", widePanel, as(m.keys.Overlay.Leave, "close"))
	o.Close = m.keys.Global.Help
	here := keymap.InList
	if m.screen == readerScreen {
		here = keymap.InReader
	}
	sections := m.keys.Sections()
	slices.SortStableFunc(sections, func(a, b keymap.Section) int {
		return cmp.Compare(away(a.Place, here), away(b.Place, here))
	})
	for _, s := range sections {
		o.Rows = append(o.Rows, overlay.Row{Label: s.Title})
		for _, e := range s.Entries {
			o.Rows = append(o.Rows, helpRow(e))
		}
	}
	return &panel{Model: overlay.New(o)}
}

// away orders places: first the one that is seen, then the one that is always there, then the others.
func away(place, here keymap.Place) int {
	switch place {
	case here:
		return 0
	case keymap.Everywhere:
		return 1
	}
	return 2
}

func helpRow(e keymap.Entry) overlay.Row {
	return overlay.Row{Key: e.Action, Label: capital(e.Long), Detail: strings.Join(keymap.Labels(e.Binding), "  ")}
}

// capital writes a phrase as the beginning of a sentence.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
