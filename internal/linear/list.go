package linear

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/post"
)

const listHelp = `A number opens the post of that number.
Enter or n lists the next posts, p the previous ones.
r goes on with the post that was read last.
/ and words list the posts that match; it takes terms such as tag:python or minutes:<10. / alone lists all.
search and words finds the sections of all posts in which they stand; it takes the same terms, and in:code.
t lists the tags and how many posts each would leave; t and a tag takes it into the filter or out of it, with a hyphen before it leaves its posts out.
u lists only unread posts, or all.
c lists the categories; c and a category lists its posts.
o and date, title, time or series changes the order; the same again turns it round.
v lists what was read last.
d and a number tells the description, the tags and the date of a post.
s and a number stars a post or takes its star, x and a number marks it as read or unread.
q leaves.`

// list carries out a command of the list.
func (t *talk) list(ctx context.Context, command string) error {
	if n, err := strconv.Atoi(command); err == nil {
		if p := t.numbered(n); p != nil {
			return t.read(ctx, p)
		}
		return nil
	}
	word, rest := split(command)
	switch word {
	case "", "n":
		t.turn(pageSize)
	case "p":
		t.turn(-pageSize)
	case "r":
		if recent := t.recent(); len(recent) > 0 {
			p, _ := t.Catalog.Post(recent[0])
			return t.read(ctx, p)
		}
		t.say("There is no post to go on with.")
	case "/":
		t.find(rest)
	case "search":
		if err := t.search(ctx, rest); err != nil {
			return err
		}
		t.page()
	case "u":
		t.filter = t.filter.WithUnread(!t.filter.Unread())
		t.arrange()
		t.page()
	case "v":
		t.visited()
	case "t":
		t.tag(rest)
	case "c":
		t.category(rest)
	case "o":
		t.order(rest)
	case "d", "s", "x":
		t.about(word, rest)
	case "h", "?", "help":
		t.say(strings.Split(listHelp, "\n")...)
	case "q", "quit":
		return errDone
	default:
		t.say("There is no command " + word + ". Type h for help.")
	}
	return nil
}

// split parts a command from what follows it; a slash and an apostrophe need no space.
func split(command string) (word, rest string) {
	for _, sign := range []string{"/", "'"} {
		if after, ok := strings.CutPrefix(command, sign); ok {
			return sign, strings.TrimSpace(after)
		}
	}
	word, rest, _ = strings.Cut(command, " ")
	return word, strings.TrimSpace(rest)
}

func (t *talk) numbered(n int) *post.Post {
	if n < 1 || n > len(t.shown) {
		t.say(fmt.Sprintf("There is no post %d: the numbers go from 1 to %d.", n, len(t.shown)))
		return nil
	}
	return t.shown[n-1]
}

func (t *talk) turn(by int) {
	at := t.top + by
	switch {
	case at >= len(t.shown) && len(t.shown) > 0:
		t.say("That was the last post.")
		return
	case at < 0:
		t.say("These are the first posts.")
		at = 0
	}
	t.top = max(at, 0)
	t.page()
}

// saidWhole behind a query tells that it is not being typed any more.
const saidWhole = " "

func (t *talk) find(query string) {
	f, err := filter.ParseTyped(query+saidWhole, filter.NewVocabulary(t.Catalog.Posts))
	if err != nil {
		t.say("That filter cannot be read: " + err.Error() + ".")
		return
	}
	t.filter = f
	t.arrange()
	t.page()
}

func (t *talk) tag(name string) {
	if name == "" {
		t.tags()
		return
	}
	state := filter.Include
	if rest, not := strings.CutPrefix(name, "-"); not {
		name, state = rest, filter.Exclude
	}
	if t.filter.Tag(name) != filter.Any {
		state = filter.Any
	}
	t.filter = t.filter.WithTag(name, state)
	t.arrange()
	t.page()
}

// tags lists the tags that would leave posts, and those of the filter.
func (t *talk) tags() {
	left := t.filter.TagCounts(filter.NewIndex(t.Catalog.Posts), t.reading)
	for _, tag := range t.Catalog.Tags() {
		n, state := left[strings.ToLower(tag.Name)], ""
		switch t.filter.Tag(tag.Name) {
		case filter.Include:
			state = ", in the filter"
		case filter.Exclude:
			state = ", left out"
		}
		if n > 0 || state != "" {
			t.say(fmt.Sprintf("%s, %s%s.", tag.Name, counted(n), state))
		}
	}
}

func counted(posts int) string {
	if posts == 1 {
		return "1 post"
	}
	return fmt.Sprintf("%d posts", posts)
}

// visited lists the posts that were read last.
func (t *talk) visited() {
	var posts []*post.Post
	for slug, e := range t.entries {
		if p, ok := t.Catalog.Post(slug); ok && !e.Opened().IsZero() {
			posts = append(posts, p)
		}
	}
	slices.SortFunc(posts, func(a, b *post.Post) int {
		return cmp.Or(t.entries[b.Slug].Opened().Compare(t.entries[a.Slug].Opened()), post.Compare(a, b))
	})
	if len(posts) == 0 {
		t.say("Nothing was read yet.")
	}
	for _, p := range posts[:min(len(posts), pageSize)] {
		t.say(t.entries[p.Slug].Opened().Format("2 January 2006") + ": " + t.describe(p))
	}
}

func (t *talk) category(name string) {
	if name == "" {
		for _, c := range t.Catalog.Categories() {
			t.say(c.Name + ", " + counted(c.Posts) + ".")
		}
		return
	}
	t.filter = t.filter.WithCategory(name)
	t.arrange()
	t.page()
}

func (t *talk) order(name string) {
	by, err := filter.ParseSort(name)
	if err != nil {
		t.say("That is no order: type o date, o title, o time or o series.")
		return
	}
	t.reverse = by == t.sort && !t.reverse
	t.sort = by
	t.arrange()
	t.page()
}

// about describes or marks the post of a number.
func (t *talk) about(what, number string) {
	n, err := strconv.Atoi(number)
	if err != nil {
		t.say("Which post? Type " + what + " and its number.")
		return
	}
	p := t.numbered(n)
	if p == nil {
		return
	}
	switch what {
	case "d":
		t.say(t.describe(p), p.Description)
		if len(p.Tags) > 0 {
			t.say("Tags: " + strings.Join(p.Tags, ", ") + ".")
		}
		if !p.Date.IsZero() {
			t.say("Of " + p.Date.Format("2 January 2006") + ".")
		}
		return
	case "s":
		t.change(p.Slug, func(e *history.Entry) { e.Starred = history.Flag{At: t.Now(), On: !e.Starred.On} })
	case "x":
		t.change(p.Slug, func(e *history.Entry) { e.Read = history.Flag{At: t.Now(), On: !e.Read.On} })
	}
	t.say(t.describe(p))
}

// recent returns the slugs of the posts that were begun and not finished, the last one first.
func (t *talk) recent() []string {
	var out []string
	for slug, e := range t.entries {
		if _, ok := t.Catalog.Post(slug); ok && e.Started() {
			out = append(out, slug)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if c := t.entries[b].Opened().Compare(t.entries[a].Opened()); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return out
}
