package diagram

import (
	"strings"
	"testing"
)

func drawn(g *grid, o Options) string {
	var b strings.Builder
	for _, l := range g.lines(o) {
		b.WriteString(l.Text() + "\n")
	}
	return b.String()
}

func TestLinesJoinWhereTheyMeet(t *testing.T) {
	for _, c := range []struct {
		name, want, ascii string
		draw              func(*grid)
	}{
		{"corners and a crossing", "┌─┬─┐\n├─┼─┤\n└─┴─┘\n", "+-+-+\n+-+-+\n+-+-+\n", func(g *grid) {
			s := stroke{weight: light}
			g.frame(rect{0, 0, 5, 3}, s)
			g.line(point{0, 1}, point{4, 1}, s)
			g.line(point{2, 2}, point{2, 0}, s)
		}},
		{"the same in another order", "┌─┬─┐\n├─┼─┤\n└─┴─┘\n", "+-+-+\n+-+-+\n+-+-+\n", func(g *grid) {
			s := stroke{weight: light}
			g.line(point{2, 0}, point{2, 2}, s)
			g.line(point{4, 1}, point{0, 1}, s)
			g.frame(rect{0, 0, 5, 3}, s)
		}},
		{"round corners", "╭─╮\n╰─╯\n", "+-+\n+-+\n", func(g *grid) { g.frame(rect{0, 0, 3, 2}, stroke{weight: light, round: true}) }},
		{"a round corner that meets a line is a tee", "┬─╮\n╰─╯\n", "+-+\n+-+\n", func(g *grid) {
			g.frame(rect{0, 0, 3, 2}, stroke{weight: light, round: true})
			g.arm(point{0, 0}, left, stroke{weight: light, round: true})
		}},
		{"dashes, broken by a crossing", "╌╌┼╌╌\n  ╎\n", "..+..\n  :\n", func(g *grid) {
			s := stroke{weight: light, dash: true}
			g.line(point{0, 0}, point{4, 0}, s)
			g.line(point{2, 0}, point{2, 1}, s)
			g.arm(point{2, 0}, up, s)
			for _, x := range []int{0, 4} {
				g.arm(point{x, 0}, left, s)
				g.arm(point{x, 0}, right, s)
			}
			g.arm(point{2, 1}, down, s)
		}},
		{"thick on thin", "┏━┯━┓\n", "+=+=+\n", func(g *grid) {
			g.line(point{0, 0}, point{4, 0}, stroke{weight: heavy})
			g.arm(point{0, 0}, down, stroke{weight: heavy})
			g.arm(point{4, 0}, down, stroke{weight: heavy})
			g.arm(point{2, 0}, down, stroke{weight: light})
		}},
		{"text hides lines and takes its cells", "─日本─\n", "-日本-\n", func(g *grid) {
			s := stroke{weight: light}
			g.line(point{0, 0}, point{5, 0}, s)
			g.arm(point{0, 0}, left, s)
			g.arm(point{5, 0}, right, s)
			g.write(1, 0, "日本", roleText, 0)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := &grid{}
			c.draw(g)
			if got := drawn(g, Options{}); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if got := drawn(g, Options{ASCII: true}); got != c.ascii {
				t.Errorf("got\n%swant\n%s", got, c.ascii)
			}
		})
	}
}

func TestEveryJunctionPointsWhereItsArmsDo(t *testing.T) {
	for arms, want := range map[[4]weight]string{
		{}: " ", {light, none, light, none}: "│", {none, light, none, light}: "─", {light, light, light, light}: "┼",
		{none, light, light, none}: "┌", {heavy, heavy, heavy, heavy}: "╋", {light, heavy, none, light}: "┶", {none, none, heavy, none}: "╻",
		{light, light, heavy, none}: "┟", {none, heavy, none, heavy}: "━",
	} {
		if got := junction(arms); got != want {
			t.Errorf("junction(%v) = %q, want %q", arms, got, want)
		}
	}
}

// The characters of one weight by their arms: up is 1, right 2, down 4, left 8.
func TestLinesOfOneWeightHaveAllJunctions(t *testing.T) {
	for w, all := range map[weight][]rune{light: []rune(" ╵╶└╷│┌├╴┘─┴┐┤┬┼"), heavy: []rune(" ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋")} {
		for i, want := range all {
			var arms [4]weight
			for d := range arms {
				if i>>d&1 == 1 {
					arms[d] = w
				}
			}
			if got := junction(arms); got != string(want) {
				t.Errorf("junction(%v) = %q, want %q", arms, got, want)
			}
		}
	}
	seen := map[string]bool{}
	for i := range 81 {
		seen[junction([4]weight{weight(i % 3), weight(i / 3 % 3), weight(i / 9 % 3), weight(i / 27)})] = true
	}
	if len(seen) != 81 {
		t.Errorf("81 ways to join lines have %d characters", len(seen))
	}
}

func TestLabelsAreReadyToShow(t *testing.T) {
	for in, want := range map[string]string{
		`"quoted"`: "quoted", "a<br/>b<BR>c": "a\nb\nc", "#quot;x#quot; #35;1 &lt;T&gt;": "\"x\" #1 <T>", "<b>bold</b> <T>": "bold <T>",
		"fa:fa-car drives": "drives", "\"`**b** and _i_`\"": "b and i", "a\x1b[31mb": "a␛[31mb", "#27;[31m": "␛[31m", "#8238;": "\ufffd", "  a \t b ": "a b", `x\ny`: "x\ny",
	} {
		if got := label(in); got != want {
			t.Errorf("label(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrappedLabelsAreBalanced(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"one two three four", 13, "one two|three four"}, {"short", 10, "short"}, {"", 10, ""}, {"a\nb c", 10, "a|b c"}, {"extraordinary", 5, "extra|ordin|ary"},
	} {
		if got := strings.Join(wrap(c.in, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
	if got := wrapWords("an extraordinary word", 5); strings.Join(got, "|") != "an|extraordinary|word" {
		t.Errorf("wrapWords broke a word: %q", got)
	}
}
