package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// The width of a post that nobody gave a width, and the bounds of --width, in cells.
const (
	defaultWidth = 80
	mostWidth    = 1000
)

// readOptions are the flags of read.
type readOptions struct {
	width      int
	plain, raw bool
}

func (a *app) readCommand() *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read SLUG|FILE|-",
		Short: "Write a post, laid out",
		Long:  "read writes the laid-out post: coloured to a terminal, through $PAGER if it is longer than the screen; plain to a pipe.",
		Args:  cobra.ExactArgs(1),
		RunE:  func(cmd *cobra.Command, args []string) error { return a.read(cmd, args[0], o) },
	}
	cmd.Flags().IntVar(&o.width, "width", 0, "lay out for `N` cells (default: the terminal's width, at most 80)")
	cmd.Flags().BoolVar(&o.plain, "plain", false, "no colours, even to a terminal")
	cmd.Flags().BoolVar(&o.raw, "raw", false, "write the Markdown as it stands in the file, but for what a terminal would obey")
	return cmd
}

func (a *app) read(cmd *cobra.Command, name string, o readOptions) error {
	if o.width < 0 || o.width > mostWidth {
		return usage("--width %d: must be 1 to %d", o.width, mostWidth)
	}
	if o.raw {
		return a.writeSource(cmd, name)
	}
	p, body, err := a.find(cmd.Context(), name)
	if err != nil {
		return err
	}
	width := o.width
	if width == 0 {
		width = defaultWidth
		if a.isTerminal() {
			width = min(width, a.Columns)
		}
	}
	styled := a.isTerminal() && !o.plain && a.getenv("TERM") != "dumb"
	if !styled { // as it is laid out, however long it is
		return a.layOut(heeding{a, a.Out}, p, body, document.Open, width, false)
	}
	var out strings.Builder
	if err := a.layOut(heeding{a, &out}, p, body, document.Open, width, true); err != nil {
		return err
	}
	if strings.Count(out.String(), "\n") > a.Rows {
		if err := a.page(cmd.Context(), out.String()); !errors.Is(err, errNoPager) {
			return err
		}
	}
	return a.write(out.String())
}

// parser makes a document of a post's body, under its title.
type parser = func(title string, body []byte) *document.Document

// layOut writes the laid-out post. One that cannot be laid out is written as it stands in its file, and that
// is said.
func (a *app) layOut(w io.Writer, p *post.Post, body []byte, parse parser, width int, styled bool) error {
	styles := theme.Dark().Styles()
	if styled {
		styles = a.styles()
	}
	write := func(parse parser) error {
		return crash.Try(func() error {
			if _, err := io.WriteString(w, wrapped(p.Title, width)+wrapped(byline(p), width)+"\n"); err != nil {
				return err
			}
			return document.NewLayout(parse(p.Title, body), document.Options{Width: width, CodeWidth: width, Styles: styles}).Write(w, styled)
		})
	}
	err := write(parse)
	if crashed := (*crash.Error)(nil); errors.As(err, &crashed) {
		a.debug.keep(fmt.Errorf("%s: %w", p.Path, err))
		_ = a.complain(p.Path + ": cannot be laid out, and is shown as it stands in its file: " + err.Error())
		return write(document.Plain)
	}
	return err
}

// writeSource writes the Markdown of a post as it is, but for what a terminal would obey.
func (a *app) writeSource(cmd *cobra.Command, name string) error {
	c, p, err := a.open(cmd.Context(), name)
	if err != nil {
		return err
	}
	body, err := c.Source(p.Slug)
	if err != nil {
		return fmt.Errorf("cannot read the post: %w", err)
	}
	return a.say(string(body))
}

// wrapped is a text in lines of a width.
func wrapped(s string, width int) string {
	var b strings.Builder
	for _, line := range text.Wrap(s, width) {
		b.WriteString(s[line.Start:line.End] + "\n")
	}
	return b.String()
}

// byline says under the title what kind of post it is.
func byline(p *post.Post) string {
	parts := []string{}
	if p.Category != "" {
		parts = append(parts, p.Category)
	}
	parts = append(parts, fmt.Sprintf("%d min read", p.Minutes()))
	if !p.Date.IsZero() {
		parts = append(parts, p.Date.Format("2 Jan 2006"))
	}
	for _, t := range p.Tags {
		parts = append(parts, "#"+t)
	}
	return strings.Join(parts, " · ")
}

// write writes styled text in the colours that the terminal has.
func (a *app) write(s string) error {
	return a.put(colorprofile.NewWriter(a.Out, a.Env), s)
}
