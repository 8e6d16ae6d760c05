package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

func written(t *testing.T, body string, width int) string {
	t.Helper()
	l := NewLayout(Parse([]byte(body)), Options{Width: width, CodeWidth: width, Styles: theme.Dark().Styles()})
	var out strings.Builder
	if err := l.Write(&out, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestADiagramIsDrawn(t *testing.T) {
	const body = "Before.\n\n```mermaid\nsequenceDiagram\n  participant C as Client\n  C->>API: POST /token\n  API-->>C: 200\n```\n\nAfter.\n"
	got := written(t, body, 60)
	for _, want := range []string{"Client", "POST /token", "200", "│", "Before.", "After."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if strings.Contains(got, "sequenceDiagram") || strings.Contains(got, "->>") {
		t.Errorf("the source is shown:\n%s", got)
	}
}

// What a diagram needs at least is what it is drawn in where it can be panned; legends are for columns.
func TestADiagramThatIsTooWideIsPanned(t *testing.T) {
	const source = "sequenceDiagram\n  Customer->>Browser: one of the longer labels\n  Browser->>Database: two\n  Database->>Customer: three\n"
	d := Parse([]byte("Before.\n\n```mermaid\n" + source + "```\n"))
	l := NewLayout(d, Options{Width: 14, CodeWidth: 14, Styles: theme.Dark().Styles(), PanDiagrams: true})
	lines, offset := l.Lines(1), -1
	for _, line := range lines[1:] {
		if !line.Drawn || !line.Wide || line.Fixed != 0 {
			t.Errorf("%q: drawn %v, wide %v, %d cells fixed", line.Text(), line.Drawn, line.Wide, line.Fixed)
		}
		if line.Offset < offset || line.Offset >= len(source) {
			t.Errorf("line at byte %d after one at %d, of %d", line.Offset, offset, len(source))
		}
		offset = line.Offset
	}
	if all := lines[4].Text() + lines[2].Text(); len(lines) < 10 || !strings.Contains(written(t, "```mermaid\n"+source+"```\n", 80), strings.TrimRight(lines[2].Text(), " ")) {
		t.Errorf("it is not drawn as in a column:\n%s", all)
	}
}

func TestADiagramThatCannotBeDrawnIsItsSource(t *testing.T) {
	for name, test := range map[string]struct {
		source string
		width  int
		why    string
	}{
		"a mistake":    {"sequenceDiagram\n  A->>\n", 60, "not drawn: line 2"},
		"another kind": {"sankey-beta\n  a,b,1\n", 60, "not drawn: "},
		"no room":      {"sequenceDiagram\n  A->>B: one\n  B->>C: two\n  C->>D: three\n", 10, "not drawn:"},
	} {
		got := written(t, "```mermaid\n"+test.source+"```\n", test.width)
		if !strings.Contains(got, strings.Fields(test.source)[0][:8]) || !strings.Contains(got, test.why) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}
