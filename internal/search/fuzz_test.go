package search_test

import (
	"testing"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/text"
)

// Whatever is looked for in whatever body: no panic, and every mark lies in its text, clean and whole.
func FuzzSearch(f *testing.F) {
	f.Add("token", "# A\n\nA token.\n")
	f.Add(`tag:x in:code "a b" c`, "```\na_b c\n```\n")
	f.Add("ß ﬁ 日本", "Straße ﬁn 日本語\n===\n")
	f.Add("\u0301 é", "e\u0301\u0301\xff\x1b[31m &eacute; é")
	f.Fuzz(func(t *testing.T, query, body string) {
		q, err := search.Parse(query)
		if err != nil {
			return
		}
		c := blog(t, "a", "title: a b c\n---\n"+body)
		r, err := search.Run(t.Context(), c, q, search.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			for _, m := range []search.Marked{h.Title, h.Section, h.Snippet} {
				if m.Text != text.CleanLine(m.Text) {
					t.Errorf("%q is not clean", m.Text)
				}
				at := 0
				for _, r := range m.Marks {
					if r.Start < at || r.End <= r.Start || r.End > len(m.Text) || !utf8.ValidString(m.Text[r.Start:r.End]) {
						t.Fatalf("%+v marks %q after %d", r, m.Text, at)
					}
					at = r.End
				}
			}
			if h.Line < 1 || h.Minutes < 1 {
				t.Errorf("the hit is of line %d and takes %d minutes", h.Line, h.Minutes)
			}
			d := document.Parse([]byte(body))
			if matches := q.Find(t.Context(), d); len(matches) > 0 {
				if at := h.At(d, matches); at < 0 || at >= len(matches) {
					t.Errorf("the hit is match %d of %d", at, len(matches))
				}
			}
		}
	})
}
