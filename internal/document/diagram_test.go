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
