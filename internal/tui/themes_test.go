package tui_test

import (
	"errors"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestAThemeIsTriedBeforeItIsWornAndThenKept(t *testing.T) {
	var kept []string
	refused := error(nil)
	o := started()
	o.KeepTheme = func(name string) error {
		kept = append(kept, name)
		return refused
	}
	tuitest.Story(t, 100, 30, program(o), func(d *tuitest.Driver) {
		d.Press("T")
		d.See("Theme", "auto", "dracula", "for light terminals")
		before := d.Written()
		d.Press("down", "down")
		if d.Written() == before {
			t.Error("the theme under the cursor is not put on")
		}
		d.Press("esc")
		d.NotSee("dracula")
		if kept != nil {
			t.Errorf("a theme that was only tried is kept: %q", kept)
		}
		d.Press("T")
		d.Type("nord")
		d.Press("enter")
		d.See("theme nord, from now on")
		refused = errors.New("config.toml:3 says theme = \"dracula\": change it there")
		d.Press(":")
		d.Type("theme auto")
		d.Press("enter")
		d.See("theme auto, until you quit: config.toml:3 says")
		if !slices.Equal(kept, []string{"nord", "auto"}) {
			t.Errorf("kept are %q", kept)
		}
	})
}

// Where no theme can show the picker says why.
func TestThePickerSaysWhereNoThemeShows(t *testing.T) {
	story(t, 100, 30, func(d *tuitest.Driver) {
		d.Send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
		d.Press("T")
		d.See("Theme (on sixteen colours, the terminal's)")
		d.Press("esc")
		d.Send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
		d.Press("T")
		d.See("Theme (without colours, none shows)")
	})
}
