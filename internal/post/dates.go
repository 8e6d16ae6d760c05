package post

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// dateLayouts are the ways in which a date may be written, the usual ones first, after its day and its
// time were set apart by one space. "2" and "15" take one digit and two; fractions of a second need no
// mention.
var dateLayouts = []string{
	"2006-1-2",
	"2006-1-2 15:04:05Z07:00",
	"2006-1-2 15:04:05",
	"2006-1-2 15:04",
	"2006-1-2 15:04:05 -0700",
	"2006-1-2 15:04:05 -07:00",
	"2006-1-2 15:04:05 -07",
	"2006-1-2 15:04:05 MST",
	"2006-1-2 15:04:05-0700",
	"2006-1-2 15:04:05-07",
	"2006-1-2 15:04:05 -0700 MST",
	"2006-1-2 15:04Z07:00",
	"2006-1-2 15:04 -0700",
	"2006-1-2 15:04 -07:00",
	"2006-1-2 15:04 MST",
	"2006-1-2 3:04 PM",
	"2006-1-2 3:04PM",
	"2006/1/2",
	"2006/1/2 15:04",
	"2006/1/2 15:04:05",
	"2006.1.2",
	"2.1.2006",
	"2 January 2006",
	"2 Jan 2006",
	"January 2 2006",
	"Jan 2 2006",
	"January 2 2006 15:04:05",
	"January 2 2006 15:04",
	"Jan 2 2006 15:04:05",
	"Jan 2 2006 15:04",
	"January 2006",
	"Mon 2 Jan 2006",
	"Mon 2 Jan 2006 15:04:05 -0700",
	"Mon 2 Jan 2006 15:04:05 MST",
	"Mon Jan 2 2006",
	"Mon Jan 2 2006 15:04:05 GMT-0700",
	"Mon Jan 2 15:04:05 2006",
	"Mon Jan 2 15:04:05 MST 2006",
	"Mon Jan 2 15:04:05 -0700 2006",
	"Monday January 2 2006",
	"Monday 2 January 2006",
	"2006-1",
	"2006",
}

// zones are the names of zones that dates of mails have (RFC 5322, section 4.3), and so those of Ruby, in hours from
// UTC. Go knows of a name only that it is one.
var zones = map[string]int{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}

// parseDate reads a date; one without a zone, or with the name of one that is not known, is in UTC.
func parseDate(s string, slashes Slashes) (time.Time, bool) {
	if len(s) > 10 && (s[10] == 'T' || s[10] == 't') {
		s = s[:10] + " " + s[11:]
	}
	if strings.ContainsAny(s, ",T(") {
		s = tidyDate(s)
	}
	s = wideZone(s)
	for _, layouts := range [][]string{dateLayouts, slashes.layouts()} {
		for _, layout := range layouts {
			if t, err := time.Parse(layout, s); err == nil {
				return zoned(t), t.Year() > 0
			}
		}
	}
	return time.Time{}, false
}

// zoned gives a date whose zone is only a name the hours that this stands for.
func zoned(t time.Time) time.Time {
	name, offset := t.Zone()
	hours, known := zones[name]
	if !known || offset != 0 {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.FixedZone(name, hours*60*60))
}

// wideZone gives the hour of a zone its second digit: YAML does without (YAML 1.1, timestamp).
func wideZone(s string) string {
	if clock := strings.IndexByte(s, ':'); clock >= 0 {
		if i := clock + strings.LastIndexAny(s[clock:], "+-"); i > clock && (i+2 == len(s) || i+2 < len(s) && s[i+2] == ':') {
			return s[:i+1] + "0" + s[i+1:]
		}
	}
	return s
}

// tidyDate takes out of a date what its spellings differ in: the commas, the T between day and time, the
// name of the zone in brackets with which a date of JavaScript ends.
func tidyDate(s string) string {
	s, _, _ = strings.Cut(s, "(")
	if day, clock, found := strings.Cut(s, "T"); found && len(day) > 0 && day[len(day)-1] >= '0' && day[len(day)-1] <= '9' {
		s = day + " " + clock
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(s, ",", " ")), " ")
}

// dateTo takes a date. Some engines let an author say only whether to show one (Starlight's "lastUpdated: false"):
// that is none.
func (f field) dateTo(to *time.Time) *oddity {
	if f.blank() || f.kind == single && (f.text == "true" || f.text == "false") {
		return nil
	}
	t, ok := parseDate(f.text, f.dialect.Slashes)
	if f.kind != single || !ok {
		return f.odd("write a date as 2026-03-15")
	}
	*to = f.dialect.local(f.text, t)
	return nil
}

// datePath matches a date in a path: at the start of the name of a file or folder, or as three folders. Zola may have a
// time behind it, whose colons are hyphens in a slug (https://www.getzola.org/documentation/content/page/).
var datePath = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|/)((?:19|20)\d\d)([-_/])(\d\d?)([-_/])(\d\d?)(?:T\d\d[:-]\d\d[:-]\d\d(?:\.\d+)?(?:Z|[-+]\d\d[:-]\d\d)?)?(?:[-_/. ]|$)`)
})

// pathDate returns the date that a path or address has in it: 2024-01-02-name.md, 2024-01-02_name.md,
// 2025/06/26/name. The last one counts, which is the nearest to the file.
func pathDate(path string) (time.Time, bool) {
	if strings.IndexByte(path, '0') < 0 && strings.IndexByte(path, '1') < 0 {
		return time.Time{}, false // the usual case, without the cost of looking
	}
	var date time.Time
	for path != "" {
		at := datePath().FindStringSubmatchIndex(path)
		if at == nil {
			break
		}
		part := func(i int) string { return path[at[2*i]:at[2*i+1]] }
		number := func(i int) int { n, _ := strconv.Atoi(part(i)); return n }
		if month, day := number(3), number(5); part(2) == part(4) && month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			date = time.Date(number(1), time.Month(month), day, 0, 0, 0, 0, time.UTC) // 30 February is in March
		}
		path = path[at[11]:]
	}
	return date, !date.IsZero()
}
