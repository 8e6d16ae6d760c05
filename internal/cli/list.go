package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/post"
)

// entry is a post as --json shows it.
type entry struct {
	Slug        string   `json:"slug"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Category    string   `json:"category"`   // the first of them, "" if there is none
	Categories  []string `json:"categories"` // all of them
	Series      string   `json:"series"`
	Part        int      `json:"part"`
	Tags        []string `json:"tags"`
	Date        string   `json:"date"`
	Updated     string   `json:"updated"`
	Minutes     int      `json:"minutes"`
	Words       int      `json:"words"`
	Path        string   `json:"path"`
	Draft       bool     `json:"draft"`
}

func entryOf(p *post.Post) entry {
	tags := p.Tags
	if tags == nil {
		tags = []string{}
	}
	categories := p.Categories()
	if categories == nil {
		categories = []string{}
	}
	return entry{
		Slug: p.Slug, Title: p.Title, Description: p.Description, Category: p.Category, Categories: categories,
		Series: p.Series, Part: p.Part, Tags: tags, Date: day(p.Date), Updated: day(p.Updated), Minutes: p.Minutes(), Words: p.Words, Path: p.Path, Draft: p.Draft,
	}
}

// listOptions are the flags of list.
type listOptions struct {
	sort    string
	reverse bool
	json    bool
}

func (a *app) listCommand() *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:     "list [FILTER...]",
		Short:   "List the posts that match a filter",
		Example: "blogtui list tag:fastapi -tag:jwt category:tutorial\nblogtui list 'minutes:<10' after:2026-03 --json",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.list(cmd, args, o) },
	}
	cmd.Flags().StringVar(&o.sort, "sort", "date", "order by date, title, time or series")
	cmd.Flags().BoolVar(&o.reverse, "reverse", false, "turn the order around")
	cmd.Flags().BoolVar(&o.json, "json", false, "write JSON")
	return cmd
}

func (a *app) list(cmd *cobra.Command, args []string, o listOptions) error {
	f, err := filter.Parse(query(args))
	if err != nil {
		return errUsage{err}
	}
	by, reverse := a.order()
	if cmd.Flags().Changed("sort") {
		reverse = false
		if by, err = filter.ParseSort(o.sort); err != nil {
			return usage("--sort %s: %w", o.sort, err)
		}
	}
	reverse = reverse != o.reverse
	c, err := a.load(cmd.Context())
	if err != nil {
		return err
	}
	matches := f.ApplyRead(filter.NewIndex(filter.Order(c.Posts, by, reverse)), a.reading())
	found := make([]*post.Post, len(matches))
	for i, m := range matches {
		found[i] = m.Post
	}
	switch {
	case o.json:
		err = a.writeEntries(found)
	case a.isTerminal():
		err = a.writeTable(found)
	default:
		err = a.writeTabs(found)
	}
	if err == nil && len(found) == 0 && !o.json {
		return errNoPosts
	}
	return err
}

// order is the order of lists that was chosen.
func (a *app) order() (by filter.Sort, reverse bool) {
	name, reverse := strings.CutPrefix(a.settled.Sort, "-")
	by, err := filter.ParseSort(name)
	if err != nil { // config allows only what there is
		return filter.Date, false
	}
	return by, reverse
}

// query joins the arguments to one query: a shell has taken the quotes off, so they are put back where a
// value has spaces.
func query(args []string) string {
	out := make([]string, len(args))
	for i, arg := range args {
		out[i] = arg
		if key, value, ok := strings.Cut(arg, ":"); ok && strings.ContainsAny(value, " \t") && !strings.ContainsAny(arg, "\"'") && !strings.ContainsAny(key, " \t") {
			out[i] = key + ":" + strconv.Quote(value)
		}
	}
	return strings.Join(out, " ")
}

func (a *app) writeEntries(found []*post.Post) error {
	entries := make([]entry, len(found))
	for i, p := range found {
		entries[i] = entryOf(p)
	}
	return a.sayJSON(entries)
}

func (a *app) writeTabs(found []*post.Post) error {
	var b strings.Builder
	for _, p := range found {
		b.WriteString(strings.Join([]string{p.Slug, p.Category, p.Title, strconv.Itoa(p.Minutes()), strings.Join(p.Tags, ","), day(p.Date)}, "\t") + "\n")
	}
	return a.say(b.String())
}

func (a *app) tagsCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "tags", Short: "List the tags and how many posts have each", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.load(cmd.Context())
			if err != nil {
				return err
			}
			type count struct {
				Tag   string `json:"tag"`
				Count int    `json:"count"`
			}
			counts := []count{}
			var b strings.Builder
			for _, t := range c.Tags() {
				counts = append(counts, count{t.Name, t.Posts})
				fmt.Fprintf(&b, "%d\t%s\n", t.Posts, t.Name)
			}
			if asJSON {
				return a.sayJSON(counts)
			}
			return a.say(b.String())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return cmd
}
