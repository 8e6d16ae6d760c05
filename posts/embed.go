// Package posts is the blog that is compiled into the program: its Markdown files, and what the list shows of them.
package posts

import "embed"

// FS holds the posts, in _index.md the blog's title and tagline, and in Index what catalog.ParseKnown reads.
//
//go:embed *.md _index.md index.jsonl
var FS embed.FS

// Index is the file that go test ./posts -update writes when a post has been changed.
const Index = "index.jsonl"
