// Package posts_test holds the blog to its catalogue and to the rules of its texts, without running any
// of its code; trees_test.go runs it.
package posts_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/posts"
)

// published is how many posts there are at least. It only grows.
const published = 9

// first are the posts with which the blog began. They stand together in the list, in this order.
var first = []string{
	"clean-code-python-21-api-versioning",
	"clean-code-python-23-production-deployment",
	"fastapi-auth-01-security-mental-model",
	"fastapi-auth-04-api-keys",
	"fastapi-auth-03-jwt-tokens",
	"fastapi-auth-02-password-authentication",
	"fastapi-auth-05-oauth2-framework",
	"fastapi-auth-06-openid-connect-sso",
	"fastapi-auth-07-authorization-patterns",
}

// row is what the catalogue says of a post, column by column.
type row map[string]string

// columns are those of the catalogue, in their order.
var columns = []string{"slug", "title", "category", "series", "part", "date", "weight", "minutes", "tags"}

// rows reads the catalogue: all posts that the blog is to have, by slug.
func rows(t *testing.T) map[string]row {
	t.Helper()
	data, err := os.ReadFile("testdata/catalogue.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]row)
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) || i == 0 && !slices.Equal(cells, columns) {
			t.Fatalf("testdata/catalogue.tsv:%d: the columns are not %v", i+1, columns)
		}
		if i == 0 {
			continue
		}
		r := make(row)
		for j, column := range columns {
			r[column] = cells[j]
		}
		if all[r["slug"]] != nil {
			t.Errorf("testdata/catalogue.tsv:%d: %s is there twice", i+1, r["slug"])
		}
		all[r["slug"]] = r
	}
	return all
}

// article is one post, read and taken apart.
type article struct {
	*post.Post
	body []byte
	doc  *document.Document
}

// line is the line of the file of a 1-based line of the body.
func (a article) line(ofBody int) int { return a.BodyLine + ofBody - 1 }

// articles reads all posts, in the order of their files.
func articles(t *testing.T) []article {
	t.Helper()
	files, err := fs.Glob(posts.FS, "[^_]*.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []article
	for _, file := range files {
		source, err := fs.ReadFile(posts.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		p, body := post.Parse(file, source)
		all = append(all, article{p, body, document.Parse(body)})
	}
	return all
}

func TestTheBlogLoads(t *testing.T) {
	c, err := catalog.Load(t.Context(), posts.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Problems {
		t.Error(p)
	}
	if len(c.Drafts) > 0 {
		t.Errorf("%d drafts would not be listed", len(c.Drafts))
	}
	if c.Title != "Blog" || c.Tagline != "engineering, architecture, and technical craft" {
		t.Errorf("title %q, tagline %q", c.Title, c.Tagline)
	}
}

func TestEveryPostIsAsTheCatalogueSays(t *testing.T) {
	catalogue := rows(t)
	all := articles(t)
	for _, a := range all {
		want := catalogue[a.Slug]
		if want == nil {
			t.Errorf("%s: not in testdata/catalogue.tsv", a.Path)
			continue
		}
		delete(catalogue, a.Slug)
		is := row{
			"slug": a.Slug, "title": a.Title, "category": a.Category, "series": a.Series, "part": number(a.Part),
			"date": a.Date.Format("2006-01-02"), "weight": strconv.Itoa(a.Weight), "minutes": strconv.Itoa(a.Minutes()),
			"tags": strings.Join(a.Tags, ","),
		}
		for _, column := range columns {
			if is[column] != want[column] {
				t.Errorf("%s: %s is %q, want %q (%d words)", a.Path, column, is[column], want[column], a.Words)
			}
		}
		if a.Description == "" {
			t.Errorf("%s: no description", a.Path)
		}
	}
	if len(catalogue) > 0 {
		t.Logf("%d not written yet: %s", len(catalogue), strings.Join(slices.Sorted(maps.Keys(catalogue)), ", "))
	}
	if len(all) < published {
		t.Errorf("%d posts, of at least %d", len(all), published)
	}
}

// number writes a number as the catalogue does: nothing for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func TestTheFirstPostsStandTogether(t *testing.T) {
	c, err := catalog.Load(t.Context(), posts.FS)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, p := range c.Posts {
		order = append(order, p.Slug)
	}
	at := slices.Index(order, first[0])
	if at < 0 || at+len(first) > len(order) || !slices.Equal(order[at:at+len(first)], first) {
		t.Errorf("the list is\n%s\nwithout, in one piece,\n%s", strings.Join(order, "\n"), strings.Join(first, "\n"))
	}
}

func TestRequiredPostsExist(t *testing.T) {
	all := articles(t)
	for _, a := range all {
		for _, slug := range a.Requires {
			if !slices.ContainsFunc(all, func(b article) bool { return b.Slug == slug }) {
				t.Errorf("%s: requires %s, which does not exist", a.Path, slug)
			}
		}
	}
}

// A link to a post of the catalogue that is not written yet is allowed; it will lead somewhere.
func TestLinksLeadSomewhere(t *testing.T) {
	catalogue := rows(t)
	anchors := make(map[string]map[string]bool)
	for _, a := range articles(t) {
		anchors[a.Slug] = make(map[string]bool)
		for _, h := range a.doc.Headings {
			anchors[a.Slug][h.ID] = true
		}
	}
	for _, a := range articles(t) {
		for _, link := range a.doc.Links {
			where := a.line(1 + bytes.Count(a.body[:min(len(a.body), a.doc.Blocks[link.Block].Start)], []byte("\n")))
			if strings.HasPrefix(link.Target, "https://") || strings.HasPrefix(link.Target, "mailto:") {
				continue
			}
			file, anchor, hasAnchor := strings.Cut(link.Target, "#")
			if _, found := a.doc.Anchor(anchor); file == "" && found { // a heading, or a footnote and its marker
				continue
			}
			slug := strings.TrimSuffix(file, ".md")
			if file == "" {
				slug = a.Slug
			}
			switch {
			case catalogue[slug] == nil || file == slug:
				t.Errorf("%s:%d: the link %s leads to no post; write SLUG.md, SLUG.md#heading or #heading", a.Path, where, link.Target)
			case hasAnchor && anchors[slug] != nil && !anchors[slug][anchor]:
				t.Errorf("%s:%d: the link %s leads to no heading of %s", a.Path, where, link.Target, slug)
			}
		}
	}
}

func TestHeadingsAreUnique(t *testing.T) {
	for _, a := range articles(t) {
		seen := make(map[string]bool)
		for _, h := range a.doc.Headings {
			if seen[h.Text] {
				t.Errorf("%s: the heading %q stands there twice", a.Path, h.Text)
			}
			seen[h.Text] = true
			if h.Level == 1 {
				t.Errorf("%s: %q is a heading of the first level, which the title is", a.Path, h.Text)
			}
		}
	}
}

// BenchmarkLoad is the part of the start that the posts cost.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := catalog.Load(b.Context(), posts.FS); err != nil {
			b.Fatal(err)
		}
	}
}
