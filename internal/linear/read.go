package linear

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

const readHelp = `Enter reads the next section, b the one before, g and a number the section of that number, g and a percentage the one there.
o lists the sections, with the minutes that each takes.
/ and words go to the next section in which they stand.
search and words finds the sections of all posts in which they stand.
l lists the links of the section; l and a number follows one.
c lists the blocks of code of the section; c and a number copies one.
m and a letter marks this section, an apostrophe and the letter returns to it.
s stars the post or takes its star, x marks it as read or unread.
n opens the next part of the series, or the next older post; p the one before.
q goes back to the list.`

// reading is an open post. Section -1 is what stands before the first heading.
type reading struct {
	*talk
	post    *post.Post
	doc     *document.Document
	section int
}

// read opens a post where it was left, and reads until one goes back to the list.
func (t *talk) read(ctx context.Context, p *post.Post) error {
	if err := t.readFrom(ctx, p, (*reading).open); err != nil {
		return err
	}
	t.page()
	return nil
}

// readFrom opens a post, starts to read it, and reads until one goes back.
func (t *talk) readFrom(ctx context.Context, p *post.Post, start func(*reading)) error {
	for p != nil {
		body, err := t.Catalog.Body(p.Slug)
		if err != nil {
			t.say("The post cannot be read: " + err.Error() + ".")
			break
		}
		next, err := t.readParsed(ctx, p, t.Parse, body, start)
		if crashed := (*crash.Error)(nil); errors.As(err, &crashed) {
			t.Crashed(fmt.Errorf("%s: %w", p.Path, err))
			t.say("This post cannot be laid out, and is read as it stands in its file: " + text.CleanLine(err.Error()) + ".")
			next, err = t.readParsed(ctx, p, document.Plain, body, start)
		}
		if err != nil {
			return err
		}
		p, start = next, (*reading).open
	}
	return nil
}

// readParsed reads a post that parse makes of its body. A panic is an error.
func (t *talk) readParsed(
	ctx context.Context, p *post.Post, parse func(string, []byte) *document.Document, body []byte, start func(*reading),
) (next *post.Post, err error) {
	defer crash.Catch(&err)
	r := &reading{talk: t, post: p, doc: parse(p.Title, body)}
	start(r)
	return r.converse(ctx)
}

// converse carries out commands until the post is left; next is the post that is read then, nil for the
// list.
func (r *reading) converse(ctx context.Context) (next *post.Post, err error) {
	for r.said == nil {
		command, err := r.ask(ctx, "Post")
		if err != nil {
			return nil, err
		}
		word, rest := split(command)
		switch word {
		case "q":
			return nil, nil
		case "n", "p":
			step := map[string]int{"n": 1, "p": -1}[word]
			if p, ok := r.Catalog.Neighbour(r.post, step); ok {
				return p, nil
			}
			r.say("There is no other post that way.")
		case "l":
			if p := r.link(rest); p != nil {
				return p, nil
			}
		case "search":
			if err := r.search(ctx, rest); err != nil {
				return nil, err
			}
			r.say("You are back in " + r.describe(r.post))
		default:
			r.obey(word, rest)
		}
	}
	return nil, nil
}

func (r *reading) obey(word, rest string) {
	switch word {
	case "":
		r.goTo(r.section + 1)
	case "b":
		r.goTo(r.section - 1)
	case "g":
		r.jump(rest)
	case "o":
		r.outline()
	case "/":
		r.find(rest)
	case "c":
		r.code(rest)
	case "m":
		r.mark(rest)
	case "'":
		r.toMark(rest)
	case "s":
		r.change(r.post.Slug, func(e *history.Entry) { e.Starred = history.Flag{At: r.Now(), On: !e.Starred.On} })
		r.say(r.describe(r.post))
	case "x":
		r.change(r.post.Slug, func(e *history.Entry) { e.Read = history.Flag{At: r.Now(), On: !e.Read.On} })
		r.say(r.describe(r.post))
	case "h", "?", "help":
		r.say(strings.Split(readHelp, "\n")...)
	default:
		r.say("There is no command " + word + ". Type h for help.")
	}
}

// introduce says what the post is.
func (r *reading) introduce() {
	r.say("", r.describe(r.post))
	if r.partOf(r.post) != "" {
		r.say("The series has " + r.seriesSaid(r.post.Series) + ".")
	}
	r.say(sections(len(r.doc.Headings)) + ". Type h for help, q to go back.")
	r.compare()
}

// open says what the post is and reads the section in which reading stopped.
func (r *reading) open() {
	r.introduce()
	r.section = -1
	if e := r.entries[r.post.Slug]; e.Started() && len(r.doc.Blocks) > 0 {
		block, _ := e.Progress.Place.Find(r.fingerprints())
		r.section = r.doc.Section(block)
		r.say(fmt.Sprintf("You were at %d percent.", e.Progress.Percent))
	}
	if from, to := r.bounds(r.section); from == to && len(r.doc.Headings) > 0 {
		r.section = 0
	}
	r.speak()
}

// bounds returns the blocks of a section.
func (r *reading) bounds(section int) (from, to int) {
	to = len(r.doc.Blocks)
	if section >= 0 && section < len(r.doc.Headings) {
		from = r.doc.Headings[section].Block
	}
	if section+1 < len(r.doc.Headings) {
		to = r.doc.Headings[section+1].Block
	}
	return from, to
}

func (r *reading) goTo(section int) {
	switch {
	case section < -1, section == -1 && len(r.doc.Headings) > 0 && r.doc.Headings[0].Block == 0:
		r.say("This is the beginning.")
		return
	case section >= len(r.doc.Headings):
		r.say("This is the end. Type n for the next post, q to go back.")
		return
	}
	r.section = section
	r.speak()
}

// speak reads the section aloud and remembers where to go on.
func (r *reading) speak() {
	from, to := r.bounds(r.section)
	for i := from; i < to; i++ {
		r.write("\n")
		r.sayBlock(i)
	}
	read := r.doc.Words()
	if to < len(r.doc.Blocks) {
		read = r.doc.WordsBefore(document.Position{Block: to})
	}
	percent := 100
	if words := r.doc.Words(); words > 0 {
		percent = 100 * read / words
	}
	r.change(r.post.Slug, func(e *history.Entry) {
		next := to // where to go on
		if to == len(r.doc.Blocks) {
			next = from
		}
		place := history.Place{Index: next}
		if prints := r.fingerprints(); next < len(prints) {
			place.Block = prints[next]
		}
		e.Progress = history.Progress{At: r.Now(), Percent: percent, Place: place}
		if r.section >= 0 && r.section < len(r.doc.Headings) {
			e.Sections = withFlag(e.Sections, r.doc.Headings[r.section].ID, history.Flag{At: r.Now(), On: true})
		}
		if percent == 100 {
			e.Read = history.Flag{At: r.Now(), On: true}
		}
	})
	r.write("\n")
	if to == len(r.doc.Blocks) {
		r.end()
		return
	}
	r.say(fmt.Sprintf("%d percent. Enter for the next section.", percent))
}

// end says that the post is over and what comes next.
func (r *reading) end() {
	r.say("End of the post.")
	if p, ok := r.Catalog.Neighbour(r.post, 1); ok {
		r.say("Type n for the next one: " + r.describe(p))
	}
}

func (r *reading) fingerprints() history.Fingerprints {
	out := make(history.Fingerprints, len(r.doc.Blocks))
	for i := range r.doc.Blocks {
		out[i] = history.Fingerprint(r.doc.Text(i))
	}
	return out
}

func (r *reading) outline() {
	for i, h := range r.doc.Headings {
		from, to := r.bounds(i)
		words := r.doc.Words()
		if to < len(r.doc.Blocks) {
			words = r.doc.WordsBefore(document.Position{Block: to})
		}
		words -= r.doc.WordsBefore(document.Position{Block: from})
		here := ""
		if r.entries[r.post.Slug].Sections[h.ID].On {
			here = ", read"
		}
		if i == r.section {
			here += ", you are here"
		}
		r.say(fmt.Sprintf("%d. Level %d: %s, %s%s.", i+1, h.Level, h.Text, minutes((words+199)/200), here))
	}
}

// find reads the next section in which the words stand, from the one after this on and round.
func (r *reading) find(words string) {
	words = strings.ToLower(words)
	sections := len(r.doc.Headings) + 1
	for step := 1; step <= sections && words != ""; step++ {
		section := (r.section+1+step)%sections - 1
		from, to := r.bounds(section)
		for i := from; i < to; i++ {
			if strings.Contains(strings.ToLower(r.doc.Text(i)), words) {
				r.section = section
				r.speak()
				return
			}
		}
	}
	r.say("That is not in this post.")
}
