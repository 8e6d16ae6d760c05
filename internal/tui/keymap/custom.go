package keymap

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"

	"github.com/blogtui/blogtui/internal/similar"
)

// Rebind gives an action other keys than its own; none at all leaves it without one. The error says what
// is wrong with the action's name or with a key.
func (k *Keymap) Rebind(action string, keys []string) error {
	var actions []string
	for _, s := range k.table() {
		for _, r := range s.rows {
			if r.action != action {
				actions = append(actions, r.action)
				continue
			}
			for _, name := range keys {
				if !isKey(name) {
					return fmt.Errorf("%s: %q is no key: write a character, or a name such as \"enter\", \"ctrl+o\", \"alt+left\"", action, name)
				}
			}
			*r.binding = key.NewBinding(key.WithKeys(keys...), key.WithHelp(first(keys), r.short))
			return nil
		}
	}
	return fmt.Errorf("there is no action %q: is it %s?", action, strings.Join(similar.Rank(action, actions, 2), " or "))
}

func first(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return Label(keys[0])
}

// isKey tells whether a terminal could send a key of that name.
func isKey(name string) bool {
	parts := strings.Split(name, "+")
	if name == "+" {
		parts = []string{"+"}
	} else if rest, plus := strings.CutSuffix(name, "++"); plus {
		parts = append(strings.Split(rest, "+"), "+")
	}
	for _, modifier := range parts[:len(parts)-1] {
		if !slices.Contains([]string{"ctrl", "alt", "shift", "meta", "super", "hyper"}, modifier) {
			return false
		}
	}
	base := parts[len(parts)-1]
	if r, size := utf8.DecodeRuneInString(base); size == len(base) && size > 0 {
		return r != utf8.RuneError && unicode.IsGraphic(r) && r != ' '
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(base, "f")); err == nil && base[0] == 'f' {
		return n >= 1 && n <= 24
	}
	return slices.Contains([]string{
		"enter", "esc", "tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	}, base)
}
