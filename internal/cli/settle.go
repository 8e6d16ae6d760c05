package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/blogtui/blogtui/internal/config"
	"github.com/blogtui/blogtui/internal/history"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// settled is what defaults, file, environment and flags come to.
type settled struct {
	config.Config
	path  string       // of the file, whether or not it is there
	theme *theme.Theme // nil: the one that fits the terminal
	keys  keymap.Keymap
}

// settle finds out what was chosen. The first mistake ends the program: a setting that is not in force
// and not spoken of is worse than none.
func (a *app) settle(cmd *cobra.Command) error {
	c := config.Default()
	folder, _ := config.Folders(a.getenv, runtime.GOOS)
	path, named := a.configFile, a.configFile != ""
	if !named && folder != "" {
		path = filepath.Join(folder, "config.toml")
	}
	a.settled.path = path
	c.ReadChoice(a.chosen(), func(name string) bool {
		_, ours := theme.Named(name)
		return ours || name == "auto"
	})
	if path != "" {
		if err := c.ReadFile(path, named); err != nil {
			return usage("%w", err)
		}
	}
	if err := c.Environment(a.getenv); err != nil {
		return usage("%w", err)
	}
	for _, name := range []string{"theme", "linear", "language"} {
		flag := cmd.Flags().Lookup(name)
		if flag == nil || !flag.Changed {
			continue
		}
		if err := c.Set(name, flag.Value.String(), config.Origin{Kind: config.FromFlag, Name: "--" + name}); err != nil {
			return usage("%w", err)
		}
	}
	a.settled.Config = c
	if err := a.settleTheme(); err != nil {
		return err
	}
	return a.settleKeys()
}

// settleTheme finds the theme: one of ours, or a Glamour style in a file.
func (a *app) settleTheme() error {
	name := a.settled.Theme
	if name == "auto" {
		return nil
	}
	if t, ok := theme.Named(name); ok {
		a.settled.theme = &t
		return nil
	}
	from := a.settled.Origin("theme")
	if !strings.ContainsRune(name, os.PathSeparator) && !strings.HasSuffix(name, ".json") {
		return usage("%s: %s: no such theme: use auto, %s, or the path of a Glamour style", from, name, themeNames())
	}
	if from.Kind == config.FromFile && !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(a.settled.path), name)
	}
	source, err := readFile(name, nil)
	if err != nil {
		return usage("%s: cannot read the theme: %w", from, err)
	}
	t, err := theme.FromGlamour(name, source)
	if err != nil {
		return usage("%s: %w", from, err)
	}
	a.settled.theme = &t
	return nil
}

// settleKeys puts the chosen keys in the place of the usual ones.
func (a *app) settleKeys() error {
	k := keymap.Default()
	for action, keys := range a.settled.Keys {
		if err := k.Rebind(action, keys); err != nil {
			return usage("%s: %w", a.settled.Origin("keys."+action), err)
		}
	}
	if conflicts := k.Conflicts(); len(conflicts) > 0 {
		return usage("%s: %s: give one of them another key", a.chosenFor(conflicts[0]), conflicts[0])
	}
	a.settled.keys = k
	return nil
}

// chosenFor is where the key of a conflict was chosen.
func (a *app) chosenFor(c keymap.Conflict) config.Origin {
	first, second := a.settled.Origin("keys."+c.Actions[0]), a.settled.Origin("keys."+c.Actions[1])
	if second.Kind == config.FromDefault {
		return first
	}
	return second
}

func themeNames() string {
	var names []string
	for _, t := range theme.All() {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}

// styles returns the theme for output that is not the reader's.
func (a *app) styles() *theme.Styles {
	if a.settled.theme != nil {
		return a.settled.theme.Styles()
	}
	return theme.For(nil, a.dark(), theme.TrueColour).Styles()
}

// history returns the store of what is remembered of reading. Without a home nothing is.
func (a *app) history() *history.Store {
	_, state := config.Folders(a.getenv, runtime.GOOS)
	path := ""
	if state != "" {
		path = filepath.Join(state, "history.json")
	}
	return history.NewStore(path, time.Now)
}

// chosen returns the path of what was chosen in the program itself, "" without a home.
func (a *app) chosen() string {
	_, state := config.Folders(a.getenv, runtime.GOOS)
	if state == "" {
		return ""
	}
	return filepath.Join(state, "chosen.toml")
}

// blogID is what the history calls a blog: its folder, whichever way it was reached.
func blogID(folder string) string {
	if folder == "" {
		return ""
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if abs, err := filepath.Abs(folder); err == nil {
		folder = abs
	}
	return folder
}

// named returns the folder of a blog that the configuration names, if the argument is "@" and a name.
func (a *app) named(arg string) (string, error) {
	name, ok := strings.CutPrefix(arg, "@")
	if !ok {
		return arg, nil
	}
	if folder, known := a.settled.Blogs[name]; known {
		return folder, nil
	}
	if len(a.settled.Blogs) == 0 {
		return "", usage("%s: no blog has a name yet: add [blogs] and %s = \"FOLDER\" to %s", arg, name, a.settled.path)
	}
	var names []string
	for n := range a.settled.Blogs {
		names = append(names, "@"+n)
	}
	return "", fmt.Errorf("%s: no such blog in %s: there are %s", arg, a.settled.path, strings.Join(sorted(names), ", "))
}
