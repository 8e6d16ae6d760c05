package search_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/posts"
)

// Of every post of the built-in blog the sections are those of the outline.
func TestSectionsAreThoseOfTheDocument(t *testing.T) {
	c := load(t, posts.FS)
	var cutter post.Cutter
	for _, p := range c.Posts {
		body, err := c.Body(p.Slug)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for s := range cutter.Sections(body, p.Title) {
			if s.Level > 0 {
				got = append(got, strings.Repeat("#", s.Level)+" "+s.Heading)
			}
		}
		var want []string
		for _, h := range document.ParseUnder(p.Title, body).Headings {
			want = append(want, strings.Repeat("#", h.Level)+" "+h.Text)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", p.Slug, got, want)
		}
	}
}

// Whatever is found is found again in the document of its post, in its section, under its anchor.
func TestAHitIsFoundInItsDocument(t *testing.T) {
	c := load(t, posts.FS)
	for _, query := range []string{"token", `"refresh token"`, "in:code def test", "cache", "in:heading why", "-in:code,title rate lim"} {
		q, err := search.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		r := run(t, c, query, search.Options{})
		if len(r.Hits) == 0 {
			t.Errorf("%s finds nothing", query)
		}
		for _, h := range r.Hits {
			body, err := c.Body(h.Post.Slug)
			if err != nil {
				t.Fatal(err)
			}
			d := document.ParseUnder(h.Post.Title, body)
			matches := q.Find(t.Context(), d)
			if len(matches) == 0 {
				if len(h.Section.Marks)+len(h.Snippet.Marks) > 0 {
					t.Errorf("%s: %s has nothing in its document", query, h.Post.Slug)
				}
				continue
			}
			at := matches[h.At(d, matches)]
			if h.Anchor == "" || len(h.Section.Marks)+len(h.Snippet.Marks) == 0 {
				continue
			}
			id := ""
			if n := d.Section(at.Block); n >= 0 {
				id = d.Headings[n].ID
			}
			if id != h.Anchor {
				t.Errorf("%s: %s line %d is shown in #%s, not in #%s: %q", query, h.Post.Slug, h.Line, id, h.Anchor, d.Text(at.Block)[at.From:at.To])
			}
		}
	}
}

func TestFindMarksWhatWasAskedFor(t *testing.T) {
	d := document.Parse([]byte("# Café tokens\n\nA token, un café and a tokenizer.\n\n```\ntoken\n```\n\n| token |\n|---|\n| café |\n"))
	for query, want := range map[string]string{
		"cafe":              "Café|café|café",
		"token":             "tokens|token|token|token|token",
		`"token"`:           "token|token|token",
		"cafe token":        "Café tokens|token|café|token|token|token|café",
		"in:code token":     "token",
		"in:heading token":  "tokens",
		"in:title token":    "tokens|token|token|token|token",
		"-in:code cafe zzz": "Café|café|café",
		"zzz":               "",
	} {
		q, err := search.Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range q.Find(t.Context(), d) {
			got = append(got, d.Text(m.Block)[m.From:m.To])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

// In a document that is parsed in parts as they are asked for, the same is found.
func TestFindInALongDocument(t *testing.T) {
	var body strings.Builder
	for i := range 40_000 {
		fmt.Fprintf(&body, "## Section %d\n\nSome words of which none is special.\n\n", i)
		if i == 30_000 {
			body.WriteString("Here is a needle.\n\n```\nx\nneedle\n```\n\n")
		}
	}
	c := blog(t, "long", "title: Long\n---\n"+body.String())
	r := run(t, c, "in:code needle", search.Options{})
	if len(r.Hits) != 1 || r.Hits[0].Anchor != "section-30000" {
		t.Fatalf("found is %s", found(r))
	}
	q, err := search.Parse("needle")
	if err != nil {
		t.Fatal(err)
	}
	d := document.Open("Long", []byte(body.String()))
	matches := q.Find(t.Context(), d)
	if len(matches) != 2 {
		t.Fatalf("%d matches", len(matches))
	}
	if at := r.Hits[0].At(d, matches); at != 1 {
		t.Errorf("the hit is match %d", at)
	}
}
