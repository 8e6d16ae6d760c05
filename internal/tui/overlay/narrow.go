package overlay

import (
	"cmp"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/fold"
)

// folded is what a row is narrowed by: label and detail, without case and accents.
type folded struct {
	text  string
	label int // bytes of it that are the label
}

func foldAll(rows []Row) []folded {
	out := make([]folded, len(rows))
	for i, row := range rows {
		label := string(fold.String(row.Label))
		out[i] = folded{label + " " + string(fold.String(row.Detail)), len(label)}
	}
	return out
}

// narrow shows the rows that contain every word of the box, and the headings that still have rows.
func (m *Model) narrow() {
	typed := strings.TrimSpace(string(fold.String(m.box.Value())))
	words := strings.Fields(typed)
	m.shown, m.all = m.shown[:0], m.o.Rows
	called := 0
	if m.o.Typed != nil && len(words) > 0 {
		extra := m.o.Typed(m.box.Value())
		called = len(extra)
		m.all = slices.Concat(extra, m.o.Rows)
	}
	heading := -1
	for i, row := range m.all {
		if row.Key == "" {
			heading = i
			continue
		}
		if i >= called && !contains(m.folded[i-called].text, words) {
			continue
		}
		if heading >= 0 {
			if len(m.shown) > 0 {
				m.shown = append(m.shown, blank)
			}
			m.shown = append(m.shown, heading)
			heading = -1
		}
		m.shown = append(m.shown, i)
	}
	if m.o.Ranked && len(words) > 0 {
		slices.SortStableFunc(m.shown, func(a, b int) int { return cmp.Compare(m.tier(a, called, typed), m.tier(b, called, typed)) })
	}
	m.chosen, m.top = 0, 0
	m.skipHeading(1)
}

// tier says how well a row fits what is typed, the best first: it was called for, it is what is typed, it
// begins with it, it contains its words.
func (m *Model) tier(row, called int, typed string) int {
	if row < called {
		return 0
	}
	switch f := m.folded[row-called]; {
	case f.text[:f.label] == typed:
		return 1
	case strings.HasPrefix(f.text, typed):
		return 2
	}
	return 3
}

func contains(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}
