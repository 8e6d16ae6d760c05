package theme

import "math"

// lab is a colour as the eye has it: its lightness, from 0 to 1, then how far it is from grey towards red or green,
// and towards yellow or blue (Oklab, https://bottosson.github.io/posts/oklab/).
type lab [3]float64

func (c rgb) lab() lab {
	l := c.linear()
	long := math.Cbrt(0.4122214708*l[0] + 0.5363325363*l[1] + 0.0514459929*l[2])
	medium := math.Cbrt(0.2119034982*l[0] + 0.6806995451*l[1] + 0.1073969566*l[2])
	short := math.Cbrt(0.0883024619*l[0] + 0.2817188376*l[1] + 0.6299787005*l[2])
	return lab{
		0.2104542553*long + 0.7936177850*medium - 0.0040720468*short,
		1.9779984951*long - 2.4285922050*medium + 0.4505937099*short,
		0.0259040371*long + 0.7827717662*medium - 0.8086757660*short,
	}
}

// hueWeight is how much more the hue of a colour counts than its lightness: roles are told apart by it.
const hueWeight = 2

// distance is how different two colours look, squared.
func (c lab) distance(other lab) float64 {
	l, a, b := c[0]-other[0], hueWeight*(c[1]-other[1]), hueWeight*(c[2]-other[2])
	return l*l + a*a + b*b
}
