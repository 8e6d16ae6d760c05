package linear_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/linear"
)

func readAloud(t *testing.T, body string) string {
	t.Helper()
	c, err := catalog.Load(t.Context(), fstest.MapFS{"a.md": {Data: []byte("---\ntitle: A\n---\n" + body)}})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	err = linear.Run(t.Context(), linear.Options{Catalog: c, Start: "a", Now: now, In: strings.NewReader("\n\n\nq\n"), Out: &out})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestADiagramThatCannotBeReadSaysWhyBeforeItsSource(t *testing.T) {
	got := readAloud(t, "```mermaid\nflowchart TD\n  a[x --> b\n```\n")
	why := strings.Index(got, "A diagram that cannot be read: line 2: ")
	if why < 0 || strings.Index(got, "flowchart TD") < why || !strings.Contains(got, "close it with ]") {
		t.Errorf("it reads\n%s", got)
	}
}

func TestADiagramIsReadWithItsTitle(t *testing.T) {
	got := readAloud(t, "```mermaid\n---\ntitle: Ways\n---\nflowchart TD\n  a{Is it?} -- yes --> b\n```\n")
	for _, line := range []string{"Diagram, Ways:\n", "Is it? If yes: b\n", "End of diagram.\n"} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is not in\n%s", line, got)
		}
	}
}
