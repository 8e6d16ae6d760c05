package cli

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/filter"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// foundEntry is a section in which something was found, as --json shows it.
type foundEntry struct {
	entry
	Section string  `json:"section"`
	Line    int     `json:"line"`
	Snippet string  `json:"snippet"`
	Score   float64 `json:"score"`
}

// searchOptions are the flags of search.
type searchOptions struct {
	most int
	json bool
}

func (a *app) searchCommand() *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Find words in the bodies of all posts",
		Long: "search finds the sections in which all words of a query stand, the best first. The last word may go on,\n" +
			"a phrase stands in quotes, and in:code, in:prose, in:heading and in:title say where the words are to be.\n" +
			"The terms of list say in which posts.",
		Example: "blogtui search refresh token\nblogtui search 'tag:python in:code \"refresh token\"' -n 5\nblogtui search cache --json",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.search(cmd, args, o) },
	}
	cmd.Flags().IntVarP(&o.most, "number", "n", 20, "write at most so many sections")
	cmd.Flags().BoolVar(&o.json, "json", false, "write JSON")
	return cmd
}

var errNothingFound = errors.New("nothing found: try fewer words, or their beginnings")

func (a *app) search(cmd *cobra.Command, args []string, o searchOptions) error {
	asked := query(args)
	if len(args) == 1 { // the whole query in one argument, whose quotes are its own
		asked = args[0]
	}
	q, err := search.Parse(asked)
	var wrong *filter.SyntaxError
	switch {
	case errors.As(err, &wrong):
		return usage("search, column %d: %s", wrong.Offset+1, wrong.Message)
	case q.IsEmpty():
		return usage("search: there are no words to look for: write some, or filter with `blogtui list`")
	case o.most < 1:
		return usage("--number %d: write 1 or more", o.most)
	}
	c, err := a.load(cmd.Context())
	if err != nil {
		return err
	}
	found, err := search.Run(cmd.Context(), c, q, search.Options{Limit: o.most, Reading: a.reading()})
	if err != nil {
		return err
	}
	if found.Unread != nil {
		_ = a.complain(found.Unread.Error() + ": what it says was not searched")
	}
	switch {
	case o.json:
		err = a.writeFound(found)
	case a.isTerminal():
		styled := a.getenv("TERM") != "dumb"
		out := cards(found, min(a.Columns, widestCard), a.inkStyles(), styled)
		if styled {
			err = a.write(out)
		} else {
			err = a.say(out)
		}
	default:
		err = a.writeFoundTabs(found)
	}
	if err == nil && len(found.Hits) == 0 {
		return errNothingFound
	}
	return err
}

func (a *app) writeFound(found search.Results) error {
	entries := make([]foundEntry, len(found.Hits))
	for i, h := range found.Hits {
		entries[i] = foundEntry{entryOf(h.Post), h.Section.Text, h.Line, h.Snippet.Text, math.Round(h.Score*1000) / 1000}
	}
	return a.sayJSON(entries)
}

func (a *app) writeFoundTabs(found search.Results) error {
	var b strings.Builder
	for _, h := range found.Hits {
		columns := []string{h.Post.Slug, strconv.Itoa(h.Line), h.Section.Text, strconv.Itoa(h.Minutes), strconv.FormatFloat(h.Score, 'f', 3, 64), h.Snippet.Text}
		b.WriteString(strings.Join(columns, "\t") + "\n")
	}
	return a.say(b.String())
}

// The measures of what is found, in cells and lines.
const (
	widestCard   = 100
	snippetLines = 2
	cardIndent   = 2
)

// inkStyles are the styles for text in the terminal's own ink: those of the theme that was named, else of
// the one of sixteen colours, in which what was found is underlined, since no colour is legible on every
// background.
func (a *app) inkStyles() *theme.Styles {
	if a.settled.theme != nil {
		return a.settled.theme.Styles()
	}
	s := theme.Basic(a.dark()).Styles()
	s.Match = lipgloss.NewStyle().Underline(true)
	return s
}

// cards sets what was found for a terminal: title and minutes, section and place, and the text around.
func cards(found search.Results, width int, s *theme.Styles, styled bool) string {
	c := cardWriter{width: width, styles: s, styled: styled}
	for _, h := range found.Hits {
		c.pair(0, h.Title, s.PostTitle, fmt.Sprintf("%d min", h.Minutes))
		c.pair(cardIndent, h.Section, s.Category, fmt.Sprintf("%s:%d", h.Post.Slug, h.Line))
		c.snippet(h.Snippet)
		c.out.WriteByte('\n')
	}
	if len(found.Hits) > 0 {
		c.out.WriteString(c.dye(text.Truncate(found.Summary(), width), s.Faint) + "\n")
	}
	return c.out.String()
}

type cardWriter struct {
	width  int
	styles *theme.Styles
	styled bool
	out    strings.Builder
}

// pair writes a line with something at its right, which gives way if both do not fit.
func (c *cardWriter) pair(indent int, left search.Marked, style lipgloss.Style, right string) {
	room := c.width - indent - text.Width(right) - 2
	if room < min(text.Width(left.Text), c.width/2) {
		right, room = "", c.width-indent
	}
	shown := text.Truncate(left.Text, room)
	if shown == "" && right == "" {
		return
	}
	whole := text.Range{End: len(strings.TrimSuffix(shown, "…"))}
	if shown == left.Text {
		whole.End = len(shown)
	}
	c.out.WriteString(strings.Repeat(" ", indent))
	c.marked(left, whole, style)
	c.out.WriteString(c.dye(shown[whole.End:], style))
	if right != "" {
		c.out.WriteString(strings.Repeat(" ", room-text.Width(shown)+2) + c.dye(right, c.styles.Faint))
	}
	c.out.WriteByte('\n')
}

func (c *cardWriter) snippet(m search.Marked) {
	lines := text.Wrap(m.Text, max(c.width-cardIndent, 1))
	for i, line := range lines[:min(len(lines), snippetLines)] {
		if line.Start == line.End {
			continue
		}
		c.out.WriteString(strings.Repeat(" ", min(cardIndent, c.width-1)))
		c.marked(m, line, c.styles.Description)
		if i+1 == snippetLines && len(lines) > snippetLines && text.Width(m.Text[line.Start:line.End])+cardIndent < c.width {
			c.out.WriteString(c.dye("…", c.styles.Description))
		}
		c.out.WriteByte('\n')
	}
}

// marked writes a part of a text, with what was found in it set off.
func (c *cardWriter) marked(m search.Marked, r text.Range, style lipgloss.Style) {
	for part, hit := range m.Parts(r) {
		if hit {
			c.out.WriteString(c.dye(part, c.styles.Match.Bold(true)))
		} else {
			c.out.WriteString(c.dye(part, style))
		}
	}
}

func (c *cardWriter) dye(s string, style lipgloss.Style) string {
	if !c.styled || s == "" {
		return s
	}
	return style.Render(s)
}
