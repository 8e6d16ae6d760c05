package pages_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/pages"
)

func TestABufferIsWholeAndEmpty(t *testing.T) {
	for _, n := range []int{0, 1, pages.Least - 1, pages.Least, pages.Least + 1, 3<<20 + 17} {
		b := pages.Make(n)
		if len(b) != n {
			t.Fatalf("of %d bytes there are %d", n, len(b))
		}
		for i := range b {
			if b[i] != 0 {
				t.Fatalf("of %d bytes number %d is %d", n, i, b[i])
			}
			b[i] = 1 // all of it can be written to
		}
	}
}

func BenchmarkMake(b *testing.B) {
	const size = 20 << 20
	b.SetBytes(size)
	for b.Loop() {
		buf := pages.Make(size)
		for i := 0; i < size; i += 4096 {
			buf[i] = 1
		}
	}
}
