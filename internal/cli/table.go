package cli

import (
	"fmt"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// The measures of a table of posts, in cells.
const (
	widestCategory = 12
	leastTitle     = 30 // columns that matter less give way for it
	usualTitle     = 60 // that long it may be before tags are left out
	leastTags      = 16
	columnGap      = 2
)

// table has the widths of the columns in which posts are listed on a terminal; 0 is for one that is left out.
type table struct{ category, title, minutes, tags, date int }

// tableOf finds the widths in which the posts fit a terminal: first tags give way, then the date, the category and
// the minutes, and what is left the title has.
func tableOf(posts []*post.Post, width int) table {
	var t table
	for _, p := range posts {
		t.category = max(t.category, min(text.Width(p.Category), widestCategory))
		t.title = max(t.title, text.Width(p.Title))
		t.minutes = max(t.minutes, len(minutes(p)))
		t.tags = max(t.tags, text.Width(strings.Join(p.Tags, " ")))
		t.date = max(t.date, len(day(p.Date)))
	}
	for _, column := range []*int{&t.date, &t.category, &t.minutes} {
		if t.room(width) < min(t.title, leastTitle) {
			*column = 0
		}
	}
	room := t.room(width)
	if t.tags = min(t.tags, room-columnGap-min(t.title, usualTitle)); t.tags < leastTags {
		t.tags = 0
	} else {
		room -= t.tags + columnGap
	}
	t.title = max(min(t.title, room), 1)
	return t
}

// room is what a width leaves for title and tags.
func (t table) room(width int) int {
	for _, column := range []int{t.category, t.minutes, t.date} {
		if column > 0 {
			width -= column + columnGap
		}
	}
	return width
}

// line is a post in the table.
func (t table) line(p *post.Post) string {
	var cells []string
	for _, c := range []struct {
		width int
		cell  string
	}{{t.category, p.Category}, {t.title, p.Title}, {t.minutes, minutes(p)}, {t.tags, someTags(p.Tags, t.tags)}, {t.date, day(p.Date)}} {
		if c.width > 0 {
			cells = append(cells, text.Pad(c.cell, c.width))
		}
	}
	return strings.TrimRight(strings.Join(cells, strings.Repeat(" ", columnGap)), " ")
}

func minutes(p *post.Post) string { return fmt.Sprintf("%d min", p.Minutes()) }

// day is the date of a moment, "" if there is none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// someTags are as many tags as fit, whole, and how many more there are.
func someTags(tags []string, width int) string {
	all := strings.Join(tags, " ")
	for n := len(tags); n > 0 && text.Width(all) > width; n-- {
		all = strings.TrimLeft(fmt.Sprintf("%s +%d", strings.Join(tags[:n-1], " "), len(tags)-n+1), " ")
	}
	return all
}

// writeTable lists posts for a terminal.
func (a *app) writeTable(posts []*post.Post) error {
	t := tableOf(posts, a.Columns)
	var b strings.Builder
	for _, p := range posts {
		b.WriteString(t.line(p) + "\n")
	}
	return a.say(b.String())
}
