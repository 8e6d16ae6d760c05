package permalink

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// styles are the patterns that have names in the configuration of Jekyll
// (https://jekyllrb.com/docs/permalinks/#built-in-formats).
var styles = map[string]string{
	"":         "/:categories/:year/:month/:day/:title",
	"date":     "/:categories/:year/:month/:day/:title",
	"pretty":   "/:categories/:year/:month/:day/:title/",
	"ordinal":  "/:categories/:year/:y_day/:title",
	"weekdate": "/:categories/:year/W:week/:short_day/:title",
	"none":     "/:categories/:title",
}

// Style is the pattern that the configuration of Jekyll means: that of a name, "" being the usual one, or its own.
func Style(permalink string) string {
	if pattern, known := styles[permalink]; known {
		return pattern
	}
	return permalink
}

// Jekyll expands a pattern of Jekyll (https://jekyllrb.com/docs/permalinks/#placeholders). It is not ok if a part
// of that is not known.
func Jekyll(pattern string, p Post) (address string, ok bool) {
	return expand(pattern, p.jekyll)
}

func (p Post) jekyll(name string) (string, bool) {
	own := p.Name
	if own == "" {
		own = p.base()
	}
	switch name {
	case "title":
		return pretty(own), true
	case "slug":
		return hyphened(own), true
	case "name":
		return hyphened(p.base()), true
	case "categories":
		return strings.ToLower(strings.Join(unique(p.Categories), "/")), true
	case "slugified_categories":
		var all []string
		for _, c := range p.Categories {
			all = append(all, hyphened(c))
		}
		return strings.Join(unique(all), "/"), true
	case "collection":
		return "posts", true
	case "output_ext":
		return "", true // an address is compared without it
	case "path", "basename":
		return "", false // they are of other collections
	}
	return p.jekyllDate(name)
}

func (p Post) jekyllDate(name string) (string, bool) {
	year, week := p.Date.ISOWeek()
	switch name {
	case "short_year":
		return p.Date.Format("06"), true
	case "i_month":
		return p.Date.Format("1"), true
	case "short_month":
		return p.Date.Format("Jan"), true
	case "long_month":
		return p.Date.Format("January"), true
	case "i_day":
		return p.Date.Format("2"), true
	case "y_day":
		return fmt.Sprintf("%03d", p.Date.YearDay()), true
	case "short_day":
		return p.Date.Format("Mon"), true
	case "long_day":
		return p.Date.Format("Monday"), true
	case "w_day":
		return strconv.Itoa((int(p.Date.Weekday())+6)%7 + 1), true
	case "w_year":
		return strconv.Itoa(year), true
	case "week":
		return fmt.Sprintf("%02d", week), true
	case "hour":
		return p.Date.Format("15"), true
	case "minute":
		return p.Date.Format("04"), true
	case "second":
		return p.Date.Format("05"), true
	}
	return dateValue(name, p.Date)
}

// pretty is a text as it stands in an address, hyphened one as Jekyll has it for a slug.
func pretty(s string) string {
	return hyphenated(s, func(r rune) bool { return isWord(r) || strings.ContainsRune("._~!$&'()+,;=@", r) })
}

func hyphened(s string) string { return strings.ToLower(hyphenated(s, isWord)) }

// unique leaves out names that were there, whatever their case.
func unique(names []string) []string {
	var all []string
	for _, name := range names {
		if !slices.ContainsFunc(all, func(other string) bool { return strings.EqualFold(name, other) }) {
			all = append(all, name)
		}
	}
	return all
}
