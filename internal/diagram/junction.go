package diagram

// junctions are the characters U+2500 to U+257F by their four arms, none, light or heavy each: the
// index is up + 3*right + 9*down + 27*left.
const junctions = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣" +
	"╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊" +
	"╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋"

// junctionBytes is the length of a junction in UTF-8; the first, a space, has one byte.
const junctionBytes = len("─")

func junction(arms [4]weight) string {
	i := int(arms[up]) + 3*int(arms[right]) + 9*int(arms[down]) + 27*int(arms[left])
	if i == 0 {
		return " "
	}
	at := 1 + (i-1)*junctionBytes
	return junctions[at : at+junctionBytes]
}

// glyph returns the character of a cell.
func (c cell) glyph(ascii bool) string {
	switch {
	case c.text != "" && ascii:
		return asciiMark(c.text)
	case c.text != "":
		return c.text
	case ascii:
		return c.ascii()
	}
	vertical := c.arms[up] != none && c.arms[down] != none
	level := c.arms[left] != none && c.arms[right] != none
	corner := (c.arms[up] == none) != (c.arms[down] == none) && (c.arms[left] == none) != (c.arms[right] == none)
	switch {
	case c.dash && vertical && c.arms[left] == none && c.arms[right] == none:
		return pick(c.arms[up] == heavy, "╏", "╎")
	case c.dash && level && c.arms[up] == none && c.arms[down] == none:
		return pick(c.arms[left] == heavy, "╍", "╌")
	case c.round && corner && c.arms[up] != heavy && c.arms[down] != heavy && c.arms[left] != heavy && c.arms[right] != heavy:
		return pick(c.arms[up] != none, pick(c.arms[left] != none, "╯", "╰"), pick(c.arms[left] != none, "╮", "╭"))
	}
	return junction(c.arms)
}

// ascii draws the lines of a cell with characters that every terminal has.
func (c cell) ascii() string {
	vertical := max(c.arms[up], c.arms[down])
	level := max(c.arms[left], c.arms[right])
	switch {
	case vertical == none && level == none:
		return " "
	case vertical != none && level != none:
		return "+"
	case vertical != none:
		return pick(vertical == heavy, "#", pick(c.dash, ":", "|"))
	default:
		return pick(level == heavy, "=", pick(c.dash, ".", "-"))
	}
}

// pick returns a if yes, else b.
func pick[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}

// Marks at the ends of lines, and other signs that are not lines. ► ◄ ▲ ▼ are in the oldest terminal
// fonts and, unlike ▶ ◀, are never drawn as pictures.
const (
	arrowUp, arrowRight, arrowDown, arrowLeft             = "▲", "►", "▼", "◄"
	triangleUp, triangleRight, triangleDown, triangleLeft = "△", "▷", "▽", "◁"
	halfUpRight, halfDownRight, halfUpLeft, halfDownLeft  = "⇀", "⇁", "↼", "↽"
	crossMark, dotMark, ringMark, endMark                 = "×", "●", "○", "◉"
	diamondFull, diamondOpen                              = "◆", "◇"
	slantUp, slantDown                                    = "╱", "╲"
)

// asciiMark returns what stands in ASCII for one of the marks; other text stays.
func asciiMark(s string) string {
	switch s {
	case arrowUp:
		return "^"
	case arrowRight, halfUpRight, halfDownRight:
		return ">"
	case arrowDown:
		return "v"
	case arrowLeft, halfUpLeft, halfDownLeft:
		return "<"
	case triangleUp:
		return "A"
	case triangleDown:
		return "V"
	case triangleRight:
		return "}"
	case triangleLeft:
		return "{"
	case "│":
		return "|"
	case "┐", "┘", "✓":
		return "+"
	case "▸":
		return ">"
	case crossMark:
		return "x"
	case endMark:
		return "@"
	case dotMark, ringMark:
		return "o"
	case diamondFull:
		return "*"
	case diamondOpen:
		return "o"
	case slantUp:
		return "/"
	case slantDown:
		return "\\"
	case "█":
		return "#"
	case "▓":
		return "="
	case "░":
		return "."
	case "▏", "▎", "▍", "▌", "▋", "▊", "▉":
		return ":"
	}
	return s
}
