package diagram

import (
	"errors"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/text"
)

// check draws a diagram at a width and tests what holds for every drawing.
func check(t *testing.T, d Diagram, width int) {
	t.Helper()
	lines, _, err := d.Draw(width, Options{})
	var tooWide *WidthError
	if errors.As(err, &tooWide) {
		if tooWide.Needs <= width {
			t.Errorf("at %d columns it is said to need %d", width, tooWide.Needs)
		} else if _, _, err := d.Draw(tooWide.Needs, Options{}); err != nil {
			t.Errorf("the width that is said to do does not: %v", err)
		}
		return
	}
	if err != nil {
		if !errors.Is(err, ErrTangled) {
			t.Errorf("error %v", err)
		}
		return
	}
	var all strings.Builder
	for i, l := range lines {
		if w := l.Width(); w > width {
			t.Errorf("line %d is %d cells wide, limit %d: %s", i, w, width, l.Text())
		}
		all.WriteString(l.Text() + "\n")
	}
	for _, label := range labels(d.drawn) {
		for word := range strings.FieldsSeq(label) {
			if !shown(all.String(), word, width) {
				t.Errorf("%q of the label %q is not shown at %d columns in\n%s", word, label, width, all.String())
				return
			}
		}
	}
	if s, ok := d.drawn.(*sequence); ok && actsWhenGone(s) {
		return // from or to somebody whose line is at its end
	}
	switch d.drawn.(type) {
	case *graph, *sequence: // the lines of others end before words
		p, err := d.drawn.draw(width)
		if err != nil {
			t.Fatal(err)
		}
		joins(t, p.cells)
	}
	if g, ok := d.drawn.(*graph); ok {
		walk := follow(t, g, width)
		walk.boxes()
		walk.unruled()
		walk.edges()
	}
}

// actsWhenGone tells whether somebody sends or receives who was destroyed above, as in another part of an alternative.
func actsWhenGone(s *sequence) bool {
	gone := map[int]int{} // the step that destroys an actor
	for i, st := range s.steps {
		switch st.kind {
		case stepDestroy:
			gone[st.from] = i
		case stepMessage:
			for _, a := range []int{st.from, st.to} {
				if at, is := gone[a]; is && at < i-1 {
					return true
				}
			}
		}
	}
	return false
}

// labels returns all text that a drawing must show.
func labels(d drawing) []string {
	var all []string
	switch d := d.(type) {
	case *graph:
		for _, n := range d.nodes {
			if len(n.sections) == 0 {
				all = append(all, n.label)
			}
			for _, s := range n.sections {
				all = append(all, s...)
			}
			for _, note := range n.notes {
				all = append(all, note.label)
			}
		}
		for _, e := range d.edges {
			if e.line != hidden {
				all = append(all, e.label, e.fromLabel, e.toLabel)
			}
		}
	case *sequence:
		for _, a := range d.actors {
			all = append(all, a.label)
		}
		for _, s := range d.steps {
			all = append(all, s.caption())
		}
	case *pie:
		for _, s := range d.slices {
			all = append(all, s.label)
		}
	case *gantt:
		for _, t := range d.tasks {
			all = append(all, t.label, t.section)
		}
	case *timeline:
		for _, p := range d.periods {
			all = append(append(all, p.when, p.section), p.events...)
		}
	}
	return all
}

// shown tells whether a word is in a drawing: whole, or broken as words are that are longer than a line, or of a script
// without spaces.
func shown(drawing, word string, width int) bool {
	if strings.Contains(drawing, word) {
		return true
	}
	pieces := strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune("-/?&=._,;:", r) })
	for _, piece := range pieces {
		if !strings.Contains(drawing, piece) && (!breakable(word, width) || !inPieces(drawing, piece)) {
			return false
		}
	}
	return true
}

// breakable tells whether a word may have been broken: it is long, or of a script without spaces.
func breakable(word string, width int) bool {
	return text.Width(word) > min(10, max(0, width-12), width/3) || strings.ContainsFunc(word, func(r rune) bool { return r > '~' })
}

// inPieces tells whether a word can be put together of pieces that are in a drawing, of three cells in the mean.
func inPieces(drawing, word string) bool {
	most := 2 + text.Width(word)/3 // a word that is broken is two at least
	for ; word != ""; most-- {
		end := sort.Search(len(word), func(n int) bool { return !strings.Contains(drawing, word[:n+1]) })
		if end == 0 || most == 0 {
			return false
		}
		word = word[end:]
	}
	return true
}

func TestDrawingsHoldTheirPromises(t *testing.T) {
	for name, source := range sources(t) {
		t.Run(strings.TrimPrefix(name, "testdata/"), func(t *testing.T) {
			d, err := Parse(source)
			if err != nil {
				t.Fatal(err)
			}
			for width := 1; width <= 140; width += 7 {
				check(t, d, width)
			}
		})
	}
}

// TestOnlyWhatHasNoRoomIsInTheLegend draws what does not fit as a whole, and counts what is below it.
func TestOnlyWhatHasNoRoomIsInTheLegend(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		width  int
		legend []string
	}{
		"nothing":          {"sequenceDiagram\n Owner->>Storehouse: lend\n Storehouse->>Borrower: give", 44, nil},
		"one participant":  {"sequenceDiagram\n Saga->>Order: order\n Saga->>Payment: charge\n Saga->>Parcel: send", 40, []string{"Parcel"}},
		"two participants": {"sequenceDiagram\n Owner->>Storehouse: lend\n Storehouse->>Borrower: give", 26, []string{"Storehouse", "Borrower"}},
		"one row":          {"erDiagram\n A ||--|| Library : in\n A ||--|| Branch : of\n A {\n int n\n string reallyLongNameOfAnAttribute\n string name PK, FK\n }", 30, []string{"string  reallyLongNameOfAnAttribute"}},
		"two boxes":        {"flowchart TD\n A[settings.toml] & B[authors.json] & C[glossary.tsv] --> schema --> store --> pages", 36, []string{"authors.json", "glossary.tsv"}},
		"one label":        {"flowchart TD\n A -- reconsidered --> B\n A -- continued --> C\n A -- encouraged --> D\n B --> store --> pages", 30, []string{"encouraged"}},
	} {
		d, err := Parse(c.source)
		if err != nil {
			t.Fatal(err)
		}
		p, err := d.drawn.draw(c.width)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !slices.Equal(p.legend.labels, c.legend) {
			t.Errorf("%s: in the legend stands %q, want %q", name, p.legend.labels, c.legend)
		}
	}
}

func TestADiagramCanBeDrawnFromManyPlacesAtOnce(t *testing.T) {
	d, err := Parse(tangle(20, 30))
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	for range 4 {
		go func() {
			lines, _, _ := d.Draw(100, Options{})
			s := ""
			for _, l := range lines {
				s += l.Text() + "\n"
			}
			done <- s
		}()
	}
	first := <-done
	for range 3 {
		if s := <-done; s != first {
			t.Error("two drawings of one diagram differ")
		}
	}
}

func FuzzDiagram(f *testing.F) {
	for _, source := range sources(f) {
		f.Add(source, 76)
	}
	f.Add("flowchart TD\nA-->B-->A & C;subgraph x\nA---y[(\"a\nb\")]\nend\nx-->x", 30)
	f.Add("flowchart TD\nA-->B-->A & C;subgraph y\nA---y[( a\nb\")]\nend\nx-->x", -105)
	f.Fuzz(func(t *testing.T, source string, width int) {
		begun := time.Now()
		defer func() { // far from what any input takes, and far below what a reader would wait for if it grew
			if took := time.Since(begun); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
		}()
		d, err := Parse(source)
		var syntax *SyntaxError
		if err != nil {
			if !errors.As(err, &syntax) || syntax.Line < 1 || syntax.Line > strings.Count(text.Clean(source), "\n")+1 || syntax.Column < 1 {
				t.Errorf("error %v", err)
			}
			return
		}
		d.Sentences()
		check(t, d, 10+max(width, -width)%110)
	})
}

// joins tests that no line of a drawing ends in nothing: where one leads to a neighbouring cell there is a line that
// leads back, or something is written; nor does one stop beside nothing. The side of a circle is written a cell further out.
func joins(t *testing.T, g *grid) {
	t.Helper()
	at := func(p point) cell {
		if p.y < 0 || p.y >= len(g.rows) || p.x < 0 || p.x >= len(g.rows[p.y]) {
			return cell{}
		}
		return g.rows[p.y][p.x]
	}
	written := func(p point) bool { return at(p).text != "" || at(p).tail }
	for y, row := range g.rows {
		for x, c := range row {
			if d, alone := c.end(); alone && c.role == roleEdge && !written(d.opposite().step(point{x, y})) {
				t.Errorf("the line at %d,%d ends in the air in\n%s", x, y, drawn(g, Options{}))
				return
			}
			for d := up; d <= left && c.text == "" && !c.tail; d++ {
				next := d.step(point{x, y})
				if c.arms[d] == none || at(next).arms[d.opposite()] != none || written(next) {
					continue
				}
				if circle := c.role == roleBox && c.round && (written(point{next.x - 1, next.y}) || written(point{next.x + 1, next.y})); !circle {
					t.Errorf("the line at %d,%d leads to nothing in\n%s", x, y, drawn(g, Options{}))
					return
				}
			}
		}
	}
}

// end tells whether a cell shows the end of a line, and in which direction the line runs.
func (c cell) end() (d direction, alone bool) {
	n := 0
	for each, w := range c.arms {
		if w != none {
			d = direction(each) //nolint:gosec // one of four
			n++
		}
	}
	return d, n == 1 && c.text == "" && !c.tail
}
