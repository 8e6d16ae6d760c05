package linear_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/linear"
)

func TestAPostThatCannotBeLaidOutIsReadAsItStands(t *testing.T) {
	var out strings.Builder
	var kept error
	err := linear.Run(t.Context(), linear.Options{
		Catalog: blog(t), Now: now, In: strings.NewReader("1\n\n\nq\nq\n"), Out: &out,
		Parse:   func(string, []byte) *document.Document { panic("no such block") },
		Crashed: func(err error) { kept = err },
	})
	if err != nil {
		t.Error(err)
	}
	for _, want := range []string{"cannot be laid out", "## Why", "x := 1"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in what was said:\n%s", want, out.String())
		}
	}
	if c := (*crash.Error)(nil); !errors.As(kept, &c) || !strings.HasPrefix(kept.Error(), "first.md: ") {
		t.Errorf("kept: %v", kept)
	}
}
