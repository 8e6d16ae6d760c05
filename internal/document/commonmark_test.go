package document

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
	"golang.org/x/net/html"
)

// example is one of the examples of the CommonMark specification.
type example struct {
	Markdown string
	HTML     string
	Number   int `json:"example"`
}

// specification reads the examples of CommonMark 0.31 from the parser's module, which tests itself by them.
func specification(t testing.TB) []example {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatalf("the folder of the parser's module: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []example
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// textOf returns the letters that a browser would show of some HTML.
func textOf(t *testing.T, source string) string {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for n := range tree.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			out.WriteString(n.Data)
		}
	}
	return letters(out.String())
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// lost returns what of a text is not found in its order in a longer one, "" if all is.
func lost(s, in string) string {
	rest := []rune(s)
	for _, r := range in {
		if len(rest) > 0 && r == rest[0] {
			rest = rest[1:]
		}
	}
	return string(rest)
}

func TestCommonMarkKeepsAllText(t *testing.T) {
	examples := specification(t)
	if len(examples) != 652 {
		t.Fatalf("%d examples, CommonMark 0.31 has 652", len(examples))
	}
	styles := theme.Dark().Styles()
	for _, e := range examples {
		want := textOf(t, e.HTML)
		for _, width := range []int{1, 20, 80} {
			t.Run(fmt.Sprintf("%d at %d", e.Number, width), func(t *testing.T) {
				var out strings.Builder
				l := NewLayout(Parse([]byte(e.Markdown)), Options{Width: width, CodeWidth: width, Styles: styles})
				for i := range l.Document().All() {
					for _, line := range l.Lines(i) {
						if w := line.Width(); w > width && !line.Wide && w > 2 {
							t.Errorf("line %q is %d cells wide", line.Text(), w)
						}
						out.WriteString(line.Text() + "\n")
					}
				}
				if rest := lost(text.Clean(want), letters(out.String())); rest != "" {
					t.Errorf("%q\nshould read %q\nand is\n%s\nwithout %q", e.Markdown, want, out.String(), rest)
				}
			})
		}
	}
}
