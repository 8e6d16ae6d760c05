package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/blogtui/blogtui/internal/regular"
	"github.com/blogtui/blogtui/internal/similar"
)

// maxSize is the largest file that is read, in bytes.
const maxSize = 1 << 20

// ReadFile takes what the file at the path has chosen. A file that does not exist has chosen nothing; if
// required it is an error.
func (c *Config) ReadFile(path string, required bool) error {
	open := regular.Open
	if required { // it may be a pipe, which a shell makes of <(command)
		open = os.Open
	}
	f, err := open(path)
	if errors.Is(err, fs.ErrNotExist) && !required {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot read the configuration: %w", err)
	}
	defer f.Close()
	source, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return fmt.Errorf("cannot read the configuration: %w", err)
	case len(source) > maxSize:
		return fmt.Errorf("%s is larger than %d MB: that is no configuration", path, maxSize>>20)
	}
	return c.decode(path, source)
}

// decode takes what a file has chosen. A value that makes no sense is an error with its line and leaves the
// others in force; the errors come joined.
func (c *Config) decode(path string, source []byte) error {
	if depth := nesting(source); depth > maxNesting {
		return fmt.Errorf("%s: brackets are %d deep: no setting needs more than one level", path, depth)
	}
	source = bytes.TrimPrefix(source, []byte("\ufeff"))
	values := make(map[string]any)
	if _, err := toml.Decode(string(source), &values); err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return fmt.Errorf("%s:%d: %s", path, bad.Position.Line, bad.Message)
		}
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := keyLines(source)
	at := func(name string) Origin { return Origin{FromFile, path, lines[name]} }
	var errs []error
	for name, value := range values {
		switch name {
		case "keys":
			errs = append(errs, c.takeKeys("", value, at)...)
		case "blogs":
			errs = append(errs, c.takeBlogs(filepath.Dir(path), value, at)...)
		default:
			errs = append(errs, c.takeSetting(name, value, at(name)))
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return errors.Join(errs...)
}

func (c *Config) takeSetting(name string, value any, from Origin) error {
	var known []string
	for _, s := range settings() {
		known = append(known, s.name)
	}
	if !slices.Contains(known, name) {
		hint := "the settings are " + strings.Join(known, ", ") + ", [keys] and [blogs]"
		if near := similar.Rank(name, append(known, "keys", "blogs"), 1); len(near) > 0 {
			hint = "did you mean " + near[0] + "?"
		}
		return fmt.Errorf("%s: there is no setting %q: %s", from, name, hint)
	}
	switch value.(type) {
	case string, int64, bool:
		return c.Set(name, fmt.Sprint(value), from)
	}
	return fmt.Errorf("%s: %s takes one value", from, name)
}

// takeKeys reads the table of keys; actions may be written in quotes ("list.tags") or as tables (list.tags).
func (c *Config) takeKeys(action string, value any, at func(string) Origin) []error {
	name := strings.TrimSuffix("keys."+action, ".")
	switch value := value.(type) {
	case string:
		c.Keys[action], c.origins[name] = []string{value}, at(name)
		return nil
	case []any:
		var keys []string
		for _, v := range value {
			k, ok := v.(string)
			if !ok {
				return []error{fmt.Errorf("%s: %s: %v is no key: keys are written in quotes", at(name), action, v)}
			}
			keys = append(keys, k)
		}
		c.Keys[action], c.origins[name] = keys, at(name)
		return nil
	case map[string]any:
		var errs []error
		for part, v := range value {
			errs = append(errs, c.takeKeys(strings.TrimPrefix(action+"."+part, "."), v, at)...)
		}
		return errs
	}
	return []error{fmt.Errorf("%s: %s: %v is no key: keys are written in quotes", at(name), action, value)}
}

func (c *Config) takeBlogs(base string, value any, at func(string) Origin) []error {
	table, ok := value.(map[string]any)
	if !ok {
		return []error{fmt.Errorf("%s: blogs is a table: write [blogs], then name = \"folder\"", at("blogs"))}
	}
	var errs []error
	for blog, v := range table {
		name := "blogs." + blog
		folder, ok := v.(string)
		if !ok || folder == "" {
			errs = append(errs, fmt.Errorf("%s: blog %s: %v is no folder", at(name), blog, v))
			continue
		}
		if rest, home := strings.CutPrefix(folder, "~"); home && (rest == "" || os.IsPathSeparator(rest[0])) {
			if dir, err := os.UserHomeDir(); err == nil {
				folder = filepath.Join(dir, rest)
			}
		}
		if !filepath.IsAbs(folder) {
			folder = filepath.Join(base, folder)
		}
		c.Blogs[blog], c.origins[name] = folder, at(name)
	}
	return errs
}
