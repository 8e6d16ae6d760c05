package post

import (
	"regexp"
	"sync"
	"time"
)

// Dialect is what an engine reads in its own way where all others agree. The zero value reads what has only one
// meaning, and the words of a text as tags.
type Dialect struct {
	// Whole takes a text for one tag, however many words it has. Only in Jekyll it is several.
	Whole bool
	// Spaced divides a text of categories or tags at white space alone, and takes that of one whole: "a, b" is "a,"
	// and "b". So does Jekyll (Utils.pluralized_array_from_hash).
	Spaced bool
	// Zone is where the blog is at home, which has all times told there; nil: a date is of the zone in which it is written.
	Zone *time.Location
	// Slashes is the order of a date that has its year last: 07/08/2022.
	Slashes Slashes
}

// local tells a time that was written as s in the zone of the blog. A day without a time is one everywhere, and so is a
// time in no form of YAML, which Jekyll reads as one of the zone (YAML 1.1, timestamp; Utils.parse_date).
func (d Dialect) local(s string, t time.Time) time.Time {
	if d.Zone == nil || !timestamp().MatchString(s) {
		return t
	}
	return t.In(d.Zone)
}

var timestamp = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}-\d\d?-\d\d?(?:[Tt]|\s+)\d\d?:\d\d:\d\d|(?:Z|[-+]\d\d:?\d\d)$`)
})

// Slashes is the order in which a date with slashes names the month and the day.
type Slashes int

// The orders that engines have.
const (
	NoSlashes  Slashes = iota // nobody knows
	DayFirst                  // Ruby, and so Jekyll
	MonthFirst                // JavaScript (ECMA-262, section 21.4.3.2, leaves it to the engines, which agree), and so Astro
)

// layouts are the ways in which a date with slashes may be written.
func (s Slashes) layouts() []string {
	switch s {
	case DayFirst:
		return []string{"2/1/2006", "2/1/2006 15:04", "2/1/2006 15:04:05"}
	case MonthFirst:
		return []string{"1/2/2006", "1/2/2006 15:04", "1/2/2006 15:04:05"}
	}
	return nil
}
