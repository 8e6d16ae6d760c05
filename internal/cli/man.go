package cli

import (
	"strings"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// manCommand writes the manual page, with the keys as they are chosen.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Write the manual page", Hidden: true, Args: cobra.NoArgs, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			page, err := mango.NewManPage(1, cmd.Root())
			if err != nil {
				return err
			}
			doc := roff.NewDocument()
			page.Build(doc)
			a.manKeys(doc)
			manFiles(doc)
			return a.put(a.Out, doc.String())
		},
	}
}

// manText is text as roff.Document.Text takes it: as a format.
func manText(s string) string { return strings.ReplaceAll(s, "%", "%%") }

// manTerm writes a term and what it means.
func manTerm(doc *roff.Document, term, meaning string) {
	doc.TaggedParagraph(-1)
	doc.TextBold(manText(term))
	doc.EndSection()
	doc.Text(manText(meaning))
}

func (a *app) manKeys(doc *roff.Document) {
	for _, s := range a.settled.keys.Sections() {
		doc.Section("Keys: " + s.Title)
		for _, e := range s.Entries {
			if labels := keymap.Labels(e.Binding); len(labels) > 0 {
				manTerm(doc, strings.Join(labels, " "), e.Long+" ("+e.Action+")")
			}
		}
	}
}

func manFiles(doc *roff.Document) {
	doc.Section("Files")
	manTerm(doc, "$XDG_CONFIG_HOME/blogtui/config.toml", "what you have chosen; blogtui config shows all of it and where it comes from, blogtui config --init writes a file to begin with")
	manTerm(doc, "$XDG_STATE_HOME/blogtui/history.json", "what was read, and how far; blogtui history lists it, blogtui history --clear forgets it")
	manTerm(doc, "$XDG_STATE_HOME/blogtui/chosen.toml", "the theme that was chosen in the program; the configuration wins over it")
	doc.Section("Environment")
	manTerm(doc, "BLOGTUI_THEME, BLOGTUI_WIDTH and so on", "every setting of the configuration, by its name in capitals; stronger than the file, weaker than a flag")
	manTerm(doc, "NO_COLOR", "attributes in place of colours")
	manTerm(doc, "TERM=dumb", "sentences and prompts in place of screens, as --linear")
}
