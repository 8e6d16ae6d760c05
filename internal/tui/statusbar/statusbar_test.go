package statusbar

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/message"
)

func hints() []key.Binding {
	k := keymap.Default()
	return []key.Binding{k.List.Filter, k.List.Tags, k.List.Open, k.Global.Help}
}

// An action that was left without a key is not hinted at.
func TestOnlyWhatHasAKeyIsHintedAt(t *testing.T) {
	without := key.NewBinding(key.WithHelp("", "gone"))
	with := key.NewBinding(key.WithKeys("q"), key.WithHelp("q", "quit"))
	line := ansi.Strip(View(theme.Dark().Styles(), 40, "", []key.Binding{without, with}))
	if strings.Contains(line, "gone") || !strings.Contains(line, "q quit") {
		t.Errorf("the line is %q", line)
	}
}

func TestNarrowLinesDropTheLeastImportant(t *testing.T) {
	s := theme.Dark().Styles()
	for _, c := range []struct {
		width int
		want  string
	}{
		{70, "12 of 62 posts             / filter   t tags   Enter open   ? help"},
		{60, "12 of 62 posts            / filter   t tags   Enter open"},
		{44, "12 of 62 posts         / filter   t tags"},
		{30, "12 of 62 posts    / filter"},
		{20, "12 of 62 posts"},
		{10, "12 of…"},
	} {
		got := strings.TrimSpace(ansi.Strip(View(s, c.width, "12 of 62 posts", hints())))
		if got != c.want {
			t.Errorf("at %d columns:\n got %q\nwant %q", c.width, got, c.want)
		}
	}
}

func TestTheLineHasItsWidth(t *testing.T) {
	s := theme.Light().Styles()
	for width := range 250 {
		if w := ansi.StringWidth(View(s, width, s.Tag.Render("日本語 python"), hints())); w != width {
			t.Errorf("at %d columns the line has %d cells", width, w)
		}
	}
}

func TestNotesAreMadeSafe(t *testing.T) {
	got := Note(theme.Dark().Styles(), 80, message.Status{Text: "no such file: a\x1b[2Jb\nc", Kind: message.Failure})
	if plain := ansi.Strip(got); plain != "no such file: a␛[2Jb c" {
		t.Errorf("the note is %q", plain)
	}
}

// A path may be longer than the line: what is wrong with the file is seen all the same.
func TestALongPathDoesNotHideWhatIsWrong(t *testing.T) {
	note := message.Status{Text: "reading history: open /home/reader/.local/state/blogtui/history.json: it is a folder, see https://a.b/c or docs/x", Kind: message.Warning}
	for width, want := range map[int]string{
		200: note.Text,
		80:  "reading history: open …/history.json: it is a folder, see https://a.b/c or docs/x",
		40:  "reading history: open …/history.json: it is a folder, see https://a.b/c or docs/x",
	} {
		if got := ansi.Strip(Note(theme.Dark().Styles(), width, note)); got != want {
			t.Errorf("at %d columns the note is %q, want %q", width, got, want)
		}
	}
}
