package linear

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/search"
)

const searchHelp = `A number reads the post of that number from the section that was found.
Enter or n lists the next sections, p the previous ones.
search and words looks for others.
q goes back to where you were.`

// hits is what a search has found, and how much of it was told.
type hits struct {
	*talk
	query search.Query
	found search.Results
	top   int // of found.Hits, the first of those told last
}

// search looks for words in all posts, and talks about what was found until one goes back.
func (t *talk) search(ctx context.Context, asked string) error {
	h := &hits{talk: t}
	for ok := h.look(ctx, asked); ok && t.said == nil; {
		command, err := t.ask(ctx, "Search")
		if err != nil {
			return err
		}
		word, rest := split(command)
		switch n, err := strconv.Atoi(word); {
		case err == nil:
			if err := h.read(ctx, n); err != nil {
				return err
			}
			h.page()
		case word == "" || word == "n":
			h.turn(pageSize)
		case word == "p":
			h.turn(-pageSize)
		case word == "search":
			ok = h.look(ctx, rest)
		case word == "h" || word == "?" || word == "help":
			t.say(strings.Split(searchHelp, "\n")...)
		case word == "q" || word == "quit":
			return nil
		default:
			t.say("There is no command " + word + ". Type h for help.")
		}
	}
	return nil
}

// look searches, and tells what was found, if anything was.
func (h *hits) look(ctx context.Context, asked string) bool {
	q, err := search.ParseTyped(asked+saidWhole, filter.NewSearchVocabulary(h.Catalog.Posts))
	var wrong *filter.SyntaxError
	switch {
	case errors.As(err, &wrong):
		h.say(fmt.Sprintf("That cannot be searched, from character %d: %s.", wrong.Offset+1, wrong.Message))
		return false
	case q.IsEmpty():
		h.say("What is to be found? Type search and some words.")
		return false
	}
	found, err := search.Run(ctx, h.Catalog, q, search.Options{Reading: h.reading})
	if err != nil {
		h.say("That cannot be searched: " + err.Error() + ".")
		return false
	}
	if found.Unread != nil {
		h.say("Not all was searched: " + found.Unread.Error() + ".")
	}
	if len(found.Hits) == 0 {
		h.say("Nothing was found. Look for fewer words, or for the beginning of one.")
		return false
	}
	h.query, h.found, h.top = q, found, 0
	h.say("Found " + found.Summary() + ". A number reads one, q goes back.")
	h.page()
	return true
}

// page tells the hits of the page.
func (h *hits) page() {
	end := min(h.top+pageSize, len(h.found.Hits))
	for i, hit := range h.found.Hits[h.top:end] {
		where := "at the beginning"
		if len(hit.Path) > 0 {
			where = "section " + strings.Join(hit.Path, ", ")
		}
		h.say(fmt.Sprintf("%d. %s, %s, %s.", h.top+i+1, hit.Post.Title, where, minutes(hit.Minutes)))
		if hit.Snippet.Text != "" {
			h.say(hit.Snippet.Text)
		}
	}
}

func (h *hits) turn(by int) {
	switch at := h.top + by; {
	case at >= len(h.found.Hits):
		h.say("That was the last section.")
	case at < 0:
		h.say("These are the first sections.")
	default:
		h.top = at
		h.page()
	}
}

// read reads the post of a hit from where the words stand.
func (h *hits) read(ctx context.Context, n int) error {
	if n < 1 || n > len(h.found.Hits) {
		h.say(fmt.Sprintf("There is no section %d: the numbers go from 1 to %d.", n, len(h.found.Hits)))
		return nil
	}
	hit := h.found.Hits[n-1]
	return h.readFrom(ctx, hit.Post, func(r *reading) {
		r.introduce()
		r.section = -1
		if matches := h.query.Find(ctx, r.doc); len(matches) > 0 {
			r.section = r.doc.Section(matches[hit.At(r.doc, matches)].Block)
		}
		if from, to := r.bounds(r.section); from == to && len(r.doc.Headings) > 0 {
			r.section = 0
		}
		r.speak()
	})
}
