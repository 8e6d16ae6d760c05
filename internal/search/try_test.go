package search

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
)

func TestTry(t *testing.T) {
	dir := os.Getenv("TRY")
	if dir == "" {
		t.Skip()
	}
	root, _ := os.OpenRoot(dir)
	c, err := catalog.Load(context.Background(), root.FS())
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{os.Getenv("Q"), "token", "scheduler frame", "\"refresh token\"", "zzzz", "t", "the", "in:code def"} {
		for range 2 {
			q, err := Parse(query)
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			first := time.Duration(0)
			r, err := Run(context.Background(), c, q, Options{Progress: func(r Results) {
				if first == 0 && len(r.Hits) > 0 {
					first = time.Since(start)
				}
			}})
			fmt.Printf("%-20s first %v all %v: %d sections in %d posts, err %v\n", query, first.Round(time.Millisecond/10), time.Since(start).Round(time.Millisecond/10), r.Sections, r.Posts, err)
			if query == os.Getenv("Q") {
				for _, h := range r.Hits[:min(6, len(r.Hits))] {
					fmt.Printf("  %.2f %s | %s #%s | %d | %d min | %q %v\n", h.Score, h.Title.Text, h.Section.Text, h.Anchor, h.Line, h.Minutes, h.Snippet.Text, h.Snippet.Marks)
				}
			}
		}
	}
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range []string{"VmHWM"} {
		_ = l
	}
	fmt.Println(string(b[:0]))
}
