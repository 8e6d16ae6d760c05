// Package linear is the program without screens: numbered lists, prompts and plain sentences, one after
// the other, never drawn over. It is for screen readers, for terminals that can do no more, and for
// whoever likes a conversation better.
//
// What it can do is what the screens can: list, filter, search by tag, read, follow links, remember. A
// line that is typed is a command; Enter alone goes on.
package linear

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

// Options are what the conversation is started with.
type Options struct {
	Catalog *catalog.Catalog
	Start   string        // the slug of a post to open at once, "" for the list
	Filter  filter.Filter // what the list is filtered by at first
	Sort    filter.Sort   // how it is ordered at first
	Reverse bool
	History *history.Store // nil: nothing is remembered
	Blog    string         // what the history calls the blog
	Name    string         // of a blog that has no title of its own
	Width   int            // at which sentences are wrapped, in cells; 0: 80
	Desktop Desktop        // nil: there is none
	Now     func() time.Time
	In      io.Reader
	Out     io.Writer
	// Parse makes documents of posts; nil: document.ParseUnder. Crashed is given the panics over posts, which
	// are read as they stand in their files then; nil: nobody wants to know.
	Parse   func(title string, body []byte) *document.Document
	Crashed func(error)
}

// Desktop is what lies around a terminal. Both functions return the name of the program that they have used.
type Desktop interface {
	Browse(address string) (program string, err error)
	Copy(s string) (program string, err error)
}

// pageSize is how many posts are listed at once.
const pageSize = 10

// talk is a conversation that goes on.
type talk struct {
	Options
	lines   <-chan string // that are typed
	entries map[string]history.Entry
	filter  filter.Filter
	sort    filter.Sort
	reverse bool
	shown   []*post.Post // all that the filter admits
	top     int          // of shown, the first of the page
	said    error        // of the first write that failed
}

// errDone ends the conversation.
var errDone = errors.New("done")

// Run holds a conversation until it is left, its input ends or ctx does; then the error is that of ctx.
func Run(ctx context.Context, o Options) error {
	if o.Parse == nil {
		o.Parse = document.ParseUnder
	}
	if o.Crashed == nil {
		o.Crashed = func(error) {}
	}
	if o.Width == 0 {
		o.Width = 80
	}
	t := &talk{Options: o, lines: typed(o.In), filter: o.Filter, sort: o.Sort, reverse: o.Reverse}
	t.remember(history.NewClock(o.Now))
	t.arrange()
	t.greet()
	err := error(nil)
	if p, ok := o.Catalog.Post(o.Start); ok {
		err = t.read(ctx, p)
	} else {
		t.page()
	}
	for err == nil && t.said == nil {
		var command string
		if command, err = t.ask(ctx, "List"); err == nil {
			err = t.list(ctx, command)
		}
	}
	if errors.Is(err, errDone) {
		err = nil
	}
	return errors.Join(err, t.said)
}

// typed reads lines in the background, so that a signal need not wait for the next one.
func typed(in io.Reader) <-chan string {
	lines := make(chan string)
	crash.Go(func() error {
		defer close(lines)
		scanner := bufio.NewScanner(in)
		for scanner.Scan() {
			lines <- scanner.Text()
		}
		return scanner.Err()
	})
	return lines
}

// ask prompts for a line.
func (t *talk) ask(ctx context.Context, where string) (string, error) {
	t.write(where + "> ")
	select {
	case line, ok := <-t.lines:
		if !ok {
			t.write("\n")
			return "", errDone
		}
		return strings.TrimSpace(text.CleanLine(line)), nil
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

func (t *talk) write(s string) {
	if t.said == nil {
		_, t.said = io.WriteString(t.Out, text.Clean(s))
	}
}

// say writes sentences, each wrapped on lines of its own.
func (t *talk) say(sentences ...string) {
	for _, s := range sentences {
		ranges := text.Wrap(s, t.Width)
		if len(ranges) == 0 {
			t.write("\n")
		}
		for _, r := range ranges {
			t.write(s[r.Start:r.End] + "\n")
		}
	}
}

func (t *talk) greet() {
	t.say(cmp.Or(t.Catalog.Title, text.CleanLine(t.Name), "Blog")+". "+t.Catalog.Headline(), "Type h for help.")
	for _, key := range t.recent() {
		p, _ := t.Catalog.Post(key)
		t.say(fmt.Sprintf("To continue: %s, %d percent read. Type r to go on.", p.Title, t.entries[key].Progress.Percent))
		break
	}
}

// arrange finds the posts that the filter admits.
func (t *talk) arrange() {
	t.shown, t.top = nil, 0
	for _, m := range t.filter.ApplyRead(filter.NewIndex(filter.Order(t.Catalog.Posts, t.sort, t.reverse)), t.reading) {
		t.shown = append(t.shown, m.Post)
	}
}

func (t *talk) reading(slug string) filter.Reading {
	e := t.entries[slug]
	return filter.Reading{Read: e.Read.On, Started: e.Started(), Starred: e.Starred.On}
}

// page lists the posts of the page.
func (t *talk) page() {
	if len(t.shown) == 0 {
		t.say("No post matches. Type / alone to list all.")
		return
	}
	end := min(t.top+pageSize, len(t.shown))
	of := fmt.Sprintf("Posts %d to %d of %d", t.top+1, end, len(t.shown))
	if !t.filter.IsZero() {
		of += ", filtered by " + t.filter.String()
	}
	t.say(of + ".")
	for i := t.top; i < end; i++ {
		if head := t.heading(i); t.sort == filter.Series && head != "" {
			t.say(head)
		}
		t.say(fmt.Sprintf("%d. %s", i+1, t.describe(t.shown[i])))
	}
}

func minutes(n int) string {
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", n)
}

// describe says in a sentence what a post is.
func (t *talk) describe(p *post.Post) string {
	parts := []string{p.Title}
	if p.Category != "" {
		parts[0] = p.Category + ": " + p.Title
	}
	parts = append(parts, minutes(p.Minutes()))
	if part := t.partOf(p); part != "" {
		parts = append(parts, part)
	}
	switch e := t.entries[p.Slug]; {
	case e.Read.On:
		parts = append(parts, "read")
	case e.Started():
		parts = append(parts, fmt.Sprintf("%d percent read", e.Progress.Percent))
	}
	if t.entries[p.Slug].Starred.On {
		parts = append(parts, "starred")
	}
	return strings.Join(parts, ", ") + "."
}
