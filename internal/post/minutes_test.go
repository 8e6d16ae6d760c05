package post_test

import (
	"testing"

	"github.com/blogtui/blogtui/internal/post"
)

func TestDuration(t *testing.T) {
	for minutes, want := range map[int]string{0: "0 min", 59: "59 min", 60: "1 h", 79: "1 h 19 min"} {
		if got := post.Duration(minutes); got != want {
			t.Errorf("%d minutes are %q", minutes, got)
		}
	}
}
