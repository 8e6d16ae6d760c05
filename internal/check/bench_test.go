package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/check"
)

// Twice as many tags may take about twice as long.
func BenchmarkTags(b *testing.B) {
	for _, n := range []int{2000, 4000, 8000} {
		var tags strings.Builder
		for i := range n {
			fmt.Fprintf(&tags, "t%d,", i)
		}
		fsys := fstest.MapFS{"p.md": {Data: []byte("---\ntitle: P\ntags: [" + tags.String() + "]\n---\nx\n")}}
		c, err := catalog.Load(b.Context(), fsys)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("tags=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := check.Blog(b.Context(), c, fsys, check.Options{Only: []string{"tag"}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
