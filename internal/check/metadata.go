package check

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

func (b *blog) frontMatter(a *article) {
	for _, p := range a.Problems {
		if p.Line > 0 {
			b.pass(p)
		}
	}
}

// files reports the problems that are not those of a line of a post's front matter.
func (b *blog) files() {
	for _, p := range b.Problems {
		if b.byPath[p.Path] == nil || p.Line == 0 {
			b.pass(p)
		}
	}
}

// pass reports a problem of the catalogue.
func (b *blog) pass(p post.Problem) {
	message := p.Message
	if p.Remedy != "" {
		message += ": " + p.Remedy
	}
	b.found = append(b.found, Finding{Path: p.Path, Line: p.Line, Rule: b.rule, Message: message})
}

// title: with the front matter alone, a post without a title is called after its file.
func (b *blog) title(a *article) {
	nameless, _ := post.Parse(a.Path, nil)
	if a.own.Title == nameless.Title && !strings.Contains(strings.ToLower(string(a.head)), "title") {
		b.reportFile(a.Path, "no title: readers see %q; add title to the front matter", a.Title)
	}
}

func (b *blog) date(a *article) {
	if a.Date.IsZero() {
		b.reportFile(a.Path, "no date: the post stands last in the list; add date to the front matter")
	}
}

func (b *blog) description(a *article) {
	if a.own.Description == "" {
		b.reportFile(a.Path, "no description: the list shows the first sentences; add description to the front matter")
	}
}

func (b *blog) drafts() {
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

// tags reports pairs of tags that mean the same, at the newest post with the rarer of the two.
func (b *blog) tags() {
	counts := b.Tags()
	for i, common := range counts {
		for _, rare := range counts[i+1:] {
			if !nearly(common.Name, rare.Name) {
				continue
			}
			for _, p := range b.Posts {
				if slices.ContainsFunc(p.Tags, func(t string) bool { return strings.EqualFold(t, rare.Name) }) {
					b.reportFile(p.Path, "tag %q is nearly %q, which has more posts: give both one spelling", rare.Name, common.Name)
					break
				}
			}
		}
	}
}

// nearly tells whether two tags differ only in how words are joined, or in an s at the end.
func nearly(x, y string) bool {
	plain := func(s string) string {
		s = strings.NewReplacer("-", "", "_", "", " ", "", ".", "").Replace(strings.ToLower(s))
		if len(s) > 3 {
			s = strings.TrimSuffix(s, "s")
		}
		return s
	}
	return plain(x) == plain(y)
}

// series reports parts that are missing or there twice.
func (b *blog) series() {
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
