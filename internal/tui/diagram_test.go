package tui_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// The diagrams of the stories: one that a column of text cannot hold, and one that its author wanted wide.
const (
	deployment = "```mermaid\nsequenceDiagram\n" +
		"  autonumber\n  Browser->>Gateway: GET /orders\n  Gateway->>Accounts: whose\n  Accounts->>Database: select\n" +
		"  Database->>Archive: old ones\n  Archive->>Storage: fetch\n  Storage-->>Browser: all of it\n```\n"
	pipeline = "```mermaid\nflowchart LR\n" +
		"  a[Check out the code] --> b[Build the binaries] --> c[Run all of the tests] --> d[Sign and publish] --> e[Tell the others]\n```\n"
)

func diagrammed(context.Context) (*catalog.Catalog, error) {
	return catalog.Load(context.Background(), fstest.MapFS{
		"a.md": {Data: []byte("# Diagrams\n\nBefore.\n\n" + deployment + "\nBetween.\n\n" + pipeline + "\nAfter.\n")},
	})
}

func TestAWideDiagramIsPannedLikeCode(t *testing.T) {
	tuitest.Story(t, 30, 40, program(reading("a.md", "Before.\n\n"+deployment+"\nAfter.\n")), func(d *tuitest.Driver) {
		d.See("›", "Browser")
		d.NotSee("not drawn", "sequenceDiagram", "Storage")
		d.Golden("diagram_narrow")
		for range 9 {
			d.Press("l")
		}
		d.See("‹", "Storage", "Before.", "After.")
		d.NotSee("›")
		for range 9 {
			d.Press("h")
		}
		d.See("Browser", "›")
		d.NotSee("‹")
	})
}

func TestADiagramHasTheScreenForItself(t *testing.T) {
	body := filler(3) + pipeline + "\n" + filler(30)
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.See("out the ├", "►")
		before := d.Screen()
		d.Press("enter")
		d.See("Check out the code", "Build the binaries", "►", "›", "diagram, lines 1 to 3 of 3", "Esc close")
		d.NotSee("Filler", "out the ├", "Tell the others")
		d.Golden("diagram")
		d.Press("l", "l", "l")
		d.See("Tell the others", "‹")
		d.NotSee("Check out the code", "›")
		d.Resize(160, 30)
		d.See("Check out the code", "Tell the others")
		d.NotSee("‹", "›")
		d.Resize(80, 24)
		d.Press("esc")
		if d.Screen() != before {
			t.Errorf("the post is not as it was:\n%s", d.Screen())
		}
	})
}

func TestDiagramsAreWalkedToAndCopiedLikeCode(t *testing.T) {
	out := &desktop{}
	o := reading("a.md", filler(30)+"```go\nx := 1\n```\n\n"+filler(30)+pipeline+"\n"+filler(30)+"[A link](https://example.org).\n")
	o.Desktop = out
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("}", "}")
		d.See("out the ├")
		d.Press("y")
		d.See("copied with clip: 2 lines of mermaid")
		d.Press("{")
		d.See("x := 1")
		d.Press("g", "tab")
		d.See("a diagram", "Enter open")
		d.Press("enter")
		d.See("diagram, lines 1 to 3 of 3")
		d.Press("q", "tab")
		d.See("→ https://example.org")
	})
	if want := strings.TrimSuffix(strings.TrimPrefix(pipeline, "```mermaid\n"), "```\n"); len(out.copied) != 1 || out.copied[0] != want {
		t.Errorf("copied %q, want %q", out.copied, want)
	}
}

func TestADiagramThatCannotBeDrawnIsShownAsItsSource(t *testing.T) {
	tuitest.Story(t, 80, 24, program(reading("a.md", "```mermaid\nflowchart TD\n  a[one --> b\n```\n")), func(d *tuitest.Driver) {
		d.See("a[one --> b", "not drawn: line 2")
		d.Press("enter")
		d.See("there is nothing to open here")
	})
}
