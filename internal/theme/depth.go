package theme

import (
	"math"
	"strconv"
)

// Depth is how many colours a terminal has.
type Depth int

// The depths.
const (
	TrueColour Depth = iota
	TwoHundredFiftySix
	Sixteen
	NoColour // attributes alone
)

// For returns the theme to wear on a terminal: the chosen one, or for nil that which fits the background.
// Where there are 256 colours it has those of them that are as legible as its own; a terminal of sixteen
// keeps its own, and one without any gets attributes, for no choice of tints could be told apart there.
func For(chosen *Theme, dark bool, depth Depth) Theme {
	t := Light()
	switch {
	case depth == NoColour:
		return Plain()
	case depth == Sixteen:
		return Basic(dark)
	case chosen != nil:
		t = *chosen
	case dark:
		t = Dark()
	}
	if depth == TwoHundredFiftySix {
		t.Palette = t.reduced()
	}
	return t
}

// Plain is the theme without colours.
func Plain() Theme { return Theme{Name: "plain", Dark: true} }

// legible is the least contrast of text (WCAG 2.1, 1.4.3).
const legible = 4.5

// grounds are the backgrounds on which the text of a theme must be legible: those that terminals of its
// kind really have, and its own.
func (t Theme) grounds() []rgb {
	all := []string{"#ffffff", "#fafafa", "#f5f5f5"}
	if t.Dark {
		all = []string{"#000000", "#16161e", "#1e1e2e"}
	}
	if t.Palette.Background != "" {
		all = append(all, t.Palette.Background)
	}
	out := make([]rgb, len(all))
	for i, hex := range all {
		out[i], _ = parseHex(hex)
	}
	return out
}

// reduced is the palette in the colours of xterm's 256: each is the nearest that is legible where it stands.
// The background stays, for a terminal is told of it by its exact colour.
func (t Theme) reduced() Palette {
	p := t.Palette
	on := t.grounds()
	for _, together := range p.together() {
		taken := make(map[string]string) // by colour, the tint that it stands for
		for _, ink := range together {
			tint := *ink
			*ink, _ = nearest(tint, on, func(colour string) bool { return taken[colour] != "" && taken[colour] != tint })
			taken[*ink] = tint
		}
	}
	free := func(string) bool { return false }
	p.Line, _ = nearest(p.Line, nil, free)
	var behind rgb
	p.Select, behind = nearest(p.Select, nil, free)
	p.Strong, _ = nearest(p.Strong, append(on, behind), free)
	p.Match, behind = nearest(p.Match, nil, free)
	p.OnMatch, _ = nearest(p.OnMatch, []rgb{behind}, free)
	return p
}

// together are the inks of a palette that stand beside each other and are told apart by their colours: those of
// running text, of the screens and of code.
func (p *Palette) together() [][]*string {
	return [][]*string{
		{&p.Text, &p.Muted, &p.Faint},
		{&p.Accent, &p.Kind, &p.Tag, &p.Link, &p.Code, &p.Good, &p.Warn, &p.Bad},
		{&p.Keyword, &p.String, &p.Number, &p.Comment, &p.Function, &p.Type, &p.Constant, &p.Decorator, &p.Operator},
	}
}

// nearest returns the number of the colour of xterm's palette, behind the sixteen that every terminal has
// its own of, that is nearest to another, legible on the grounds and not taken, and what it is. What is no tint
// stays.
func nearest(hex string, grounds []rgb, taken func(colour string) bool) (string, rgb) {
	want, ok := parseHex(hex)
	if !ok {
		return hex, rgb{}
	}
	best, least := -1, math.Inf(1)
	like := want.lab()
	for n := 16; n < 256; n++ {
		c := xterm(n)
		if d := c.lab().distance(like); d < least && c.legibleOn(grounds) && !taken(strconv.Itoa(n)) {
			best, least = n, d
		}
	}
	if best < 0 { // the grounds leave no room: black and white are the farthest from any
		return hex, want
	}
	return strconv.Itoa(best), xterm(best)
}

// rgb is a colour, its parts from 0 to 255.
type rgb [3]float64

func parseHex(hex string) (rgb, bool) {
	if len(hex) != len("#rrggbb") || hex[0] != '#' {
		return rgb{}, false
	}
	v, err := strconv.ParseUint(hex[1:], 16, 24)
	return rgb{float64(v >> 16), float64(v >> 8 & 0xff), float64(v & 0xff)}, err == nil
}

// xterm returns one of xterm's 256 colours, from 16 on: a cube with six steps a side, then greys.
func xterm(n int) rgb {
	if n >= 232 {
		grey := float64(8 + 10*(n-232))
		return rgb{grey, grey, grey}
	}
	n -= 16
	steps := [...]float64{0, 95, 135, 175, 215, 255}
	return rgb{steps[n/36], steps[n/6%6], steps[n%6]}
}

func (c rgb) legibleOn(grounds []rgb) bool {
	for _, g := range grounds {
		if c.contrast(g) < legible {
			return false
		}
	}
	return true
}

// contrast is the ratio of two colours' luminances (WCAG 2.1).
func (c rgb) contrast(other rgb) float64 {
	a, b := c.luminance(), other.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c rgb) luminance() float64 {
	linear := c.linear()
	return 0.2126*linear[0] + 0.7152*linear[1] + 0.0722*linear[2]
}

// linear takes the gamma of sRGB off: each part is from 0 to 1, in proportion to the light.
func (c rgb) linear() rgb {
	var linear rgb
	for i, part := range c {
		if s := part / 255; s <= 0.04045 {
			linear[i] = s / 12.92
		} else {
			linear[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return linear
}
