package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/message"
)

func sample() string {
	var b strings.Builder
	for i := range 8 {
		fmt.Fprintf(&b, "## Section %d\n\n", i+1)
		for j := range 4 {
			fmt.Fprintf(&b, "Sentence %d.%d is here to be read, and it goes on for long enough that it must be wrapped at eighty cells or so.\n\n", i+1, j+1)
		}
		b.WriteString("```python title=\"a.py\"\nvalue = \"" + strings.Repeat("wide ", 30) + "\"\n```\n\n")
	}
	return b.String()
}

func open(t testing.TB, width, height int) *Model {
	t.Helper()
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.SetSize(width, height)
	p, body := post.Parse("sample.md", []byte("---\ntitle: A sample post\ncategory: Tutorial\nseries: S\npart: 2\ntags: [go, tui]\ndate: 2026-03-15\n---\n"+sample()))
	settle(m, m.Open(p, document.Parse(body), Series{Parts: 3, Minutes: 79, Left: 60}))
	return m
}

// settle runs the commands that an update asked for, and those that follow.
func settle(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			settle(m, c)
		}
	case nil:
	default:
		settle(m, m.Update(msg))
	}
}

func press(m *Model, keys ...string) {
	for _, k := range keys {
		msg := tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		switch k {
		case "right":
			msg = tea.KeyPressMsg{Code: tea.KeyRight}
		case "left":
			msg = tea.KeyPressMsg{Code: tea.KeyLeft}
		case "space":
			msg = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
		}
		settle(m, m.Update(msg))
	}
}

func status(m *Model) string {
	left, _ := m.Footer(m.width)
	return ansi.Strip(left)
}

func plain(m *Model) string { return ansi.Strip(m.View()) }

func TestHeadTellsWhatThePostIs(t *testing.T) {
	got := plain(open(t, 80, 24))
	for _, want := range []string{"A sample post", "Tutorial · 6 min read", "Part 2 of 3", "15 Mar 2026", "#go  #tui", "Section 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing from:\n%s", want, got)
		}
	}
}

func TestScrollingGoesThereAndBack(t *testing.T) {
	m := open(t, 80, 24)
	start := plain(m)
	press(m, "j", "space", "d", "f")
	if plain(m) == start {
		t.Error("the keys did not move")
	}
	press(m, "b", "u", "b", "k", "b")
	if plain(m) != start {
		t.Errorf("not back at the start:\n%s", plain(m))
	}
	press(m, "G")
	if got := status(m); !strings.HasPrefix(got, "100%") {
		t.Errorf("at the end the status is %q", got)
	}
	if got := plain(m); !strings.Contains(strings.TrimRight(got, " \n")[len(got)-200:], "──") {
		t.Errorf("the end is not at the bottom:\n%s", got)
	}
	press(m, "g")
	if plain(m) != start {
		t.Error("g does not lead to the top")
	}
}

func TestHeadingsAndCodeAreWalked(t *testing.T) {
	m := open(t, 80, 24)
	press(m, "]", "]")
	if got := status(m); !strings.Contains(got, "Section 3") && !strings.Contains(got, "Section 2") {
		t.Errorf("after two headings the status is %q", got)
	}
	before := plain(m)
	press(m, "]", "[")
	if plain(m) != before {
		t.Error("next and previous heading do not cancel out")
	}
	press(m, "g", "}")
	if got := strings.Split(plain(m), "\n")[m.geometry().Head]; !strings.Contains(got, "python  a.py") {
		t.Errorf("the code block is not at the top: %q", got)
	}
}

func TestWideCodeIsPannedAndMarked(t *testing.T) {
	m := open(t, 80, 24)
	press(m, "}")
	if got := plain(m); !strings.Contains(got, "value = ") || !strings.Contains(got, "›") {
		t.Errorf("no mark of more:\n%s", got)
	}
	press(m, "right")
	if got := plain(m); strings.Contains(got, "value = ") || !strings.Contains(got, "Sentence 2.1") {
		t.Errorf("code did not pan, or text did:\n%s", got)
	}
	for range 40 {
		press(m, "right")
	}
	if got := plain(m); strings.Contains(got, "›") || !strings.Contains(got, "wide \"") {
		t.Errorf("the end of the line cannot be reached:\n%s", got)
	}
	for range 40 {
		press(m, "left")
	}
	if got := plain(m); !strings.Contains(got, "value = ") {
		t.Error("the start of the line cannot be reached")
	}
}

func TestResizeKeepsTheSentence(t *testing.T) {
	m := open(t, 80, 24)
	press(m, "]", "]", "]", "j", "j")
	sentence := func() string {
		for _, line := range strings.Split(plain(m), "\n")[3:] {
			if i := strings.Index(line, "Sentence "); i >= 0 {
				return line[i : i+12]
			}
		}
		return ""
	}
	want := sentence()
	for _, size := range [][2]int{{60, 24}, {40, 12}, {120, 50}, {200, 24}, {80, 24}} {
		m.SetSize(size[0], size[1])
		if got := sentence(); got != want {
			t.Errorf("at %v the first sentence is %q, was %q", size, got, want)
		}
	}
}

func TestLateColoursAreDropped(t *testing.T) {
	m := open(t, 80, 24)
	cmd := m.SetStyles(theme.Light().Styles())
	m.SetStyles(theme.Dark().Styles())
	before := m.View()
	settle(m, cmd) // made for the light theme
	if m.View() != before {
		t.Error("colours of another theme were taken")
	}
}

func TestLeavingSendsMessages(t *testing.T) {
	m := open(t, 80, 24)
	for k, want := range map[string]tea.Msg{"q": message.Back{}, "J": message.Step{Delta: 1}, "K": message.Step{Delta: -1}} {
		cmd := m.Update(tea.KeyPressMsg{Text: k, Code: []rune(k)[0]})
		if cmd == nil || cmd() != want {
			t.Errorf("%s does not send %v", k, want)
		}
	}
}

func TestViewFitsAnySize(t *testing.T) {
	for _, width := range []int{1, 2, 3, 5, 8, 13, 20, 21, 40, 60, 79, 80, 81, 120, 200, 250} {
		for _, height := range []int{1, 2, 3, 5, 12, 24, 70} {
			m := open(t, width, height)
			for _, step := range []string{"", "G", "right", "z", "+", "["} {
				if step != "" {
					press(m, step)
				}
				lines := strings.Split(plain(m), "\n")
				if len(lines) != height {
					t.Fatalf("%dx%d after %q: %d lines", width, height, step, len(lines))
				}
				for _, line := range lines {
					if text.Width(line) > width {
						t.Fatalf("%dx%d after %q: line of %d cells %q", width, height, step, text.Width(line), line)
					}
				}
			}
		}
	}
}

func BenchmarkPageDown(b *testing.B) {
	m := open(b, 120, 40)
	for b.Loop() {
		press(m, "space")
		m.View()
		press(m, "b")
		m.View()
	}
}

func TestTheOutlineKnowsWhereOneIs(t *testing.T) {
	m := open(t, 80, 24)
	sections := m.Sections()
	if len(sections) != 8 || m.Section() != 0 || sections[0].Minutes != 1 || sections[2].Title != "Section 3" {
		t.Fatalf("the outline is %+v", sections)
	}
	settle(m, m.GoToSection(4))
	if got := strings.TrimSpace(strings.Split(plain(m), "\n")[m.geometry().Head]); got != "Section 5" {
		t.Errorf("the top is %q", got)
	}
	if m.Section() != 4 {
		t.Errorf("section 5 is not current: %d", m.Section())
	}
}

// Who scrolls line by line comes through every section, also those that end on the last screen, which cannot be at its
// top; never back, and at the end into the last.
func TestEverySectionIsCurrentOnce(t *testing.T) {
	var body strings.Builder
	for i := range 40 {
		fmt.Fprintf(&body, "## Section %d\n\nWords.\n\n", i)
	}
	for _, height := range []int{5, 11, 24, 50} {
		m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
		m.SetSize(80, height)
		settle(m, m.Open(&post.Post{}, document.Parse([]byte(body.String())), Series{}))
		at := m.Section()
		if at != 0 {
			t.Errorf("%d rows: one begins in section %d", height, at)
		}
		for !m.atEnd() {
			press(m, "j")
			if now := m.Section(); now != at && now != at+1 {
				t.Fatalf("%d rows: after section %d comes %d:\n%s", height, at, now, plain(m))
			} else {
				at = now
			}
		}
		if at != 39 {
			t.Errorf("%d rows: one ends in section %d", height, at)
		}
		press(m, "k")
		press(m, "g")
		if m.Section() != 0 {
			t.Errorf("%d rows: back at the beginning one is in section %d", height, m.Section())
		}
	}
}

// A post that is on the screen as a whole is at its beginning, until a jump leads elsewhere.
func TestAPostOnOneScreenIsAtItsBeginning(t *testing.T) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.SetSize(80, 24)
	settle(m, m.Open(&post.Post{}, document.Parse([]byte("## A\n\na\n\n## B\n\nb\n")), Series{}))
	if m.Section() != 0 {
		t.Errorf("one begins in section %d", m.Section())
	}
	if settle(m, m.GoToSection(1)); m.Section() != 1 {
		t.Errorf("the outline leads to section %d", m.Section())
	}
}

func TestWhatWasFoundOutlivesSizesAndThemes(t *testing.T) {
	m := open(t, 80, 24)
	press(m, "/")
	for _, r := range "sentence 5" {
		press(m, string(r))
	}
	settle(m, m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}))
	press(m, "n")
	for _, size := range [][2]int{{60, 24}, {30, 9}, {200, 50}, {80, 24}} {
		settle(m, m.SetSize(size[0], size[1]))
		settle(m, m.SetStyles(theme.Light().Styles()))
		if got := m.View(); !strings.Contains(got, m.styles.Markup.FoundHere) || !strings.Contains(status(m), "2/4") {
			t.Errorf("at %v the match is not on the screen: %s\n%s", size, status(m), ansi.Strip(got))
		}
	}
}

// Wherever one is, in blank lines and in rows of tables too, one comes back to that very line.
func TestAPlaceIsExact(t *testing.T) {
	m := open(t, 60, 20)
	for line := 0; status(m) != "100% · end · Section 8" && line < 300; line++ {
		want, place := plain(m), m.Place()
		press(m, "G")
		settle(m, m.GoToPlace(place))
		if plain(m) != want {
			t.Fatalf("line %d: not the same place:\n%s\nwant\n%s", line, plain(m), want)
		}
		press(m, "j")
	}
}

// From the last letter to the screen with the first match, in two megabytes.
func BenchmarkFindInTwoMegabytes(b *testing.B) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.SetSize(120, 40)
	body := strings.Repeat("The quick brown fox jumps over the *lazy* dog, and `naïve` readers look on.\n\n", 2<<20/78)
	settle(m, m.Open(&post.Post{}, document.Parse([]byte(body+"needle\n")), Series{}))
	for b.Loop() {
		b.StopTimer()
		m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		press(m, "/", "n", "e", "e", "d", "l")
		b.StartTimer()
		press(m, "e")
		m.View()
	}
}

// The same in a post that is parsed as it is read on.
func BenchmarkFindInTwoMegabytesReadOn(b *testing.B) {
	m := New(Options{Keys: keymap.Default(), Styles: theme.Dark().Styles()})
	m.SetSize(120, 40)
	body := strings.Repeat("The quick brown fox jumps over the *lazy* dog, and `naïve` readers look on.\n\n", 2<<20/78)
	settle(m, m.Open(&post.Post{}, document.Open("", []byte(body+"needle\n")), Series{}))
	for b.Loop() {
		b.StopTimer()
		m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		press(m, "/", "n", "e", "e", "d", "l")
		b.StartTimer()
		press(m, "e")
		m.View()
	}
}
