package keymap_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/tui/keymap"
)

func TestAnActionGetsOtherKeys(t *testing.T) {
	k := keymap.Default()
	if err := k.Rebind("list.tags", []string{"T", "ctrl+t"}); err != nil {
		t.Fatal(err)
	}
	if got := k.List.Tags.Keys(); len(got) != 2 || got[1] != "ctrl+t" {
		t.Errorf("tags has %v", got)
	}
	if got := k.List.Tags.Help(); got.Key != "T" || got.Desc != "tags" {
		t.Errorf("the footer says %v", got)
	}
	if !strings.Contains(k.Markdown(), "| `T` `Ctrl-t` | choose tags |") {
		t.Error("the key tables do not follow")
	}
	if d := keymap.Default(); d.List.Tags.Keys()[0] != "t" {
		t.Error("the default has changed")
	}
	if err := k.Rebind("list.tags", []string{"c"}); err != nil {
		t.Fatal(err)
	}
	if got := k.Conflicts(); len(got) != 1 || !strings.Contains(got[0].String(), "list.tags") {
		t.Errorf("conflicts are %q", got)
	}
	if err := k.Rebind("list.tags", nil); err != nil || len(k.List.Tags.Keys()) != 0 {
		t.Errorf("an action cannot be left without keys: %v", err)
	}
}

func TestWhatIsAKey(t *testing.T) {
	k := keymap.Default()
	for _, name := range []string{"a", "É", "?", "+", "ctrl++", "ctrl+a", "alt+left", "shift+tab", "f1", "f12", "space", "pgdown", "あ"} {
		if err := k.Rebind("help", []string{name}); err != nil {
			t.Errorf("%v", err)
		}
	}
	for _, name := range []string{"", " ", "\x1b", "ctrl+", "control+a", "enterr", "f99", "f0", "ab", "a+b", "\u202e", "++a"} {
		if err := k.Rebind("help", []string{name}); err == nil {
			t.Errorf("%q is taken for a key", name)
		}
	}
	err := k.Rebind("list.tag-panel", []string{"a"})
	if err == nil || !strings.Contains(err.Error(), "list.tag") {
		t.Errorf("an unknown action: %v", err)
	}
}
