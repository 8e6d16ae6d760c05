package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/config"
)

func known(theme string) bool { return theme == "nord" || theme == "auto" }

func TestAChosenThemeIsKeptBesideTheConfiguration(t *testing.T) {
	dir := t.TempDir()
	kept, file := filepath.Join(dir, "state", "chosen.toml"), filepath.Join(dir, "config.toml")
	c := config.Default()
	c.ReadChoice(kept, known)
	if c.Theme != "auto" {
		t.Errorf("without a choice the theme is %q", c.Theme)
	}
	if err := c.KeepTheme(kept, "nord"); err != nil {
		t.Fatal(err)
	}
	c = config.Default()
	c.ReadChoice(kept, known)
	if c.Theme != "nord" || c.Origin("theme").String() != kept+":2 (chosen in the program)" {
		t.Errorf("the theme is %q, from %s", c.Theme, c.Origin("theme"))
	}
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}

	written := "# mine\ntheme = \"dracula\" # dark\n"
	if err := os.WriteFile(file, []byte(written), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.ReadFile(file, true); err != nil || c.Theme != "dracula" {
		t.Errorf("with a configuration the theme is %q, %v", c.Theme, err)
	}
	c.ReadChoice(kept, known)
	if c.Theme != "dracula" {
		t.Errorf("a choice wins over the configuration: %q", c.Theme)
	}
	if err := c.KeepTheme(kept, "auto"); err == nil || !strings.Contains(err.Error(), file+":2 says") {
		t.Errorf("a choice that would not be in force is kept: %v", err)
	}
	if now, err := os.ReadFile(file); err != nil || string(now) != written {
		t.Errorf("the configuration is now %q, %v", now, err)
	}
}

func TestADamagedChoiceChoosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chosen.toml")
	for _, source := range []string{"", "theme", "theme = 3", "theme = \"gone\"", "theme = \"", strings.Repeat("[", 100_000), "\xff\x00"} {
		if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
		c := config.Default()
		if c.ReadChoice(path, known); c.Theme != "auto" {
			t.Errorf("%q chooses %q", source, c.Theme)
		}
		if err := c.KeepTheme(path, "nord"); err != nil {
			t.Errorf("%q cannot be replaced: %v", source, err)
		}
	}
	c := config.Default()
	if err := c.KeepTheme("", "nord"); err == nil || !strings.Contains(err.Error(), "no home") {
		t.Errorf("without a home: %v", err)
	}
	if err := c.KeepTheme(filepath.Join(path, "below", "a file"), "nord"); err == nil {
		t.Error("a theme is kept below a file")
	}
}
