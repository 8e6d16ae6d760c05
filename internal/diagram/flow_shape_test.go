package diagram

import (
	"fmt"
	"strings"
	"testing"
)

// Every name of the documentation gives the outline that brackets give, and those without one a box, around the label.
func TestEveryNameOfAShapeGivesItsOutline(t *testing.T) {
	drawn := func(source string) string {
		t.Helper()
		d, err := Parse("flowchart TD\n" + source)
		if err != nil {
			t.Fatal(err)
		}
		lines, _, err := d.Draw(60, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, l := range lines {
			all = append(all, l.Text())
		}
		return strings.Join(all, "\n")
	}
	for brackets, names := range map[string]string{
		"[%s]": "rect proc process rectangle squareRect notch-rect card notched-rectangle hourglass collate bolt com-link lightning-bolt " +
			"doc document docs documents st-doc stacked-document lin-doc lined-document tag-doc tagged-document " +
			"div-rect div-proc divided-rectangle divided-process win-pane internal-storage window-pane st-rect procs processes stacked-rectangle " +
			"tag-rect tagged-rectangle tag-proc tagged-process class-box folder directory person console browser cloud bang unheard-of fork join",
		"(%s)":     "rounded event",
		"([%s])":   "stadium terminal pill delay half-rounded-rectangle curv-trap curved-trapezoid display",
		"[[%s]]":   "fr-rect subprocess subproc framed-rectangle subroutine lin-rect lined-rectangle lined-process lin-proc shaded-process",
		"[(%s)]":   "cyl db database cylinder h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder bow-rect stored-data bow-tie-rectangle datastore data-store",
		"((%s))":   "circle circ sm-circ start small-circle f-circ junction filled-circle cross-circ summary crossed-circle",
		"(((%s)))": "dbl-circ double-circle fr-circ stop framed-circle",
		"{%s}":     "diam decision diamond question",
		"{{%s}}":   "hex hexagon prepare notch-pent loop-limit notched-pentagon",
		"[/%s/]":   "lean-r lean-right in-out sl-rect manual-input sloped-rectangle",
		`[\%s\]`:   "lean-l lean-left out-in",
		`[/%s\]`:   "trap-b priority trapezoid-bottom trapezoid tri extract triangle",
		`[\%s/]`:   "trap-t manual trapezoid-top inv-trapezoid flip-tri manual-file flipped-triangle",
		">%s]":     "odd flag paper-tape",
	} {
		want := drawn("A" + fmt.Sprintf(brackets, "Some text"))
		for name := range strings.FieldsSeq(names) {
			if got := drawn(fmt.Sprintf("A@{ shape: %s, label: \"Some text\" }", name)); got != want {
				t.Errorf("shape: %s is drawn\n%s\nwant\n%s", name, got, want)
			}
		}
	}
	for name, want := range map[string]string{
		"fork": "╺━━━━━━━╸", "join": "╺━━━━━━━╸", "text": "A",
		"brace": "┌───┐\n│ A │\n└───┘", "comment": "┌───┐\n│ A │\n└───┘", "brace-l": "┌───┐\n│ A │\n└───┘",
		"brace-r": "┌───┐\n│ A │\n└───┘", "braces": "┌───┐\n│ A │\n└───┘",
	} {
		if got := drawn("A@{ shape: " + name + " }"); got != want {
			t.Errorf("shape: %s is drawn\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestAStateThatForksAndIsDescribedShowsItsWords(t *testing.T) {
	d, err := Parse("stateDiagram-v2\n state f <<fork>>\n f: both at once\n a --> f\n")
	if err != nil {
		t.Fatal(err)
	}
	lines, _, err := d.Draw(60, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, l := range lines {
		all.WriteString(l.Text() + "\n")
	}
	if !strings.Contains(all.String(), "both at once") {
		t.Errorf("the words are lost in\n%s", all.String())
	}
}
