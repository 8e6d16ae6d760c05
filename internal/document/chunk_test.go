package document

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
	"github.com/blogtui/blogtui/posts"
)

// outline writes all that is known of a document, numbers of blocks and links in the order in which they
// come, so that a document in chunks can be told from the whole.
func outline(d *Document) string {
	var out strings.Builder
	blocks, links := map[int]int{}, map[int]int{}
	for i := range d.All() {
		blocks[i] = len(blocks)
	}
	contents := d.Contents(context.Background())
	for k := range d.chunks {
		p := d.part(k)
		for i := range p.links {
			links[p.base+i+1] = len(links)
		}
	}
	for i, b := range d.All() {
		fmt.Fprintf(&out, "%d kind %d level %d %d-%d %s open %v gaps %d %v first %v rest %v", blocks[i], b.Kind, b.Level, b.Start, b.End, b.Alert, b.Open, b.gaps, b.gap, b.first, b.rest)
		if b.fold > 0 {
			fmt.Fprintf(&out, " in %d", blocks[b.fold-1])
		}
		rows := [][][]Run{{b.Runs}}
		if b.Table != nil {
			rows = b.Table.Rows
		}
		for _, row := range rows {
			for _, cell := range row {
				for _, r := range cell {
					fmt.Fprintf(&out, " %q %d", r.Text, r.Mark)
					if r.Link > 0 {
						l := d.Link(r.Link)
						fmt.Fprintf(&out, " link %d %q %q in %d", links[r.Link], l.Text, l.Target, blocks[l.Block])
					}
				}
			}
		}
		if b.Kind == CodeBlock {
			c := d.Listing(i)
			fmt.Fprintf(&out, " code %q %q %q in %d line %d", c.Language, c.Title, c.Text, blocks[c.Block], c.Line)
		}
		out.WriteByte('\n')
	}
	for _, h := range contents.Headings {
		fmt.Fprintln(&out, h.Level, h.Text, h.ID, blocks[h.Block])
	}
	for name := range d.index().numbers {
		for _, anchor := range []string{noteAnchor + name, markerAnchor + name} {
			b, found := d.Anchor(anchor)
			fmt.Fprintln(&out, anchor, blocks[b], found)
		}
	}
	return sortedTail(out.String())
}

// sortedTail brings what came from a map into one order.
func sortedTail(s string) string {
	lines := strings.Split(s, "\n")
	var tail []string
	for len(lines) > 0 && (lines[len(lines)-1] == "" || strings.HasPrefix(lines[len(lines)-1], "fn")) {
		tail = append(tail, lines[len(lines)-1])
		lines = lines[:len(lines)-1]
	}
	slices.Sort(tail)
	return strings.Join(append(lines, tail...), "\n")
}

// same tells of the first difference between a body in as many chunks as can be and the whole.
func same(t *testing.T, body string) int {
	t.Helper()
	whole, divided := Parse([]byte(body)), open("", []byte(body), 0, 1)
	want, got := strings.Split(outline(whole), "\n"), strings.Split(outline(divided), "\n")
	for i := range max(len(want), len(got)) {
		a, b := "", ""
		if i < len(want) {
			a = want[i]
		}
		if i < len(got) {
			b = got[i]
		}
		if a != b {
			var cuts []string
			for _, c := range divided.chunks {
				cuts = append(cuts, divided.source[c.start:c.end])
			}
			t.Fatalf("in %d chunks\n%s\nwhole\n%s\nchunks %q", len(divided.chunks), b, a, cuts)
		}
	}
	return len(divided.chunks)
}

func TestChunksAreTheWhole(t *testing.T) {
	entries, err := fs.ReadDir(posts.FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	all, divided := "", 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".md") {
			continue
		}
		body, err := fs.ReadFile(posts.FS, e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if same(t, string(body)) > 10 {
			divided++
		}
		all += string(body) + "\n"
	}
	if divided < 40 {
		t.Errorf("only %d posts were divided well", divided)
	}
	same(t, all)
	if n := len(open("", []byte(all), wholeUpTo, leastChunk).chunks); n < len(all)/(2*leastChunk) {
		t.Errorf("%d bytes are in %d chunks", len(all), n)
	}
}

func TestNothingOpenIsDivided(t *testing.T) {
	for name, c := range map[string]struct {
		body   string
		chunks int
	}{
		"paragraphs":              {"a\n\nb\n\nc\n", 3},
		"fence":                   {"```\na\n\nb\n```\n\nc\n", 2},
		"fence without end":       {"~~~\na\n\nb\n", 1},
		"fence in a fence":        {"````\n```\n\na\n```\n\nb\n````\n\nc\n", 2},
		"list with blanks":        {"- a\n\n- b\n\n  c\n\nd\n", 2},
		"fence in a list":         {"1. a\n\n   ```\n   b\n\n   c\n   ```\n\nd\n\ne\n", 3},
		"fence that ends a list":  {"10. a\n\n   ```\nb\n\nc\n   ```\n\nd\n", 2},
		"fence after a lazy line": {"- a\nb\n  ```\n\nc\n\n  ```\n\nd\n", 2},
		"comment":                 {"<!-- a\n\nb -->\n\nc\n", 2},
		"pre":                     {"<pre>\n\n# a\n\n</pre>\n\nb\n", 2},
		"HTML up to a blank":      {"<div>\n```\n</div>\n\na\n\n```\nb\n\nc\n```\n", 3},
		"details":                 {"<details>\n<summary>a</summary>\n\nb\n\nc\n\n</details>\n\nd\n", 2},
		"definitions":             {"a\n\n: b\n\nc\n\n: d\n\n# e\n", 2},
		"references":              {"[a] [b][c]\n\n[a]: /x\n\n[c]: /y 'z'\n\n[a]: /no\n", 4},
		"a reference in a quote":  {"[a]\n\n> [a]: /x\n", 2},
		"a label on two lines":    {"[a b]\n\n[a\nb]: /x\n", 2},
		"footnotes":               {"a[^y] b[^x]\n\n[^x]: one\n\n    more\n\nc[^z]\n\n[^y]: two[^z]\n\n[^z]: three\n\n[^no]: four\n", 6},
		"a footnote in a list":    {"- a[^x]\n\n  [^x]: one\n\nb[^x]\n", 2},
		"equal headings":          {"# a\n\n# a\n\n# a {#b}\n\n# b\n", 4},
		"a tab after a marker":    {"-\ta\n  ```\n\n> [!NOTE]\n", 1},
		"fences after a tab":      {"-\ta\n   ~~~\n   ~~~\n   ~~~\n\n</div>\n", 1},
		"a tag that is a block":   {"<a>\n- <details>\n\n> b\n", 1},
		"a lazy line of colons":   {"- a\n:::\n  ```\n> b\n  ```\n\nc\n", 1},
		"fences in one list":      {"- ````\n~~~~\n\n\na\n", 1},
		"an empty item":           {"-\n\n  ~~~\n\na\n", 1},
		"alert":                   {"> [!NOTE]\n\na\n\n> [!TIP]\n> b\n\nc\n", 4},
		"quotations":              {"> a\n\n> b\nc\n\nd\n", 3},
		"setext":                  {"a\n---\n\nb\n\n===\n", 3},
		"indented code":           {"a\n\n    b\n\n    c\n\nd\n", 2},
		"tables":                  {"|a|\n|-|\n|b|\n\n|c|\n\nd\n", 3},
	} {
		t.Run(name, func(t *testing.T) {
			if got := same(t, c.body); got != c.chunks {
				t.Errorf("%d chunks, want %d", got, c.chunks)
			}
		})
	}
}

func FuzzChunks(f *testing.F) {
	for _, s := range []string{
		"- a\n\nb\n\n```\nc\n\n```\n\n[d]: e\n", "1. a\n   ~~~\n\n<div>\n<!--\n\n-->\n\n> b\n", "<details>\n\na\n\n</details>\n\n[^a]: b\n\n\tc\n\nd[^a]\n",
		"a\n\n: b\n\n  c\n\n:::note\n\nd\n\n:::\n\n<pre>\n\n</pre>\n", "- \n\n  ```\n\na\n\n* * *\n\n+ b\n\tc\n\n   # d\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) { same(t, body) })
}

// A long document is read like a short one: every line can be come to from the start and from the end.
func TestLongDocumentsAreWalkedThrough(t *testing.T) {
	body := strings.Repeat("## A section\n\nSome words[^n] and `code`.\n\n- one\n- two\n\n```go\nx := 1\n```\n\n", 1500) + "[^n]: A note.\n"
	whole, divided := Parse([]byte(body)), Open("", []byte(body))
	if divided.Known() != nil || len(divided.chunks) < 3 {
		t.Fatalf("%d bytes were not divided", len(body))
	}
	o := Options{Width: 60, Styles: theme.Dark().Styles()}
	a, b := NewLayout(whole, o), NewLayout(divided, o)
	if got, want := shown(b.Window(b.Last(40), 40)), shown(a.Window(a.Last(40), 40)); got != want {
		t.Errorf("the end is\n%s\nnot\n%s", got, want)
	}
	down, steps := Cursor{}, 0
	for next := b.Move(down, 1000); next != down; next = b.Move(down, 1000) {
		down = next
		steps++
	}
	if back := b.Move(down, -1000*steps-1); back != (Cursor{}) {
		t.Errorf("back from the end is %v", back)
	}
	middle := b.Position(b.Move(Cursor{}, 5000))
	if got := b.Locate(middle); b.Position(got) != middle {
		t.Errorf("%v is found at %v", middle, got)
	}
	last := 0
	for c := (Cursor{}); ; c = b.Move(c, 200) {
		n := divided.WordsBefore(b.Position(c))
		if n < last {
			t.Fatalf("%d words before %v, after %d", n, c, last)
		}
		if last = n; c == b.Move(c, 200) {
			break
		}
	}
	if words := divided.Words(); last < words*9/10 || last > words {
		t.Errorf("the last line has %d of %d words before it", last, words)
	}
	if got, want := divided.Words(), whole.Words(); got < want*9/10 || got > want*11/10 {
		t.Errorf("%d words were estimated, there are %d", got, want)
	}
	if got := divided.Section(divided.Last()); got != -1 {
		t.Errorf("section %d is known before the headings are", got)
	}
	if c := divided.Contents(t.Context()); len(c.Headings) != 1500 || divided.Section(divided.Last()) != 1499 {
		t.Errorf("%d headings", len(c.Headings))
	}
}

func shown(lines []Placed) string {
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(l.Text() + "\n")
	}
	return out.String()
}
