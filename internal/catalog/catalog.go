// Package catalog holds all posts of one blog: read in parallel from a file system, in the order of the
// list, with its series, tags and categories, and with everything that is wrong in one place.
//
// A Catalog never changes after Load, so that any number of goroutines may read it. It keeps no bodies:
// a body is read again when its post is opened.
package catalog

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/similar"
	"github.com/blogtui/blogtui/internal/text"
)

// Catalog is the posts of one blog. Its slices and posts are shared with every reader and must not be
// changed.
type Catalog struct {
	Title       string         // of the blog; "" if it says none
	Tagline     string         // what the posts are on; "" if the blog does not say
	Description string         // what the blog says of itself in a sentence; likewise
	Language    string         // of posts that do not say theirs; likewise
	Engine      Engine         // that the blog is written for
	Roots       []string       // the folders that hold the posts, "." for the whole
	Posts       []*post.Post   // newest first, then by weight, title and slug; without drafts, unless asked for
	Drafts      []*post.Post   // in the same order
	Left        []Left         // the files that are in neither, by path
	Problems    []post.Problem // of all files, by path and line

	// Loaded and Total are how many files have been read, and are to be.
	Loaded, Total int

	fsys         fs.FS
	given        *inheritance
	values       post.Values // of the configuration
	bySlug       map[string]entry
	byName       map[string]entry // by what else a post is or was called
	places       func() *places
	translations translations
	tags         []Count
	categories   []Count
	series       map[string][]*post.Post // by folded name, in order of part
}

// Left is a file that is not listed, or a folder that nobody looked into, and why. A file can be opened all the
// same if it is a post.
type Left struct {
	Path   string // clean; ends with a slash if it is a folder
	Reason string // "is a draft", "is dated 2027-01-01"
}

// entry is a post with the name of its file in the file system, which Post.Path only shows.
type entry struct {
	post    *post.Post
	file    string
	version version
	source  []byte // the content of a file that cannot be read again; nil: it is read
}

// Count is a tag or category and how many posts have it.
type Count struct {
	Name  string // as the newest of them spells it
	Posts int
}

// Headline is the line under the blog's title: "62 posts on engineering and craft.", "62 posts" for a blog
// without a tagline, "4,200 of 10,000 posts" while they are read.
func (c *Catalog) Headline() string {
	line := "1 post"
	if n := len(c.Posts); n != 1 {
		line = text.Number(n) + " posts"
	}
	if c.Loaded < c.Total {
		return text.Number(c.Loaded) + " of " + text.Number(c.Total) + " posts"
	}
	if tagline := strings.TrimRight(c.Tagline, "."); tagline != "" {
		return line + " on " + tagline + "."
	}
	if c.Description != "" {
		return line + " · " + c.Description
	}
	return line
}

// Origin says in which folders the posts were found, and of which engine: "Hugo, content/posts". It is ""
// for a plain folder.
func (c *Catalog) Origin() string {
	if len(c.Roots) == 0 || c.Engine == Plain && c.Roots[0] == "." {
		return ""
	}
	return strings.TrimPrefix(string(c.Engine)+", "+where(c.Roots), ", ")
}

// where names folders by the first of them.
func where(folders []string) string {
	first := text.CleanLine(folders[0])
	if more := len(folders) - 1; more > 0 {
		first += fmt.Sprintf(" and %d more", more)
	}
	return first
}

// Post returns the post of that slug, listed or not. A post is also found by the last part of where its
// blog has it or had it.
func (c *Catalog) Post(slug string) (*post.Post, bool) {
	e, ok := c.bySlug[slug]
	if !ok {
		e, ok = c.byName[strings.ToLower(slug)]
	}
	return e.post, ok
}

// At returns the post of that path, listed or not.
func (c *Catalog) At(path string) (*post.Post, bool) {
	for _, e := range c.bySlug {
		if e.post.Path == path {
			return e.post, true
		}
	}
	return nil, false
}

// Given returns what a post is given by other files of the blog than its own.
func (c *Catalog) Given(p *post.Post) post.Defaults {
	e := c.bySlug[p.Slug]
	return c.given.of(e.file, e.version)
}

// Translations returns the post and its other languages, in the order of their files.
func (c *Catalog) Translations(p *post.Post) []*post.Post {
	e, known := c.bySlug[p.Slug]
	if !known {
		return nil
	}
	return slices.Clone(c.translations.groups[e.key()])
}

// LanguageOf returns the language of a post, as far as it or the blog says: "fr", "pt-BR".
func (c *Catalog) LanguageOf(p *post.Post) string { return cmp.Or(p.Language, c.Language) }

// Others returns the languages of the translations of a post, but for its own.
func (c *Catalog) Others(p *post.Post) []string {
	var out []string
	for _, v := range c.Translations(p) {
		if v.Slug != p.Slug {
			out = append(out, cmp.Or(c.LanguageOf(v), "another language"))
		}
	}
	return out
}

// Nearest returns the n slugs of posts that are most like the given one, nearest first.
func (c *Catalog) Nearest(slug string, n int) []string {
	slugs := make([]string, len(c.Posts))
	for i, p := range c.Posts {
		slugs[i] = p.Slug
	}
	return similar.Rank(slug, slugs, n)
}

// Tags returns the tags of all posts, those of most posts first, then by name.
func (c *Catalog) Tags() []Count { return slices.Clone(c.tags) }

// Categories returns the categories of all posts, those of most posts first, then by name.
func (c *Catalog) Categories() []Count { return slices.Clone(c.categories) }

// Series returns the posts of a series (case does not matter) in order of part.
func (c *Catalog) Series(name string) []*post.Post {
	return slices.Clone(c.series[strings.ToLower(name)])
}

// Neighbour returns the post to go on with from p: with step +1 the next part of its series, or, where
// that has none, the next older post of the list that is not of the series; with step -1 the same the
// other way. A part of the series that comes earlier is never offered as what comes next.
func (c *Catalog) Neighbour(p *post.Post, step int) (*post.Post, bool) {
	parts := c.series[strings.ToLower(p.Series)]
	if i := slices.Index(parts, p); i >= 0 && i+step >= 0 && i+step < len(parts) {
		return parts[i+step], true
	}
	i := slices.Index(c.Posts, p)
	for _, v := range c.Translations(p) {
		if i < 0 { // it is not listed, but what it is a translation of may be
			i = slices.Index(c.Posts, v)
		}
	}
	if i < 0 {
		return nil, false
	}
	for i += step; i >= 0 && i < len(c.Posts) && step != 0; i += step {
		if p.Series == "" || !strings.EqualFold(c.Posts[i].Series, p.Series) {
			return c.Posts[i], true
		}
	}
	return nil, false
}

// count counts the names that the posts have, whatever their case.
func count(posts []*post.Post, names func(*post.Post) []string) []Count {
	var counts []Count
	at := make(map[string]int) // folded name: index
	for _, p := range posts {
		for _, name := range names(p) {
			folded := strings.ToLower(name)
			i, ok := at[folded]
			if !ok {
				i = len(counts)
				at[folded] = i
				counts = append(counts, Count{Name: name})
			}
			counts[i].Posts++
		}
	}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Posts, a.Posts), cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)))
	})
	return counts
}

// bySeries groups the posts that are part of a series.
func bySeries(posts []*post.Post) map[string][]*post.Post {
	series := make(map[string][]*post.Post)
	for _, p := range posts {
		if p.Series != "" {
			name := strings.ToLower(p.Series)
			series[name] = append(series[name], p)
		}
	}
	for _, parts := range series {
		slices.SortStableFunc(parts, func(a, b *post.Post) int {
			return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Weight, b.Weight), a.Date.Compare(b.Date), post.Compare(a, b))
		})
	}
	return series
}
