// Package permalink says where the engines of blogs put a post on its site, so that a link which is written for
// the site leads to the post. It expands the patterns that an engine has for that, and runs nothing.
package permalink

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Post is what an address may be made of.
type Post struct {
	Title      string
	Name       string // the "slug" of its front matter, "" if it says none
	File       string // its path below the folder of all that is published, without its language
	Language   string // in whose part of the site it stands, "" if it is the language of the whole
	Date       time.Time
	Categories []string
}

// Key is an address as it is compared with others: without what browsers, servers and engines add or leave out.
func Key(address string) string {
	address = strings.ToLower(strings.Trim(address, "/"))
	address = Bare(address)
	if address == "index" || address == "_index" {
		return ""
	}
	return strings.Trim(path.Clean("/"+address), "/")
}

// Bare takes off a path what sites do not show of it: the extension of a page, or of the file that it is made of, and
// an index.
func Bare(name string) string {
	name = strings.TrimSuffix(name, "/")
	for IsMarkdown(name) || IsHTML(name) {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, "/index"), "/_index")
}

// IsMarkdown reports whether a file has one of the names that posts have: those of Jekyll's markdown_ext
// (https://jekyllrb.com/docs/configuration/default/), and that of MDX.
func IsMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".mdx":
		return true
	}
	return false
}

// IsHTML reports whether a file has one of the names of pages of HTML.
func IsHTML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".html" || ext == ".htm"
}

// base is the name of the file of a post, or of the folder that is its bundle, without the date at its start.
func (p Post) base() string { return undated(p.dated()) }

// dated is base with the date.
func (p Post) dated() string {
	name := strings.TrimSuffix(path.Base(p.File), path.Ext(p.File))
	if strings.EqualFold(name, "index") && path.Dir(p.File) != "." {
		return path.Base(path.Dir(p.File))
	}
	return name
}

// folder is where the post stands, "" for the top; that of a bundle is the one around it.
func (p Post) folder() string {
	folder := path.Dir(p.File)
	if strings.EqualFold(strings.TrimSuffix(path.Base(p.File), path.Ext(p.File)), "index") {
		folder = path.Dir(folder)
	}
	return strings.TrimPrefix(strings.TrimPrefix(folder, "."), "/")
}

// startingDate matches the date at the start of a name.
var startingDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{2,4}-\d\d?-\d\d?[-_]`) })

func undated(name string) string {
	if name == "" || name[0] < '0' || name[0] > '9' {
		return name // the usual case
	}
	return name[len(startingDate().FindString(name)):]
}

// expand puts values in the place of the names that stand behind colons in patterns of Jekyll and Hugo: ":year", and
// ":sections[1:]". It is not ok if one of them is not known.
func expand(pattern string, value func(name string) (string, bool)) (address string, ok bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, ":")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		name := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz_"))]
		name = strings.TrimRight(name, "_") // it stands between this name and the next
		if rest := rest[len(name):]; strings.HasPrefix(rest, "[") {
			name += rest[:strings.IndexByte(rest, ']')+1]
		}
		v, known := value(name)
		if !known {
			return "", false
		}
		b.WriteString(v)
		pattern = rest[len(name):]
	}
}

// hyphenated is a text with one hyphen for every stretch of characters that are not kept, and none at its ends.
func hyphenated(s string, keep func(rune) bool) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		if !keep(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return strings.Trim(b.String(), "-")
}

// isWord reports whether a character is one of words, in any script.
func isWord(r rune) bool {
	return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// dateValue is the part of a date that a name stands for in Jekyll and Hugo alike.
func dateValue(name string, t time.Time) (string, bool) {
	switch name {
	case "year":
		return fmt.Sprintf("%04d", t.Year()), true
	case "month":
		return t.Format("01"), true
	case "day":
		return t.Format("02"), true
	}
	return "", false
}
