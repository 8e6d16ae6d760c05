package linear

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/history"
)

func sections(n int) string {
	if n == 1 {
		return "1 section"
	}
	return fmt.Sprintf("%d sections", n)
}

// named returns the section that an anchor names, -1 if none is.
func (r *reading) named(anchor string) int {
	for i, h := range r.doc.Headings {
		if anchor != "" && strings.EqualFold(h.ID, anchor) {
			return i
		}
	}
	return -1
}

// jump goes to the section of a number, or to the one in which a percentage of the words is over.
func (r *reading) jump(to string) {
	digits, percentage := strings.CutSuffix(to, "%")
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil || n < 0:
		r.say("Which section? Type g and its number.")
	case percentage:
		words, section := r.doc.Words()*min(n, 100)/100, -1
		for i, h := range r.doc.Headings {
			if r.doc.WordsBefore(document.Position{Block: h.Block}) <= words {
				section = i
			}
		}
		r.goTo(section)
	default:
		r.goTo(n - 1)
	}
}

// mark gives the section a letter.
func (r *reading) mark(letter string) {
	if utf8.RuneCountInString(letter) != 1 {
		r.say("Which letter? Type m and one.")
		return
	}
	from, _ := r.bounds(r.section)
	place := history.Place{Index: from}
	if prints := r.fingerprints(); from < len(prints) {
		place.Block = prints[from]
	}
	r.change(r.post.Slug, func(e *history.Entry) {
		marks := map[string]history.Mark{letter: {At: r.Now(), Place: place}}
		for old, m := range e.Marks {
			if old != letter {
				marks[old] = m
			}
		}
		e.Marks = marks
	})
	r.say("Marked. Type ' and " + letter + " to come back here.")
}

// toMark goes to the section that was given a letter.
func (r *reading) toMark(letter string) {
	m, ok := r.entries[r.post.Slug].Marks[letter]
	if !ok {
		r.say("There is no mark " + letter + " in this post.")
		return
	}
	block, _ := m.Place.Find(r.fingerprints())
	r.goTo(r.doc.Section(block))
}
