package keymap

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
)

func TestNoKeyMeansTwoThingsInOnePlace(t *testing.T) {
	for _, conflict := range Default().Conflicts() {
		t.Error(conflict)
	}
}

func TestConflictsAreFound(t *testing.T) {
	k := Default()
	k.List.Tags.SetKeys("j")
	k.Reader.Wider.SetKeys("ctrl+c")
	want := []string{"List: j is both list.down and list.tags", "Reader: Ctrl-c is both interrupt and reader.wider"}
	var got []string
	for _, c := range k.Conflicts() {
		got = append(got, c.String())
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Conflicts() = %q, want %q", got, want)
	}
}

// A binding without a line in the table would work but stand in no help.
func TestEveryBindingIsInTheTable(t *testing.T) {
	fields := 0
	var count func(v reflect.Value)
	count = func(v reflect.Value) {
		for i := range v.NumField() {
			f := v.Field(i)
			if f.Type() != reflect.TypeFor[key.Binding]() {
				count(f)
				continue
			}
			fields++
			b, _ := f.Interface().(key.Binding)
			if len(b.Keys()) == 0 || b.Help().Desc == "" {
				t.Errorf("%s of %s has no keys or no help", v.Type().Field(i).Name, v.Type())
			}
		}
	}
	k := Default()
	count(reflect.ValueOf(k))
	actions := make(map[string]bool)
	for _, s := range k.Sections() {
		for _, e := range s.Entries {
			if actions[e.Action] {
				t.Errorf("two bindings are named %s", e.Action)
			}
			actions[e.Action] = true
			if e.Long == "" || len(e.Keys()) == 0 {
				t.Errorf("%s is not explained", e.Action)
			}
		}
	}
	if len(actions) != fields {
		t.Errorf("%d bindings, %d in the table", fields, len(actions))
	}
}

// Where text is typed, a letter must be text.
func TestTypedPlacesBindNoLetters(t *testing.T) {
	for _, s := range Default().Sections() {
		for _, e := range s.Entries {
			for _, pressed := range e.Keys() {
				if s.Typed && len(pressed) == 1 {
					t.Errorf("%s: %q is bound to %s and can no longer be typed", s.Title, pressed, e.Action)
				}
			}
		}
	}
}

func TestKeysAreShownAsPeopleWriteThem(t *testing.T) {
	for in, want := range map[string]string{
		"j": "j", "G": "G", "down": "↓", "pgdown": "PgDn", "ctrl+d": "Ctrl-d", "space": "Space", "+": "+",
		"shift+tab": "Shift-Tab", "esc": "Esc", "alt+right": "Alt-→", "ctrl++": "ctrl++",
	} {
		if got := Label(in); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
	k := Default()
	if got := strings.Join(Labels(k.List.ToggleTag), " "); got != "1…9" {
		t.Errorf("the keys of the tags are shown as %q", got)
	}
	if got := strings.Join(Labels(k.Reader.PageDown), " "); got != "PgDn Space f" {
		t.Errorf("the keys of a page down are shown as %q", got)
	}
}

func TestMarkdownHasEveryKey(t *testing.T) {
	k := Default()
	table := k.Markdown()
	for _, s := range k.Sections() {
		for _, e := range s.Entries {
			if !strings.Contains(table, "`"+Labels(e.Binding)[0]+"`") || !strings.Contains(table, e.Long) {
				t.Errorf("%s is missing from the table", e.Action)
			}
		}
	}
}
