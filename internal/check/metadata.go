package check

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

func (b *pass) frontMatter(a *article) {
	for _, p := range a.Problems {
		if p.Line > 0 {
			b.pass(p)
		}
	}
}

// files reports the problems that are not those of a line of a post's front matter.
func (b *pass) files() {
	for _, p := range b.Problems {
		if b.byPath[p.Path] == nil || p.Line == 0 {
			b.pass(p)
		}
	}
}

// pass reports a problem of the catalogue.
func (b *pass) pass(p post.Problem) {
	message := p.Message
	if p.Remedy != "" {
		message += ": " + p.Remedy
	}
	b.found = append(b.found, Finding{Path: p.Path, Line: p.Line, Rule: b.rule, Message: message})
}

// title: with the front matter alone, a post without a title is called after its file.
func (b *pass) title(a *article) {
	nameless, _ := post.Parse(a.Path, nil)
	if a.own.Title == nameless.Title && !strings.Contains(strings.ToLower(string(a.head)), "title") {
		b.reportFile(a.Path, "no title: readers see %q; add title to the front matter", a.Title)
	}
}

func (b *pass) date(a *article) {
	if a.Date.IsZero() {
		b.reportFile(a.Path, "no date: the post stands last in the list; add date to the front matter")
	}
}

func (b *pass) description(a *article) {
	if a.own.Description == "" {
		b.reportFile(a.Path, "no description: the list shows the first sentences; add description to the front matter")
	}
}

func (b *pass) drafts() {
	for path, p := range b.byPath {
		switch {
		case p.Draft:
			b.reportFile(path, "a draft: readers do not see it")
		case p.Date.After(b.now):
			b.reportFile(path, "dated %s, which is still to come", p.Date.Format(time.DateOnly))
		case !p.Until.IsZero() && p.Until.Before(b.now):
			b.reportFile(path, "expired on %s: readers do not see it", p.Until.Format(time.DateOnly))
		}
	}
}

// tags reports tags that mean the same as one with more posts, at the newest post that has them.
func (b *pass) tags() {
	newest := make(map[string]*post.Post) // by tag in lower case
	for _, p := range b.Posts {
		for _, tag := range p.Tags {
			if name := strings.ToLower(tag); newest[name] == nil {
				newest[name] = p
			}
		}
	}
	common := make(map[string]string) // by what the tags that mean the same are alike in
	for _, tag := range b.Tags() {
		alike := plainTag(tag.Name)
		if _, known := common[alike]; !known {
			common[alike] = tag.Name
		} else if p := newest[strings.ToLower(tag.Name)]; p != nil {
			b.reportFile(p.Path, "tag %q is nearly %q, which has more posts: give both one spelling", tag.Name, common[alike])
		}
	}
}

// plainTag is a tag without what joins its words, and without an s at the end.
func plainTag(s string) string {
	s = strings.NewReplacer("-", "", "_", "", " ", "", ".", "").Replace(strings.ToLower(s))
	if len(s) > 3 {
		s = strings.TrimSuffix(s, "s")
	}
	return s
}

// series reports parts that are missing or there twice.
func (b *pass) series() {
	seen := make(map[string]bool)
	for _, p := range b.Posts {
		name := strings.ToLower(p.Series)
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		parts := b.Series(p.Series)
		slices.SortStableFunc(parts, func(x, y *post.Post) int { return cmp.Compare(x.Part, y.Part) })
		next := 1
		for _, q := range parts {
			switch {
			case q.Part == 0:
				b.reportFile(q.Path, "of the series %q, but no part of it: add part to the front matter", q.Series)
				continue
			case q.Part < next:
				b.reportFile(q.Path, "part %d of %q is there twice", q.Part, q.Series)
				continue
			case q.Part > next:
				b.reportFile(q.Path, "part %d of %q, but part %d is missing", q.Part, q.Series, next)
			}
			next = q.Part + 1
		}
	}
}
