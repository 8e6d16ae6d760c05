package catalog

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// closed is a folder that is not looked into, for its name, and why.
type closed struct{ folder, reason string }

// Folders that are often no part of what is written, and sometimes are.
const (
	postsFolder  = "_posts"  // of Jekyll, whose names begin like those of what is no post
	draftsFolder = "_drafts" // likewise
	publicFolder = "public"  // what most engines make, and what Next.js and Vite serve as it is
)

// repository is the folder in which Git keeps what it knows. It is in every clone, and never worth a word.
const repository = ".git"

const underscored = `has a name that starts with "_"`

// leftOut says why a folder holds nothing that is written by hand to be read, "" if it may: hidden ones, what
// engines make, what is installed.
func leftOut(name string) string {
	switch lower := strings.ToLower(name); {
	case lower == postsFolder, lower == draftsFolder:
		return ""
	case lower == "node_modules", lower == "bower_components":
		return "holds what is installed"
	case lower == publicFolder, lower == "dist", lower == "_site":
		return "holds what an engine has made"
	case strings.HasPrefix(name, "."):
		return "is hidden"
	case strings.HasPrefix(name, "_"):
		return underscored
	}
	return ""
}

// open looks into closed folders all the same, and into the closed ones in them.
func (t *tree) open(ctx context.Context, wanted func(closed) bool) {
	var found bool
	for i := slices.IndexFunc(t.closed, wanted); i >= 0; i = slices.IndexFunc(t.closed, wanted) {
		folder := t.closed[i].folder
		t.closed = slices.Delete(t.closed, i, i+1)
		t.look(ctx, folder)
		found = true
	}
	if found {
		slices.Sort(t.files)
	}
}

// openPublic looks into the folder of what is served as it is, where there is nothing to read elsewhere.
func (t *tree) openPublic(ctx context.Context) {
	if !slices.ContainsFunc(t.files, func(file string) bool { return !aboutRepository(file) }) {
		t.open(ctx, func(c closed) bool { return c.folder == publicFolder })
	}
}

// openPublished looks into those folders among the posts that the engine publishes whatever they are called, but for
// those that Eleventy has for other things (https://www.11ty.dev/docs/config/#input-directory).
func (t *tree) openPublished(ctx context.Context, s site, roots []string) {
	if !s.engine.underscores() {
		return
	}
	t.open(ctx, func(c closed) bool {
		name := path.Base(c.folder)
		return c.reason == underscored && slices.ContainsFunc(roots, func(root string) bool { return within(root, c.folder) }) &&
			(s.engine != Eleventy || name != "_includes" && name != "_data" && name != "_layouts")
	})
}

// leftClosed are the folders that nobody has looked into.
func (t *tree) leftClosed() []Left {
	var left []Left
	for _, c := range t.closed {
		if c.folder != repository {
			left = append(left, Left{text.CleanLine(c.folder) + "/", c.reason})
		}
	}
	return left
}
