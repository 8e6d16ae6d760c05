package diagram

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"github.com/blogtui/blogtui/internal/text"
)

// block is text of one or more lines.
type block []string

func (b block) width() int {
	wide := 0
	for _, s := range b {
		wide = max(wide, text.Width(s))
	}
	return wide
}

// label makes text of the source ready to show: quotation marks, entities, tags, line breaks and icons
// are resolved; what stays are lines of text, separated by line feeds.
func label(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	if len(s) >= 2 && s[0] == '`' && s[len(s)-1] == '`' {
		s = unmark(s[1 : len(s)-1])
	}
	s = lineBreak().ReplaceAllString(s, "\n")
	s = tag().ReplaceAllString(s, "")
	if plain := icon().ReplaceAllString(s, ""); plain != "" {
		s = plain
	} else {
		s = icon().ReplaceAllString(s, "$1 ") // there is nothing else
	}
	s = html.UnescapeString(entity().ReplaceAllStringFunc(s, func(e string) string {
		if e[1] >= '0' && e[1] <= '9' {
			return "&" + e
		}
		return "&" + e[1:]
	}))
	var lines []string
	for line := range strings.SplitSeq(text.Clean(s), "\n") {
		if line = visible(text.CleanLine(line)); line != "" {
			lines = append(lines, based(line))
		}
	}
	return strings.Join(lines, "\n")
}

// visible takes out of a line what has no cell and is no mark over another, as a sign for the direction of what
// follows: a drawing has a place for each word.
func visible(line string) string {
	if !strings.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return line // the usual case
	}
	var b strings.Builder
	for g := displaywidth.StringGraphemes(line); g.Next(); {
		if first, _ := utf8.DecodeRuneInString(g.Value()); g.Width() > 0 || unicode.Is(unicode.M, first) {
			b.WriteString(g.Value())
		}
	}
	return strings.TrimSpace(b.String())
}

// based puts a dotted circle before a word that begins with a combining mark, which would go onto a line or be
// lost with it (Unicode 15, section 2.11).
func based(line string) string {
	words := strings.Split(line, " ")
	for i, word := range words {
		if r, size := utf8.DecodeRuneInString(word); r >= utf8.RuneSelf && text.Width(word[:size]) == 0 {
			words[i] = "\u25cc" + word
		}
	}
	return strings.Join(words, " ")
}

var (
	lineBreak = pattern(`(?i)<br\s*/?>|\\n`)
	tag       = pattern(`(?i)</?(?:a|b|i|u|s|em|p|li|ul|ol|big|sub|sup|div|code|span|font|small|strong|center)(?:\s[^<>]*)?>`)
	entity    = pattern(`#(?:\d+|[A-Za-z]\w*);`)
	icon      = pattern(`\bfa[bklrs]?:fa-([\w-]+)\s*`)
	emphasis  = pattern(`\*\*([^*]+)\*\*|\*([^*]+)\*|__([^_]+)__|\b_([^_]+)_\b`)
)

// unmark takes the marks of emphasis out of a Markdown string.
func unmark(s string) string { return emphasis().ReplaceAllString(s, "$1$2$3$4") }

// oneLine joins the lines of a label.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// wrap breaks a label into lines of at most width cells, as few as possible and of nearly equal length.
func wrap(s string, width int) block {
	if s == "" {
		return nil
	}
	best := wrapAt(s, width)
	if len(best) == 1 || len(best) == 1+strings.Count(s, "\n") {
		return best
	}
	low, high := max(1, longestWord(s)), best.width()
	for low < high {
		middle := (low + high) / 2
		if narrower := wrapAt(s, middle); len(narrower) == len(best) {
			best, high = narrower, middle
		} else {
			low = middle + 1
		}
	}
	return best
}

// wrapWords is wrap that rather makes a line too long than breaks a word.
func wrapWords(s string, width int) block { return wrap(s, max(width, longestWord(s))) }

func wrapAt(s string, width int) block {
	var b block
	for _, r := range text.Wrap(s, width) {
		b = append(b, s[r.Start:r.End])
	}
	return b
}

// longestWord returns the cells of the longest part of a label between spaces.
func longestWord(s string) int {
	longest := 0
	for word := range strings.FieldsSeq(s) {
		longest = max(longest, text.Width(word))
	}
	return longest
}

// longestLine returns the cells that a label takes if it is not wrapped.
func longestLine(s string) int { return block(strings.Split(s, "\n")).width() }
