package theme

import "testing"

// What a theme tells apart by colour is told apart on 256 colours too, and hardly looks different.
func TestRolesKeepTheirColoursApart(t *testing.T) {
	const near = 0.03 // a square of Oklab; from a colour to the grey of its lightness it is more
	for _, theme := range All() {
		full, reduced := theme.Palette, theme.reduced()
		groups, inks := full.together(), reduced.together()
		for g := range groups {
			tints := make(map[string]string)
			for i, ink := range inks[g] {
				tint := *groups[g][i]
				if other, found := tints[*ink]; found && other != tint {
					t.Errorf("%s: %s and %s are both %s", theme.Name, other, tint, *ink)
				}
				tints[*ink] = tint
				if want, ok := parseHex(tint); ok && colourOf(t, *ink).lab().distance(want.lab()) > near {
					t.Errorf("%s: %s comes out as %s, which looks like another", theme.Name, tint, *ink)
				}
			}
		}
	}
}

// Violet of little colour is nearest to a grey by its parts, and would be told from no text.
func TestVioletStaysViolet(t *testing.T) {
	if c := colourOf(t, nord().reduced().Kind); c[0] <= c[1] || c[2] <= c[1] {
		t.Errorf("nord's violet comes out as %v", c)
	}
}
