package tui_test

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
)

// entry is a post of the blog that the stories are about.
type entry struct {
	slug, title, category, series string
	part                          int
	tags, date, description       string
}

var entries = []entry{
	{"harness", "Anatomy of a Harness", "Architecture", "", 0, "ai, tools", "2026-04-05", "What lives between you and the model, in seven layers."},
	{"auth-1", "FastAPI Auth: The Mental Model", "Tutorial", "FastAPI Auth", 1, "python, fastapi, security", "2026-03-18", "Most tutorials run authentication and authorization together. Three questions keep them apart."},
	{"auth-2", "FastAPI Auth: Passwords", "Tutorial", "FastAPI Auth", 2, "python, fastapi, security, passwords", "2026-03-17", "Hashing is one layer, not security."},
	{"auth-3", "FastAPI Auth: JWT Tokens — Stateless Authentication", "Tutorial", "FastAPI Auth", 3, "python, fastapi, security, jwt", "2026-03-16", "A signed token spares the session lookup, and nobody can take it back once it is out. This part pairs ten-minute access tokens with refresh tokens that rotate, and shows what a thief can still do with each."},
	{"clean-1", "Clean Code Python: Project Structure and Naming That Scales with the Team and the Years", "Tutorial", "Clean Code Python", 1, "python, backend", "2026-03-08", "Folders that stay navigable."},
	{"clean-2", "Clean Code Python: Protocols", "Tutorial", "Clean Code Python", 2, "python, backend, typing", "2026-03-08", "Structural typing for repositories."},
	{"tokyo", "東京で動かす：コンテナとデータベース", "Architecture", "", 0, "backend, 日本語", "2026-02-20", "日本語の説明文もカードの幅に収まるように折り返されます。句点は行頭に来ません。"},
	{"arabic", "مقدمة في البرمجة", "Tutorial", "", 0, "python", "2026-02-14", "نص يُقرأ من اليمين إلى اليسار."},
	{"emoji", "Shipping 🚀 with 👩‍💻 and e\u0301clat", "Tutorial", "", 0, "meta", "2026-02-10", ""},
}

// body is long enough to scroll, and has what a reader draws.
func body(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "The first words about %s.\n\n## Why\n\n", title)
	b.WriteString("```python title=\"app/main.py\"\ndef main() -> None:\n    print(\"" + strings.Repeat("wide ", 30) + "\")\n```\n\n")
	b.WriteString("| key | does |\n|---|---|\n| j | down |\n\n")
	for i := range 30 {
		fmt.Fprintf(&b, "## Section %d\n\nParagraph %d says [something](https://example.org) at some length, so that it wraps.\n\n", i, i)
	}
	return b.String()
}

func files() fstest.MapFS {
	fsys := fstest.MapFS{"_index.md": {Data: []byte("---\ntitle: Blog\ntagline: engineering, architecture, and technical craft\n---\n")}}
	for _, e := range entries {
		front := fmt.Sprintf("---\ntitle: %q\ncategory: %s\ntags: [%s]\ndate: %s\ndescription: %q\n", e.title, e.category, e.tags, e.date, e.description)
		if e.series != "" {
			front += fmt.Sprintf("series: %s\npart: %d\n", e.series, e.part)
		}
		fsys[e.slug+".md"] = &fstest.MapFile{Data: []byte(front + "---\n" + body(e.title))}
	}
	fsys["broken.md"] = &fstest.MapFile{Data: []byte("---\nseries: [unclosed\n---\n# A post with broken front matter\n\nStill here.\n")}
	fsys["plain.md"] = &fstest.MapFile{Data: []byte("# Plain notes\n\nNo front matter at all.\n")}
	fsys["hostile.md"] = &fstest.MapFile{Data: []byte("---\ntitle: \"Red \\e[31m alert \\u202e\"\ncategory: \"Tu\\ttorial\"\ntags: [\"a\\x1b]0;x\\x07\"]\ndate: 2026-01-01\n---\nx\n")}
	return fsys
}

// started returns the options of a program that reads the blog.
func started() tui.Options {
	fsys := files()
	return tui.Options{Theme: named("dark"), Load: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }}
}

func program(o tui.Options) func() tea.Model { return func() tea.Model { return tui.New(o) } }
