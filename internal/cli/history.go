package cli

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/text"
)

// remembered is what is known of the reading of a post, as --json shows it.
type remembered struct {
	Blog    string `json:"blog"`
	Slug    string `json:"slug"`
	Percent int    `json:"percent"`
	Read    bool   `json:"read"`
	Starred bool   `json:"starred"`
	Opened  string `json:"opened"`
}

func (a *app) historyCommand() *cobra.Command {
	var asJSON, forget bool
	cmd := &cobra.Command{
		Use:   "history",
		Short: "List the posts that were read, the last one first",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store := a.history()
			if forget {
				folder, err := a.named(a.blog)
				if err != nil {
					return err
				}
				return store.Clear(cmd.Context(), blogID(folder))
			}
			h, err := store.Load()
			if err != nil {
				_ = a.complain(err.Error())
			}
			return a.writeHistory(h, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().BoolVar(&forget, "clear", false, "forget what was read, in this blog")
	cmd.MarkFlagsMutuallyExclusive("json", "clear")
	return cmd
}

// reading returns what tells a filter how far the posts of the blog were read. What cannot be known was not
// read.
func (a *app) reading() func(slug string) filter.Reading {
	entries := sync.OnceValue(func() map[string]history.Entry {
		folder, _ := a.named(a.blog)
		h, _ := a.history().Load()
		return h.Blog(blogID(folder))
	})
	return func(slug string) filter.Reading {
		e := entries()[slug]
		return filter.Reading{Read: e.Read.On, Started: e.Started(), Starred: e.Starred.On}
	}
}

func (a *app) writeHistory(h history.History, asJSON bool) error {
	all := []remembered{}
	for _, k := range h.Recent() {
		e := h[k]
		all = append(all, remembered{
			text.CleanLine(k.Blog), text.CleanLine(k.Slug), e.Progress.Percent, e.Read.On, e.Starred.On, e.Opened().Format(time.RFC3339),
		})
	}
	if asJSON {
		return a.sayJSON(all)
	}
	var b strings.Builder
	to := io.Writer(&b)
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	if a.isTerminal() {
		to = tw
	}
	for _, r := range all {
		state := fmt.Sprintf("%d%%", r.Percent)
		if r.Read {
			state = "read"
		}
		star := ""
		if r.Starred {
			star = "starred"
		}
		fmt.Fprintf(to, "%s\t%s\t%s\t%s\t%s\n", r.Opened[:len("2006-01-02")], state, star, r.Slug, r.Blog)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	return a.say(b.String())
}
