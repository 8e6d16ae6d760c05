package tui_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/catalog"
	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// library returns the options of a program with some posts to search.
func library() tui.Options {
	fsys := fstest.MapFS{}
	add := func(slug, front, body string) {
		fsys[slug+".md"] = &fstest.MapFile{Data: []byte("---\n" + front + "\n---\n" + body)}
	}
	add("jwt", "title: JWT Tokens\ndate: 2026-03-03\ntags: [python]\ncategory: Tutorial",
		"The lead.\n\n## Signing\n\n"+filler(20)+"## Refresh tokens\n\nA refresh token rotates, and whoever steals a **refresh token** is noticed.\n\n"+
			filler(20)+"### Storage\n\nKeep a digest of the refresh token.\n\n```python title=\"app/tokens.py\"\nrefresh_token = rotate()\n```\n\n"+filler(10))
	add("cache", "title: Caches\ndate: 2026-03-02\ntags: [redis]\ncategory: Architecture", "## Eviction\n\nA token bucket refills. The café closes.\n")
	add("ja", "title: 認証の基礎\ndate: 2026-03-01\ntags: [日本語]", "## 更新トークン\n\n更新トークンは一度だけ使えます。盗まれたトークンはすぐに分かります。\n")
	return tui.Options{Theme: named("dark"), Load: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }}
}

func TestTheSearchUnderstandsANameThatIsTypedInPart(t *testing.T) {
	tuitest.Story(t, 100, 30, program(library()), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("token tag:r")
		d.See("1 section in 1 post", "Caches", "Tab  redis")
		d.Type("edi")
		d.See("1 section in 1 post", "Caches")
		d.Type("z")
		d.See("nothing found")
	})
}

func TestSearchingAllPosts(t *testing.T) {
	tuitest.Story(t, 100, 30, program(library()), func(d *tuitest.Driver) {
		d.Press("S")
		d.See("Search all posts", `"a phrase"`, "Esc leave")
		d.NotSee("Enter open")
		d.Type("refresh tok")
		d.See("› refresh tok", "2 sections in 1 post", "JWT Tokens", "Refresh tokens · 1 min", "Refresh tokens › Storage · 1 min", "1 of 2", "Enter open")
		d.See("A refresh token rotates, and whoever steals a refresh token is noticed.")
		d.Golden("search")
		d.Press("down")
		d.See("2 of 2")
		d.Press("enter")
		d.See("Keep a digest of the refresh token.", "refresh tok 4/5", "n next")
		d.Press("n")
		d.See("5/5", "refresh_token = rotate()")
		d.Press("N", "N")
		d.See("3/5")
		d.Press("esc")
		d.NotSee("3/5")
		d.Press("n")
		d.See("refresh tok ")
		d.Press("esc", "q")
		d.See("1 of 3")
	})
}

// Beside the results of a wide terminal stands the section that was found, with the words marked.
func TestTheChosenHitIsSeenBesideTheResults(t *testing.T) {
	tuitest.Story(t, 200, 50, program(library()), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("refresh tok")
		d.See("│ JWT Tokens", "│ Tutorial · ", "│ Refresh tokens", "│ A refresh token rotates")
		d.NotSee("│ Signing")
		d.Golden("search_wide")
		d.Press("down")
		d.See("│ Storage", "│ Keep a digest of the refresh token.", "refresh_token = rotate()")
		d.Press("ctrl+u")
		d.Type("bucket")
		d.See("│ Caches", "│ A token bucket refills. The café closes.")
		d.Press("ctrl+u")
		d.NotSee("│ Caches")
		d.Type("digest")
		d.Resize(120, 40)
		d.NotSee("│ Keep a digest")
		d.Resize(150, 40)
		d.See("│ Keep a digest")
		d.Send(tea.MouseClickMsg{X: 120, Y: 20, Button: tea.MouseLeft})
		d.See("Keep a digest", "digest 1/1")
	})
}

func TestTheSearchKeepsItsQuery(t *testing.T) {
	tuitest.Story(t, 100, 30, program(library()), func(d *tuitest.Driver) {
		d.Press("ctrl+f")
		d.Type("token")
		d.Press("down", "down")
		d.See("3 of ")
		before := d.Screen()
		d.Press("esc")
		d.See("1 of 3")
		d.Press("S")
		if d.Screen() != before {
			t.Errorf("the search has changed:\n%s\nbefore:\n%s", d.Screen(), before)
		}
		d.Type("s")
		d.See("› tokens", "1 of ")
	})
}

func TestSearchingFromAPostLeadsBack(t *testing.T) {
	tuitest.Story(t, 100, 30, program(library()), func(d *tuitest.Driver) {
		d.Press("enter", "j", "j")
		here := d.Screen()
		d.Press("S", "esc")
		if d.Screen() != here {
			t.Errorf("Esc has not led back:\n%s", d.Screen())
		}
		d.Press("S")
		d.Type("bucket")
		d.Press("enter")
		d.See("Caches", "bucket 1/1")
		d.Press("backspace")
		d.See("JWT Tokens", "Filler 0 stands")
		d.Press("S", "ctrl+u")
		d.Type("digest")
		d.Press("enter")
		d.See("Keep a digest", "digest 1/1")
		d.Press("esc", "backspace")
		if d.Screen() != here {
			t.Errorf("Backspace has not led back:\n%s\nbefore:\n%s", d.Screen(), here)
		}
	})
}

func TestABadTermIsMarkedAndTheResultsStay(t *testing.T) {
	tuitest.Story(t, 100, 30, program(library()), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("digest")
		d.See("1 section in 1 post")
		d.Send(tea.PasteMsg{Content: " tag:"})
		d.See("Tab", "python", "Keep a digest") // it can go on, so it is not wrong yet
		d.Type("python")
		d.See("1 section in 1 post", "Keep a digest")
		d.Press("ctrl+u")
		d.Type(`"digest of th`) // a phrase that is still typed
		d.See("1 section in 1 post", "Keep a digest")
		d.Press("ctrl+u")
		d.Type("in:bod")
		d.See("write in:title, in:heading, in:prose or in:code")
		d.Press("ctrl+u")
		d.Type(`tag:python in:code "refresh token"`)
		d.See("1 section in 1 post", "refresh_token = rotate()")
		d.Press("ctrl+u")
		d.Type("tag:redis rotates")
		d.See("nothing found")
		d.Press("enter")
		d.See("nothing found")
		d.Press("ctrl+u")
		d.See(`"a phrase"`)
	})
}

func TestSearchingFoldsAndReadsOtherScripts(t *testing.T) {
	tuitest.Story(t, 60, 20, program(library()), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("CAFE")
		d.See("The café closes.")
		d.Press("ctrl+u")
		d.Type("トークン")
		d.See("認証の基礎", "更新トークン · 1 min", "1 section in 1 post")
		d.Golden("search_narrow")
		d.Press("enter")
		d.See("トークン 2/3")
	})
}

// What was asked first never comes in place of what was asked last, however late it comes.
func TestLateHitsAreDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := tui.New(library())
		settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
		settle(m, m.Init()())
		m.Update(tuitest.Key("S"))
		_, asked := m.Update(tuitest.Key("t"))
		late := asked()
		_, never := m.Update(tuitest.Key("o"))
		for _, k := range []string{"backspace", "backspace", "d", "i", "g"} {
			settle(m, tuitest.Key(k))
		}
		before := ansi.Strip(m.View().Content)
		if !strings.Contains(before, "1 section in 1 post") {
			t.Errorf("the screen shows\n%s", before)
		}
		settle(m, late)    // found in time, brought too late
		settle(m, never()) // begun too late
		if got := ansi.Strip(m.View().Content); got != before {
			t.Errorf("the screen shows\n%s", got)
		}
		tuitest.RunOut()
	})
}

// While not all posts are searched the screen says so, and shows what there is.
func TestALongSearchTellsHowFarItIs(t *testing.T) {
	fsys := slow{fstest.MapFS{}}
	for i := range 40 {
		fsys.MapFS[fmt.Sprintf("p%02d.md", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "## Part\n\nA token of %d.\n", i)}
	}
	load := func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Load(ctx, fsys) }
	tuitest.Story(t, 80, 24, program(tui.Options{Load: load}), func(d *tuitest.Driver) {
		for range 20 {
			d.Wait()
		}
		d.Press("S")
		d.Type("toke")
		d.Wait()
		d.Wait()
		d.See("searching… ", " of 40 posts · ", "A token of ")
		d.Type("x")
		d.See("searching… ")
		for range 20 {
			d.Wait()
		}
		d.See("nothing found")
	})
}

// Whoever knows what to look for need not wait for the posts: what is typed goes into the box.
func TestSearchingBeforeThePostsAreThere(t *testing.T) {
	o := library()
	load := o.Load
	o.Load = func(ctx context.Context) (*catalog.Catalog, error) {
		time.Sleep(3 * time.Second)
		return load(ctx)
	}
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("S")
		d.Type("digest")
		d.See("› digest")
		for range 6 {
			d.Wait()
		}
		d.See("1 section in 1 post")
		d.Press("esc")
		d.See("1 of 3")
	})
}

// slow is a file system whose files take their time to be opened once more.
type slow struct{ fstest.MapFS }

func (s slow) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") {
		time.Sleep(300 * time.Millisecond)
	}
	return s.MapFS.Open(name)
}
