// Package posts is the blog that is compiled into the program: its Markdown files and nothing else.
package posts

import "embed"

// FS holds the posts, and in _index.md the blog's title and tagline.
//
//go:embed *.md _index.md
var FS embed.FS
