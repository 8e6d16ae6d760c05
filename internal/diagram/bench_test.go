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

// tangles are 80 boxes and 160 lines in the ways that cost most to lay out.
func tangles() []struct{ name, source string } {
	down := tangle(80, 160)
	lines := strings.Split(down, "\n")
	var grouped, worded strings.Builder
	grouped.WriteString("flowchart TD\n")
	for g := range 8 {
		fmt.Fprintf(&grouped, "subgraph g%d [Group %d]\n", g, g)
		for i := range 10 {
			fmt.Fprintf(&grouped, "n%d[Box number %d]\n", 10*g+i, 10*g+i)
		}
		grouped.WriteString("end\n")
	}
	grouped.WriteString(strings.Join(lines[1:], "\n"))
	worded.WriteString("flowchart TD\n")
	for i, line := range lines[1:] {
		worded.WriteString(strings.Replace(line, " --> ", fmt.Sprintf(" -->|some words on line %d| ", i), 1) + "\n")
	}
	return []struct{ name, source string }{
		{"down", down},
		{"to the right", strings.Replace(down, "TD", "LR", 1)},
		{"labels", worded.String()},
		{"groups", grouped.String()},
	}
}

func BenchmarkFlowchart(b *testing.B) {
	kinds := append(tangles(), struct{ name, source string }{"small", tangle(10, 14)})
	for _, kind := range kinds {
		for _, width := range []int{40, 60, 80, 120, 400} {
			b.Run(fmt.Sprintf("%s/%d columns", kind.name, width), func(b *testing.B) {
				for b.Loop() {
					d, err := Parse(kind.source)
					if err != nil {
						b.Fatal(err)
					}
					_, _, _ = d.Draw(width, Options{})
				}
			})
		}
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
