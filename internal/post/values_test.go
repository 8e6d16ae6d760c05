package post_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/post"
)

func TestValues(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   post.Values
	}{
		"of all kinds": {
			"---\nTitle: A\nn: 5\nyes: true\nnone:\nlist: [a]\nparams:\n  Version: 1.2\n  deep: {er: x}\nlong: |\n  two\n  lines\n---\nbody\n",
			post.Values{"title": "A", "n": "5", "yes": "true", "params.version": "1.2", "long": "two lines"},
		},
		"TOML":            {"+++\na = 'b'\n[params]\nc = 2024-01-02\n+++\n", post.Values{"a": "b", "params.c": "2024-01-02T00:00:00"}},
		"no front matter": {"a: b\n", post.Values{}},
		"broken":          {"---\na: b: c\n---\n", post.Values{"a": "b: c"}},
		"very long":       {"---\na: " + strings.Repeat("x", 5000) + "\n---\n", post.Values{"a": strings.Repeat("x", 1000) + "…"}},
	} {
		if got := post.ParseValues([]byte(c.source)); !maps.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
