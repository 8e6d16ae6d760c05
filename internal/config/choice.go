package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/BurntSushi/toml"
	"github.com/google/renameio/v2/maybe"

	"github.com/blogtui/blogtui/internal/regular"
)

// What is chosen in the program's own panels is kept in a file of the program's own, so that the one that
// people write by hand is never touched. That one wins.

// ReadChoice takes the theme that was chosen in the program and kept at the path, if known tells that there
// is such a theme. A file that is not there, or is damaged, has chosen nothing: the next choice replaces it.
func (c *Config) ReadChoice(path string, known func(theme string) bool) {
	f, err := regular.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	source, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil || len(source) > maxSize || nesting(source) > maxNesting {
		return
	}
	var chosen struct{ Theme string }
	if _, err := toml.Decode(string(source), &chosen); err == nil && known(chosen.Theme) {
		_ = c.Set("theme", chosen.Theme, Origin{Kind: FromChoice, Name: path, Line: keyLines(source)["theme"]})
	}
}

// KeepTheme keeps a theme that was chosen in the program at the path. It is an error if what is kept there
// would not be in force, since the configuration or the environment names another.
func (c *Config) KeepTheme(path, theme string) error {
	switch from := c.Origin("theme"); {
	case from.Kind == FromFile || from.Kind == FromEnvironment:
		return fmt.Errorf("%s says theme = %q: change it there", from, c.Theme)
	case path == "":
		return errors.New("there is no home to keep it in")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	text := "# What was chosen in blogtui itself. The configuration, as `blogtui config` shows it, wins over this.\ntheme = " +
		strconv.Quote(theme) + "\n"
	err := maybe.WriteFile(path, []byte(text), 0o600)
	var bad *fs.PathError
	if errors.As(err, &bad) {
		return fmt.Errorf("%s: %w", path, bad.Err)
	}
	return err
}
