package posts_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/posts"
)

var update = flag.Bool("update", false, "write the index of the posts")

// What the list shows without reading the posts is what stands in them.
func TestTheIndexIsThatOfThePosts(t *testing.T) {
	folder := os.DirFS(".") // as the posts are now, not as they were compiled in
	files, err := fs.Glob(folder, "[^_]*.md")
	if err != nil {
		t.Fatal(err)
	}
	want, err := catalog.WriteKnown(folder, files)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(posts.Index, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := fs.ReadFile(folder, posts.Index)
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%s is not that of the posts (%v): run go test ./posts -update", posts.Index, err)
	}
	index, err := catalog.ParseKnown(want)
	if err != nil {
		t.Fatal(err)
	}
	read, err := catalog.Load(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	known, err := catalog.Open(t.Context(), unread{folder, t}, catalog.Options{Known: index})
	if err != nil {
		t.Fatal(err)
	}
	if len(known.Posts) != len(read.Posts) || len(known.Problems) > 0 {
		t.Fatalf("%d posts are listed, of %d; problems: %v", len(known.Posts), len(read.Posts), known.Problems)
	}
	for i, p := range read.Posts {
		if !reflect.DeepEqual(known.Posts[i], p) {
			t.Errorf("of %s is known\n%+v\nand it says\n%+v", p.Path, known.Posts[i], p)
		}
	}
}

// unread is a folder of which no post may be read.
type unread struct {
	fs.FS
	t *testing.T
}

func (u unread) Open(name string) (fs.File, error) {
	f, err := u.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return unreadFile{f, name, u.t}, nil
}

type unreadFile struct {
	fs.File
	name string
	t    *testing.T
}

func (f unreadFile) ReadDir(n int) ([]fs.DirEntry, error) { return f.File.(fs.ReadDirFile).ReadDir(n) }

func (f unreadFile) Read(b []byte) (int, error) {
	if f.name != "_index.md" {
		f.t.Errorf("%s is read", f.name)
	}
	return f.File.Read(b)
}
