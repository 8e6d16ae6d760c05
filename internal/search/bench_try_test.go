package search

import (
	"context"
	"os"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
)

func BenchmarkTry(b *testing.B) {
	root, _ := os.OpenRoot(os.Getenv("TRY"))
	c, err := catalog.Load(context.Background(), root.FS())
	if err != nil {
		b.Fatal(err)
	}
	q, _ := Parse(os.Getenv("Q"))
	b.ReportAllocs()
	for b.Loop() {
		Run(context.Background(), c, q, Options{})
	}
}
