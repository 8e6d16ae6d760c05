package diagram

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestErrorsNameTheLine says what is wrong, where, and what would be right.
func TestErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct {
		name, source string
		line         int
		says         string
	}{
		{"nothing", "", 1, "begin with a word like"},
		{"comments only", "%% nothing\n", 1, "begin with a word like"},
		{"unknown kind", "%% a\n\njourney\n title x", 3, "there are sequenceDiagram, flowchart"},
		{"message without an arrow", "sequenceDiagram\n A->>B: hi\n nonsense here\n", 3, "A->>B: TEXT"},
		{"message without a receiver", "sequenceDiagram\n A->>: hi\n", 2, "lacks a sender or a receiver"},
		{"open loop", "sequenceDiagram\n loop forever\n A->>B: hi\n", 2, "add end"},
		{"end of nothing", "sequenceDiagram\n A->>B: hi\n end", 3, "nothing to end"},
		{"else without alt", "sequenceDiagram\n loop x\n else y\n end", 3, "belongs into alt"},
		{"note without text", "sequenceDiagram\n Note over A\n", 2, "note over NAME: TEXT"},
		{"note in no place", "sequenceDiagram\n Note under A: x\n", 2, "left of, right of or over"},
		{"autonumber", "sequenceDiagram\n autonumber one", 2, "first number and a step"},
		{"nobody", "sequenceDiagram\n", 1, "nobody"},
		{"direction", "flowchart sideways\n A-->B", 1, "TD, LR, BT or RL"},
		{"open bracket", "flowchart TD\n A[one]\n B[two --> C\n", 3, "close it with ]"},
		{"line to nowhere", "flowchart TD\n A -->\n", 2, "here should be a box"},
		{"no line", "flowchart TD\n A B\n", 2, "no line and no box"},
		{"text of a line", "flowchart TD\n A -->|yes B\n", 2, "close it with |"},
		{"text of a line without an end", "flowchart TD\n A -- yes B\n", 2, "A -- text --> B"},
		{"open subgraph", "flowchart TD\n subgraph x\n A-->B\n", 2, "add end"},
		{"end of no subgraph", "flowchart TD\n A-->B\n end\n", 3, "no subgraph to end"},
		{"subgraph in itself", "flowchart TD\n subgraph x\n subgraph x\n end\n end\n", 3, "cannot be in itself"},
		{"empty flowchart", "flowchart TD\n", 1, "no box"},
		{"state", "stateDiagram-v2\n A -> B\n", 2, "A --> B"},
		{"open state", "stateDiagram-v2\n state A {\n B --> C\n", 2, "add }"},
		{"open note", "stateDiagram-v2\n A --> B\n note right of A\n text\n", 3, "add end note"},
		{"class", "classDiagram\n class A\n what is this\n", 3, "A <|-- B"},
		{"open class", "classDiagram\n class A {\n +int x\n", 2, "add }"},
		{"entity", "erDiagram\n A ||--o{ B : has\n A has B\n", 3, "A ||--o{ B : TEXT"},
		{"attribute", "erDiagram\n A {\n name\n }\n", 3, "TYPE NAME"},
		{"pie", "pie\n \"a\" : many\n", 2, `"Label" : 42`},
		{"gantt without a start", "gantt\n title x\n A : 3d\n", 3, "needs a start"},
		{"gantt with a wrong end", "gantt\n A : a, 2026-01-01, soon\n", 2, "a duration such as 3d"},
		{"gantt that ends too early", "gantt\n A : a, 2026-01-02, 2026-01-01\n", 2, "before it begins"},
		{"gantt after nobody", "gantt\n A : a, after b, 3d\n", 2, "after ID"},
		{"timeline", "timeline\n : event\n", 2, "TIME : EVENT"},
		{"nobody", "sequenceDiagram\nA->>B: x\ndestroy", 3, "names nobody"},
		{"two roots", "mindmap\n  a\n    b\n  c\n", 4, "one root"},
		{"behind front matter", "---\ntitle: x\n---\nflowchart TD\n A[", 5, "close it with ]"},
		{"too large", strings.Repeat("x", maxSource+1), 1, "split it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.source)
			var syntax *SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("error %v", err)
			}
			if syntax.Line != c.line || !strings.HasPrefix(err.Error(), fmt.Sprintf("line %d: ", c.line)) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want line %d: …%s…", err, c.line, c.says)
			}
		})
	}
}

func TestErrorsNameTheColumn(t *testing.T) {
	for source, want := range map[string][2]int{
		"flowchart TD\n  A --> B[one\n":                  {2, 9},
		"flowchart TD\n  é[ü] --> B; B -- text\n":        {2, 17},
		"flowchart XY\n  A --> B\n":                      {1, 11},
		"sequenceDiagram\n\tA->>B: x\n\n\tA to B\n":      {4, 2},
		"\n  sankey-beta\n":                              {2, 3},
		"erDiagram\n  A ||--o{ B : has\n  C wrong { D\n": {3, 3},
		"": {1, 1},
	} {
		_, err := Parse(source)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) || syntax.Line != want[0] || syntax.Column != want[1] {
			t.Errorf("%q: %v, %+v, want %v", source, err, syntax, want)
		}
	}
}

func TestADiagramThatDoesNotFitSaysWhatItNeeds(t *testing.T) {
	d, err := Parse("sequenceDiagram\n A->>B: hi\n B->>C: hi\n C->>D: hi\n")
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = d.Draw(10, Options{})
	var tooWide *WidthError
	if !errors.As(err, &tooWide) || tooWide.Width != 10 || tooWide.Needs < 20 {
		t.Errorf("error %v", err)
	}
}

func TestNothingParsedIsNothingDrawn(t *testing.T) {
	if _, _, err := (Diagram{}).Draw(80, Options{}); err == nil {
		t.Error("a diagram of nothing was drawn")
	}
	if s := (Diagram{}).Sentences(); s != nil {
		t.Errorf("sentences of nothing: %q", s)
	}
}

// TestArrowsOfMessagesAreAllDrawn counts the heads.
func TestArrowsOfMessagesAreAllDrawn(t *testing.T) {
	for name, source := range sources(t) {
		d, err := Parse(source)
		if err != nil {
			t.Fatal(err)
		}
		s, ok := d.drawn.(*sequence)
		if !ok {
			continue
		}
		want := map[string]int{}
		for _, st := range s.steps {
			if st.kind != stepMessage {
				continue
			}
			to := 1
			if st.to <= st.from {
				to = -1
			}
			if st.arrow.end != noHead {
				want[headMark(st.arrow.end, to)]++
			}
			if st.arrow.start != noHead {
				want[headMark(st.arrow.start, -to)]++
			}
		}
		p, err := d.drawn.draw(120)
		if err != nil {
			continue
		}
		for _, row := range p.cells.rows {
			for x, c := range row {
				end := x > 0 && row[x-1].text == "×" || c.arms[up] != none // the end of a lifeline
				if c.role == roleEdge && c.text != "" && !end {
					want[c.text]--
				}
			}
		}
		for mark, n := range want {
			if n != 0 {
				t.Errorf("%s: %d times %s too few", name, n, mark)
			}
		}
	}
}
