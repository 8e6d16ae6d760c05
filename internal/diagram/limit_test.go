package diagram

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
)

// TestWhatNobodyCouldFollowEndsWithAReason gives the largest things that a source can say. Each is drawn, or refused
// with a short reason, which names the line or what to do.
func TestWhatNobodyCouldFollowEndsWithAReason(t *testing.T) {
	lines := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i) + "\n")
		}
		return b.String()
	}
	nested := func(n int, open, inside, end string) string {
		return strings.Repeat(open+"\n", n) + inside + "\n" + strings.Repeat(end+"\n", n)
	}
	const drawn, tooWide, tangled = "", "widen the window or pan", "split it"
	for name, c := range map[string]struct{ source, says string }{
		"10,000 boxes":        {"flowchart TD\n" + lines(10000, func(i int) string { return fmt.Sprintf("n%d", i) }), "line 602: "},
		"10,000 lines":        {"flowchart TD\n" + lines(10000, func(int) string { return "A-->B" }), "line 602: "},
		"10,000 in one line":  {"flowchart TD\nA" + strings.Repeat(" & A", 10000) + " --> B", "line 2: "},
		"all to all":          {"flowchart TD\n" + lines(30, func(i int) string { return lines(i, func(j int) string { return fmt.Sprintf("n%d --> n%d", j, i) }) }), tangled},
		"a cycle of all":      {"flowchart TD\n" + lines(590, func(i int) string { return fmt.Sprintf("n%d --> n%d", i, (i+1)%590) }), drawn},
		"back to the first":   {"flowchart TD\n" + lines(290, func(i int) string { return fmt.Sprintf("n%d --> n%d\nn%d --> n0", i, i+1, i+1) }), tangled},
		"a star":              {"flowchart TD\n" + lines(590, func(i int) string { return fmt.Sprintf("n%d --> hub", i) }), drawn},
		"a line over ranks":   {"flowchart TD\nA -" + strings.Repeat("-", 5000) + "> B\nA --> C --> B", drawn},
		"a label of 100 KB":   {"flowchart TD\nA[" + strings.Repeat("word ", 20000) + "]", "line 1: "},
		"a label of 60 KB":    {"flowchart TD\nA[" + strings.Repeat("word ", 12000) + "]", drawn},
		"a word of 60 KB":     {"flowchart TD\nA[" + strings.Repeat("w", 60000) + "]", drawn},
		"a mistake of 60 KB":  {"flowchart TD\nA[" + strings.Repeat("w", 60000), "line 2: "},
		"1,000 groups":        {"flowchart TD\n" + lines(1000, func(i int) string { return fmt.Sprintf("subgraph g%d", i) }) + "A\n" + strings.Repeat("end\n", 1000), "line 26: "},
		"1,000 states":        {"stateDiagram-v2\n" + lines(1000, func(i int) string { return fmt.Sprintf("state s%d {", i) }) + "A --> B\n" + strings.Repeat("}\n", 1000), "line 26: "},
		"1,000 loops":         {"sequenceDiagram\n" + nested(1000, "loop x", "A->>B: x", "end"), "line 602: "},
		"300 loops":           {"sequenceDiagram\n" + nested(290, "loop x", "A->>B: x", "end"), tooWide},
		"10,000 messages":     {"sequenceDiagram\n" + lines(5000, func(int) string { return "A->>B: x" }), "line 602: "},
		"500 participants":    {"sequenceDiagram\n" + lines(500, func(i int) string { return fmt.Sprintf("P%d->>P%d: x", i, i+1) }), tooWide},
		"a class of one type": {"classDiagram\nclass A {\n" + lines(5000, func(int) string { return "+int x" }) + "}", drawn},
		"5,000 slices":        {"pie\n" + lines(5000, func(int) string { return `"a" : 1` }), "line 602: "},
		"2,000 tasks":         {"gantt\n" + lines(2000, func(i int) string { return fmt.Sprintf("t%d : 2026-01-01, 1d", i) }), "line 602: "},
		"a task of ages":      {"gantt\nA : 0001-01-01, 9999-01-01", "line 2: "},
		"a deep mindmap":      {"mindmap\n" + lines(350, func(i int) string { return strings.Repeat(" ", i) + "x" }), tooWide},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Parse(c.source)
			var syntax *SyntaxError
			if parsed := err == nil; parsed {
				var drawing []text.Line
				drawing, _, err = d.Draw(80, Options{})
				for _, l := range drawing {
					if l.Width() > 80 {
						t.Errorf("a line of %d cells", l.Width())
					}
				}
				if len(d.Sentences()) == 0 {
					t.Error("nothing is said")
				}
			} else if !errors.As(err, &syntax) {
				t.Errorf("error %v", err)
			}
			switch {
			case c.says == drawn:
				if err != nil {
					t.Errorf("error %v", err)
				}
			case err == nil || !strings.Contains(err.Error(), c.says):
				t.Errorf("error %v, want …%s…", err, c.says)
			case len(err.Error()) > 300:
				t.Errorf("the error is %d bytes long", len(err.Error()))
			}
		})
	}
}

// TestBoxesOfAnyScriptAreClosed draws boxes round letters that are wide, joined, or run from right to left, and looks
// for their corners under each other.
func TestBoxesOfAnyScriptAreClosed(t *testing.T) {
	for _, label := range []string{"日本語の長いラベルです", "👩‍👩‍👧‍👦 family", "🇩🇪🇯🇵", "مرحبا بالعالم", "שלום", "e\u0301a\u0308", "x\u200by", "👍🏽 ok", "ไทยแลนด์", "क्षत्रिय"} {
		for _, source := range []string{
			"flowchart TD\n A[" + label + "]",
			"sequenceDiagram\n participant A as " + label,
			"classDiagram\n class A[\"" + label + "\"]",
			"erDiagram\n A[\"" + label + "\"]",
		} {
			d, err := Parse(source)
			if err != nil {
				t.Errorf("%q: %v", source, err)
				continue
			}
			lines, _, err := d.Draw(60, Options{})
			if err != nil {
				t.Errorf("%q: %v", source, err)
				continue
			}
			for i, l := range lines[:3] {
				if l.Width() != lines[0].Width() || !strings.HasPrefix(l.Text(), []string{"┌", "│", "└"}[i]) || !strings.HasSuffix(l.Text(), []string{"┐", "│", "┘"}[i]) {
					t.Errorf("the box of %q is not closed: %q", label, l.Text())
				}
			}
		}
	}
}
