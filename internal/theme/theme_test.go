package theme

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
)

// Text must be legible on the backgrounds that terminals really have: WCAG 2.1, 1.4.3, ratio 4.5.
func TestTextHasContrast(t *testing.T) {
	themes := All()
	for _, theme := range All() {
		reduced := For(&theme, theme.Dark, TwoHundredFiftySix)
		reduced.Name += ", 256 colours"
		themes = append(themes, reduced)
	}
	for _, theme := range themes {
		backgrounds := []string{"#000000", "#16161e", "#1e1e2e"}
		if !theme.Dark {
			backgrounds = []string{"#ffffff", "#fafafa", "#f5f5f5"}
		}
		least := 4.5
		if strings.HasPrefix(theme.Name, "contrast") {
			backgrounds, least = nil, 7 // 1.4.6, on its own background
		}
		if strings.Contains(theme.Name, "256") {
			least = 4.5
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
	return colourOf(t, a).contrast(colourOf(t, b))
}

// colourOf is what a palette names: a tint, or one of xterm's 256.
func colourOf(t *testing.T, name string) rgb {
	t.Helper()
	if c, ok := parseHex(name); ok {
		return c
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 16 || n > 255 {
		t.Fatalf("bad colour %q", name)
	}
	return xterm(n)
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
		p := reflect.ValueOf(For(nil, dark, Sixteen).Palette)
		for i := range p.NumField() {
			if c := p.Field(i).String(); strings.HasPrefix(c, "#") {
				t.Errorf("dark %v: %s is %s", dark, p.Type().Field(i).Name, c)
			}
		}
		s := For(nil, dark, Sixteen).Styles()
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

// The formula is that of WCAG 2.1: its own examples.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#ff0000", "#ffffff", 4.0}, {"231", "16", 21}} {
		if got := contrast(t, c.a, c.b); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%s on %s has contrast %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// Without colours everything that colours tell is told by attributes.
func TestWithoutColoursThereAreAttributes(t *testing.T) {
	s := For(nil, true, NoColour).Styles()
	for name, style := range map[string]string{
		"chosen row": s.Selected.Render("x"), "included tag": s.TagOn.Render("x"), "excluded tag": s.TagOff.Render("x"),
		"matched letters": s.Match.Render("x"), "key": s.Key.Render("x"), "title": s.PostTitle.Render("x"),
		"keyword": s.Code.SGR(chroma.Keyword), "comment": s.Code.SGR(chroma.Comment), "found": s.Markup.Found, "link": s.Markup.Focus,
	} {
		if !strings.Contains(style, "\x1b[") || strings.Contains(style, "38;") || strings.Contains(style, "[3m") && name != "comment" {
			t.Errorf("%s is %q", name, style)
		}
	}
	if code := s.Markdown.Code; code.Color != nil || code.Bold == nil {
		t.Error("code in text looks like text")
	}
}
