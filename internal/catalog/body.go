package catalog

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/markup"
	"github.com/blogtui/blogtui/internal/post"
)

// Body reads the body of a post again from its file, as plain Markdown: what is written for the engine of
// the blog is drawn with what Markdown has for it, line by line. It is not cleaned. Of a file that is too
// large it is the start, and says so. The error of an unknown slug is fs.ErrNotExist, as is that of a file
// that has gone.
func (c *Catalog) Body(slug string) ([]byte, error) {
	f, _, err := c.file(slug, nil)
	if err != nil {
		return nil, err
	}
	body := c.plain(slug, f)
	if f.cut != nil {
		body = append(slices.Clip(body), fmt.Sprintf("\n\n*The file %v; the rest of it is not shown.*\n", f.cut)...)
	}
	return body, nil
}

// Source is Body as it stands in the file.
func (c *Catalog) Source(slug string) ([]byte, error) {
	f, _, err := c.file(slug, nil)
	return f.body, err
}

// Scan is for who goes through the bodies of many posts: it is Source, read into buf, which it returns to
// be used again, and a function that makes plain Markdown of it where that is worth it.
func (c *Catalog) Scan(slug string, buf []byte) (body []byte, plain func() []byte, buffer []byte, err error) {
	f, buffer, err := c.file(slug, buf)
	return f.body, func() []byte { return c.plain(slug, f) }, buffer, err
}

// file is a post as it stands in its file, and with the start of one that is too large why it is cut.
type file struct {
	whole, body []byte
	cut         error
}

// file reads a post into buf, which it returns to be used again.
func (c *Catalog) file(slug string, buf []byte) (f file, buffer []byte, err error) {
	e, ok := c.bySlug[slug]
	if !ok {
		return f, buf, fmt.Errorf("post %q: %w", slug, fs.ErrNotExist)
	}
	f.whole = e.source
	if f.whole == nil {
		buf, err = read(c.fsys, e.file, buf[:0])
		f.whole = buf
	} else if len(f.whole) > MaxSingle {
		f.whole, err = wholeLines(f.whole, MaxSingle), tooLargeError(MaxSingle)
	}
	if err != nil && !isTooLarge(err) {
		return file{}, buf, fmt.Errorf("post %q cannot be read again: %w", slug, err)
	}
	f.body, _ = post.Body(f.whole)
	f.cut = err
	return f, buf, nil
}

// plain makes plain Markdown of the source of a post.
func (c *Catalog) plain(slug string, f file) []byte {
	e := c.bySlug[slug]
	return markup.Plain(f.body, markup.Dialect{
		MDX:    strings.EqualFold(path.Ext(e.file), ".mdx"),
		Liquid: c.Engine == Jekyll || c.Engine == Eleventy,
		Title:  e.post.Title,
		Value:  c.value(f.whole),
	})
}

// value returns what variables in a post stand for, where its engine lets them: values of its front matter and of the
// configuration (https://jekyllrb.com/docs/variables/, https://gohugo.io/shortcodes/param/, https://www.11ty.dev/docs/data/).
func (c *Catalog) value(source []byte) func(name string) (string, bool) {
	own := sync.OnceValue(func() post.Values { return post.ParseValues(source) })
	return func(name string) (value string, known bool) {
		name = strings.ToLower(name)
		page, ofPage := strings.CutPrefix(name, "page.")
		site, ofSite := strings.CutPrefix(name, "site.")
		switch {
		case c.Engine == Jekyll && ofPage:
			value, known = own()[page]
		case c.Engine == Jekyll && ofSite:
			value, known = c.values[site]
		case c.Engine == Eleventy:
			value, known = own()[name]
		case c.Engine == Hugo:
			value = cmp.Or(own()["params."+name], own()[name], c.values["params."+name])
			known = value != ""
		}
		return value, known
	}
}
