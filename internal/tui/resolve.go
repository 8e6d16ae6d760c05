package tui

import (
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"

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

// resolve finds out where a link of a post leads.
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
	p, found := c.Linked(from, u.Path)
	switch {
	case !found:
		return destination{}
	case p == from:
		return destination{anchor: u.Fragment}
	}
	return destination{post: p, anchor: u.Fragment}
}

// prepareLinks returns a command that finds out where the posts of a blog stand, so that following a link does not
// wait for it.
func prepareLinks(c *catalog.Catalog) tea.Cmd {
	return func() tea.Msg {
		c.PrepareLinks()
		return nil
	}
}

// unescaped resolves the percent-encoding of an anchor, if it is well-formed.
func unescaped(anchor string) string {
	if s, err := url.PathUnescape(anchor); err == nil {
		return text.CleanLine(s)
	}
	return anchor
}
