package filter_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// posts are a small blog, in the order of its list.
func posts() []*post.Post {
	make := func(slug, title, category, series, date string, minutes int, description string, tags ...string) *post.Post {
		p := &post.Post{Slug: slug, Words: minutes * 200}
		p.Title, p.Category, p.Series, p.Description, p.Tags = title, category, series, description, tags
		if date != "" {
			p.Date = day(date)
		}
		return p
	}
	all := []*post.Post{
		make("rag", "RAG — Giving the Model a Library", "AI/ML", "From Chat to Agent", "2026-04-15", 11, "Chunking and ranking.", "ai", "rag"),
		make("leap", "From Chat to Agent: Why the Leap Matters", "AI/ML", "From Chat to Agent", "2026-04-12", 9, "Four limits.", "ai", "agents"),
		make("sso", "FastAPI Auth: OpenID Connect and Single Sign-On", "Tutorial", "FastAPI Auth", "2026-03-15", 9, "Validating JWT signatures.", "python", "security", "oidc"),
		make("jwt", "FastAPI Auth: JWT Tokens — Stateless Authentication", "Tutorial", "FastAPI Auth", "2026-03-15", 10, "Refresh tokens, rotation.", "python", "security", "jwt"),
		make("deploy", "Clean Code Python: From git init to Production Traffic", "Tutorial", "Clean Code Python", "2026-03-14", 22, "Runbooks.", "python", "deployment"),
		make("cafe", "Café crème for Ångström’s Straße", "", "", "", 1, "Nothing naïve.", "Misc", "a,b"),
	}
	all[4].Further = []string{"Field Notes"}
	return all
}

func found(matches []filter.Match) string {
	var s []string
	for _, m := range matches {
		s = append(s, m.Post.Slug)
	}
	return strings.Join(s, " ")
}

func parse(t *testing.T, query string) filter.Filter {
	t.Helper()
	f, err := filter.Parse(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return f
}

func TestTermsSayWhichPostsAreWanted(t *testing.T) {
	for query, want := range map[string]string{
		"":                       "rag leap sso jwt deploy cafe",
		"tag:python":             "sso jwt deploy",
		"TAG:Python":             "sso jwt deploy",
		"tag:pyth":               "",
		"tag:jwt,deployment":     "jwt deploy",
		"tag:python tag:jwt":     "jwt",
		"-tag:python":            "rag leap cafe",
		"tag:python -tag:jwt":    "sso deploy",
		"-tag:jwt,deployment,ai": "sso cafe",
		`tag:"a,b"`:              "cafe",
		"category:tutorial":      "sso jwt deploy",
		"category:ai/ml":         "rag leap",
		"-category:ai/ml":        "sso jwt deploy cafe",
		`category:"field notes"`: "deploy",
		`category:tutorial -category:"field notes"`: "sso jwt",
		`series:"FastAPI Auth"`:                     "sso jwt",
		`series:"fastapi auth",x,"y z"`:             "sso jwt",
		"minutes:9":                                 "leap sso",
		"minutes:=9":                                "leap sso",
		"minutes:<9":                                "cafe",
		"minutes:<=9":                               "leap sso cafe",
		"minutes:>11":                               "deploy",
		"minutes:>=11":                              "rag deploy",
		"-minutes:>=11":                             "leap sso jwt cafe",
		"after:2026-04":                             "rag leap",
		"after:2026-04-15":                          "rag",
		"after:2026-04-16":                          "",
		"after:2026":                                "rag leap sso jwt deploy",
		"before:2026":                               "",
		"before:2026-04":                            "sso jwt deploy",
		"before:2026-03-15":                         "deploy",
		"after:2026-03-15 before:2026-04-15":        "leap sso jwt",
		"tag:python minutes:<11 jwt":                "jwt sso",
	} {
		if got := found(parse(t, query).Apply(posts())); got != want {
			t.Errorf("%s\n got %s\nwant %s", query, got, want)
		}
	}
}

// The day of a post is the one that its author wrote, whatever the zone.
func TestDatesCountInTheirOwnZone(t *testing.T) {
	p := &post.Post{}
	p.Date = time.Date(2026, 3, 31, 23, 30, 0, 0, time.FixedZone("", -5*3600))
	if len(parse(t, "after:2026-04").Apply([]*post.Post{p})) != 0 || len(parse(t, "before:2026-04").Apply([]*post.Post{p})) != 1 {
		t.Error("a post of the evening of March 31 in New York counts as of April")
	}
}

func TestWordsMatchTitleDescriptionAndTags(t *testing.T) {
	for query, want := range map[string]string{
		"jwt":               "jwt sso", // the title before the description
		"JWT":               "jwt sso",
		"rotation":          "jwt",
		"refresh rotation":  "jwt",
		"rotation runbooks": "",
		`"refresh tokens"`:  "jwt",
		`"tokens refresh"`:  "",
		"deployment":        "deploy",
		"deploym":           "deploy", // part of a tag
		"tkns":              "jwt",
		"ccp":               "deploy", // the first letters of words
		"cafe":              "cafe",
		"CAFÉ":              "cafe",
		"cafe\u0301":        "cafe",
		"creme angstrom":    "cafe",
		"strasse":           "cafe",
		"angstrom's":        "cafe",
		"naive":             "cafe",
		"lib":               "rag",
		"zzz":               "",
		"\u0301":            "rag leap sso jwt deploy cafe", // only a mark: nothing to look for
	} {
		if got := found(filter.Filter{}.WithWords(query).Apply(posts())); got != want {
			t.Errorf("%s\n got %s\nwant %s", query, got, want)
		}
	}
}

func TestTheBestTitleComesFirst(t *testing.T) {
	var given []*post.Post
	for _, title := range []string{
		"A note on rate limits",             // fuzzy: not in a run
		"Operation and alternating current", // inside a word, in a run
		"Why token rotation matters",        // word
		"Rotation of refresh tokens",        // prefix
		"Rotation",                          // exact
		"Nothing",                           // only the description has it
		"Old keys",                          // a tag
		"Key rotation",                      // word again: as given
	} {
		p := &post.Post{Slug: title}
		p.Title = title
		given = append(given, p)
	}
	given[5].Description = "About rotation."
	given[6].Tags = []string{"Rotation"}
	var got []string
	for _, m := range parse(t, "rotation").Apply(given) {
		got = append(got, m.Post.Title)
	}
	want := []string{"Rotation", "Rotation of refresh tokens", "Why token rotation matters", "Key rotation", "Old keys", "Nothing"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// Letters that are scattered over a title by chance are no match.
func TestFuzzyIsNotEverything(t *testing.T) {
	for word, titles := range map[string]map[string]bool{
		"auth":    {"OAuth in depth": true, "An alternative to the lighthouse": false, "Astro: Output Hydration": false, "Authoring": true},
		"test":    {"The Islands Architecture": false, "Load-testing": true, "Latest": true},
		"jwttok":  {"JWT Tokens": true, "Just wait to look": false},
		"api":     {"AI Skills in Practice": false, "Rapid": true},
		"ten":     {"JWT Tokens": false, "Testing": false, "Context": false, "Often": true},
		"rag":     {"Background Agents": false, "Read a Graph": true},
		"pasword": {"Password Authentication": true},
	} {
		for title, want := range titles {
			p := &post.Post{}
			p.Title = title
			if got := len(parse(t, word).Apply([]*post.Post{p})) == 1; got != want {
				t.Errorf("%q in %q: %v, want %v", word, title, got, want)
			}
		}
	}
}

func TestMatchedLettersAreMarked(t *testing.T) {
	for _, c := range []struct{ query, title, marked string }{
		{"jwt", "FastAPI Auth: JWT Tokens", "JWT"},
		{"jwt tok", "FastAPI Auth: JWT Tokens", "JWT|Tok"},
		{"tok jwt", "FastAPI Auth: JWT Tokens", "JWT|Tok"},
		{"fast fastapi", "FastAPI Auth", "FastAPI"},
		{"fastapi auth", "FastAPI Auth: JWT", "FastAPI Auth"},
		{"ccp", "Clean Code Python", "C|C|P"},
		{"auth", "OAuth", "Auth"},
		{"cafe", "Un Café", "Café"},
		{"strasse", "Die Straße", "Straße"},
		{"cafe", "Un Cafe\u0301", "Cafe"},
		{"jwt", "a — JWT — b", "JWT"},
		{"jk", "日本 JWT Kürzel", "J|K"},
		{"本", "日本語", "本"},
		{"other", "Another", "other"},
		{"description", "Title", ""},
	} {
		p := &post.Post{}
		p.Title, p.Description = c.title, "description"
		matches := parse(t, c.query).Apply([]*post.Post{p})
		if len(matches) != 1 {
			t.Errorf("%q does not find %q", c.query, c.title)
			continue
		}
		var marked strings.Builder
		end := -1
		for _, at := range matches[0].Title {
			if at != end && end >= 0 {
				marked.WriteByte('|')
			}
			size := len(string([]rune(c.title[at:])[:1]))
			marked.WriteString(c.title[at : at+size])
			end = at + size
		}
		if marked.String() != c.marked {
			t.Errorf("%q in %q marks %q, want %q", c.query, c.title, marked.String(), c.marked)
		}
		if c.marked == "" && matches[0].Title != nil {
			t.Errorf("%q: %v, want nil", c.query, matches[0].Title)
		}
	}
}

func TestThePanelAndTheTextAreOneState(t *testing.T) {
	f := parse(t, `jwt tag:a,b "x y" -tag:c,d category:Tutorial`)
	for name, want := range map[string]filter.TagState{
		"a": filter.Include, "B": filter.Include, "c": filter.Exclude, "D": filter.Exclude, "e": filter.Any, "": filter.Any,
	} {
		if got := f.Tag(name); got != want {
			t.Errorf("tag %q: %v, want %v", name, got, want)
		}
	}
	for _, c := range []struct {
		what string
		f    filter.Filter
		want string
	}{
		{"as parsed", f, `tag:a,b -tag:c,d category:Tutorial jwt "x y"`},
		{"any", f.WithTag("a", filter.Any), `tag:b -tag:c,d category:Tutorial jwt "x y"`},
		{"turned round", f.WithTag("A", filter.Exclude), `tag:b -tag:c,d category:Tutorial -tag:A jwt "x y"`},
		{"the last name", f.WithTag("a", filter.Any).WithTag("b", filter.Any), `-tag:c,d category:Tutorial jwt "x y"`},
		{"the same again", f.WithTag("a", filter.Include), f.String()},
		{"no name", f.WithTag(" ", filter.Include), f.String()},
		{"quoted name", filter.Filter{}.WithTag(`a "b", \c`, filter.Include), `tag:"a \"b\", \\c"`},
		{"category", f.WithCategory("AI/ML"), `tag:a,b -tag:c,d category:AI/ML jwt "x y"`},
		{"no category", f.WithCategory(""), `tag:a,b -tag:c,d jwt "x y"`},
		{"words", f.WithWords("one  two"), `tag:a,b -tag:c,d category:Tutorial one two`},
		{"no words", f.WithWords(" "), `tag:a,b -tag:c,d category:Tutorial`},
		{"words like terms", filter.Filter{}.WithWords(`tag:x -y auth: 5" "open a`), `"tag:x" "-y" auth: 5" "open a"`},
	} {
		if got := c.f.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	if f.String() != `tag:a,b -tag:c,d category:Tutorial jwt "x y"` {
		t.Errorf("a method has changed its filter: %s", f)
	}
	if f.Words() != `jwt "x y"` || f.Category() != "Tutorial" {
		t.Errorf("words %s, category %s", f.Words(), f.Category())
	}
	for _, query := range []string{"", "category:a,b", "category:a category:b", "-category:a"} {
		if got := parse(t, query).Category(); got != "" {
			t.Errorf("%s keeps to category %q", query, got)
		}
	}
	if !parse(t, " ").IsZero() || !f.WithWords("").WithCategory("").WithTag("a", filter.Any).WithTag("b", filter.Any).WithTag("c", filter.Any).WithTag("d", filter.Any).IsZero() {
		t.Error("a filter without terms and words is not zero")
	}
}

func TestOrders(t *testing.T) {
	for _, c := range []struct {
		by      string
		reverse bool
		want    string
	}{
		{"date", false, "rag leap sso jwt deploy cafe"},
		{"date", true, "cafe deploy jwt sso leap rag"},
		{"title", false, "cafe deploy jwt sso leap rag"},
		{"time", false, "cafe leap sso jwt rag deploy"},
		{"Time", true, "deploy rag jwt sso leap cafe"},
		{"series", false, "deploy sso jwt leap rag cafe"},
	} {
		by, err := filter.ParseSort(c.by)
		if err != nil {
			t.Fatal(err)
		}
		given := posts()
		given[0].Part, given[1].Part, given[2].Part, given[3].Part = 4, 1, 6, 30
		given[2].Weight = -1
		slices.Reverse(given)
		if got := slugs(filter.Order(given, by, c.reverse)); got != c.want {
			t.Errorf("by %s (reverse %v): %s, want %s", c.by, c.reverse, got, c.want)
		}
		if slugs(given) != "cafe deploy jwt sso leap rag" {
			t.Errorf("by %s: the list that was given has changed", c.by)
		}
	}
	if _, err := filter.ParseSort("size"); err == nil || !strings.Contains(err.Error(), "date, title, time, series") {
		t.Errorf("unknown order: %v", err)
	}
	for s := filter.Date; s <= filter.Series; s++ {
		if again, err := filter.ParseSort(s.String()); again != s || err != nil {
			t.Errorf("%v is read as %v, %v", s, again, err)
		}
	}
}

func slugs(posts []*post.Post) string {
	var s []string
	for _, p := range posts {
		s = append(s, p.Slug)
	}
	return strings.Join(s, " ")
}

// Titles and words come from anywhere; the matcher must not be asked for more than it can hold.
func TestLongTextIsMatchedWithoutHarm(t *testing.T) {
	p := &post.Post{}
	p.Title = strings.Repeat("ab", 50_000)
	p.Description = strings.Repeat("word ", 20_000)
	for _, query := range []string{strings.Repeat("ab", 40_000), strings.Repeat("a", 3_000), strings.Repeat("b", 64)} {
		parse(t, query).Apply([]*post.Post{p})
	}
	p.Title = "x" + strings.Repeat("é", 511)
	if len(parse(t, strings.Repeat("e", 60)).Apply([]*post.Post{p})) != 1 {
		t.Error("a run of letters is not found in a long title")
	}
}

func BenchmarkApply(b *testing.B) {
	var all []*post.Post
	for i := range 10_000 {
		p := *posts()[i%5]
		p.Title = fmt.Sprintf("%s, number %d", p.Title, i)
		p.Description = "One dependency that parses a token, loads a user and checks a role is how services end up with " +
			"refresh loops and readable strangers' notes. This part separates the four questions of access control."
		all = append(all, &p)
	}
	for _, query := range []string{"tag:python", "a", "jwt", "tkns", "rotation", "refresh notes", "tag:python minutes:<11 tok"} {
		b.Run(query, func(b *testing.B) {
			f, err := filter.Parse(query)
			if err != nil {
				b.Fatal(err)
			}
			x := filter.NewIndex(all)
			x.Prepare()
			b.ReportAllocs()
			for b.Loop() {
				f.ApplyRead(x, func(string) filter.Reading { return filter.Reading{} })
			}
		})
	}
}
