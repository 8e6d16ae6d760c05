package keymap_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/tui/keymap"
)

// Whatever key an action has, pressing it by name is pressing it.
func TestEveryKeyCanBePressedByItsName(t *testing.T) {
	names := []string{"é", "あ", "ctrl+alt+x", "shift+f", "alt+right"}
	for _, s := range keymap.Default().Sections() {
		for _, e := range s.Entries {
			names = append(names, e.Keys()...)
		}
	}
	for _, name := range names {
		if got := keymap.Press(name).String(); got != name {
			t.Errorf("%q is pressed as %q", name, got)
		}
	}
}
