// Package config owns what a reader has chosen: defaults, over them what was chosen in the program, the file, over that the environment,
// over that the flags. Every value knows where it came from, so that `blogtui config` can say it and an
// error can name the place.
package config

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Config is all that can be chosen. Use the fields; Settings lists them with their origins.
type Config struct {
	Theme   string // a name, "auto", or the path of a Glamour style
	Width   int    // the measure of the text column, in cells
	Density string // "cards" or "lines"
	Sort    string // an order of the list, as `list --sort` has it; a leading "-" reverses it
	Mouse   bool
	Linear  bool
	Opener  string // the program that opens links; empty: the system's
	// Language is the code of that in which posts are listed that have translations ("fr", "pt-BR"); empty:
	// the blog's own.
	Language string

	Keys  map[string][]string // of an action, the keys in place of its own
	Blogs map[string]string   // folders by name

	origins map[string]Origin
}

// Origin is where a value came from.
type Origin struct {
	Kind OriginKind
	Name string // the file, the variable or the flag
	Line int    // in the file
}

// OriginKind orders origins: a later one wins over an earlier one.
type OriginKind int

// The origins, the weakest first.
const (
	FromDefault OriginKind = iota
	FromChoice             // in a panel of the program, kept in a file of its own
	FromFile
	FromEnvironment
	FromFlag
)

func (o Origin) String() string {
	switch o.Kind {
	case FromChoice:
		return o.Name + ":" + strconv.Itoa(o.Line) + " (chosen in the program)"
	case FromFile:
		return o.Name + ":" + strconv.Itoa(o.Line)
	case FromEnvironment, FromFlag:
		return o.Name
	}
	return "default"
}

// The bounds of the measure, in cells.
const (
	minWidth = 20
	maxWidth = 500
)

// setting is one value that can be chosen: its name in the file, what is said of it there, and how it is
// read and written. The environment has it as BLOGTUI_ and the name in capitals.
type setting struct {
	name, about string
	set         func(c *Config, value string) error
	show        func(c *Config) string // as TOML
}

func settings() []setting {
	return []setting{
		{"theme", "a theme's name, \"auto\" to follow the terminal, or the path of a Glamour style (JSON)",
			func(c *Config, v string) error { c.Theme = v; return notEmpty(v) },
			func(c *Config) string { return strconv.Quote(c.Theme) }},
		{"width", "the text column, in cells",
			func(c *Config, v string) (err error) { c.Width, err = between(v, minWidth, maxWidth); return err },
			func(c *Config) string { return strconv.Itoa(c.Width) }},
		{"density", "the list as \"cards\", or \"lines\"",
			func(c *Config, v string) error { c.Density = v; return oneOf(v, "cards", "lines") },
			func(c *Config) string { return strconv.Quote(c.Density) }},
		{"sort", "the order of the list: date, title, time or series; with a hyphen before it, reversed",
			func(c *Config, v string) error {
				c.Sort = v
				return oneOf(strings.TrimPrefix(v, "-"), "date", "title", "time", "series")
			},
			func(c *Config) string { return strconv.Quote(c.Sort) }},
		{"mouse", "wheel and clicks; the terminal's own selection then needs Shift",
			func(c *Config, v string) (err error) { c.Mouse, err = truth(v); return err },
			func(c *Config) string { return strconv.FormatBool(c.Mouse) }},
		{"linear", "plain prompts in place of screens, for screen readers and simple terminals",
			func(c *Config, v string) (err error) { c.Linear, err = truth(v); return err },
			func(c *Config) string { return strconv.FormatBool(c.Linear) }},
		{"opener", "the program that opens links; empty for the system's",
			func(c *Config, v string) error { c.Opener = v; return nil },
			func(c *Config) string { return strconv.Quote(c.Opener) }},
		{"language", "the language of posts that have translations, such as \"fr\"; empty for the blog's own",
			func(c *Config, v string) error { c.Language = v; return languageCode(v) },
			func(c *Config) string { return strconv.Quote(c.Language) }},
	}
}

// Default returns what is so when nothing was chosen.
func Default() Config {
	return Config{
		Theme: "auto", Width: 80, Density: "cards", Sort: "date",
		Keys: map[string][]string{}, Blogs: map[string]string{}, origins: map[string]Origin{},
	}
}

// Set gives a setting a value, unless it has one from a stronger origin. The error says what it may be.
func (c *Config) Set(name, value string, from Origin) error {
	i := slices.IndexFunc(settings(), func(s setting) bool { return s.name == name })
	if i < 0 {
		return fmt.Errorf("there is no setting %q", name)
	}
	if c.origins[name].Kind > from.Kind {
		return nil
	}
	if err := settings()[i].set(c, value); err != nil {
		return fmt.Errorf("%s: %s is %w", from, name, err)
	}
	c.origins[name] = from
	return nil
}

// Environment takes the settings that the environment has, as BLOGTUI_THEME and so on.
func (c *Config) Environment(getenv func(string) string) error {
	for _, s := range settings() {
		variable := "BLOGTUI_" + strings.ToUpper(s.name)
		value := getenv(variable)
		if value == "" {
			continue
		}
		if err := c.Set(s.name, value, Origin{Kind: FromEnvironment, Name: variable}); err != nil {
			return err
		}
	}
	return nil
}

// Origin returns where a setting's value, an action's keys ("keys.list.tags") or a blog's folder
// ("blogs.work") came from.
func (c *Config) Origin(name string) Origin { return c.origins[name] }

// Setting is one value, and where it came from.
type Setting struct {
	Name   string
	Value  string // as TOML
	Origin Origin
}

// Settings lists all values, those of the file's tables behind the others.
func (c *Config) Settings() []Setting {
	var out []Setting
	for _, s := range settings() {
		out = append(out, Setting{s.name, s.show(c), c.origins[s.name]})
	}
	var tables []Setting
	for action, keys := range c.Keys {
		name := "keys." + action
		tables = append(tables, Setting{name, quoteAll(keys), c.origins[name]})
	}
	for blog, folder := range c.Blogs {
		name := "blogs." + blog
		tables = append(tables, Setting{name, strconv.Quote(folder), c.origins[name]})
	}
	slices.SortFunc(tables, func(a, b Setting) int { return cmp.Compare(a.Name, b.Name) })
	return append(out, tables...)
}

func quoteAll(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = strconv.Quote(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Template returns a file with every setting, commented out, at its default.
func Template() string {
	var b strings.Builder
	b.WriteString("# What blogtui does unless it is told otherwise. Take the # off a line to change it.\n")
	c := Default()
	for _, s := range settings() {
		fmt.Fprintf(&b, "\n# %s\n# %s = %s\n", s.about, s.name, s.show(&c))
	}
	b.WriteString(`
# Other keys for an action: one, or a list. The actions are those that ` + "`blogtui config --actions`" + ` names.
# [keys]
# "list.tags" = "t"
# "reader.outline" = ["o", "alt+o"]

# Folders to read as ` + "`blogtui @work`" + `.
# [blogs]
# work = "~/work/blog/content"
`)
	return b.String()
}
