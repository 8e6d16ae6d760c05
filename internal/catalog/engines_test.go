package catalog_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
)

var update = flag.Bool("update", false, "rewrite what the blogs in testdata must come to")

// now is the day on which the blogs of testdata are read.
var now = time.Date(2024, 9, 1, 0, 0, 0, 0, time.UTC)

// A small blog of each engine, as it is found on disk, comes to what its engine would make of it.
func TestBlogsOfAllEngines(t *testing.T) {
	for _, engine := range []string{"hugo", "jekyll", "astro", "zola", "eleventy", "plain"} {
		t.Run(engine, func(t *testing.T) {
			fsys := os.DirFS(path.Join("testdata", engine))
			c, err := catalog.Open(t.Context(), fsys, catalog.Options{Now: now})
			if err != nil {
				t.Fatal(err)
			}
			got := listing(t, c)
			golden := path.Join("testdata", engine+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s\nis not\n%s", got, want)
			}
			everyFileIsExplained(t, fsys, c)
		})
	}
}

// listing writes all that a catalogue knows.
func listing(t *testing.T, c *catalog.Catalog) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n%s\n", c.Title, c.Headline(), c.Origin())
	for _, p := range c.Posts {
		body, err := c.Body(p.Slug)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(&b, "\n%s\n", p.Path)
		for _, fact := range [][2]string{
			{"slug", p.Slug}, {"title", p.Title}, {"date", date(p.Date)}, {"updated", date(p.Updated)}, {"tags", strings.Join(p.Tags, ", ")},
			{"category", p.Category}, {"further", strings.Join(p.Further, ", ")}, {"series", strings.TrimSuffix(fmt.Sprintf("%s %d", p.Series, p.Part), " 0")},
			{"authors", strings.Join(p.Authors, ", ")}, {"description", p.Description}, {"weight", strings.TrimPrefix(strconv.Itoa(p.Weight), "0")},
			{"permalink", p.Permalink}, {"name", p.Name}, {"at", c.Address(p)}, {"aliases", strings.Join(p.Aliases, ", ")}, {"language", p.Language},
			{"translations", paths(c.Translations(p))}, {"minutes", strconv.Itoa(p.Minutes())}, {"body", strings.Join(strings.Fields(string(body)), " ")},
		} {
			if fact[1] != "" && fact[1] != p.Path {
				fmt.Fprintf(&b, "  %s: %s\n", fact[0], fact[1])
			}
		}
	}
	b.WriteString("\nleft out\n")
	for _, l := range c.Left {
		fmt.Fprintf(&b, "  %s: %s\n", l.Path, l.Reason)
	}
	b.WriteString("\nproblems\n")
	for _, p := range c.Problems {
		fmt.Fprintf(&b, "  %v\n", p)
	}
	return b.String()
}

func paths(posts []*post.Post) string {
	var all []string
	for _, p := range posts {
		all = append(all, p.Path)
	}
	return strings.Join(all, ", ")
}

func date(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return strings.TrimSuffix(at.Format(time.RFC3339), "T00:00:00Z")
}

// everyFileIsExplained looks for Markdown that is neither listed nor left out with a reason, as a file or with
// the folder that it stands in.
func everyFileIsExplained(t *testing.T, fsys fs.FS, c *catalog.Catalog) {
	t.Helper()
	said := make(map[string]bool)
	for _, p := range c.Posts {
		said[p.Path] = true
	}
	for _, l := range c.Left {
		if said[l.Path] {
			t.Errorf("%s is listed and left out", l.Path)
		}
		said[l.Path] = true
	}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if d.IsDir() && said[name+"/"] {
			return fs.SkipDir
		}
		if slices.Contains([]string{".md", ".markdown", ".mkdown", ".mkdn", ".mkd", ".mdx"}, path.Ext(name)) && !d.IsDir() && !said[name] {
			t.Errorf("%s is neither listed nor left out", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
