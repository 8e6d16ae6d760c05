package diagram

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/posts"
)

var update = flag.Bool("update", false, "write the goldens anew; look at each before you commit it")

// sources returns all diagrams of testdata by their names.
func sources(t testing.TB) map[string]string {
	t.Helper()
	names, err := filepath.Glob("testdata/*/*.mmd")
	if err != nil || len(names) < 60 {
		t.Fatalf("%d diagrams, %v", len(names), err)
	}
	all := map[string]string{}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(name, ".mmd")] = string(source)
	}
	return all
}

// TestTheDiagramsOfThePostsHaveGoldens draws each of them at 80 columns, where none may fall back to its source,
// and holds it against the one that has a golden. With -update it adds those that are new.
func TestTheDiagramsOfThePostsHaveGoldens(t *testing.T) {
	names, err := fs.Glob(posts.FS, "*.md")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, name := range names {
		post, err := fs.ReadFile(posts.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		for i, part := range strings.Split(string(post), "```mermaid\n")[1:] {
			source, _, _ := strings.Cut(part, "```")
			count++
			d, err := Parse(source)
			if err == nil {
				_, _, err = d.Draw(80, Options{})
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			golden := "testdata/posts/" + strings.TrimSuffix(name, ".md")
			if i > 0 {
				golden += fmt.Sprintf("-%d", i+1)
			}
			if *update {
				if err := os.WriteFile(golden+".mmd", []byte(source), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if known, err := os.ReadFile(golden + ".mmd"); err != nil || string(known) != source {
				t.Errorf("%s is not the diagram of the post any more (%v); run go test ./internal/diagram -update", golden, err)
			}
		}
	}
	if count < 30 {
		t.Errorf("the posts have %d diagrams", count)
	}
}

// TestGoldens shows each diagram at the width of a column of text and as sentences; where it is another drawing, at
// that of half a screen, of a narrow terminal and of a wide one, too.
func TestGoldens(t *testing.T) {
	for name, source := range sources(t) {
		t.Run(strings.TrimPrefix(name, "testdata/"), func(t *testing.T) {
			d, err := Parse(source)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			usual := show(t, d, 78, Options{})
			fmt.Fprintf(&b, "== 78 columns\n%s", usual)
			for _, width := range []int{60, 40, 120} {
				if other := show(t, d, width, Options{}); other != usual {
					fmt.Fprintf(&b, "\n== %d columns\n%s", width, other)
				}
			}
			fmt.Fprintf(&b, "\n== ASCII\n%s", show(t, d, 78, Options{ASCII: true}))
			fmt.Fprintf(&b, "\n== sentences\n%s\n", strings.Join(d.Sentences(), "\n"))
			compare(t, name+".golden", b.String())
		})
	}
}

// show draws a diagram, with what is said about it.
func show(t *testing.T, d Diagram, width int, o Options) string {
	t.Helper()
	lines, note, err := d.Draw(width, o)
	var tooWide *WidthError
	if errors.As(err, &tooWide) {
		return err.Error() + "\n"
	}
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text() + "\n")
	}
	if note != "" {
		b.WriteString("(" + note + ")\n")
	}
	for i, link := range d.Links() {
		fmt.Fprintf(&b, "(link %d: %s)\n", i+1, link)
	}
	return b.String()
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if that is meant, run go test ./internal/diagram -update and look at it\n%s", name, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines in place of %d", len(b), len(a))
}

func TestASCIIDrawsWithASCIIOnly(t *testing.T) {
	for name, source := range sources(t) {
		if strings.ContainsFunc(source, func(r rune) bool { return r > '~' }) {
			continue
		}
		d, err := Parse(source)
		if err != nil {
			t.Fatal(name, err)
		}
		lines, _, _ := d.Draw(78, Options{ASCII: true})
		for _, l := range lines {
			if s := strings.NewReplacer("«", "", "»", "").Replace(l.Text()); strings.ContainsFunc(s, func(r rune) bool { return r > '~' }) {
				t.Errorf("%s: %s", name, s)
			}
		}
	}
}

func TestStylesAreThoseThatWereGiven(t *testing.T) {
	d, err := Parse("flowchart LR\n A[one] -- yes --> B[two]\n click A \"https://example.org\"\n")
	if err != nil {
		t.Fatal(err)
	}
	lines, _, err := d.Draw(60, Options{Styles: Styles{Box: "<box>", Text: "<text>", Edge: "<edge>", Label: "<label>"}})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]text.Span{}
	for _, l := range lines {
		for _, s := range l {
			found[strings.TrimSpace(s.Text)] = s
		}
	}
	for words, sgr := range map[string]string{"one": "<text>", "two": "<text>", "yes": "<label>", "►": "<edge>"} {
		for at, s := range found {
			if strings.Contains(at, words) && s.SGR != sgr {
				t.Errorf("%q is written in %q, want %q", at, s.SGR, sgr)
			}
		}
	}
	if found["one"].Link != 1 || found["two"].Link != 0 || d.Links()[0] != "https://example.org" {
		t.Errorf("links: %+v, %v", found["one"], d.Links())
	}
}
