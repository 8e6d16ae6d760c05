package markup

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// The expressions that only an engine can mean: a text, perhaps filtered; a variable of the site or page;
// a shortcode of Zola. Others are left as they are: a post may be about templates.
var (
	textExpression = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^-?\s*(?:"([^"]*)"|'([^']*)')\s*(?:\|.*)?$`)
	})
	variableExpression = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^-?\s*((?:site|page|post|include|config|metadata|pkg|theme|layout|collections|env|paginator)(?:[.\[][\w.\['"\]-]*)|[A-Za-z_][\w.-]*\s*\|\s*[a-z].*)$`)
	})
	liquidVariable = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^-?\s*[A-Za-z_][\w.\['"\]-]*\s*$`)
	})
	callExpression = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^-?\s*([A-Za-z_]\w*)\s*\(`)
	})
)

// expression takes {{ … }}.
func (s *scanner) expression(w []byte) bool {
	size := bytes.Index(w, []byte("}}"))
	if size < 0 {
		return false
	}
	end := s.at + size + 2
	inner := strings.TrimSuffix(strings.TrimSpace(string(w[2:size])), "-")
	switch m := textExpression().FindStringSubmatch(inner); {
	case m != nil:
		s.replace(end, m[1]+m[2])
	case callExpression().MatchString(inner):
		t := parseTag(strings.TrimPrefix(inner, "-"))
		t.end, t.selfClosed = end, true
		s.draw(t)
	case variableExpression().MatchString(inner), s.Liquid && liquidVariable().MatchString(inner):
		s.variable(inner, end)
	default:
		return false
	}
	return true
}

// variable writes what a variable stands for, or its name, small; nothing where it is the start of an address of the
// blog's own.
func (s *scanner) variable(inner string, end int) {
	name, filters, _ := strings.Cut(inner, "|")
	name = strings.TrimSpace(strings.TrimPrefix(name, "-"))
	lower := strings.ToLower(name)
	if lower == "page.title" && s.Title != "" {
		s.replace(end, s.Title)
		return
	}
	for _, address := range []string{"url", "baseurl", "root", "path", "cdn", "assets"} {
		if strings.HasSuffix(lower, address) && end < len(s.src) && strings.IndexByte("/{", s.src[end]) >= 0 {
			s.drop(end)
			return
		}
	}
	if value, known := s.value(name); known && harmless(filters) {
		s.replace(end, value)
		return
	}
	s.small(tag{end: end}, name)
}

// value returns what a variable stands for.
func (s *scanner) value(name string) (string, bool) {
	if s.Value == nil {
		return "", false
	}
	return s.Value(name)
}

// harmless reports whether filters leave a text as a reader is to see it.
func harmless(filters string) bool {
	for filter := range strings.SplitSeq(filters, "|") {
		switch strings.TrimSpace(filter) {
		case "", "escape", "escape_once", "xml_escape", "strip", "strip_html", "markdownify", "safe", "url", "relative_url", "absolute_url":
		default:
			return false
		}
	}
	return true
}

var attributeList = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\{\s*(:?)\s*((?:[.#][\w-]+|[\w-]+\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|\s)*)\}`)
})

// attributes takes an attribute list: {: .class target="_blank" }, {.class}, { width=50% }. Those of a
// heading stay, in the form that the parser of Markdown knows.
func (s *scanner) attributes(w []byte) bool {
	m := attributeList().FindSubmatch(w)
	if m == nil || len(m[2]) == 0 {
		return false
	}
	kramdown, inner := len(m[1]) > 0, strings.TrimSpace(string(m[2]))
	line := bytes.TrimLeft(s.src[s.lineStart:s.lineEnd(s.at)], " ")
	switch isHeading := line[0] == '#'; {
	case isHeading && !kramdown:
		return false
	case isHeading && strings.ContainsRune(inner, '#'):
		s.replace(s.at+len(m[0]), "{"+inner+"}")
	case kramdown, s.at > 0 && strings.IndexByte(")]`*>", s.src[s.at-1]) >= 0:
		s.drop(s.at + len(m[0]))
	default:
		return false
	}
	return true
}
