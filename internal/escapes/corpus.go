package escapes

import (
	"embed"
	"io/fs"
	"testing/fstest"
)

//go:embed all:corpus
var corpus embed.FS

// names are what files of a blog may be called on systems that allow everything but a slash. They are not
// in the repository, which has to be unpacked everywhere.
var names = []string{
	"colour\x1b[31m.md", "title\x1b]0;evil\x07.md", "c1\u009b2J.md", "turned\u202edm.md", "isolate\u2066.md", "line\nfeed.md", "back\b\b.md",
	"latin\xe9.md", "raw\x9b31m.md", "mark\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301.md", "tag\U000e0041.md", "folder\x1b[5i/in\x9d.md", "_\x1b[31m.md",
}

// Blog returns the posts of a blog which tries, in every way that is known, to make a terminal do something:
// in its texts, its front matter, its links and the names of its files.
func Blog() fstest.MapFS {
	blog := fstest.MapFS{}
	err := fs.WalkDir(corpus, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		source, err := corpus.ReadFile(path)
		blog[entry.Name()] = &fstest.MapFile{Data: source, Mode: 0o644}
		return err
	})
	if err != nil {
		panic(err) // it is compiled in
	}
	for _, name := range names {
		blog[name] = &fstest.MapFile{Data: []byte("---\ntags: [\"of\\e[31m\"]\n---\nOf [another](" + name + ").\n\n```go title=\"" + name + "\"\nx\n```\n"), Mode: 0o644}
	}
	return blog
}
