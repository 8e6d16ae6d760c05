package linear

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// link lists the links of the section, or follows the one of that number: the post that it leads to is
// returned, any other place is told.
func (r *reading) link(number string) *post.Post {
	from, to := r.bounds(r.section)
	var here []document.Link
	for _, l := range r.doc.Links {
		if l.Block >= from && l.Block < to {
			here = append(here, l)
		}
	}
	if number == "" {
		if len(here) == 0 {
			r.say("There are no links in this section.")
		}
		for i, l := range here {
			r.say(fmt.Sprintf("%d. %s, to %s.", i+1, text.CleanLine(l.Text), text.CleanLine(l.Target)))
		}
		return nil
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(here) {
		r.say(fmt.Sprintf("There is no link %s: the section has %d.", number, len(here)))
		return nil
	}
	target := here[n-1].Target
	file, anchor, _ := strings.Cut(target, "#")
	if file == "" {
		if i := r.named(anchor); i >= 0 {
			r.goTo(i)
			return nil
		}
	}
	if !strings.Contains(target, ":") {
		if p, ok := r.Catalog.Post(strings.TrimSuffix(path.Base(file), path.Ext(file))); ok {
			return p
		}
	}
	r.browse(target)
	return nil
}

// browse opens an address of the web, or tells where a link leads that is none.
func (r *reading) browse(target string) {
	web := strings.HasPrefix(target, "https:") || strings.HasPrefix(target, "http:") || strings.HasPrefix(target, "mailto:")
	if r.Desktop == nil || !web {
		r.say("It leads to " + text.CleanLine(target) + ".")
		return
	}
	program, err := r.Desktop.Browse(target)
	if err != nil {
		r.say("It leads to " + text.CleanLine(target) + ", which cannot be opened: " + text.CleanLine(err.Error()) + ".")
		return
	}
	r.say("Opened with " + program + ": " + text.CleanLine(target) + ".")
}
