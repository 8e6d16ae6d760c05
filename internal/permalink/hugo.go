package permalink

import (
	"path"
	"strconv"
	"strings"
	"unicode"
)

// Hugo expands a pattern of Hugo's for the pages of a section, "" being the usual one: the path of the file
// (https://gohugo.io/configuration/permalinks/). It is not ok if a part of the pattern is not known.
func Hugo(pattern string, p Post) (address string, ok bool) {
	if pattern == "" {
		own := p.Name
		if own == "" {
			own = p.dated()
		}
		return path.Join(p.Language, urlized(path.Join(p.folder(), own))), true
	}
	address, ok = expand(pattern, p.hugo)
	return path.Join(p.Language, address), ok
}

// Section is the first folder of the path of a post, by which Hugo knows the pattern for it; "" at the top.
func (p Post) Section() string {
	first, _, _ := strings.Cut(p.folder(), "/")
	return first
}

func (p Post) hugo(name string) (string, bool) {
	name, part, sliced := strings.Cut(name, "[")
	own := urlized(p.Name)
	switch name {
	case "section":
		return urlized(p.Section()), true
	case "sections":
		all := strings.Split(p.folder(), "/")
		if sliced {
			all = cut(all, strings.TrimSuffix(part, "]"))
		}
		return urlized(strings.Join(all, "/")), true
	case "title":
		return urlized(p.Title), true
	case "slug":
		if own == "" {
			own = urlized(p.Title)
		}
		return own, true
	case "slugorfilename", "slugorcontentbasename":
		if own == "" {
			own = urlized(p.dated())
		}
		return own, true
	case "filename", "contentbasename":
		return urlized(p.dated()), true
	case "monthname":
		return strings.ToLower(p.Date.Format("January")), true
	case "weekday":
		return strconv.Itoa(int(p.Date.Weekday())), true
	case "weekdayname":
		return strings.ToLower(p.Date.Format("Monday")), true
	case "yearday":
		return strconv.Itoa(p.Date.YearDay()), true
	}
	return dateValue(name, p.Date)
}

// cut returns the sections that stand in brackets: "1" is one, "1:3" is from one to before another, "last" the last.
func cut(all []string, between string) []string {
	place := func(s string, usual int) int {
		if s == "last" {
			return len(all) - 1
		}
		n, err := strconv.Atoi(s)
		if err != nil {
			n = usual
		}
		return max(0, min(n, len(all)))
	}
	from, to, isSlice := strings.Cut(between, ":")
	start := place(from, 0)
	end := place(to, len(all))
	if !isSlice {
		end = min(start+1, len(all))
	}
	return all[start:max(start, end)]
}

// urlized is a text as Hugo writes it in addresses: its letters, digits and some signs, with a hyphen for spaces.
func urlized(s string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.TrimSpace(s) {
		switch {
		case isWord(r), strings.ContainsRune("./_#+~-", r):
			if space && b.Len() > 0 && r != '-' && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsSpace(r):
			space = true
		}
	}
	return b.String()
}
