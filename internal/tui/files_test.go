package tui_test

import (
	"context"
	"errors"
	"os/exec"
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func troubled() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"hugo.toml":                      file("title = \"Troubles\"\n"),
		"README.md":                      file("# About the repository\n"),
		"content/posts/fine.md":          file("---\ntitle: A fine post\ndate: 2026-01-02\n---\nText.\n"),
		"content/posts/odd.md":           file("---\ntitle: An odd post\ndate: the day after\n---\nText.\n"),
		"content/posts/draft.md":         file("---\ntitle: Not done yet\ndraft: true\n---\nWords to come.\n"),
		"content/posts/future.md":        file("---\ntitle: Next year\ndate: 2027-01-01\n---\nText.\n"),
		"node_modules/package/readme.md": file("# Never read\n"),
	}
}

func TestFilesWithProblemsAndFilesLeftOutAreListed(t *testing.T) {
	load := func(ctx context.Context) (*catalog.Catalog, error) {
		return catalog.Open(ctx, troubled(), catalog.Options{Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
	}
	var file string
	var line int
	o := tui.Options{Theme: named("dark"), Load: load, Edit: func(path string, n int) (*exec.Cmd, error) {
		file, line = path, n
		return nil, errors.New("no editor is known")
	}}
	tuitest.Story(t, 120, 30, program(o), func(d *tuitest.Driver) {
		d.See("2 posts", "! 1 to mend")
		d.Press("!")
		d.See("To mend: 1", "content/posts/odd.md:3", "Left out: 4", "README.md", "node_modules/",
			"is a draft", "is dated 2027-01-01", "stands outside of content/posts", "holds what is installed")
		d.Golden("files")
		d.Press("enter")
		d.See("no editor is known")
		d.Press("!")
		d.Type("draft")
		d.NotSee("README.md")
		d.Press("enter")
		d.See("Not done yet", "Words to come.")
		d.Press("q", "!")
		d.Type("node")
		d.Press("enter")
		d.See("node_modules/ is a folder")
		d.Resize(40, 12)
		d.Press("!")
		d.See("To mend: 1")
	})
	if file != "content/posts/odd.md" || line != 3 {
		t.Errorf("the editor is opened for %s at line %d", file, line)
	}
	tuitest.Story(t, 80, 24, program(reading("a.md", "Text.\n")), func(d *tuitest.Driver) {
		d.Press("q", "!")
		d.See("nothing is wrong with any file, and none is left out")
	})
}
