package search_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/search"
	"github.com/blogtui/blogtui/posts"
)

// large makes a blog of posts of 16 KB each, whose words are as common as those of a language are: some
// everywhere, most nowhere.
func large(b *testing.B, posts int) *catalog.Catalog {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.1, 4, 20_000)
	fsys := fstest.MapFS{}
	for i := range posts {
		var body strings.Builder
		fmt.Fprintf(&body, "---\ntitle: Post %d\ntags: [go]\n---\n", i)
		for body.Len() < 16<<10 {
			fmt.Fprintf(&body, "\n## On w%d\n\n", zipf.Uint64())
			for range 120 {
				fmt.Fprintf(&body, "w%d ", zipf.Uint64())
			}
			body.WriteString("— “quoted”.\n\n```go\nx := 1\n```\n")
		}
		fsys[fmt.Sprintf("p%05d.md", i)] = &fstest.MapFile{Data: []byte(body.String())}
	}
	return load(b, fsys)
}

// builtIn returns the blog that is built in, or a blog of so many posts that are copies of its own.
func builtIn(b *testing.B, count int) *catalog.Catalog {
	names, err := fs.Glob(posts.FS, "*.md")
	if err != nil {
		b.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for i := range count {
		name := names[i%len(names)]
		data, err := fs.ReadFile(posts.FS, name)
		if err != nil {
			b.Fatal(err)
		}
		fsys[fmt.Sprintf("%05d-%s", i/len(names), name)] = &fstest.MapFile{Data: data}
	}
	return load(b, fsys)
}

// BenchmarkWords looks for words that stand almost everywhere, and for some that do not.
func BenchmarkWords(b *testing.B) {
	for _, count := range []int{63, 10_000} {
		c := builtIn(b, count)
		for _, query := range []string{"the", "a", "you", "token", "refresh token", "idempotency", "zzz"} {
			b.Run(fmt.Sprintf("%d/%s", count, query), func(b *testing.B) { bench(b, c, query) })
		}
	}
}

// BenchmarkSearch tells how long it takes to the first hits, and to all.
func BenchmarkSearch(b *testing.B) {
	for _, posts := range []int{62, 2000} {
		c := large(b, posts)
		for name, query := range map[string]string{"rare": "w19873", "two": "w300 w41", "common": "w1", "phrase": `"w7 w12"`, "nothing": "zzz"} {
			b.Run(fmt.Sprintf("%d/%s", posts, name), func(b *testing.B) { bench(b, c, query) })
		}
	}
}

func bench(b *testing.B, c *catalog.Catalog, query string) {
	q, err := search.Parse(query)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	var first time.Duration
	for b.Loop() {
		start, seen := time.Now(), false
		see := func(r search.Results) {
			if !seen && len(r.Hits) > 0 {
				first += time.Since(start)
				seen = true
			}
		}
		r, err := search.Run(b.Context(), c, q, search.Options{Progress: see})
		if err != nil {
			b.Fatal(err)
		}
		see(r)
	}
	b.ReportMetric(float64(first.Nanoseconds())/float64(b.N), "ns/first")
}
