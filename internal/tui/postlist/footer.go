package postlist

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/text"
)

// boxWidth is the cells of the filter box at most; a longer query scrolls within.
const boxWidth = 48

// Footer returns what the last line says at its left, in at most width cells, and the keys that matter
// now, the most important first.
func (m *Model) Footer(width int) (left string, hints []key.Binding) {
	keys := m.keys
	switch {
	case m.catalog == nil:
		return "", []key.Binding{keys.List.Quit}
	case m.box != nil:
		return m.boxLine(width), []key.Binding{keys.Box.Keep, keys.Box.Clear}
	case len(m.catalog.Posts) == 0 && len(m.catalog.Problems) == 0:
		return "", []key.Binding{keys.Global.Help, keys.Global.Blogs, keys.List.Quit}
	case !m.filter.IsZero():
		hints = []key.Binding{keys.List.Clear}
	}
	files := keys.List.Files
	files.SetHelp(files.Help().Key, text.Number(len(m.catalog.Problems))+" to mend")
	if m.warns() {
		hints = append(hints, files)
	}
	hints = append(hints, keys.List.Filter, keys.Global.Search, keys.List.Tags, keys.Global.Help)
	if len(m.catalog.Problems) > 0 && !m.warns() {
		hints = append(hints, files)
	}
	hints = append(hints, keys.List.Category,
		keys.List.Lines, keys.List.Sort, keys.List.Quit)
	left = strings.Join(m.facts(), "   ")
	if m.warns() {
		warned := m.styles.Warning.Render(warning + m.Chosen().Problems[0].Error())
		left = ansi.Truncate(left+"   "+warned, max(width-filesRoom-text.Width(files.Help().Desc), 0), "…")
	}
	return left, hints
}

// filesRoom is the cells of the line that what is wrong with a post leaves to the margins and to the key of the
// files with problems, beside what that key is said to do.
const filesRoom = 2*2 + 4 + len("! ")

// warns tells whether something is wrong with the chosen post.
func (m *Model) warns() bool {
	p := m.Chosen()
	return p != nil && len(p.Problems) > 0
}

// boxLine is the filter box, and what it found or what is wrong.
func (m *Model) boxLine(width int) string {
	s := m.styles
	var wrong text.Range
	said := s.Faint.Render(m.count())
	if m.wrong != nil && (!m.box.Unfinished() || m.wrong.Offset+m.wrong.Length < len(m.box.Value())) {
		wrong = text.Range{Start: m.wrong.Offset, End: m.wrong.Offset + m.wrong.Length}
		said = s.Error.Render(text.CleanLine(m.wrong.Message))
	}
	box := m.box.View(s, min(boxWidth, max(width-2, 1)), wrong)
	return s.Prompt.Render(m.keys.List.Filter.Help().Key) + " " + box + "  " + said
}

// count says how many posts are shown.
func (m *Model) count() string {
	if m.filter.IsZero() {
		return posts(len(m.entries) - m.shelf)
	}
	return text.Number(len(m.entries)) + " of " + posts(len(m.catalog.Posts))
}

// facts are what the footer says of the list: where one is or how many posts are left, the chips of the
// filter, and the order if it is not the usual one.
func (m *Model) facts() []string {
	s := m.styles
	var facts []string
	switch {
	case !m.filter.IsZero():
		facts = append(facts, s.Text.Render(m.count()))
		for _, c := range chips(m.filter) {
			facts = append(facts, s.Chip.Render(c))
		}
	case m.strip.chosen < m.shelf:
		facts = append(facts, s.Faint.Render(m.count()))
	case len(m.entries) > 0:
		facts = append(facts, s.Faint.Render(text.Number(m.strip.chosen+1-m.shelf)+" of "+text.Number(len(m.entries)-m.shelf)))
	}
	if m.sort != filter.Date || m.reverse {
		facts = append(facts, s.Faint.Render(OrderName(m.sort, m.reverse)))
	}
	return facts
}

// OrderName says in words how a list is ordered.
func OrderName(by filter.Sort, reverse bool) string {
	names := map[filter.Sort][2]string{
		filter.Date:   {"newest first", "oldest first"},
		filter.Title:  {"by title", "by title, from Z"},
		filter.Time:   {"shortest first", "longest first"},
		filter.Series: {"by series", "by series, from Z"},
	}
	if reverse {
		return names[by][1]
	}
	return names[by][0]
}

// chips are the parts of the filter as a person would say them. They are made from its text, so that
// nothing of it can be missing.
func chips(f filter.Filter) []string {
	var out []string
	for _, term := range split(f.String()) {
		not := ""
		if rest, ok := strings.CutPrefix(term, "-"); ok {
			not, term = "−", rest
		}
		key, value, isTerm := strings.Cut(term, ":")
		switch {
		case !isTerm || strings.HasPrefix(term, `"`):
			out = append(out, "“"+unquote(term)+"”")
		case key == "tag":
			out = append(out, not+"#"+strings.Join(strings.Split(unquote(value), ","), " or #"))
		case key == "category" || key == "series":
			out = append(out, not+unquote(value))
		default:
			out = append(out, not+term)
		}
	}
	return out
}

// split divides a query at the spaces that are not within quotes.
func split(query string) []string {
	var out []string
	start, quoted := 0, false
	for i := 0; i < len(query); i++ {
		switch query[i] {
		case '\\':
			i++
		case '"':
			quoted = !quoted
		case ' ':
			if !quoted {
				out = append(out, query[start:i])
				start = i + 1
			}
		}
	}
	if start < len(query) {
		out = append(out, query[start:])
	}
	return out
}

// unquote takes the quotes of the query language away.
func unquote(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `"`, "").Replace(s)
}
