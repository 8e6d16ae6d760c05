package overlay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
)

func tags() []Row {
	return []Row{
		{Key: "python", Label: "python", Detail: "31", State: On},
		{Key: "fastapi", Label: "fastapi", Detail: "12"},
		{Key: "jwt", Label: "jwt", Detail: "1", State: Off},
		{Key: "日本", Label: "日本語の長いラベル", Detail: "4"},
	}
}

func open(rows []Row, o Options) *Model {
	k := keymap.Default()
	o.Title, o.Rows, o.Keys, o.Styles = "Tags", rows, k.Overlay, theme.Dark().Styles()
	o.Hints = []key.Binding{k.Overlay.Act, k.Overlay.Toggle, k.Overlay.Leave}
	if o.Width == 0 {
		o.Width = 40
	}
	m := New(o)
	m.SetScreen(80, 24)
	return m
}

func press(m *Model, keys ...tea.KeyPressMsg) (last Event) {
	for _, k := range keys {
		last = m.Update(k)
	}
	return last
}

func typed(m *Model, s string) {
	for _, r := range s {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

var (
	down  = tea.KeyPressMsg{Code: tea.KeyDown}
	up    = tea.KeyPressMsg{Code: tea.KeyUp}
	enter = tea.KeyPressMsg{Code: tea.KeyEnter}
	esc   = tea.KeyPressMsg{Code: tea.KeyEscape}
	space = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
)

func chosen(t *testing.T, m *Model) string {
	t.Helper()
	row, _ := m.Chosen()
	return row.Key
}

func TestTypingNarrows(t *testing.T) {
	m := open(tags(), Options{})
	typed(m, "FAST")
	if chosen(t, m) != "fastapi" || len(m.shown) != 1 {
		t.Errorf("chosen is %q of %d rows", chosen(t, m), len(m.shown))
	}
	typed(m, "x")
	if _, ok := m.Chosen(); ok || press(m, down, up) != None {
		t.Error("a row is chosen though none is shown")
	}
	if press(m, space) != None {
		t.Error("Space toggles though no row is shown")
	}
}

func TestKeysMoveAndAct(t *testing.T) {
	m := open(tags(), Options{Toggle: true})
	press(m, down, down, up)
	if chosen(t, m) != "fastapi" {
		t.Errorf("chosen is %q", chosen(t, m))
	}
	if press(m, space) != Toggled || press(m, enter) != Acted || press(m, esc) != Left {
		t.Error("Space, Enter and Esc do not toggle, act and leave")
	}
	press(m, down, down, down, down, down)
	if chosen(t, m) != "日本" {
		t.Errorf("past the end, chosen is %q", chosen(t, m))
	}
	rows := tags()
	m.SetRows(slices.Insert(rows, 0, Row{Key: "new", Label: "new"}))
	if chosen(t, m) != "日本" {
		t.Errorf("after the rows changed, chosen is %q", chosen(t, m))
	}
}

func TestSpaceIsTypedWhereNothingToggles(t *testing.T) {
	m := open([]Row{{Key: "a", Label: "Web Dev"}, {Key: "b", Label: "Web"}}, Options{})
	typed(m, "web")
	press(m, space)
	typed(m, "d")
	if len(m.shown) != 1 || chosen(t, m) != "a" {
		t.Errorf("%q shows %d rows", m.box.Value(), len(m.shown))
	}
}

func TestHeadingsAreNeverChosen(t *testing.T) {
	rows := []Row{{Label: "List"}, {Key: "a", Label: "open"}, {Label: "Reader"}, {Key: "b", Label: "scroll"}, {Key: "c", Label: "open link"}}
	m := open(rows, Options{})
	if chosen(t, m) != "a" {
		t.Errorf("first chosen is %q", chosen(t, m))
	}
	if press(m, down); chosen(t, m) != "b" {
		t.Errorf("below the heading comes %q", chosen(t, m))
	}
	if press(m, up); chosen(t, m) != "a" {
		t.Errorf("above the heading comes %q", chosen(t, m))
	}
	if press(m, up); chosen(t, m) != "a" {
		t.Errorf("above the first row comes %q", chosen(t, m))
	}
	typed(m, "scroll")
	if len(m.shown) != 2 || chosen(t, m) != "b" {
		t.Errorf("narrowed to %d rows, chosen is %q", len(m.shown), chosen(t, m))
	}
}

func TestTheCurrentRowIsChosenFirst(t *testing.T) {
	m := open([]Row{{Key: "date", Label: "date"}, {Key: "title", Label: "title", State: Current}}, Options{})
	if chosen(t, m) != "title" {
		t.Errorf("chosen is %q", chosen(t, m))
	}
}

func TestTheChosenRowStaysInView(t *testing.T) {
	var rows []Row
	for i := range 100 {
		rows = append(rows, Row{Key: fmt.Sprint("row ", i), Label: fmt.Sprint("row ", i)})
	}
	m := open(rows, Options{})
	for i, k := range []tea.KeyPressMsg{down, {Code: tea.KeyPgDown}, {Code: tea.KeyPgDown}, up, {Code: tea.KeyPgUp}, {Code: tea.KeyPgDown}} {
		press(m, k)
		if !strings.Contains(ansi.Strip(strings.Join(m.lines(), "\n")), chosen(t, m)+" ") {
			t.Errorf("after key %d the chosen %s is out of view", i, chosen(t, m))
		}
	}
}

func TestThePanelLiesOverTheScreen(t *testing.T) {
	line := strings.Repeat("日本", 20)
	for width := 1; width <= 120; width += 3 {
		for height := 1; height <= 40; height += 3 {
			m := open(tags(), Options{Toggle: true})
			m.SetScreen(width, height)
			screen := strings.TrimSuffix(strings.Repeat(ansi.Cut(line, 0, width)+"\n", height), "\n")
			got := strings.Split(m.Over(screen), "\n")
			if len(got) != height {
				t.Fatalf("%dx%d: %d lines", width, height, len(got))
			}
			for _, l := range got {
				if w := ansi.StringWidth(l); w > width {
					t.Fatalf("%dx%d: %d cells: %q", width, height, w, l)
				}
			}
		}
	}
}

func TestWhatIsBesideThePanelStays(t *testing.T) {
	m := open(tags(), Options{})
	row := strings.Repeat("0123456789", 8)
	screen := strings.TrimSuffix(strings.Repeat(row+"\n", 24), "\n")
	for i, l := range strings.Split(ansi.Strip(m.Over(screen)), "\n") {
		if i < m.rect.Y || i >= m.rect.Y+len(m.lines()) {
			continue
		}
		if !strings.HasPrefix(l, row[:m.rect.X-1]+" ") || !strings.HasSuffix(l, " "+row[m.rect.X+m.rect.W+1:]) || ansi.StringWidth(l) != 80 {
			t.Errorf("line %d is %q", i, l)
		}
	}
}

// What does not fit has a thumb in the border, which moves with the list; what fits has none.
func TestTheBorderShowsWhichPartIsInView(t *testing.T) {
	var rows []Row
	for i := range 40 {
		rows = append(rows, Row{Key: strconv.Itoa(i), Label: fmt.Sprint("row ", i)})
	}
	thumb := func(m *Model) (first, size int) {
		first = -1
		for i, line := range m.lines() {
			if strings.HasSuffix(ansi.Strip(line), "┃") {
				if first < 0 {
					first = i - above
				}
				size++
			}
		}
		return first, size
	}
	m := open(rows, Options{Height: 10})
	if first, size := thumb(m); first != 0 || size != 2 {
		t.Errorf("at the top the thumb is at %d, of %d rows", first, size)
	}
	m.move(len(rows))
	if first, size := thumb(m); first != 8 || size != 2 {
		t.Errorf("at the end the thumb is at %d, of %d rows", first, size)
	}
	typed(m, "row 11")
	if _, size := thumb(m); size != 0 {
		t.Errorf("a list that fits has a thumb of %d rows", size)
	}
}
