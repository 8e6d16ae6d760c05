package tuitest

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// echo shows the keys that were pressed, and "late" a while after the key "l".
type echo struct {
	pressed       []string
	width, height int
}

type late struct{}

func (e echo) Init() tea.Cmd { return nil }

func (e echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.width, e.height = msg.Width, msg.Height
	case late:
		e.pressed = append(e.pressed, "late")
	case tea.KeyPressMsg:
		e.pressed = append(e.pressed, msg.String())
		switch msg.String() {
		case "l":
			return e, tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return late{} })
		case "q":
			return e, tea.Quit
		case "ctrl+c":
			return e, tea.Interrupt
		}
	}
	return e, nil
}

func (e echo) View() tea.View {
	return tea.View{Content: strings.Join(e.pressed, ",") + "\n\n日本 end", AltScreen: true, WindowTitle: "echo"}
}

func TestAStory(t *testing.T) {
	Story(t, 40, 5, func() tea.Model { return echo{} }, func(d *Driver) {
		d.See("日本 end")
		d.Press("a", "G", "enter", "ctrl+d", "space", "pgdown", "+", "l")
		d.See("a,G,enter,ctrl+d,space,pgdown,+,l,late")
		d.NotSee("quit")
		if d.Title() != "echo" {
			t.Errorf("the title is %q", d.Title())
		}
		if d.Screen() != "a,G,enter,ctrl+d,space,pgdown,+,l,late\n\n日本 end\n\n" {
			t.Errorf("the screen is\n%s", frame(d.Screen()))
		}
		d.Resize(12, 3)
		d.Type("xy")
		if got := strings.Split(d.Screen(), "\n"); len(got) != 3 || len(got[0]) > 12 {
			t.Errorf("after the resize the screen is %q", got)
		}
		d.Press("q")
		if ended, err := d.Ended(); !ended || err != nil {
			t.Errorf("after q: ended %v, error %v", ended, err)
		}
	})
}

func TestAnIdleProgramWritesNothing(t *testing.T) {
	Story(t, 40, 5, func() tea.Model { return echo{} }, func(d *Driver) {
		before := d.Written()
		d.Wait()
		if after := d.Written(); before == 0 || after != before {
			t.Errorf("written %d bytes, then %d", before, after)
		}
	})
}

func TestTheErrorOfTheProgramIsKept(t *testing.T) {
	Story(t, 40, 5, func() tea.Model { return echo{} }, func(d *Driver) {
		d.Press("ctrl+c")
		if ended, err := d.Ended(); !ended || !errors.Is(err, tea.ErrInterrupted) {
			t.Errorf("ended %v with %v", ended, err)
		}
	})
}

func TestKeysHaveTheNamesThatProgramsSee(t *testing.T) {
	for _, name := range []string{"a", "G", "?", "+", "1", "enter", "esc", "ctrl+d", "alt+right", "shift+tab", "space", "日"} {
		if got := Key(name).String(); got != name {
			t.Errorf("Key(%q) is %q", name, got)
		}
	}
}
