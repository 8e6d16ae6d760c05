package cli_test

import (
	"os"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/tui/keymap"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// The README's keys are the program's.
func TestREADMEHasTheKeys(t *testing.T) {
	const path, from, to = "../../README.md", "-update` -->\n", "<!-- end of keys -->"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(content), from)
	_, tail, closed := strings.Cut(rest, to)
	if !found || !closed {
		t.Fatalf("%s has lost the marks around its keys", path)
	}
	want := head + from + "\n" + keymap.Default().Markdown() + "\n" + to + tail
	if string(content) == want {
		return
	}
	if !tuitest.Updating() {
		t.Fatalf("%s does not show the keys of the program: run go test ./internal/cli -update", path)
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
