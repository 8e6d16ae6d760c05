package document

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// shapes are lines of every kind that may open, continue or close something.
var shapes = []string{
	"", "a", "b c", "# h", "## h {#id}", "#", "=====", "-----", "---", "***", "_ _ _",
	"- a", "-", "* b", "+ c", "- - d", "- # e", "- > f", "-\tg", "1. a", "2. b", "1) c", "10. d", "1.", "123456789. e",
	"  a", "   b", "    c", "      d", "\te", "  - f", "    - g", "   1. h", "     > i",
	"> a", ">", "> - b", "> ```", ">     c", "> > d", "> [!NOTE]",
	"```", "````", "~~~", "~~~~", "``` go", "~~~ a`b", "  ```", "   ~~~", "    ```", "- ```", "- ````", "1. ~~~", "> ~~~~", "``` a`",
	"<div>", "</div>", "<!-- a", "-->", "<!-- a -->", "<pre>", "</pre>", "<script>", "</script>x", "<?php", "?>", "<a>", "<b", "  <div>", "- <div>", "- <!--", "<![CDATA[", "]]>", "<!X",
	"<details>", "</details>", "<details><summary>s</summary>", "- <details>", "<summary>t</summary></details>",
	"[x]: /u", "[x]: <", "'t'", "[x", "[^n]: note", "[^n]:", "a[^n] [x]", "  [^n]: in", "    more", "- [^n]: q",
	": d", ":   e", "  : f", ":", "- a\n: b", ":::note", ":::", "::::tip", "::::", "- :::note",
	"| a | b |", "|---|---|", "a | b", "--- | ---", "|", "$$", "\\[", "\\]", "- $$", "x $$",
}

// randomBody makes a body of some lines out of some of the shapes: of all of them, few bodies could be divided.
func randomBody(r *rand.Rand) string {
	some := make([]string, 2+r.IntN(12))
	for i := range some {
		some[i] = shapes[r.IntN(len(shapes))]
	}
	blank := 2 + r.IntN(4)
	var b strings.Builder
	for range 3 + r.IntN(26) {
		if r.IntN(blank) > 0 {
			b.WriteString(some[r.IntN(len(some))])
		}
		if r.IntN(90) > 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Bodies at random find what nobody thinks of. More of them: raise the number, or run FuzzRandomBodies.
func TestRandomBodiesInChunksAreTheWhole(t *testing.T) {
	divided := 0
	for seed := range uint64(2000) {
		if same(t, randomBody(rand.New(rand.NewPCG(seed, 1)))) > 1 {
			divided++
		}
	}
	if divided < 500 {
		t.Errorf("only %d bodies were divided", divided)
	}
}

func FuzzRandomBodies(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { same(t, randomBody(rand.New(rand.NewPCG(a, b)))) })
}
