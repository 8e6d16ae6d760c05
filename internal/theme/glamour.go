package theme

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/lucasb-eyer/go-colorful"
)

// FromGlamour reads a Glamour style, the JSON files that glow and others have: its colours become a theme
// for the screens, the text and the code. What it says of margins, prefixes and the drawing of lists is left
// aside, since the document lays those out. name is what the theme is called.
func FromGlamour(name string, source []byte) (Theme, error) {
	var style ansi.StyleConfig
	if err := json.Unmarshal(source, &style); err != nil {
		return Theme{}, fmt.Errorf("%s is no Glamour style: %w", name, err)
	}
	if err := check(&style); err != nil {
		return Theme{}, fmt.Errorf("%s: %w", name, err)
	}
	dark := true
	if ink := style.Document.Color; ink != nil {
		dark = lightness(*ink) > 0.5
	}
	t := For(nil, dark, TrueColour)
	t.Name, t.glamour = name, &style
	p := &t.Palette
	set := func(to *string, from ...*string) {
		for _, c := range from {
			if c != nil && *c != "" {
				*to = *c
				return
			}
		}
	}
	set(&p.Text, style.Text.Color, style.Document.Color)
	set(&p.Strong, style.Strong.Color, style.Text.Color, style.Document.Color)
	set(&p.Accent, style.H2.Color, style.Heading.Color)
	set(&p.Kind, style.H3.Color, style.Heading.Color)
	set(&p.Link, style.LinkText.Color, style.Link.Color)
	set(&p.Code, style.Code.Color)
	set(&p.Line, style.HorizontalRule.Color)
	return t, nil
}

// check finds the colours that are none. An empty one is as good as none at all.
func check(style *ansi.StyleConfig) error {
	for name, c := range map[string]*string{
		"document": style.Document.Color, "text": style.Text.Color, "strong": style.Strong.Color,
		"heading": style.Heading.Color, "h2": style.H2.Color, "h3": style.H3.Color, "hr": style.HorizontalRule.Color,
		"link": style.Link.Color, "link_text": style.LinkText.Color, "code": style.Code.Color,
	} {
		if c != nil && *c != "" && lightness(*c) < 0 {
			return fmt.Errorf("%s: %q is no colour: write \"#rrggbb\", or 0 to 255", name, *c)
		}
	}
	return nil
}

// lightness returns how light a colour is, 0 to 1, and -1 if it is none. The terminal's own sixteen count as
// their names say, the rest of the 256 as xterm has them.
func lightness(ink string) float64 {
	if n, err := strconv.ParseUint(ink, 10, 8); err == nil {
		switch {
		case n < 16:
			return map[bool]float64{true: 0.7, false: 0.2}[n == 7 || n > 8]
		case n >= 232:
			return float64(n-232) / 23
		}
		n -= 16
		c := colorful.Color{R: float64(n/36) / 5, G: float64(n/6%6) / 5, B: float64(n%6) / 5}
		l, _, _ := c.Lab()
		return l
	}
	if !strings.HasPrefix(ink, "#") {
		return -1
	}
	c, err := colorful.Hex(ink)
	if err != nil {
		return -1
	}
	l, _, _ := c.Lab()
	return l
}

// leaves returns of a Glamour style what concerns words: colours and weights, no text of its own.
func leaves(s ansi.StyleConfig) ansi.StyleConfig {
	words := func(styles ...ansi.StylePrimitive) ansi.StylePrimitive {
		var out ansi.StylePrimitive
		for _, p := range styles {
			out.Color, out.BackgroundColor = or(p.Color, out.Color), or(p.BackgroundColor, out.BackgroundColor)
			out.Bold, out.Italic, out.Underline = or(p.Bold, out.Bold), or(p.Italic, out.Italic), or(p.Underline, out.Underline)
			out.CrossedOut, out.Faint, out.Inverse = or(p.CrossedOut, out.CrossedOut), or(p.Faint, out.Faint), or(p.Inverse, out.Inverse)
		}
		return out
	}
	heading := func(b ansi.StyleBlock) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: words(s.Heading.StylePrimitive, b.StylePrimitive)}
	}
	return ansi.StyleConfig{
		Text: words(ansi.StylePrimitive{Color: s.Document.Color}, s.Text),
		H1:   heading(s.H1), H2: heading(s.H2), H3: heading(s.H3), H4: heading(s.H4), H5: heading(s.H5), H6: heading(s.H6),
		Emph: words(s.Emph), Strong: words(s.Strong), Strikethrough: words(s.Strikethrough),
		LinkText: words(s.LinkText),
		Code:     ansi.StyleBlock{StylePrimitive: words(s.Code.StylePrimitive)},
	}
}

// or returns the first pointer that points to something.
func or[T any](a, b *T) *T {
	if a != nil {
		return a
	}
	return b
}

// glamourCode lays the code colours of a Glamour style, if it has any, over others.
func glamourCode(base Code, c *ansi.Chroma) Code {
	if c == nil {
		return base
	}
	out := maps.Clone(base)
	for kind, style := range map[chroma.TokenType]ansi.StylePrimitive{
		chroma.Comment: c.Comment, chroma.CommentPreproc: c.CommentPreproc, chroma.Keyword: c.Keyword,
		chroma.KeywordReserved: c.KeywordReserved, chroma.KeywordNamespace: c.KeywordNamespace, chroma.KeywordType: c.KeywordType,
		chroma.Operator: c.Operator, chroma.Punctuation: c.Punctuation, chroma.Name: c.Name, chroma.NameBuiltin: c.NameBuiltin,
		chroma.NameTag: c.NameTag, chroma.NameAttribute: c.NameAttribute, chroma.NameClass: c.NameClass,
		chroma.NameConstant: c.NameConstant, chroma.NameDecorator: c.NameDecorator, chroma.NameException: c.NameException,
		chroma.NameFunction: c.NameFunction, chroma.NameOther: c.NameOther, chroma.LiteralNumber: c.LiteralNumber,
		chroma.LiteralDate: c.LiteralDate, chroma.LiteralString: c.LiteralString, chroma.LiteralStringEscape: c.LiteralStringEscape,
		chroma.GenericDeleted: c.GenericDeleted, chroma.GenericEmph: c.GenericEmph, chroma.GenericInserted: c.GenericInserted,
		chroma.GenericStrong: c.GenericStrong, chroma.GenericSubheading: c.GenericSubheading,
	} {
		if s := primitiveSGR(style); s != "" {
			out[kind] = s
		}
	}
	return out
}

func primitiveSGR(p ansi.StylePrimitive) string {
	var attributes []string
	if p.Bold != nil && *p.Bold {
		attributes = append(attributes, bold)
	}
	if p.Italic != nil && *p.Italic {
		attributes = append(attributes, italic)
	}
	if p.Color == nil {
		return sgr("", attributes...)
	}
	return sgr(*p.Color, attributes...)
}
