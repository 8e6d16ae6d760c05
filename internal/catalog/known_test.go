package catalog

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A post that has been changed since the index was written is read, and one that the index does not name.
func TestAPostIsReadThatIsNotKnown(t *testing.T) {
	fsys := fstest.MapFS{
		"a.md": {Data: []byte("---\ntitle: First\ntags: [x]\n---\n\nWords.\n")},
		"b.md": {Data: []byte("---\ntitle: Second\n---\n\nWords.\n")},
	}
	lines, err := WriteKnown(fsys, []string{"a.md", "b.md"})
	if err != nil {
		t.Fatal(err)
	}
	index, err := ParseKnown(lines)
	if err != nil {
		t.Fatal(err)
	}
	fsys["a.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Other\ntags: [x]\n---\n\nWords.\n")} // as long
	fsys["b.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Changed\n---\n\nWords.\n")}
	fsys["c.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Third\n---\n\nWords.\n")}
	c, err := Open(t.Context(), fsys, Options{Known: index})
	if err != nil {
		t.Fatal(err)
	}
	for slug, want := range map[string]string{"a": "First", "b": "Changed", "c": "Third"} {
		if p, ok := c.Post(slug); !ok || p.Title != want {
			t.Errorf("%s is %+v, want the title %q", slug, p, want)
		}
	}
	if body, err := c.Body("a"); err != nil || !strings.Contains(string(body), "Words.") {
		t.Errorf("the body of a known post is %q, %v", body, err)
	}
}

func TestABrokenIndexIsAnError(t *testing.T) {
	if _, err := ParseKnown([]byte("{\"file\":\"a.md\"}\n{")); err == nil {
		t.Error("half a line is taken for an index")
	}
}
