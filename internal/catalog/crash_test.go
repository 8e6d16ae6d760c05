package catalog_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// trap is a file system in which one file makes its reader panic.
type trap struct {
	fs.FS
	name string
}

func (f trap) Open(name string) (fs.File, error) {
	if name == f.name {
		panic("no such node")
	}
	return f.FS.Open(name)
}

func TestAFileOverWhichBlogtuiFailsHidesNoOther(t *testing.T) {
	fsys := trap{fstest.MapFS{"a.md": {Data: []byte("# A\n")}, "b.md": {Data: []byte("# B\n")}}, "a.md"}
	var kept []string
	c, err := catalog.Open(t.Context(), fsys, catalog.Options{Crashed: func(err error) { kept = append(kept, err.Error()) }})
	if err != nil || len(c.Posts) != 1 || c.Posts[0].Slug != "b" {
		t.Fatalf("the catalogue is %v, %v", c, err)
	}
	if len(c.Problems) != 1 || c.Problems[0].Path != "a.md" || !strings.Contains(c.Problems[0].Message, "internal error: no such node") {
		t.Errorf("the problems are %v", c.Problems)
	}
	if len(kept) != 1 || !strings.HasPrefix(kept[0], "a.md: ") {
		t.Errorf("kept: %q", kept)
	}
}
