package similar_test

import (
	"fmt"
	"testing"

	"github.com/blogtui/blogtui/internal/similar"
)

func TestAnIndexFindsWhatWasMeant(t *testing.T) {
	x := similar.NewIndex([]string{"hello-world", "fastapi-auth-03-jwt-tokens", "fastapi-auth-04-api-keys", "post", "one-two", "日本語", "q"})
	for _, c := range []struct{ asked, want string }{
		{"helo-world", "hello-world"},
		{"fastapi-jwt", "fastapi-auth-03-jwt-tokens"},
		{"api-key", "fastapi-auth-04-api-keys"},
		{"pots", "post"},
		{"opst", "post"},
		{"one-tow", "one-two"},
		{"ONE-TWO", "one-two"},
		{"日本", "日本語"},
		{"z", ""},
	} {
		if got, found := x.Nearest(c.asked); got != c.want || found != (c.want != "") {
			t.Errorf("Nearest(%q) = %q, want %q", c.asked, got, c.want)
		}
	}
	if got, found := similar.NewIndex(nil).Nearest("x"); found {
		t.Errorf("among no names %q is the nearest", got)
	}
}

// Also among names that are nearly the same the one is found that has what no other has.
func TestAnIndexFindsOneOfManyThatAreAlike(t *testing.T) {
	names := make([]string, 100_000)
	for i := range names {
		names[i] = fmt.Sprintf("heading-number-%d", i)
	}
	names[70_000] = "heading-of-its-own"
	if got, _ := similar.NewIndex(names).Nearest("heading-of-itz-own"); got != "heading-of-its-own" {
		t.Errorf("nearest is %q", got)
	}
}

// Ten times as many names may not make an answer ten times as dear.
func BenchmarkNearest(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		names := make([]string, n)
		for i := range names {
			names[i] = fmt.Sprintf("clean-code-python-%d-multi-tenant-foundation", i)
		}
		x := similar.NewIndex(names)
		b.Run(fmt.Sprintf("names=%d", n), func(b *testing.B) {
			for b.Loop() {
				x.Nearest("clean-code-pyhton-77777-multi-tenants")
			}
		})
	}
}
