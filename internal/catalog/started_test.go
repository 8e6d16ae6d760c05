package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/post"
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

// Of many posts the first are shown before the rest is looked at, and this changes nothing of what is there in the end.
func TestTheFirstOfManyPostsAreThoseOfAll(t *testing.T) {
	const n = 3000
	files := fstest.MapFS{"2000-01-01-odd.md": {Data: []byte("---\ndate: never\n---\nText.\n")}}
	for i := range n - 1 {
		files[fmt.Sprintf("%d-%02d-%02d-post-%d.md", 2001+i/400, 1+i/31%12, 1+i%28, i)] = &fstest.MapFile{Data: []byte("# A post\n\nText.\n")}
	}
	var reports []*catalog.Catalog
	whole, err := catalog.Open(t.Context(), files, catalog.Options{Progress: func(c *catalog.Catalog) { reports = append(reports, c) }})
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) == 0 {
		t.Fatal("nothing was there to be shown first")
	}
	first := reports[0]
	if first.Total != n || first.Loaded == 0 || first.Loaded > n/10 {
		t.Errorf("first %d of %d posts are shown, of %d", first.Loaded, first.Total, n)
	}
	for i, p := range first.Posts {
		if p.Slug != whole.Posts[i].Slug {
			t.Errorf("row %d is %s first and %s at the end", i, p.Slug, whole.Posts[i].Slug)
		}
	}
	alone, err := catalog.Load(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Posts) != n || !slices.EqualFunc(whole.Posts, alone.Posts, func(a, b *post.Post) bool { return a.Slug == b.Slug }) {
		t.Errorf("%d posts are there in the end, not the %d that are read without a glimpse", len(whole.Posts), len(alone.Posts))
	}
	if len(whole.Problems) != 1 || !slices.Equal(whole.Problems, alone.Problems) {
		t.Errorf("the problems are %v, and %v without a glimpse", whole.Problems, alone.Problems)
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
