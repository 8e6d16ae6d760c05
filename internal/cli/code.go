package cli

import (
	"fmt"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/document"
)

// block is a block of code as --json shows it.
type block struct {
	N        int    `json:"n"`
	Language string `json:"language"`
	Title    string `json:"title"`
	Lines    int    `json:"lines"`
	Code     string `json:"code"`
}

// codeOptions are the flags of code.
type codeOptions struct {
	language, out string
	json, force   bool
}

func (a *app) codeCommand() *cobra.Command {
	var o codeOptions
	cmd := &cobra.Command{
		Use:   "code SLUG|FILE",
		Short: "List the blocks of code of a post, or write those that are files",
		Long: "code lists the blocks of code of a post. With --out it writes every block that names a file, below the folder,\n" +
			"after the files of the posts that the post builds on. It may be laid over the trees of those; files that were\n" +
			"changed since are named, and nothing is written unless --force replaces them.",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.code(cmd, args[0], o) },
	}
	cmd.Flags().StringVar(&o.language, "lang", "", "only blocks in language `L`")
	cmd.Flags().StringVar(&o.out, "out", "", "write the blocks that name a file below `FOLDER`")
	cmd.Flags().BoolVar(&o.force, "force", false, "with --out: replace files that have other content")
	cmd.Flags().BoolVar(&o.json, "json", false, "write JSON")
	return cmd
}

func (a *app) code(cmd *cobra.Command, name string, o codeOptions) error {
	p, body, err := a.find(cmd.Context(), name)
	if err != nil {
		return err
	}
	if o.force && o.out == "" {
		return usage("--force: there is nothing to replace without --out FOLDER")
	}
	if o.out != "" {
		bodies, err := a.required(cmd, p.Slug, p.Requires, body)
		if err != nil {
			return err
		}
		return a.writeFiles(bodies, o)
	}
	found := []block{}
	for i, c := range document.Parse(body).Code {
		if o.language == "" || strings.EqualFold(c.Language, o.language) {
			found = append(found, block{i + 1, c.Language, c.Title, strings.Count(c.Text, "\n"), c.Text})
		}
	}
	if o.json {
		return a.sayJSON(found)
	}
	var b strings.Builder
	for _, c := range found {
		fmt.Fprintf(&b, "%d\t%s\t%d\t%s\n", c.N, c.Language, c.Lines, c.Title)
	}
	return a.say(b.String())
}

// required returns the bodies whose files make the tree of a post, in the order in which they are laid
// over each other: those that it requires first.
func (a *app) required(cmd *cobra.Command, slug string, requires []string, body []byte) ([][]byte, error) {
	if len(requires) == 0 {
		return [][]byte{body}, nil
	}
	c, err := a.load(cmd.Context())
	if err != nil {
		return nil, err
	}
	var bodies [][]byte
	seen := map[string]bool{slug: true}
	var visit func(slugs []string) error
	visit = func(slugs []string) error {
		for _, s := range slugs {
			if seen[s] {
				continue
			}
			seen[s] = true
			p, ok := c.Post(s)
			if !ok {
				return errNotFound(c, s)
			}
			if err := visit(p.Requires); err != nil {
				return err
			}
			b, err := c.Body(s)
			if err != nil {
				return fmt.Errorf("cannot read the post: %w", err)
			}
			bodies = append(bodies, b)
		}
		return nil
	}
	if err := visit(requires); err != nil {
		return nil, err
	}
	return append(bodies, body), nil
}

// files collects the files of a post: blocks of the same title make one file.
func files(body []byte, language string) (names []string, content map[string]string) {
	content = map[string]string{}
	for _, c := range document.Parse(body).Code {
		if c.Title == "" || language != "" && !strings.EqualFold(c.Language, language) {
			continue
		}
		name := path.Clean(c.Title)
		if _, ok := content[name]; !ok {
			names = append(names, name)
		}
		content[name] += c.Text
	}
	return names, content
}
