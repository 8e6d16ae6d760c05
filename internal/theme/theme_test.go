package theme

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// Text must be legible on the backgrounds that terminals really have: WCAG 2.1, 1.4.3, ratio 4.5.
func TestTextHasContrast(t *testing.T) {
	for _, theme := range All() {
		backgrounds := []string{"#000000", "#16161e", "#1e1e2e"}
		if !theme.Dark {
			backgrounds = []string{"#ffffff", "#fafafa", "#f5f5f5"}
		}
		least := 4.5
		if strings.HasPrefix(theme.Name, "contrast") {
			backgrounds, least = nil, 7 // 1.4.6, on its own background
		}
		if own := theme.Palette.Background; own != "" {
			backgrounds = append(backgrounds, own)
		}
		p := reflect.ValueOf(theme.Palette)
		for i := range p.NumField() {
			name, hex := p.Type().Field(i).Name, p.Field(i).String()
			if hex == "" || slices.Contains([]string{"Background", "Line", "Select", "Match", "OnMatch"}, name) {
				continue
			}
			for _, bg := range backgrounds {
				if r := contrast(t, hex, bg); r < least {
					t.Errorf("%s: %s %s on %s has contrast %.2f", theme.Name, name, hex, bg, r)
				}
			}
		}
		for fg, bg := range map[string]string{theme.Palette.Strong: theme.Palette.Select, theme.Palette.OnMatch: theme.Palette.Match} {
			if r := contrast(t, fg, bg); r < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f", theme.Name, fg, bg, r)
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	v, err := strconv.ParseUint(hex[1:], 16, 24)
	if err != nil || len(hex) != 7 {
		t.Fatalf("bad colour %q", hex)
	}
	linear := func(c uint64) float64 {
		s := float64(c&0xff) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(v>>16) + 0.7152*linear(v>>8) + 0.0722*linear(v)
}

func TestNamed(t *testing.T) {
	for _, theme := range All() {
		if got, ok := Named(theme.Name); !ok || got.Name != theme.Name {
			t.Errorf("Named(%q) = %q, %v", theme.Name, got.Name, ok)
		}
	}
	if _, ok := Named("no such theme"); ok {
		t.Error("an unknown theme was found")
	}
}

func TestCodeFallsBackToTheWiderKind(t *testing.T) {
	c := Dark().Styles().Code
	if c.SGR(chroma.KeywordNamespace) != c[chroma.Keyword] {
		t.Error("a keyword of a sort without a colour of its own is not coloured as a keyword")
	}
	if c.SGR(chroma.LiteralStringDouble) != c[chroma.LiteralString] {
		t.Error("a double-quoted string is not coloured as a string")
	}
	if c.SGR(chroma.TextWhitespace) != "" {
		t.Error("white space has a colour")
	}
}

// A terminal of sixteen colours must get its own ones: a tint would be reduced to whichever is nearest.
func TestBasicThemeUsesOnlyTheSixteen(t *testing.T) {
	for _, dark := range []bool{true, false} {
		p := reflect.ValueOf(For(dark, true).Palette)
		for i := range p.NumField() {
			if c := p.Field(i).String(); strings.HasPrefix(c, "#") {
				t.Errorf("dark %v: %s is %s", dark, p.Type().Field(i).Name, c)
			}
		}
		s := For(dark, true).Styles()
		if got := s.Code.SGR(chroma.Keyword); got != "\x1b[35m" {
			t.Errorf("keywords are %q", got)
		}
		if got := s.Markup.Rule; got != "\x1b[90m" {
			t.Errorf("rules are %q", got)
		}
	}
}

// What a search found must be seen on terminals without colours too, whatever the text under it wears.
func TestMarksLieOverAnyText(t *testing.T) {
	m := Dark().Styles().Markup
	if want := "\x1b[0;7;38;2;233;189;108m\x1b[48;2;22;24;29m"; m.Found != want {
		t.Errorf("what was found is %q, want %q", m.Found, want)
	}
	if got := Basic(true).Styles().Markup.Found; got != "\x1b[0;7;33m\x1b[40m" {
		t.Errorf("with sixteen colours it is %q", got)
	}
	if m.FoundHere == m.Found || m.FoundHere == m.Focus || !strings.HasPrefix(m.FoundHere, "\x1b[0;7;") {
		t.Errorf("what is shown of it is %q", m.FoundHere)
	}
}
