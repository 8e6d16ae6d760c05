package tui_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

func TestAPostIsReadInAnotherLanguage(t *testing.T) {
	file := func(title, rest string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\ndate: 1999-01-02\n---\n" + rest)}
	}
	fsys := fstest.MapFS{
		"hugo.toml":                 {Data: []byte("title = \"Tongues\"\nlanguageCode = \"en\"\n")},
		"content/posts/hello.md":    file("Hello", filler(30)+"## The middle\n\n"+filler(30)),
		"content/posts/hello.fr.md": file("Bonjour", filler(30)+"## Le milieu\n\n"+filler(30)),
		"content/posts/many.md":     file("Many", "Text.\n"),
		"content/posts/many.de.md":  file("Viele", "Worte.\n"),
		"content/posts/many.fr.md":  file("Plusieurs", "Mots.\n"),
		"content/posts/alone.md":    file("Alone", "Text.\n"),
	}
	o := tui.Options{Theme: named("dark"), Load: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }}
	tuitest.Story(t, 100, 24, program(o), func(d *tuitest.Driver) {
		d.See("3 posts", "▌ Alone", "Hello", "also in fr", "also in de, fr")
		d.NotSee("Bonjour")
		d.Press("a")
		d.See("this post has no translation")
		d.Press("j", "enter")
		d.See("Hello", "in en, also in fr")
		d.Press("]")
		d.See("The middle")
		d.Press("a")
		d.See("Bonjour", "in fr, also in en", "Le milieu")
		d.NotSee("Filler 28 ")
		d.Press("backspace")
		d.See("Hello", "The middle")
		d.Press("q", "j", "a")
		d.See("Languages", "• Many", "Viele", "Plusieurs")
		d.Press("up", "enter")
		d.See("Plusieurs", "Mots.", "in fr, also in de, en")
		d.Press("K")
		d.See("Hello")
	})
}
