package linear

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/diagram"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// spoken is what is said of a block: of a diagram what it says, of all else what it is.
func spoken(doc *document.Document, block int) []string {
	b := doc.Blocks[block]
	if b.Kind != document.CodeBlock || doc.Code[b.Code].Language != "mermaid" {
		return doc.Speak(block)
	}
	d, err := diagram.Parse(doc.Code[b.Code].Text)
	if err != nil {
		return doc.Speak(block)
	}
	return append(append([]string{"Diagram:"}, d.Sentences()...), "End of diagram.")
}

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
		for i, h := range r.doc.Headings {
			if strings.EqualFold(h.ID, anchor) {
				r.goTo(i)
				return nil
			}
		}
	}
	if !strings.Contains(target, ":") {
		if p, ok := r.Catalog.Post(strings.TrimSuffix(path.Base(file), path.Ext(file))); ok {
			return p
		}
	}
	r.say("It leads to " + text.CleanLine(target) + ".")
	return nil
}
