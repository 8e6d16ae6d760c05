package theme

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/alecthomas/chroma/v2"
)

// Code gives the SGR sequence of each kind of token.
type Code map[chroma.TokenType]string

// SGR returns the escape sequence that switches the style of a token on, from its own type or the
// nearest above it; empty if it has none.
func (c Code) SGR(t chroma.TokenType) string {
	for _, kind := range [...]chroma.TokenType{t, t.SubCategory(), t.Category()} {
		if s, ok := c[kind]; ok {
			return s
		}
	}
	return ""
}

const (
	bold   = "1"
	italic = "3"

	plain     = "0" // switches everything before it off
	underline = "4"
	reverse   = "7"
)

// sgr returns the escape sequence for a foreground (none if empty) and attributes.
func sgr(ink string, attributes ...string) string {
	params := attributes
	if hex, ok := strings.CutPrefix(ink, "#"); ok {
		if rgb, err := strconv.ParseUint(hex, 16, 24); err == nil {
			params = append(params, fmt.Sprintf("38;2;%d;%d;%d", rgb>>16, rgb>>8&0xff, rgb&0xff))
		}
	} else if n, err := strconv.ParseUint(ink, 10, 8); err == nil {
		params = append(params, numbered(n))
	}
	if len(params) == 0 {
		return ""
	}
	return "\x1b[" + strings.Join(params, ";") + "m"
}

// mark returns the escape sequence for what lies over text of any style: ink on a ground, both reversed, so
// that it is still to be seen where there are no colours.
func mark(ink, ground string, attributes ...string) string {
	behind := strings.NewReplacer("[38;", "[48;", "[3", "[4", "[9", "[10").Replace(sgr(ink))
	return sgr(ground, append([]string{plain, reverse}, attributes...)...) + behind
}

// numbered returns the SGR parameter of one of a terminal's 256 colours (ECMA-48 for the first eight,
// aixterm's bright ones, xterm's palette beyond).
func numbered(n uint64) string {
	switch {
	case n < 8:
		return strconv.FormatUint(30+n, 10)
	case n < 16:
		return strconv.FormatUint(90+n-8, 10)
	}
	return "38;5;" + strconv.FormatUint(n, 10)
}

func code(p Palette) Code {
	keyword := sgr(p.Keyword)
	if keyword == "" {
		keyword = sgr("", bold)
	}
	return Code{
		chroma.Keyword:             keyword,
		chroma.KeywordConstant:     sgr(p.Constant),
		chroma.KeywordType:         sgr(p.Type),
		chroma.OperatorWord:        keyword,
		chroma.Operator:            sgr(p.Operator),
		chroma.Punctuation:         sgr(p.Operator),
		chroma.NameFunction:        sgr(p.Function),
		chroma.NameClass:           sgr(p.Type),
		chroma.NameException:       sgr(p.Type),
		chroma.NameBuiltin:         sgr(p.Function),
		chroma.NameBuiltinPseudo:   sgr(p.Constant),
		chroma.NameConstant:        sgr(p.Constant),
		chroma.NameDecorator:       sgr(p.Decorator),
		chroma.NameTag:             sgr(p.Keyword),
		chroma.NameAttribute:       sgr(p.Function),
		chroma.NameNamespace:       sgr(p.Type),
		chroma.LiteralString:       sgr(p.String),
		chroma.LiteralStringEscape: sgr(p.Number),
		chroma.LiteralNumber:       sgr(p.Number),
		chroma.LiteralDate:         sgr(p.Number),
		chroma.Comment:             sgr(p.Comment, italic),
		chroma.CommentPreproc:      sgr(p.Decorator),
		chroma.GenericDeleted:      sgr(p.Bad),
		chroma.GenericInserted:     sgr(p.Good),
		chroma.GenericHeading:      sgr(p.Strong, bold),
		chroma.GenericSubheading:   sgr(p.Kind),
		chroma.GenericPrompt:       sgr(p.Faint),
		chroma.GenericOutput:       sgr(p.Muted),
		chroma.GenericError:        sgr(p.Bad),
		chroma.GenericStrong:       sgr("", bold),
		chroma.GenericEmph:         sgr("", italic),
	}
}
