package permalink

import (
	"path"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/blogtui/blogtui/internal/fold"
)

// Eleventy expands what is written out in a permalink of Eleventy, "" being the usual one: the path of the file
// (https://www.11ty.dev/docs/permalinks/). It is not ok if something in it would have to be run.
func Eleventy(pattern string, p Post) (address string, ok bool) {
	if pattern == "" {
		return p.stem(), true
	}
	ok = !strings.Contains(pattern, "{%")
	address = expression().ReplaceAllStringFunc(pattern, func(e string) string {
		v, known := p.eleventy(strings.Split(strings.Trim(e[2:len(e)-2], "- "), "|"))
		ok = ok && known
		return v
	})
	return address, ok && !strings.Contains(address, "{{")
}

// expression matches what a template computes.
var expression = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{[^{}]*\}\}`) })

// stem is the path of the file as Eleventy has it, without a date and the name of an index.
func (p Post) stem() string { return path.Join(p.folder(), p.base()) }

// eleventy is the value of a variable that has gone through filters.
func (p Post) eleventy(words []string) (value string, ok bool) {
	var date time.Time
	switch strings.TrimSpace(words[0]) {
	case "page.fileSlug":
		value = p.base()
	case "page.filePathStem":
		value = p.stem()
	case "title":
		value = p.Title
	case "slug":
		value = p.Name
	case "page.date", "date":
		date = p.Date
	default:
		return "", false
	}
	for _, filter := range words[1:] {
		name, argument, _ := strings.Cut(strings.TrimSpace(filter), ":")
		switch {
		case name == "date" && !date.IsZero():
			value, ok = strftime(date, strings.Trim(argument, ` "'`))
			if !ok {
				return "", false
			}
			date = time.Time{}
		case !date.IsZero():
			return "", false
		case name == "slugify", name == "slug":
			value = Slugify(value)
		case name == "lower", name == "downcase":
			value = strings.ToLower(value)
		case name == "url", name == "safe":
		default:
			return "", false
		}
	}
	return value, date.IsZero()
}

// strftime writes a date as Liquid does, with the parts that addresses have.
func strftime(t time.Time, layout string) (string, bool) {
	s := strings.NewReplacer("%Y", t.Format("2006"), "%m", t.Format("01"), "%d", t.Format("02"), "%y", t.Format("06"), "%-m", t.Format("1"),
		"%-d", t.Format("2"), "%b", t.Format("Jan"), "%B", t.Format("January"), "%j", t.Format("002")).Replace(layout)
	return s, layout != "" && !strings.Contains(s, "%")
}

// Slugify is a text as the library has it that Eleventy uses for that: the letters of ASCII that its own stand for,
// digits, and hyphens for all else.
func Slugify(s string) string { return ascii(spelled().Replace(strings.ToLower(s))) }

var spelled = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("&", " and ", "ä", "ae", "ö", "oe", "ü", "ue", "'", "")
})

// ascii is a text without case and accents, with hyphens for all but letters and digits of ASCII.
func ascii(s string) string {
	return hyphenated(string(fold.String(s)), func(r rune) bool { return r < unicode.MaxASCII && isWord(r) })
}
