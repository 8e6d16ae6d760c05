package diagram

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// tangle is a flowchart of so many boxes and lines between near ones.
func tangle(nodes, edges int) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	for i := 1; i < nodes; i++ {
		fmt.Fprintf(&b, "  n%d[Box number %d] --> n%d[Box number %d]\n", max(0, i-1-r.IntN(6)), max(0, i-1), i, i)
	}
	for range edges - nodes + 1 {
		a := r.IntN(nodes)
		fmt.Fprintf(&b, "  n%d -->|to| n%d\n", a, min(nodes-1, a+1+r.IntN(10)))
	}
	return b.String()
}

func BenchmarkFlowchart(b *testing.B) {
	for _, c := range []struct{ nodes, edges, width int }{{10, 14, 80}, {40, 60, 80}, {80, 160, 80}, {80, 160, 400}} {
		b.Run(fmt.Sprintf("%d boxes %d lines in %d columns", c.nodes, c.edges, c.width), func(b *testing.B) {
			source := tangle(c.nodes, c.edges)
			for b.Loop() {
				d, err := Parse(source)
				if err != nil {
					b.Fatal(err)
				}
				_, _, _ = d.Draw(c.width, Options{})
			}
		})
	}
}

func BenchmarkSequence(b *testing.B) {
	var source strings.Builder
	source.WriteString("sequenceDiagram\n")
	for i := range 160 {
		fmt.Fprintf(&source, "  P%d->>P%d: message number %d with some text\n", i%9, (i*7+3)%9, i)
	}
	for b.Loop() {
		d, err := Parse(source.String())
		if err != nil {
			b.Fatal(err)
		}
		_, _, _ = d.Draw(80, Options{})
	}
}
