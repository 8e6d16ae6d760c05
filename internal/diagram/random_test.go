package diagram

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomFlowchart is a flowchart with some of everything: shapes, labels, kinds of lines, groups in
// groups, cycles, loops and lines to groups.
func randomFlowchart(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	words := []string{"a", "the box", "longer text in here", "数据", "say \n hello", "really-quite-long/word", "x"}
	shapes := []string{"[%s]", "(%s)", "([%s])", "{%s}", "[(%s)]", "((%s))", "[[%s]]", "{{%s}}", "[/%s/]", `[\%s\]`, `[/%s\]`, ">%s]", "(((%s)))"}
	lines := []string{"-->", "---", "-.->", "==>", "<-->", "--o", "x--x", "~~~", "--->"}
	var b strings.Builder
	fmt.Fprintf(&b, "flowchart %s\n", []string{"TD", "LR", "BT", "RL"}[r.IntN(4)])
	nodes := 1 + r.IntN(14)
	open := 0
	var groups []string
	for i := range nodes {
		if r.IntN(5) == 0 {
			name := fmt.Sprintf("g%d", len(groups))
			groups = append(groups, name)
			fmt.Fprintf(&b, "subgraph %s [Group %d]\n", name, len(groups))
			if r.IntN(3) == 0 {
				b.WriteString("direction LR\n")
			}
			open++
		}
		text := fmt.Sprintf(`"%s %d"`, words[r.IntN(len(words))], i)
		fmt.Fprintf(&b, "n%d"+shapes[r.IntN(len(shapes))]+"\n", i, text)
		if open > 0 && r.IntN(3) == 0 {
			b.WriteString("end\n")
			open--
		}
	}
	b.WriteString(strings.Repeat("end\n", open))
	end := func() string {
		if len(groups) > 0 && r.IntN(8) == 0 {
			return groups[r.IntN(len(groups))]
		}
		return fmt.Sprintf("n%d", r.IntN(nodes))
	}
	for range r.IntN(2 * nodes) {
		label := ""
		if r.IntN(3) == 0 {
			label = fmt.Sprintf(`|"%s"|`, words[r.IntN(len(words))])
		}
		fmt.Fprintf(&b, "%s %s%s %s\n", end(), lines[r.IntN(len(lines))], label, end())
	}
	return b.String()
}

func TestRandomFlowchartsHoldTheirPromises(t *testing.T) {
	for seed := range uint64(200) {
		source := randomFlowchart(seed)
		d, err := Parse(source)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, source)
		}
		for _, width := range []int{30, 76, 140} {
			check(t, d, width)
		}
		if t.Failed() {
			t.Fatalf("seed %d\n%s", seed, source)
		}
	}
}

func FuzzFlowchart(f *testing.F) {
	f.Add(uint64(1), 76)
	f.Fuzz(func(t *testing.T, seed uint64, width int) {
		source := randomFlowchart(seed)
		d, err := Parse(source)
		if err != nil {
			t.Fatalf("%v\n%s", err, source)
		}
		check(t, d, 10+max(width, -width)%150)
		if t.Failed() {
			t.Log(source)
		}
	})
}
