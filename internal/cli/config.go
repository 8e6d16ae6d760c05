package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/config"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

func (a *app) configCommand() *cobra.Command {
	var initialise, actions bool
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show what is chosen, and where",
		Long: "config prints every setting with the place that it comes from: the default, a choice made in the\n" +
			"program, the file, a variable (BLOGTUI_THEME and so on) or a flag.",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case initialise:
				return a.initConfig()
			case actions:
				return a.writeActions()
			}
			return a.writeConfig()
		},
	}
	cmd.Flags().BoolVar(&initialise, "init", false, "write a file with every setting, commented out")
	cmd.Flags().BoolVar(&actions, "actions", false, "list the actions that [keys] can give other keys")
	cmd.MarkFlagsMutuallyExclusive("init", "actions")
	return cmd
}

func (a *app) writeConfig() error {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", text.CleanLine(a.settled.path))
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, s := range a.settled.Settings() {
		fmt.Fprintf(tw, "%s = %s\t# %s\n", text.CleanLine(s.Name), text.CleanLine(s.Value), text.CleanLine(s.Origin.String()))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	return a.say(b.String())
}

// initConfig writes the commented file where it is looked for, unless there is one.
func (a *app) initConfig() error {
	path := a.settled.path
	if path == "" {
		return errors.New("there is no home to write a configuration to: name a file with --config")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("cannot write the configuration: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: edit it, or move it away first", path)
	}
	if err != nil {
		return fmt.Errorf("cannot write the configuration: %w", err)
	}
	_, err = f.WriteString(config.Template())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cannot write the configuration: %w", err)
	}
	return a.say(text.CleanLine(path) + "\n")
}

func (a *app) writeActions() error {
	var b strings.Builder
	for _, s := range a.settled.keys.Sections() {
		for _, e := range s.Entries {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", e.Action, strings.Join(keymap.Labels(e.Binding), " "), e.Long)
		}
	}
	return a.say(b.String())
}

func sorted(names []string) []string {
	slices.Sort(names)
	return names
}
