package text

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/text/unicode/norm"
)

// ASCII writes s for a terminal that shows nothing but ASCII, in as many cells: lines are drawn with - | +,
// letters lose their accents, what is left is a question mark for each cell.
func ASCII(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		if v := g.Value(); isASCII(v) {
			b.WriteString(v)
		} else {
			b.WriteString(asciiOf(v, g.Width()))
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// asciiOf returns what stands for a grapheme of so many cells.
func asciiOf(grapheme string, width int) string {
	if width == 0 {
		return ""
	}
	first, size := utf8.DecodeRuneInString(grapheme)
	if stands := sign(first); stands != 0 && size == len(grapheme) {
		return strings.Repeat(string(stands), width)
	}
	if plain := norm.NFKD.String(grapheme); plain[0] < utf8.RuneSelf && plain[0] >= ' ' && (len(plain) == 1 || plain[1] >= utf8.RuneSelf) {
		return strings.Repeat(plain[:1], width)
	}
	return strings.Repeat("?", width)
}

// signs are characters, and the one in ASCII that is drawn like them.
var signs = [...]struct {
	stands byte
	of     string
}{
	{'-', "─╴╶╼╾‐‑‒–—―−¬"}, {'=', "━╍┅┉╸╺═▓"}, {'.', "╌┄┈░·…"}, {'|', "│╵╷▌▎▏▍▐¦"}, {':', "╎┆┊▒"}, {'#', "┃╏┇┋╹╻║█▋▊▉"},
	{'/', "╱⁄"}, {'\\', "╲"}, {'x', "╳×✗✘"}, {'^', "▲△↑"}, {'v', "▼▽↓▾"}, {'<', "◄◁‹«←"}, {'>', "►▷›»→▸↪⇒➜❯"},
	{'*', "•✦★☆◆∙"}, {'o', "●○◇◦"}, {'@', "◉"}, {'+', "✓✔"}, {'"', "“”„"}, {'\'', "‘’‚′"}, {' ', "\u00a0"},
}

// sign returns what is drawn like a character, 0 if nothing is. Of the box-drawing characters (U+2500 to U+257F)
// those with two directions are crossings.
func sign(r rune) byte {
	for _, s := range signs {
		if strings.ContainsRune(s.of, r) {
			return s.stands
		}
	}
	if r >= '┌' && r <= '╰' {
		return '+'
	}
	return 0
}

// ASCIIWriter writes to w in ASCII what is written to it in UTF-8. Escape sequences pass, for they are ASCII; a
// character that comes in two pieces waits for its end.
type ASCIIWriter struct {
	w    io.Writer
	rest []byte
}

// NewASCIIWriter returns a writer to w.
func NewASCIIWriter(w io.Writer) *ASCIIWriter { return &ASCIIWriter{w: w} }

// Write implements io.Writer.
func (a *ASCIIWriter) Write(p []byte) (int, error) {
	b := slices.Concat(a.rest, p)
	end := len(b)
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				end -= i
			}
			break
		}
	}
	_, err := io.WriteString(a.w, ASCII(string(b[:end])))
	a.rest = append([]byte(nil), b[end:]...)
	if err != nil {
		return 0, err
	}
	return len(p), nil
}
