package similar_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/similar"
)

func TestDistanceCountsWhatAHandGetsWrong(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"title", "title", 0},
		{"title", "Title", 0},
		{"", "tags", 4},
		{"tags", "", 4},
		{"tag", "tags", 1},
		{"titel", "title", 1}, // a swap is one slip
		{"draft", "daft", 1},
		{"weight", "heighten", 3},
		{"naïve", "naive", 1},
		{"kitten", "sitting", 3},
	} {
		if got := similar.Distance(c.a, c.b); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestRankFindsWhatWasMeant(t *testing.T) {
	slugs := []string{
		"hello-world",
		"astro-deep-dive-01-production-scaffold",
		"clean-code-python-21-api-versioning",
		"fastapi-auth-01-security-mental-model",
		"fastapi-auth-03-jwt-tokens",
		"fastapi-auth-04-api-keys",
		"chat-to-agent-04-rag-library",
	}
	for _, c := range []struct{ asked, want string }{
		{"fastapi-jwt", "fastapi-auth-03-jwt-tokens"},
		{"jwt", "fastapi-auth-03-jwt-tokens"},
		{"helo-world", "hello-world"},
		{"hello", "hello-world"},
		{"api-key", "fastapi-auth-04-api-keys"},
		{"fastapi-auth-03-jwt-token", "fastapi-auth-03-jwt-tokens"},
		{"FastAPI Auth 01", "fastapi-auth-01-security-mental-model"},
		{"versoining", "clean-code-python-21-api-versioning"},
		{"rag", "chat-to-agent-04-rag-library"},
	} {
		if got := similar.Rank(c.asked, slugs, 3); len(got) != 3 || got[0] != c.want {
			t.Errorf("Rank(%q) = %q, want %q first of three", c.asked, got, c.want)
		}
	}
}

func TestRankKeepsTheOrderOfEqualsAndTheLimit(t *testing.T) {
	names := []string{"b", "a", "c"}
	if got := similar.Rank("z", names, 2); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("equally far names came as %q, want the first two as given", got)
	}
	if got := similar.Rank("z", names, 9); len(got) != 3 {
		t.Errorf("asked for more than there are: %q", got)
	}
	for _, n := range []int{0, -1} {
		if got := similar.Rank("z", names, n); len(got) != 0 {
			t.Errorf("Rank(…, %d) = %q, want none", n, got)
		}
	}
}

// A slug comes from the command line and may be anything.
func TestRankIsBoundedForAnyName(t *testing.T) {
	if got := similar.Rank(strings.Repeat("no-such-post-", 100_000), []string{"a", "b"}, 1); len(got) != 1 {
		t.Errorf("Rank of a long name = %q", got)
	}
}

func BenchmarkRankTenThousand(b *testing.B) {
	names := make([]string, 10_000)
	for i := range names {
		names[i] = "clean-code-python-09-multi-tenant-foundation"
	}
	for b.Loop() {
		similar.Rank("clean-code-tenants", names, 3)
	}
}
