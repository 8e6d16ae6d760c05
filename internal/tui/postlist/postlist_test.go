package postlist

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

func blog(t testing.TB, files map[string]string) *catalog.Catalog {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, source := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(source)}
	}
	c, err := catalog.Load(context.Background(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func list(c *catalog.Catalog, width, height int) *Model {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.catalog = &catalog.Catalog{}
	m.SetSize(width, height)
	m.SetCatalog(c)
	return m
}

func sample() *post.Post {
	return &post.Post{
		Slug: "jwt", Path: "jwt.md", Words: 2300,
		Meta: post.Meta{
			Title: "JWT Tokens — Stateless Authentication", Category: "Tutorial", Series: "FastAPI Auth", Part: 3,
			Description: "A signed token spares the session lookup, and nobody can take it back once it is out. This part pairs tokens.",
			Tags:        []string{"python", "fastapi", "security"}, Date: time.Date(2026, 3, 15, 0, 0, 0, 0, time.UTC),
		},
	}
}

func (m *Model) plainCard(p *post.Post, width int) []string {
	var out []string
	for _, line := range m.card(entry{Match: filter.Match{Post: p}}, width, false) {
		out = append(out, strings.TrimRight(ansi.Strip(line), " "))
	}
	return out
}

func TestACardDropsTheLeastImportantFirst(t *testing.T) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.catalog = &catalog.Catalog{}
	m.parts = map[string]int{"fastapi auth": 8}
	for _, c := range []struct {
		width int
		want  []string
	}{
		{100, []string{
			"Tutorial · JWT Tokens — Stateless Authentication",
			"A signed token spares the session lookup, and nobody can take it back once it is out. This part",
			"pairs tokens.",
			"12 min read · FastAPI Auth 3 of 8 · #python #fastapi #security · 15 Mar 2026",
		}},
		{66, []string{
			"Tutorial · JWT Tokens — Stateless Authentication",
			"A signed token spares the session lookup, and nobody can take it",
			"back once it is out. This part pairs tokens.",
			"12 min read · FastAPI Auth 3 of 8 · #python #fastapi #security",
		}},
		{40, []string{
			"Tutorial · JWT Tokens — Stateless",
			"Authentication",
			"A signed token spares the session",
			"lookup, and nobody can take it back onc…",
			"12 min read · FastAPI Auth 3 of 8",
		}},
		{20, []string{"Tutorial · JWT", "Tokens — Stateless…", "12 min read"}},
		{5, []string{"Tutor", "ial…", "12 m…"}},
	} {
		got := m.plainCard(sample(), c.width)
		if !slices.Equal(got, c.want) {
			t.Errorf("at %d cells:\n%s\nwant\n%s", c.width, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if h := m.cardHeight(entry{Match: filter.Match{Post: sample()}}, c.width); h != len(got)+cardGap {
			t.Errorf("at %d cells the card is said to be %d rows high, and has %d", c.width, h, len(got))
		}
	}
}

func TestASparePostIsASmallCard(t *testing.T) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.catalog = &catalog.Catalog{}
	p := &post.Post{Meta: post.Meta{Title: "Notes"}, Problems: []post.Problem{{Path: "a.md", Message: "no title"}}}
	if got := m.plainCard(p, 60); !slices.Equal(got, []string{"! Notes", "1 min read"}) {
		t.Errorf("the card is %q", got)
	}
}

func TestLinesAreAligned(t *testing.T) {
	files := map[string]string{
		"a.md": "---\ntitle: Short\ncategory: AI\ndate: 2026-03-15\ntags: [a]\n---\nx",
		"b.md": "---\ntitle: " + strings.Repeat("A very long title ", 9) + "\ncategory: Architecture\ndate: 2026-03-05\ntags: [python, fastapi]\n---\n" + strings.Repeat("x ", 30000),
		"c.md": "no front matter",
		"d.md": "---\ntitle: 日本語のとても長いタイトルです日本語のとても長いタイトルです日本語のとても長い\ncategory: 日本\n---\nx",
	}
	for width := 1; width < 180; width++ {
		m := list(blog(t, files), width, 20)
		m.setDensity(lines)
		for i := range m.entries {
			line := ansi.Strip(m.line(m.entries[i], width, i == 0))
			if w := ansi.StringWidth(line); w > width {
				t.Fatalf("at %d cells a line has %d: %q", width, w, line)
			}
			if at := strings.Index(line, " min"); width >= withMinutes && width < withTags && at >= 0 && ansi.StringWidth(line) != width {
				t.Fatalf("at %d cells the minutes do not end the line: %q", width, line)
			}
		}
	}
	m := list(blog(t, files), 120, 20)
	got := ansi.Strip(m.line(m.entries[0], 110, false))
	want := "AI            Short" + strings.Repeat(" ", 53) + "  1 min  #a                15 Mar 2026"
	if got != want {
		t.Errorf("the line is\n%q\nwant\n%q", got, want)
	}
}

func TestMatchedLettersAreMarked(t *testing.T) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.catalog = &catalog.Catalog{}
	f, err := filter.Parse("token")
	if err != nil {
		t.Fatal(err)
	}
	matches := f.Apply([]*post.Post{sample()})
	if len(matches) != 1 {
		t.Fatal("the post is not found")
	}
	card := m.card(entry{Match: matches[0]}, 100, false)
	marked := m.styles.Match.Bold(true).Render("Token")
	if !strings.Contains(card[0], marked) {
		t.Errorf("%q does not mark the letters as %q", card[0], marked)
	}
}

func TestChipsSayAllOfTheFilter(t *testing.T) {
	for query, want := range map[string]string{
		"":                                   "",
		"tag:python -tag:jwt":                "#python|−#jwt",
		"tag:a,b":                            "#a or #b",
		`category:"Web Dev" series:x`:        "Web Dev|x",
		"minutes:<10 after:2026-03":          "minutes:<10|after:2026-03",
		`auth "two words" tag:"odd \"one\""`: `#odd "one"|“auth”|“two words”`,
	} {
		f, err := filter.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(chips(f), "|"); got != want {
			t.Errorf("%q has the chips %q, want %q", query, got, want)
		}
	}
}

func many(b testing.TB, n int) *catalog.Catalog {
	files := make(map[string]string, n)
	for i := range n {
		files[fmt.Sprintf("post-%06d.md", i)] = fmt.Sprintf("---\ntitle: Post number %d about engines and their care\ncategory: Tutorial\n"+
			"description: What an engine needs each morning, and what happens to those that do not get it; with figures.\n"+
			"tags: [python, engines]\ndate: 2026-03-%02d\n---\nbody\n", i, 1+i%28)
	}
	return blog(b, files)
}

// A frame costs what is on the screen, not what is in the blog: the figures must be of one order.
func BenchmarkFrame(b *testing.B) {
	for _, n := range []int{62, 100_000} {
		m := list(many(b, n), 120, 40)
		for _, d := range []density{cards, lines} {
			m.setDensity(d)
			b.Run(fmt.Sprintf("posts=%d/density=%d", n, d), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					m.choose((i * 7919) % n)
					_ = m.View()
				}
			})
		}
	}
}

func BenchmarkFilterKey(b *testing.B) {
	m := list(many(b, 62), 120, 40)
	queries := make([]filter.Filter, 0, 6)
	for _, q := range []string{"e", "en", "eng", "engi", "engin", "engine"} {
		f, err := filter.Parse(q)
		if err != nil {
			b.Fatal(err)
		}
		queries = append(queries, f)
	}
	for i := 0; b.Loop(); i++ {
		m.SetFilter(queries[i%len(queries)])
		_ = m.View()
	}
}

// What is wrong with the chosen post leaves room for the key that shows all that is wrong.
func TestAProblemLeavesRoomForItsKey(t *testing.T) {
	m := list(blog(t, map[string]string{"a.md": "---\ntitle: A\ndate: the day after the day before the day after\n---\nx"}), 80, 24)
	left, hints := m.Footer(80)
	if !strings.Contains(ansi.Strip(left), "1 of 1   ! a.md:3: date is") || len(hints) == 0 || hints[0].Help().Desc != "1 to mend" {
		t.Errorf("the line is %q with %v first", ansi.Strip(left), hints[0].Help())
	}
	if w := ansi.StringWidth(left); w != 80-2*2-4-len("! 1 to mend") {
		t.Errorf("it takes %d cells", w)
	}
}

// Where there is no post, no key is named that needs one.
func TestAnEmptyBlogNamesTheKeysThatLeadAway(t *testing.T) {
	_, hints := list(&catalog.Catalog{}, 80, 24).Footer(80)
	var got []string
	for _, h := range hints {
		got = append(got, h.Help().Key)
	}
	if !slices.Equal(got, []string{"?", "B", "q"}) {
		t.Errorf("the keys are %q", got)
	}
}
