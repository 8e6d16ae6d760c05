package tui_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui"
	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// desktop is a desktop that only remembers what it was asked for.
type desktop struct {
	browsed, copied []string
	err             error
}

func (d *desktop) Browse(address string) (string, error) {
	if d.err != nil {
		return "", d.err
	}
	d.browsed = append(d.browsed, address)
	return "browser", nil
}

func (d *desktop) Copy(s string) (string, error) {
	if d.err != nil {
		return "", d.err
	}
	d.copied = append(d.copied, s)
	return "clip", nil
}

func TestLinksLeadToPostsAndBack(t *testing.T) {
	a := filler(20) + "See [the other](b.md#deep), [here](#above) and [a third](/posts/c/).\n\n" + filler(20) + "## Above\n\n" + filler(30)
	b := filler(30) + "## Deep\n\n" + filler(30)
	tuitest.Story(t, 80, 24, program(reading("a.md", a, "b.md", b, "c.md", "Go on to [b](../b).\n")), func(d *tuitest.Driver) {
		d.Press("d", "d", "d", "tab")
		d.See("→ b.md#deep", "Enter open")
		before := d.Screen()
		d.Press("enter")
		d.See("The post b", "Deep", "Backspace leads back to where you were")
		d.Press("backspace")
		d.NotSee("leads back")
		if d.Screen() != before {
			t.Errorf("the way back does not lead to the same place:\n%s\nbut\n%s", before, d.Screen())
		}
		d.Press("alt+right")
		d.See("The post b", "Deep")
		d.Press("ctrl+o", "tab", "enter")
		d.See("The post a", "  Above\n", "Backspace leads back")
		d.Press("backspace", "tab", "enter")
		d.See("The post c", "Go on to b.")
		d.Press("tab", "enter")
		d.See("The post b", "Filler 0 ")
		d.Press("backspace")
		d.See("The post c")
		d.Press("backspace")
		d.See("The post a", "→ /posts/c/")
		d.Press("backspace", "alt+right", "alt+right")
		d.See("The post b")
		d.Press("alt+right")
		d.See("there is no way forward")
		d.Press("q")
		d.See("of 3")
		d.Press("enter", "backspace")
		d.See("this is where you began: q leads to the list")
	})
}

func TestTabWalksTheLinksOfTheScreenAndOn(t *testing.T) {
	body := "[one](#1) [two](#2)\n\n" + filler(30) + "[three](#3)\n"
	tuitest.Story(t, 80, 24, program(reading("a.md", body)), func(d *tuitest.Driver) {
		d.Press("tab")
		d.See("→ #1")
		d.Press("tab")
		d.See("→ #2")
		d.Press("tab")
		d.See("→ #3", "three")
		d.Press("tab")
		d.See("→ #3")
		d.Press("shift+tab")
		d.See("→ #2", "one two")
		d.Press("esc")
		d.NotSee("→ #2")
		d.See("one two")
		d.Press("tab", "enter")
		d.See("there is no #1 in this post")
	})
}

func TestTheWebOpensInTheBrowser(t *testing.T) {
	out := &desktop{}
	o := reading("a.md", "[web](https://example.org/?a=b&c) [mail](mailto:a@example.org)\n")
	o.Desktop = out
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("tab", "enter")
		d.See("opened with browser: https://example.org/?a=b&c")
		d.Press("tab", "enter")
		if got := strings.Join(out.browsed, " "); got != "https://example.org/?a=b&c mailto:a@example.org" {
			t.Errorf("the browser was given %q", got)
		}
		out.err = errors.New("no browser")
		d.Press("enter")
		d.See("copied through the terminal (OSC 52): mailto:a@example.org")
	})
}

func TestOtherAddressesAreShownAndNeverOpened(t *testing.T) {
	for _, target := range []string{
		"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ssh://host", "//example.org/x", "vbscript:x",
		"https://user:pass@example.org", "no-such-post.md", "../../etc/passwd", "JAVASCRIPT:x", "x-apple:y", "diagram.png",
	} {
		out := &desktop{}
		o := reading("a.md", "[link](<"+target+">)\n")
		o.Desktop = out
		tuitest.Story(t, 120, 24, program(o), func(d *tuitest.Driver) {
			d.Press("tab")
			d.See("→ " + target)
			d.Press("enter")
			d.See("is not opened: " + target)
			d.Press("L", "enter")
			d.See("is not opened: " + target)
		})
		if len(out.browsed)+len(out.copied) > 0 {
			t.Errorf("%s was given away: %+v", target, out)
		}
	}
}

// What of an address a terminal could obey is shown as signs, and the address is not opened.
func TestAnAddressThatATerminalCouldObeyIsOnlyShown(t *testing.T) {
	for target, shown := range map[string]string{
		"https://example.org/\x1b]8;;x\x07": "https://example.org/␛]8;;x␇", "https://example.org/\x1b[31m": "https://example.org/␛[31m",
	} {
		out := &desktop{}
		o := reading("a.md", "[link](<"+target+">)\n")
		o.Desktop = out
		tuitest.Story(t, 120, 24, program(o), func(d *tuitest.Driver) {
			d.Press("tab")
			d.See("→ " + shown)
			d.Press("enter")
			d.See("is not opened: " + shown)
		})
		if len(out.browsed)+len(out.copied) > 0 {
			t.Errorf("%q was given away: %+v", target, out)
		}
	}
}

func TestAllLinksOfThePost(t *testing.T) {
	o := reading("a.md", "[first](https://example.org/1)\n\n"+filler(60)+"[last words](b.md)\n", "b.md", "x\n")
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("L")
		d.See("Links", "first", "https://example.org/1", "last words", "b.md")
		d.Golden("links")
		d.Type("last")
		d.NotSee("example.org/1")
		d.Press("enter")
		d.See("The post b")
		d.Press("backspace")
		d.See("first")
		d.Press("J", "L")
		d.See("this post has no links")
	})
}

func TestCopyingCode(t *testing.T) {
	out := &desktop{}
	o := reading("a.md", "```python title=\"app.py\"\nif x:\n\ty = \"日\"\n```\n\n```console\n$ ls \\\n>   -l\ntotal 0\n# whoami\nroot\n```\n\n"+filler(30))
	o.Desktop = out
	tuitest.Story(t, 80, 24, program(o), func(d *tuitest.Driver) {
		d.Press("y")
		d.See("copied with clip: 2 lines of app.py")
		d.Press("}", "}", "y")
		d.See("copied with clip: 3 lines of console")
		d.Press("G", "y")
		d.See("there is no code on the screen: } leads to the next block")
		d.Press("Y")
		d.See("copied with clip: the post as Markdown")
	})
	if len(out.copied) != 3 {
		t.Fatalf("copied %q", out.copied)
	}
	for i, want := range []string{"if x:\n\ty = \"日\"\n", "ls \\\n  -l\nwhoami\n"} {
		if out.copied[i] != want {
			t.Errorf("copied %q, want %q", out.copied[i], want)
		}
	}
	if got := out.copied[2]; !strings.HasPrefix(got, "# The post a\n\n```python title=\"app.py\"\nif x:\n\ty") || !strings.HasSuffix(got, "scrolled over.\n\n") {
		t.Errorf("the post is %q", got)
	}
}

// Without a program for the clipboard the terminal is given what is copied (OSC 52).
func TestCopyingThroughTheTerminal(t *testing.T) {
	m := tui.New(reading("a.md", "```\ncode\n```\n"))
	settle(m, tea.WindowSizeMsg{Width: 80, Height: 24})
	settle(m, m.Init()())
	_, cmd := m.Update(tuitest.Key("y"))
	_, cmd = m.Update(cmd())
	if cmd == nil {
		t.Fatal("nothing is given to the terminal")
	}
	if got, want := cmd(), tea.SetClipboard("code\n")(); got != want {
		t.Errorf("the terminal is given %v (%s)", got, base64.StdEncoding.EncodeToString([]byte("code\n")))
	}
	if got := m.View().Content; !strings.Contains(got, "copied through the terminal (OSC 52): 1 line") {
		t.Errorf("nothing says so:\n%s", got)
	}
}
