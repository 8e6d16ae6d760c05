package postlist

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/filter"
)

func TestHeightsAreThoseOfTheWidthAndTheBlog(t *testing.T) {
	long := "---\ntitle: A title of many words that takes two lines where the terminal is narrow\n---\nx\n"
	m := list(blog(t, map[string]string{"a.md": long, "b.md": long}), 120, 30)
	check := func(when string) {
		t.Helper()
		it := m.items()
		for i := range it.count {
			if drawn := len(m.item(i)) + it.gap; it.height(i) != drawn {
				t.Errorf("%s, entry %d takes %d rows for %d", when, i, it.height(i), drawn)
			}
		}
	}
	check("at first")
	m.SetSize(40, 30)
	check("narrow")
	m.SetSize(120, 30)
	check("wide again")
	m.SetFilter(filter.Filter{}.WithWords("many"))
	check("filtered")
	m.SetCatalog(blog(t, map[string]string{"a.md": "---\ntitle: Short\n---\nx\n", "b.md": long}))
	m.SetFilter(filter.Filter{})
	check("read again")
}

func TestACardIsMeasuredOnce(t *testing.T) {
	m := list(blog(t, map[string]string{"a.md": "---\ntitle: A\n---\nx\n"}), 80, 24)
	measured := 0
	for range 3 {
		m.heights.of(m.entries[0], 20, func(entry, int) int { measured++; return 3 })
	}
	if measured != 1 {
		t.Errorf("measured %d times", measured)
	}
}

// A key that moves the cursor, without the frame.
func BenchmarkMove(b *testing.B) {
	m := list(many(b, 10_000), 120, 40)
	keys := []tea.KeyPressMsg{{Code: 'j', Text: "j"}, {Code: 'j', Text: "j"}, {Code: 'k', Text: "k"}}
	for i := 0; b.Loop(); i++ {
		m.Update(keys[i%len(keys)])
	}
}
