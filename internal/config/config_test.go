package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/config"
)

func read(t *testing.T, source string) (config.Config, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	c := config.Default()
	err := c.ReadFile(path, true)
	return c, err
}

func TestTheStrongerOriginWins(t *testing.T) {
	c, err := read(t, "theme = \"nord\"\nwidth = 72\nsort = \"title\"\n")
	if err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"BLOGTUI_THEME": "gruvbox", "BLOGTUI_WIDTH": "90", "BLOGTUI_MOUSE": "1"}
	if err := c.Set("theme", "dracula", config.Origin{Kind: config.FromFlag, Name: "--theme"}); err != nil {
		t.Fatal(err)
	}
	if err := c.Environment(func(name string) string { return env[name] }); err != nil {
		t.Fatal(err)
	}
	if c.Theme != "dracula" || c.Width != 90 || c.Sort != "title" || !c.Mouse || c.Density != "cards" {
		t.Errorf("config is %+v", c)
	}
	for name, want := range map[string]string{"theme": "--theme", "width": "BLOGTUI_WIDTH", "sort": "config.toml:3", "density": "default"} {
		if got := c.Origin(name).String(); !strings.HasSuffix(got, want) {
			t.Errorf("%s comes from %s, want %s", name, got, want)
		}
	}
}

func TestTablesOfTheFile(t *testing.T) {
	c, err := read(t, "\ufeff# mine\n[keys]\n\"list.tags\" = \"T\"\nreader.outline = [\"o\", \"ctrl+o\"]\n\n[blogs]\nwork = \"posts\"\nabs = \"/srv/blog\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Keys["list.tags"]; len(got) != 1 || got[0] != "T" {
		t.Errorf("list.tags has %v", got)
	}
	if got := c.Keys["reader.outline"]; len(got) != 2 || got[1] != "ctrl+o" {
		t.Errorf("reader.outline has %v", got)
	}
	if got := c.Origin("keys.reader.outline").Line; got != 4 {
		t.Errorf("reader.outline stands on line %d, want 4", got)
	}
	if got := c.Blogs["work"]; !filepath.IsAbs(got) || filepath.Base(got) != "posts" {
		t.Errorf("work is %s, want it beside the file", got)
	}
	if got := c.Blogs["abs"]; got != "/srv/blog" {
		t.Errorf("abs is %s", got)
	}
	var names []string
	for _, s := range c.Settings() {
		names = append(names, s.Name+" = "+s.Value)
	}
	all := strings.Join(names, "\n")
	for _, want := range []string{`theme = "auto"`, `keys.list.tags = ["T"]`, `blogs.abs = "/srv/blog"`} {
		if !strings.Contains(all, want) {
			t.Errorf("the settings lack %s:\n%s", want, all)
		}
	}
}

func TestAMistakeIsNamedWithItsLineAndRemedy(t *testing.T) {
	for name, test := range map[string]struct{ source, want string }{
		"an unknown setting": {"width = 80\nthem = \"nord\"", `config.toml:2: there is no setting "them": did you mean theme?`},
		"a word for a width": {"\nwidth = \"wide\"", `config.toml:2: width is "wide", which it cannot be: use a number from 20 to 500`},
		"too wide":           {"width = 100000", "use a number from 20 to 500"},
		"an odd order":       {"sort = \"-age\"", "use date, title, time, series"},
		"a list":             {"theme = [\"a\"]", "config.toml:1: theme takes one value"},
		"a key of numbers":   {"[keys]\n\"list.tags\" = 7", "config.toml:2: list.tags: 7 is no key"},
		"a list of numbers":  {"[keys]\n\"list.tags\" = [7]", "config.toml:2: list.tags: 7 is no key"},
		"blogs is no table":  {"blogs = 3", "config.toml:1: blogs is a table"},
		"a blog of numbers":  {"[blogs]\nx = 3", "config.toml:2: blog x: 3 is no folder"},
		"no TOML":            {"width = 80\ntheme = = 3", "config.toml:2: "},
		"a bomb":             {"x = " + strings.Repeat("[", 100000), "brackets are 100000 deep"},
		"an empty theme":     {"theme = \"\"", "theme is empty"},
	} {
		c, err := read(t, test.source)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %q\nwant it to say %q", name, err, test.want)
		}
		if name == "an unknown setting" && c.Width != 80 {
			t.Error("one mistake took the other settings away")
		}
	}
}

func TestAllMistakesAreNamedAtOnce(t *testing.T) {
	_, err := read(t, "a = 1\nb = 2\nwidth = 1")
	if got := strings.Count(err.Error(), "config.toml:"); got != 3 {
		t.Errorf("%d mistakes are named, want 3: %v", got, err)
	}
}

func TestFilesThatAreNotThere(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "none.toml")
	c := config.Default()
	if err := c.ReadFile(missing, false); err != nil {
		t.Errorf("a file that nobody asked for: %v", err)
	}
	if err := c.ReadFile(missing, true); err == nil {
		t.Error("a file that was named is missing and nothing is said")
	}
	if err := c.ReadFile(t.TempDir(), true); err == nil {
		t.Error("a folder was read")
	}
}

func TestTheTemplateIsTheDefault(t *testing.T) {
	if _, err := read(t, config.Template()); err != nil {
		t.Fatal(err)
	}
	var open []string
	for line := range strings.Lines(config.Template()) {
		if rest, ok := strings.CutPrefix(line, "# "); ok && (strings.Contains(rest, " = ") || strings.HasPrefix(rest, "[")) {
			line = rest
		}
		open = append(open, line)
	}
	c, err := read(t, strings.Join(open, ""))
	if err != nil {
		t.Fatalf("with every # taken off: %v", err)
	}
	d := config.Default()
	for i, s := range d.Settings() {
		if got := c.Settings()[i]; got.Value != s.Value {
			t.Errorf("%s is %s in the template, %s without one", s.Name, got.Value, s.Value)
		}
	}
}

func TestFolders(t *testing.T) {
	for name, test := range map[string]struct {
		env           map[string]string
		goos          string
		config, state string
	}{
		"home":          {map[string]string{"HOME": "/h"}, "linux", "/h/.config/blogtui", "/h/.local/state/blogtui"},
		"named":         {map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}, "darwin", "/c/blogtui", "/s/blogtui"},
		"relative":      {map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "c"}, "linux", "/h/.config/blogtui", "/h/.local/state/blogtui"},
		"no home":       {nil, "linux", "", ""},
		"windows' own":  {map[string]string{"APPDATA": "/r", "LOCALAPPDATA": "/l"}, "windows", "/r/blogtui", "/l/blogtui"},
		"relative home": {map[string]string{"HOME": "."}, "linux", "", ""},
	} {
		c, s := config.Folders(func(n string) string { return test.env[n] }, test.goos)
		if filepath.ToSlash(c) != test.config || filepath.ToSlash(s) != test.state {
			t.Errorf("%s: %q and %q, want %q and %q", name, c, s, test.config, test.state)
		}
	}
}

func FuzzConfig(f *testing.F) {
	f.Add("theme = \"nord\"\n[keys]\na.b = \"x\"\n")
	f.Add(config.Template())
	f.Fuzz(func(t *testing.T, source string) {
		c, err := read(t, source)
		if err != nil && err.Error() == "" {
			t.Error("an error that says nothing")
		}
		if c.Width < 20 || c.Width > 500 {
			t.Errorf("the width is %d", c.Width)
		}
	})
}
