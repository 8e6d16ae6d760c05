package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

const folds = "before\n\n<details><summary>One</summary>\n\ninside\n\n<details open><summary>Two</summary>\n\ndeep\n\n</details>\n\nstill\n\n</details>\n\nafter\n\n" +
	"<details><summary>Three</summary>\n\nlast\n\n</details>\n"

func TestFoldingHidesWhatStandsUnderIt(t *testing.T) {
	l := NewLayout(Parse([]byte(folds)), Options{Width: 40, Styles: theme.Dark().Styles()})
	shown := func() string {
		var out []string
		for _, line := range l.Window(Cursor{}, 100) {
			if s := strings.TrimSpace(line.Text()); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, " ")
	}
	var summaries []int
	for i, b := range l.doc.Blocks {
		if b.Kind == Summary {
			summaries = append(summaries, i)
		}
	}
	one, two, three := summaries[0], summaries[1], summaries[2]
	if !l.doc.Blocks[two].Open || l.doc.Blocks[one].Open {
		t.Error("what is open at first is not known")
	}
	for _, step := range []struct {
		block  int
		folded bool
		want   string
	}{
		{one, false, "before ▾ One inside ▾ Two deep still after ▾ Three last"},
		{two, true, "before ▾ One inside ▸ Two still after ▾ Three last"},
		{one, true, "before ▸ One after ▾ Three last"},
		{three, true, "before ▸ One after ▸ Three"},
		{one, false, "before ▾ One inside ▸ Two still after ▸ Three"},
		{two, false, "before ▾ One inside ▾ Two deep still after ▸ Three"},
	} {
		l.Fold(step.block, step.folded)
		if got := shown(); got != step.want {
			t.Errorf("shows %q, want %q", got, step.want)
		}
		if l.Folded(step.block) != step.folded {
			t.Errorf("block %d is folded: %v", step.block, !step.folded)
		}
	}
}

// No place is lost in a fold: cursors into it, moves over it and the end of the document lead to lines
// that are shown.
func TestCursorsStayOutOfFolds(t *testing.T) {
	l := NewLayout(Parse([]byte(folds)), Options{Width: 40, Styles: theme.Dark().Styles()})
	for i, b := range l.doc.Blocks {
		if b.Kind == Summary {
			l.Fold(i, true)
		}
	}
	total := len(l.Window(Cursor{}, 1000))
	for n := range total + 3 {
		c := l.Move(Cursor{}, n)
		if len(l.Lines(c.Block)) <= c.Line {
			t.Fatalf("%d lines down is %+v, which is hidden", n, c)
		}
		if back := l.Move(c, -min(n, total-1)); back != (Cursor{}) {
			t.Errorf("%d lines down and up is %+v", n, back)
		}
	}
	for i := range l.doc.Blocks {
		for _, c := range []Cursor{l.Start(i), l.Locate(Position{i, 3}), l.Find(Match{i, 0, 1}), l.Locate(l.Position(Cursor{i, 2}))} {
			if len(l.Lines(c.Block)) <= c.Line {
				t.Errorf("block %d is found at %+v, which is hidden", i, c)
			}
		}
	}
	if got := l.Last(2); len(l.Window(got, 100)) != 2 {
		t.Errorf("the last two lines begin at %+v", got)
	}
}
