package tui

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// destination is where a link leads: to a post of the blog or a place in the one that is open, to an address
// for the browser, or to none of these.
type destination struct {
	post   *post.Post // nil: not another post
	anchor string     // "": none
	web    string     // "": not for the browser
}

// resolve finds out where a link of a post leads. Posts are named as blogs do it: by a file relative to that
// of the post, by slug, or by the path that they have on the site, whose last part is the slug.
func resolve(c *catalog.Catalog, from *post.Post, target string) destination {
	if anchor, ok := strings.CutPrefix(target, "#"); ok {
		return destination{anchor: unescaped(anchor)}
	}
	if text.SafeURL(target) {
		return destination{web: target}
	}
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || u.Path == "" {
		return destination{}
	}
	p := postAt(c, from, u.Path)
	switch p {
	case nil:
		return destination{}
	case from:
		return destination{anchor: u.Fragment}
	}
	return destination{post: p, anchor: u.Fragment}
}

// unescaped resolves the percent-encoding of an anchor, if it is well-formed.
func unescaped(anchor string) string {
	if s, err := url.PathUnescape(anchor); err == nil {
		return text.CleanLine(s)
	}
	return anchor
}

// postAt returns the post that a path names, nil if none is named so.
func postAt(c *catalog.Catalog, from *post.Post, name string) *post.Post {
	file := path.Join(path.Dir(from.Path), name)
	if path.IsAbs(name) {
		file = path.Clean(strings.TrimPrefix(name, "/"))
	}
	for _, posts := range [][]*post.Post{c.Posts, c.Drafts} {
		i := slices.IndexFunc(posts, func(p *post.Post) bool {
			return p.Path == file || withoutSuffix(p.Path) == withoutSuffix(file)
		})
		if i >= 0 {
			return posts[i]
		}
	}
	return bySite(c, strings.Trim(withoutSuffix(name), "/"))
}

// bySite returns the post that has a path on its site, nil if none has: as it says itself where it stands or
// stood, or by its slug, into which engines make the date of the post folders ("2024/01/02/name").
func bySite(c *catalog.Catalog, name string) *post.Post {
	for _, posts := range [][]*post.Post{c.Posts, c.Drafts} {
		i := slices.IndexFunc(posts, func(p *post.Post) bool {
			return slices.ContainsFunc(append([]string{p.Permalink}, p.Aliases...), func(at string) bool {
				return at != "" && strings.Trim(withoutSuffix(at), "/") == name
			})
		})
		if i >= 0 {
			return posts[i]
		}
	}
	parts := strings.Split(name, "/")
	dated := strings.Join(parts[max(len(parts)-4, 0):], "-")
	for _, slug := range []string{path.Base(name), post.Slug(name + ".md"), post.Slug(dated + ".md")} {
		if p, ok := c.Post(slug); ok {
			return p
		}
	}
	return nil
}

// withoutSuffix takes off a path what sites do not show of it: the extension of a page, and an index.
func withoutSuffix(name string) string {
	name = strings.TrimSuffix(name, "/")
	for _, ext := range []string{".md", ".markdown", ".html", ".htm"} {
		name = strings.TrimSuffix(name, ext)
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, "/index"), "/_index")
}
