// Package post reads one post: the metadata of its front matter, its slug, its reading time and what is
// wrong with it, each problem with file, line and remedy.
//
// Nothing here fails. A post whose metadata cannot be read is still a post, with a title from its first
// heading or its file name; one odd value costs that value and no other.
package post

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// wordsPerMinute is the reading speed that reading times assume. Code counts as text: it is read too.
const wordsPerMinute = 200

// Meta is what the front matter of a post says. Every string is clean (text.CleanLine).
type Meta struct {
	Title, Description, Category, Series string

	Part          int       // place in the series, from 1; 0: none
	Further       []string  // categories beyond that which is shown
	InAddress     []string  // categories as they stand in the address of the post, if they are shown otherwise
	Tags          []string  // as written, without repetitions (case-insensitive)
	Authors       []string  // likewise
	Date, Updated time.Time // zero: none
	From, Until   time.Time // when the blog is to show the post; zero: no such bound
	Weight        int       // order among posts of the same date, lowest first
	ReadingTime   int       // in minutes, as the author counts it; 0: not said
	Draft         bool
	Unlisted      string   // why the blog's own list leaves the post out, "" if it does not
	Permalink     string   // where the blog has the post, or the pattern that it makes that of; "" if not said
	Name          string   // the last part of that, or what stands in its place in a pattern; "" if not said
	Aliases       []string // where the blog had it before
	Requires      []string // slugs of the posts on whose code this one builds

	Language       string // as "en" or "pt-BR"; "" if not said
	TranslationKey string // what all translations of the post have in common, "" if their path says it
}

// Categories are all categories of a post, that which is shown first; none if it has none.
func (m *Meta) Categories() []string {
	if m.Category == "" {
		return nil
	}
	return append([]string{m.Category}, m.Further...)
}

// Post is one post without its body, which is read again when it is opened.
type Post struct {
	Meta
	Slug, Path string // both clean; Path is for showing, as given to Parse otherwise
	BodyLine   int    // 1-based line of the file at which the body starts
	Words      int    // whitespace-separated words of the body, code included
	Order      int    // among posts of the same date and weight, as the blog's engine lists them; 0: it does not say
	Sum        uint32 // CRC-32 of the body: another one means that the post has changed
	Problems   []Problem
}

// Problem is something in a file that its author should mend. It is an error whose text has all four
// parts on one line: "path:line: message: remedy".
type Problem struct {
	Path    string
	Line    int // 1-based; 0: the file as a whole
	Message string
	Remedy  string
}

// Error implements error.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": " + p.Message)
	if p.Remedy != "" {
		b.WriteString(": " + p.Remedy)
	}
	return b.String()
}

// Minutes is the reading time: the author's own, else counted, rounded up and at least 1.
func (p *Post) Minutes() int {
	if p.ReadingTime > 0 {
		return p.ReadingTime
	}
	return Minutes(p.Words)
}

// Duration writes minutes as people say them: "12 min", "1 h 19 min".
func Duration(minutes int) string {
	switch h, rest := minutes/60, minutes%60; {
	case h == 0:
		return fmt.Sprintf("%d min", rest)
	case rest == 0:
		return fmt.Sprintf("%d h", h)
	default:
		return fmt.Sprintf("%d h %d min", h, rest)
	}
}

// Compare orders posts as a blog lists them: newest first, then by weight, as the engine does, and by title and slug.
func Compare(a, b *Post) int {
	return cmp.Or(
		b.Date.Compare(a.Date),
		cmp.Compare(a.Weight, b.Weight),
		cmp.Compare(a.Order, b.Order),
		cmp.Compare(a.Title, b.Title),
		cmp.Compare(a.Slug, b.Slug),
	)
}

// Parse reads the post in source, the content of the file at path (slash-separated). It never fails:
// what is wrong is in Problems, in the order of the file. The body that it returns is a part of source
// and is not cleaned; the post itself keeps nothing of source.
func Parse(path string, source []byte) (*Post, []byte) {
	return ParseGiven(path, source, Defaults{})
}

// ParseGiven is Parse for a post that has what it is given where it says nothing else.
func ParseGiven(path string, source []byte, given Defaults) (*Post, []byte) {
	src := split(source)
	p := &Post{
		Slug:     Slug(path),
		Path:     text.CleanLine(path),
		BodyLine: src.bodyLine,
		Words:    text.Words(src.body),
		Sum:      crc32.ChecksumIEEE(src.body),
	}
	fields, problem := src.decode(given)
	p.Problems = placed(p.Path, postKeys().setAll(fields, &p.Meta), problem)
	p.complete(path, src.body)
	return p, src.body
}

// complete finds in the path and the body what the front matter does not say.
func (p *Post) complete(path string, body []byte) {
	if p.Title == "" {
		p.Title = firstHeading(body)
	}
	if p.Title == "" {
		p.Title = readable(path)
	}
	p.Title = shorten(p.Title, longest)
	if p.Date.IsZero() {
		p.Date, _ = pathDate(path)
	}
	for _, address := range []string{p.Permalink, p.Name} {
		if p.Date.IsZero() {
			p.Date, _ = pathDate(address)
		}
	}
	if p.Date.IsZero() {
		p.Date = p.Updated // a post that says when it was changed was there then
	}
	if p.Description == "" {
		p.Description = summary(body)
	}
	p.Description = shorten(p.Description, longest)
	if p.Unlisted == "" && isStub(body) {
		p.Unlisted = "only leads to another page"
	}
}

// isStub reports whether a body is one tag that makes a browser go elsewhere.
func isStub(body []byte) bool {
	const most = 1 << 10
	return len(body) < most && bytes.Contains(bytes.ToLower(body), []byte(`http-equiv="refresh"`))
}

// placed completes the problems of a file, in the order of the file.
func placed(path string, problems []Problem, more *Problem) []Problem {
	if more != nil {
		problems = append(problems, *more)
	}
	for i := range problems {
		problems[i].Path = path
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return problems
}

// Body returns the body of the post in source and the 1-based line at which it starts, without reading
// the metadata. The body is a part of source and is not cleaned.
func Body(source []byte) (body []byte, line int) {
	src := split(source)
	return src.body, src.bodyLine
}

// Index is what the _index.md of a folder of posts, or the configuration of an engine, says about the
// blog. Every string is clean.
type Index struct {
	Title       string
	Tagline     string   // what the posts are on, to stand after "62 posts on"
	Description string   // a sentence of its own
	Language    string   // of the posts that do not say theirs
	Content     string   // the folder of what is published, "" for the usual one
	Zone        string   // the name of that in which times are told, "" if they are as they are written
	Future      bool     // posts are published before their date
	Base        string   // the path of the site on its host, or its whole address
	Permalink   string   // the pattern for where posts stand; "" for the usual one
	Given       []Scope  // to posts, what counts most last
	Ignored     []string // patterns of files that the engine does not read, in its own language

	// Sections are the patterns for where the pages of a section stand, by its name.
	Sections map[string]string
	Values   Values // all that is said, for posts that name it
	Problems []Problem
}

// ParseIndex reads the _index.md of a blog. Like Parse it never fails.
func ParseIndex(path string, source []byte) Index { return split(source).index(path) }

func (s source) index(path string) Index {
	var index Index
	fields, problem := s.decode(Defaults{})
	problems := indexKeys().setAll(fields, &index)
	if own := ofLanguage(fields, cmp.Or(index.Language, "en")); len(own) > 0 {
		in := index
		indexKeys().setAll(own, &in)
		in.Language = index.Language
		index = in
		fields = append(fields, own...)
	}
	index.Values = newValues(fields)
	index.Sections = sections(fields)
	index.Given = s.scopes(text.CleanLine(path))
	index.Problems = placed(text.CleanLine(path), problems, problem)
	return index
}
