package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
)

// held is a folder whose early files cannot be opened before somebody says so.
type held struct {
	fstest.MapFS
	until string
	may   chan struct{}
}

func (f held) Open(name string) (fs.File, error) {
	if name < f.until && name != "." {
		<-f.may
	}
	return f.MapFS.Open(name)
}

// The rows that are seen first are those of the finished list, which do not move while the others come.
func TestTheNewestByPathAreReadFirst(t *testing.T) {
	files := fstest.MapFS{}
	for year := 2001; year <= 2040; year++ {
		files[fmt.Sprintf("%d-05-01-post.md", year)] = &fstest.MapFile{Data: []byte("# A post\n\nText.\n")}
	}
	f := held{files, "2021", make(chan struct{})}
	var first *catalog.Catalog
	whole, err := catalog.Open(t.Context(), f, catalog.Options{Progress: func(c *catalog.Catalog) {
		if first == nil {
			first = c
			close(f.may)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if first == nil || len(first.Posts) == 0 {
		t.Fatal("nothing was there to be shown first")
	}
	for i, p := range first.Posts {
		if p.Slug != whole.Posts[i].Slug {
			t.Errorf("row %d is %s first and %s at the end", i, p.Slug, whole.Posts[i].Slug)
		}
	}
}

// endless is a folder in which there is always one more, and counts how many were looked into.
type endless struct {
	fstest.MapFS
	read *int
	end  func()
}

func (f endless) ReadDir(string) ([]fs.DirEntry, error) {
	if *f.read++; *f.read == 3 {
		f.end()
	}
	return f.MapFS.ReadDir(".")
}

func TestAWalkEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	read := 0
	_, err := catalog.Open(ctx, endless{fstest.MapFS{"in": {Mode: fs.ModeDir}}, &read, cancel}, catalog.Options{})
	if !errors.Is(err, context.Canceled) || read != 3 {
		t.Errorf("%d folders were read, and the error is %v", read, err)
	}
}
