package keymap

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
)

// name is how a key is called that is more than a letter.
func name(s string) string {
	switch s {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Label returns a key as people write it: "Ctrl-d" for "ctrl+d", "↓" for "down".
func Label(k string) string {
	parts := strings.Split(k, "+")
	if k == "" || slices.Contains(parts, "") { // the plus key itself
		return k
	}
	for i, p := range parts {
		if utf8.RuneCountInString(p) > 1 {
			parts[i] = name(p)
		}
	}
	return strings.Join(parts, "-")
}

// Labels returns the keys of a binding as people write them; a row of digits is one label, "1…9".
func Labels(b key.Binding) []string {
	keys := b.Keys()
	var out []string
	for i := 0; i < len(keys); i++ {
		end := i
		for end+1 < len(keys) && digit(keys[end]) && digit(keys[end+1]) && keys[end+1][0] == keys[end][0]+1 {
			end++
		}
		if end > i+1 {
			out = append(out, keys[i]+"…"+keys[end])
			i = end
			continue
		}
		out = append(out, Label(keys[i]))
	}
	return out
}

func digit(k string) bool { return len(k) == 1 && k[0] >= '0' && k[0] <= '9' }

// Conflict is a key that means two things in one place.
type Conflict struct {
	Place   string
	Key     string // as people write it
	Actions [2]string
}

func (c Conflict) String() string {
	return fmt.Sprintf("%s: %s is both %s and %s", c.Place, c.Key, c.Actions[0], c.Actions[1])
}

// Conflicts returns the keys that mean two things in one place.
func (k Keymap) Conflicts() []Conflict {
	var out []Conflict
	sections := k.Sections()
	global := sections[0]
	for i, s := range sections {
		owner := make(map[string]string) // key: action
		entries := s.Entries
		if i > 0 {
			entries = append(holding(global.Entries, s.Typed), entries...)
		}
		for _, e := range entries {
			for _, pressed := range e.Keys() {
				if other, taken := owner[pressed]; taken {
					out = append(out, Conflict{s.Title, Label(pressed), [2]string{other, e.Action}})
				}
				owner[pressed] = e.Action
			}
		}
	}
	return out
}

// holding returns the global bindings that hold in a place: where text is typed, those that are no text.
func holding(global []Entry, typed bool) []Entry {
	return slices.DeleteFunc(slices.Clone(global), func(e Entry) bool {
		return typed && !slices.Contains([]string{"redraw", "suspend", "interrupt"}, e.Action)
	})
}

// Markdown returns the keys as the tables of the README.
func (k Keymap) Markdown() string {
	var b strings.Builder
	for i, s := range k.Sections() {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "| %s | |\n|---|---|\n", s.Title)
		for _, e := range s.Entries {
			fmt.Fprintf(&b, "| `%s` | %s |\n", strings.Join(Labels(e.Binding), "` `"), e.Long)
		}
	}
	return b.String()
}
