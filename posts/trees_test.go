package posts_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	treesAtOnce = 2                // each runs a Python of its own
	treeTime    = 12 * time.Minute // the slowest takes half a minute of a machine that is not busy
)

// TestTreesWork lays out the files of every post over those of the posts that it requires, as a reader
// would with "blogtui code SLUG --out TREE", and runs the tests that are among them.
func TestTreesWork(t *testing.T) {
	python := pythonOf(t)
	written := articles(t)
	all := make(map[string]article)
	for _, a := range written {
		all[a.Slug] = a
	}
	places := make(chan struct{}, treesAtOnce)
	for _, a := range written {
		if len(files(t, a)) == 0 {
			continue
		}
		t.Run(a.Slug, func(t *testing.T) {
			t.Parallel()
			places <- struct{}{}
			defer func() { <-places }()
			tree := t.TempDir()
			for _, part := range requirements(t, all, a.Slug, nil) {
				for name, content := range files(t, part) {
					write(t, filepath.Join(tree, filepath.FromSlash(name)), content)
				}
			}
			runTree(t, python, tree)
		})
	}
}

// files are the blocks of a post that name a file, by name; blocks of one name are one file.
func files(t *testing.T, a article) map[string]string {
	t.Helper()
	named := make(map[string]string)
	for _, code := range a.doc.Code {
		if code.Title == "" {
			continue
		}
		if !filepath.IsLocal(filepath.FromSlash(code.Title)) {
			t.Errorf("%s:%d: the file %q would leave the tree", a.Path, a.line(code.Line)-1, code.Title)
			continue
		}
		named[code.Title] += code.Text
	}
	return named
}

// requirements are the posts whose files make the tree of a post, each after those that it requires.
func requirements(t *testing.T, all map[string]article, slug string, before []article) []article {
	t.Helper()
	for _, a := range before {
		if a.Slug == slug {
			return before
		}
	}
	a, ok := all[slug]
	if !ok {
		t.Errorf("%s is required and does not exist", slug)
		return before
	}
	for _, required := range a.Requires {
		if required != slug {
			before = requirements(t, all, required, before)
		}
	}
	return append(before, a)
}

// runTree runs the tests of a tree that has Python in it.
func runTree(t *testing.T, python, tree string) {
	t.Helper()
	var sources, tests int
	err := filepath.WalkDir(tree, func(name string, _ os.DirEntry, err error) error {
		switch base := filepath.Base(name); {
		case base == "package.json":
			t.Skip("the tree is an npm project, which this test does not run")
		case strings.HasPrefix(base, "test_") && strings.HasSuffix(base, ".py"):
			tests++
		case strings.HasSuffix(base, ".py"):
			sources++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if tests == 0 {
		if sources > 0 {
			t.Errorf("%d files of Python and no tests/test_*.py that proves what they do", sources)
		}
		return
	}
	ctx, cancel := context.WithTimeout(t.Context(), treeTime)
	defer cancel()
	run := exec.CommandContext(ctx, python, "-m", "pytest", "-q", "-p", "no:cacheprovider")
	run.Dir = tree
	run.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	run.Cancel = func() error { return run.Process.Signal(os.Interrupt) } // lets a wrapper tidy up
	run.WaitDelay = 10 * time.Second
	output, err := run.CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, output[max(0, len(output)-4000):])
		return
	}
	lines := strings.Split(strings.TrimSpace(string(output)), "\n")
	t.Log(lines[len(lines)-1])
}
