package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

const noted = "> - Words[^a] and more words that are wrapped where there is little room[^b].\n\nBetween.\n\n" +
	"[^a]: The first says, at some length, why.\n\n    ```go\n    x := \"a line of code\"\n    ```\n\n[^b]: The second[^a].\n"

func TestNotesStandUnderWhatNamesThem(t *testing.T) {
	for width := 1; width < 90; width += 4 {
		l := NewLayout(Parse([]byte(noted)), Options{Width: width, Styles: theme.Dark().Styles()})
		before := shown(l.Window(Cursor{}, 1000))
		block := l.doc.First()
		l.ShowNote(block, "b", true)
		l.ShowNote(block, "a", true)
		l.ShowNote(block, "a", true)
		first, second, between := -1, -1, -1
		for i, line := range l.Window(Cursor{}, 1000) {
			switch s := line.Text(); {
			case line.Width() > width && !line.Wide:
				t.Errorf("width %d: a line of %d cells: %q", width, line.Width(), s)
			case first < 0 && strings.Contains(s, noteBar+"¹"):
				first = i
			case second < 0 && strings.Contains(s, noteBar+"²"):
				second = i
			case between < 0 && strings.Contains(s, "Between"):
				between = i
			}
		}
		if width > 30 && (first < 1 || second < first || between < second) {
			t.Errorf("width %d: the notes begin in lines %d and %d, what follows in %d", width, first, second, between)
		}
		last := Cursor{block, len(l.Lines(block)) - 1}
		if at := l.Locate(l.Position(last)); at.Block != block || !strings.Contains(l.Lines(block)[at.Line].Text(), l.doc.Text(block)[len(l.doc.Text(block))-2:]) && width > 30 {
			t.Errorf("width %d: the last line of a note is found again at %v", width, at)
		}
		l.ShowNote(block, "a", false)
		l.ShowNote(block, "b", false)
		if after := shown(l.Window(Cursor{}, 1000)); after != before {
			t.Errorf("width %d: hidden again, it is\n%s\nbefore:\n%s", width, after, before)
		}
	}
}

func TestLinksToNotesAreTold(t *testing.T) {
	d := Parse([]byte("A[^a], [b](#fn:b), [c](#c), [d](d.md).\n\n[^a]: Note.\n"))
	for n, want := range map[int]string{1: "a", 2: "", 3: "", 4: "", 5: ""} {
		if name, ok := d.NoteOf(d.Link(n)); ok != (want != "") || ok && name != want {
			t.Errorf("link %d leads to the note %q, %v", n, name, ok)
		}
	}
}
