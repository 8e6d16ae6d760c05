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

// randomStates is a diagram of states with some of everything: starts and ends, states within states, regions, forks and
// choices, notes.
func randomStates(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 2))
	words := []string{"a", "is idle", "waits for an answer of the server", "数据", "x"}
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	if r.IntN(3) == 0 {
		fmt.Fprintf(&b, "direction %s\n", []string{"LR", "BT", "RL"}[r.IntN(3)])
	}
	number := 0
	var within func(depth int)
	within = func(depth int) {
		names := []string{"[*]"}
		for range 1 + r.IntN(5) {
			name := fmt.Sprintf("s%d", number)
			number++
			switch r.IntN(8) {
			case 0:
				fmt.Fprintf(&b, "state \"%s %s\" as %s\n", words[r.IntN(len(words))], name, name)
			case 1:
				fmt.Fprintf(&b, "%s : %s\n", name, words[r.IntN(len(words))])
			case 2:
				fmt.Fprintf(&b, "state %s <<%s>>\n", name, []string{"fork", "join", "choice"}[r.IntN(3)])
			case 3:
				if depth < 3 {
					fmt.Fprintf(&b, "state %s {\n", name)
					within(depth + 1)
					if r.IntN(3) == 0 {
						b.WriteString("--\n")
						within(depth + 1)
					}
					b.WriteString("}\n")
				}
			}
			names = append(names, name)
		}
		for range 1 + r.IntN(2*len(names)) {
			fmt.Fprintf(&b, "%s --> %s", names[r.IntN(len(names))], names[r.IntN(len(names))])
			if r.IntN(3) == 0 {
				b.WriteString(" : " + words[r.IntN(len(words))])
			}
			b.WriteString("\n")
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "note %s of %s : %s\n", []string{"left", "right"}[r.IntN(2)], names[len(names)-1], words[r.IntN(len(words))])
		}
	}
	within(0)
	return b.String()
}

// randomClasses is a diagram of classes, or of entities, with all kinds of relations.
func randomClasses(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 3))
	var b strings.Builder
	n := 1 + r.IntN(8)
	if r.IntN(2) == 0 {
		b.WriteString("erDiagram\n")
		left, right := []string{"||", "|o", "}o", "}|"}, []string{"||", "o|", "o{", "|{"}
		for range 1 + r.IntN(2*n) {
			fmt.Fprintf(&b, "E%d %s%s%s E%d : \"%s\"\n", r.IntN(n), left[r.IntN(4)], []string{"--", ".."}[r.IntN(2)], right[r.IntN(4)], r.IntN(n),
				[]string{"has", "is placed by some", "は"}[r.IntN(3)])
		}
		for i := range r.IntN(n + 1) {
			fmt.Fprintf(&b, "E%d {\nint id PK\nstring %s \"what it is\"\n}\n", i, []string{"name", "a_rather_long_name_of_a_column"}[r.IntN(2)])
		}
		return b.String()
	}
	b.WriteString("classDiagram\n")
	if r.IntN(3) == 0 {
		fmt.Fprintf(&b, "direction %s\n", []string{"LR", "BT", "RL"}[r.IntN(3)])
	}
	for i := range n {
		switch r.IntN(4) {
		default:
			fmt.Fprintf(&b, "class C%d\n", i)
		case 0:
			fmt.Fprintf(&b, "class C%d {\n<<interface>>\n+name() string\n-count int\n}\n", i)
		case 1:
			fmt.Fprintf(&b, "C%d : +a_method_with_a_long_name(argument int) List~string~\n", i)
		}
	}
	relations := []string{"<|--", "*--", "o--", "-->", "--", "..>", "..|>", "..", "<-->", "--*", "--o", "--|>", "()--"}
	for range r.IntN(2*n + 1) {
		from, to, label := "", "", ""
		if r.IntN(3) == 0 {
			from, to = ` "1"`, `"0..*" `
		}
		if r.IntN(3) == 0 {
			label = " : " + []string{"owns", "is made of several"}[r.IntN(2)]
		}
		fmt.Fprintf(&b, "C%d%s %s %sC%d%s\n", r.IntN(n), from, relations[r.IntN(len(relations))], to, r.IntN(n), label)
	}
	if r.IntN(3) == 0 {
		fmt.Fprintf(&b, "note for C%d \"a note on it\"\n", r.IntN(n))
	}
	return b.String()
}

// randomSequence is a sequence diagram with messages of all kinds, fragments in fragments, notes and activations.
func randomSequence(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 4))
	words := []string{"ok", "POST /token", "a longer message, with what it carries", "数据", "say<br/>hello"}
	word := func() string { return words[r.IntN(len(words))] }
	var b strings.Builder
	b.WriteString("sequenceDiagram\n")
	n := 1 + r.IntN(5)
	for i := range n {
		switch r.IntN(3) {
		case 0:
			fmt.Fprintf(&b, "%s p%d as %s %d\n", []string{"participant", "actor"}[r.IntN(2)], i, word(), i)
		default:
			fmt.Fprintf(&b, "participant p%d\n", i)
		}
	}
	if r.IntN(3) == 0 {
		b.WriteString("autonumber\n")
	}
	arrows := []string{"->", "-->", "->>", "-->>", "-x", "--x", "-)", "--)", "<<->>", "<<-->>"}
	active := make([]int, n)
	var guests []string // who were created
	made := 0
	var steps func(depth int)
	steps = func(depth int) {
		for range 1 + r.IntN(5) {
			from, to := r.IntN(n), r.IntN(n)
			switch k := r.IntN(12); {
			case k == 0 && depth < 3:
				kind := []string{"loop", "alt", "opt", "par", "critical", "break", "rect"}[r.IntN(7)]
				fmt.Fprintf(&b, "%s %s\n", kind, pick(kind == "rect", "rgb(1,2,3)", word()))
				steps(depth + 1)
				if next := map[string]string{"alt": "else", "par": "and", "critical": "option"}[kind]; next != "" && r.IntN(2) == 0 {
					fmt.Fprintf(&b, "%s %s\n", next, word())
					steps(depth + 1)
				}
				b.WriteString("end\n")
			case k == 1:
				fmt.Fprintf(&b, "note %s of p%d: %s\n", []string{"left", "right"}[r.IntN(2)], from, word())
			case k == 2:
				fmt.Fprintf(&b, "note over p%d,p%d: %s\n", from, to, word())
			case k == 5:
				name := fmt.Sprintf("c%d", made)
				made++
				guests = append(guests, name)
				fmt.Fprintf(&b, "create %s %s as %s %d\n", []string{"participant", "actor"}[r.IntN(2)], name, word(), made)
				fmt.Fprintf(&b, "p%d%s%s: %s\n", from, arrows[r.IntN(len(arrows))], name, word())
			case k == 6 && len(guests) > 0:
				name := guests[len(guests)-1]
				guests = guests[:len(guests)-1]
				fmt.Fprintf(&b, "destroy %s\n", name)
				if r.IntN(2) == 0 {
					fmt.Fprintf(&b, "p%d-x%s: %s\n", from, name, word())
				} else {
					fmt.Fprintf(&b, "%s-xp%d: %s\n", name, to, word())
				}
			case k == 7 && len(guests) > 0:
				fmt.Fprintf(&b, "%s%sp%d: %s\n", guests[r.IntN(len(guests))], arrows[r.IntN(len(arrows))], to, word())
			case k == 3:
				fmt.Fprintf(&b, "activate p%d\n", from)
				active[from]++
			case k == 4 && active[from] > 0:
				fmt.Fprintf(&b, "deactivate p%d\n", from)
				active[from]--
			default:
				fmt.Fprintf(&b, "p%d%sp%d: %s\n", from, arrows[r.IntN(len(arrows))], to, word())
			}
		}
	}
	steps(0)
	return b.String()
}

// random are diagrams of all kinds that are made of boxes and lines, each from a number.
var random = map[string]func(seed uint64) string{
	"flowchart": randomFlowchart, "states": randomStates, "classes": randomClasses, "sequence": randomSequence,
}

func TestRandomDiagramsHoldTheirPromises(t *testing.T) {
	for name, source := range random {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(200) {
				source := source(seed)
				d, err := Parse(source)
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, source)
				}
				d.Sentences()
				for _, width := range []int{30, 76, 140} {
					check(t, d, width)
				}
				if t.Failed() {
					t.Fatalf("seed %d\n%s", seed, source)
				}
			}
		})
	}
}

func fuzzRandom(f *testing.F, source func(seed uint64) string) {
	f.Add(uint64(1), 76)
	f.Fuzz(func(t *testing.T, seed uint64, width int) {
		source := source(seed)
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

func FuzzFlowchart(f *testing.F) { fuzzRandom(f, randomFlowchart) }
func FuzzStates(f *testing.F)    { fuzzRandom(f, randomStates) }
func FuzzClasses(f *testing.F)   { fuzzRandom(f, randomClasses) }
func FuzzSequence(f *testing.F)  { fuzzRandom(f, randomSequence) }
