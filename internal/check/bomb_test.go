package check_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"testing/synctest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/check"
)

// bombs are blogs with n things wrong, and what is said of the last of them. What is looked up for each must not
// cost as much as there are others: then every one of these takes a moment.
var bombs = []struct {
	name, rule string
	blog       func(n int) fstest.MapFS
	last       string
	findings   func(n int) int
}{
	{"broken anchors", "anchor", func(n int) fstest.MapFS {
		return onePost(n, "## Part number %[1]d\n\nSee [it](#part-nmuber-%[1]d).\n\n")
	}, "is it #part-number-%d?", func(n int) int { return n }},
	{"broken links", "link", func(n int) fstest.MapFS {
		fsys := onePost(n, "See [it](clean-cdoe-%d.md), [there](#x).\n")
		for i := range n {
			fsys[fmt.Sprintf("clean-code-%d.md", i)] = &fstest.MapFile{Data: []byte("text\n")}
		}
		return fsys
	}, "is it clean-code-%d?", func(n int) int { return n }},
	{"broken links in one line", "link", func(n int) fstest.MapFS { return onePost(n, "[it](no-%d.md) ") },
		`"no-%d.md" leads nowhere`, func(n int) int { return n }},
	{"headings", "anchor", func(n int) fstest.MapFS { return onePost(n, "## Heading %d\n\n[a](#heeding)\n\n") },
		"is it #heading-", func(n int) int { return n }},
	{"headings of one name", "anchor", func(n int) fstest.MapFS { return onePost(n, "## Heading\n\n[a](#heading-%d-)\n\n") },
		"is it #heading", func(n int) int { return n }},
	{"tags", "tag", func(n int) fstest.MapFS {
		fsys := fstest.MapFS{}
		for i := range n / 2 {
			fsys[fmt.Sprintf("%d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntags: [api-key-%[1]d, API Key %[1]ds]\n---\n", i)}
		}
		return fsys
	}, "is nearly", func(n int) int { return n / 2 }},
	{"references", "reference", func(n int) fstest.MapFS { return onePost(n, "[it][no-%d] `x` ") },
		"nothing defines [no-%d]", func(n int) int { return n }},
}

// repeat writes a format n times, with the numbers from 0.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func onePost(n int, format string) fstest.MapFS {
	return fstest.MapFS{"p.md": {Data: []byte("---\ntitle: P\n---\n" + repeat(n, format) + "\n")}}
}

func load(tb testing.TB, fsys fstest.MapFS) *catalog.Catalog {
	tb.Helper()
	c, err := catalog.Load(tb.Context(), fsys)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestOfThousandsOfMistakesEachIsTold(t *testing.T) {
	const n = 3000
	for _, bomb := range bombs {
		fsys := bomb.blog(n)
		found, err := check.Blog(t.Context(), load(t, fsys), fsys, check.Options{Only: []string{bomb.rule}})
		if err != nil {
			t.Fatal(err)
		}
		if len(found) != bomb.findings(n) {
			t.Errorf("%s: %d findings, want %d", bomb.name, len(found), bomb.findings(n))
			continue
		}
		want := bomb.last
		if strings.Contains(want, "%d") {
			want = fmt.Sprintf(want, n-1)
		}
		if !strings.Contains(fmt.Sprint(found), want) {
			t.Errorf("%s: nothing says %q, the last is %v", bomb.name, want, found[len(found)-1])
		}
	}
}

// A check ends with its context also in the middle of a rule, and soon looks at nothing any more.
func TestACheckEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const n, enough = 2000, 100
		fsys := onePost(n, "[it](no-%d.md)\n")
		ctx, cancel := context.WithCancelCause(t.Context())
		stopped := errors.New("stopped")
		var looked atomic.Int32
		files := opened{fsys, func(string) {
			if looked.Add(1) == enough {
				cancel(stopped)
			}
		}}
		if _, err := check.Blog(ctx, load(t, fsys), files, check.Options{Only: []string{"link"}}); !errors.Is(err, stopped) {
			t.Errorf("the error is %v", err)
		}
		synctest.Wait()
		if n := looked.Load(); n != enough {
			t.Errorf("%d files were looked at, though the context ended at %d", n, enough)
		}
	})
}

// Twice as many of anything may take about twice as long.
func BenchmarkBombs(b *testing.B) {
	for _, bomb := range bombs {
		for _, n := range []int{5000, 10_000, 100_000} {
			fsys := bomb.blog(n)
			if len(fsys) > 10_000 {
				continue
			}
			c := load(b, fsys)
			b.Run(fmt.Sprintf("%s=%d", strings.ReplaceAll(bomb.name, " ", "-"), n), func(b *testing.B) {
				for b.Loop() {
					if _, err := check.Blog(b.Context(), c, fsys, check.Options{Only: []string{bomb.rule}}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// opened tells of every file that is looked at.
type opened struct {
	fstest.MapFS
	look func(name string)
}

func (f opened) Stat(name string) (fs.FileInfo, error) {
	f.look(name)
	return f.MapFS.Stat(name)
}
