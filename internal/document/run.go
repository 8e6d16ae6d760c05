package document

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
	east "github.com/yuin/goldmark-emoji/ast"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// Mark is a set of what a run of text is.
type Mark uint16

// The marks.
const (
	Emph Mark = 1 << iota
	Strong
	Strike
	CodeSpan
	Keyboard
	Sub
	Sup
	Image
	Note // the number of a footnote
	Math // is not divided, if it fits a line
)

// Run is a stretch of text with the same marks. A line feed in it is a hard line break.
type Run struct {
	Text string
	Mark Mark
	Link int // number of the link, from 1; 0 for none
}

// inline flattens the inline nodes below a leaf to runs.
type inline struct {
	source []byte
	part   *part // takes the links
	block  int
	runs   []Run
	clean  text.Cleaner
	last   []byte // the text of the last run as long as it grows
	mark   Mark
	link   int
}

// done returns the runs, each with its text.
func (in *inline) done() []Run {
	if n := len(in.runs); n > 0 {
		in.runs[n-1].Text = string(in.last)
	}
	return in.runs
}

func (in *inline) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		in.node(n)
	}
}

func (in *inline) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n)
	case *ast.String:
		in.add(string(n.Value))
	case *ast.CodeSpan:
		in.with(CodeSpan, func() { in.add(codeText(n, in.source)) })
	case *ast.Emphasis:
		mark := Emph
		if n.Level > 1 {
			mark = Strong
		}
		in.with(mark, func() { in.walk(n) })
	case *extast.Strikethrough:
		in.with(Strike, func() { in.walk(n) })
	case *ast.Link:
		in.follow(address(n.Destination), func() { in.walk(n) })
	case *ast.Image:
		in.image(n)
	case *ast.AutoLink:
		in.autoLink(n)
	case *ast.RawHTML:
		in.html(n)
	case *mathNode:
		in.with(Math, func() { in.add(string(n.segment.Value(in.source))) })
	case *scriptNode:
		in.with(n.mark, func() { in.walk(n) })
	case *markerNode:
		in.follow("#"+noteAnchor+n.name, func() {
			in.with(Note, func() { in.add(superscript(itoa(n.number))) })
		})
	case *extast.TaskCheckBox: // is the item's marker
	case *east.Emoji:
		in.add(string(n.Value.Unicode))
	default:
		in.walk(n)
	}
}

func (in *inline) text(n *ast.Text) {
	value := n.Segment.Value(in.source)
	if !n.IsRaw() {
		in.add(unescape(value))
	} else {
		in.add(string(value))
	}
	switch {
	case n.HardLineBreak():
		in.add("\n")
	case n.SoftLineBreak():
		in.softBreak(n.NextSibling())
	}
}

// softBreak joins two lines of the source: by a space, or by nothing between two wide characters, since
// Chinese and Japanese write none.
func (in *inline) softBreak(next ast.Node) {
	if t, ok := next.(*ast.Text); ok && len(in.runs) > 0 {
		last, _ := utf8.DecodeLastRune(in.last)
		first, _ := utf8.DecodeRune(t.Segment.Value(in.source))
		if wide(last) && wide(first) {
			return
		}
	}
	in.add(" ")
}

// wide tells whether a character is of a script that puts no spaces between words: Korean does.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff64 || r == 'ー'
}

// add appends cleaned text: an entity may have become a control character only now.
func (in *inline) add(s string) {
	s = in.clean.Clean(strings.ReplaceAll(s, "\t", " "))
	switch {
	case in.mark&Sup != 0:
		s = superscript(s)
	case in.mark&Sub != 0:
		s = subscript(s)
	}
	if s == "" {
		return
	}
	if n := len(in.runs); n > 0 && in.runs[n-1].Mark == in.mark && in.runs[n-1].Link == in.link {
		in.last = append(in.last, s...)
		return
	}
	in.runs = append(in.done(), Run{Mark: in.mark, Link: in.link})
	in.last = append(in.last[:0], s...)
}

func (in *inline) with(mark Mark, f func()) {
	old := in.mark
	in.mark |= mark
	f()
	in.mark = old
}

// mostAddress is how long the address of a link may be, in bytes. A longer one leads nowhere, and a reference
// could repeat it in every paragraph.
const mostAddress = 4 << 10

func address(destination []byte) string {
	return unescape(destination[:min(len(destination), 2*mostAddress)])
}

// follow records a link to target whose words f adds. A link in a link, as an image in one, is the outer.
func (in *inline) follow(target string, f func()) {
	if in.link > 0 || len(target) > mostAddress {
		f()
		return
	}
	links := &in.part.links
	*links = append(*links, Link{Target: text.CleanLine(target), Block: in.block})
	link, from := len(*links)-1, len(in.runs)
	in.link = in.part.base + link + 1
	f()
	if len(in.runs) == from { // no words: the address is all there is to read
		in.add((*links)[link].Target)
	}
	in.link = 0
	(*links)[link].Text = plain(in.done()[from:])
}

func (in *inline) autoLink(n *ast.AutoLink) {
	label, target := string(n.Label(in.source)), string(n.URL(in.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	in.follow(target, func() { in.add(label) })
}

func (in *inline) image(n *ast.Image) {
	alt := inline{source: in.source, part: &part{}}
	alt.walk(n)
	words := strings.TrimSpace(plain(alt.done()))
	if words == "" {
		words = address(n.Destination)
	}
	in.follow(address(n.Destination), func() {
		in.with(Image, func() { in.add("▣ " + words) })
	})
}

// codeText returns the text of a code span, whose line ends are spaces (CommonMark 6.1).
func codeText(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(source))
		case *ast.String:
			b.Write(c.Value)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// unescape resolves backslash escapes and character references in one pass (CommonMark 2.4, 2.5), so
// that an escaped ampersand starts none.
func unescape(value []byte) string {
	if !bytes.ContainsAny(value, `\&`) {
		return string(value)
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] == '\\' && i+1 < len(value) && util.IsPunct(value[i+1]) {
			i++
		} else if value[i] == '&' {
			if found := reference().Find(value[i:]); found != nil {
				b.WriteString(resolve(found))
				i += len(found) - 1
				continue
			}
		}
		b.WriteByte(value[i])
	}
	return b.String()
}

// reference is a character reference (CommonMark 2.5).
var reference = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});`)
})

// resolve returns what a character reference stands for, or itself if that is nothing. Of numbers HTML knows
// better what their authors meant: &#x9b; is no control character.
func resolve(reference []byte) string {
	if reference[1] != '#' {
		return string(util.ResolveEntityNames(reference))
	}
	return html.UnescapeString(string(reference))
}

// plain returns the text of the runs.
func plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// trim removes white space at both ends of the runs.
func trim(runs []Run) []Run {
	for len(runs) > 0 {
		if runs[0].Text = strings.TrimLeft(runs[0].Text, " \n"); runs[0].Text != "" {
			break
		}
		runs = runs[1:]
	}
	for n := len(runs); n > 0; n = len(runs) {
		if runs[n-1].Text = strings.TrimRight(runs[n-1].Text, " \n"); runs[n-1].Text != "" {
			break
		}
		runs = runs[:n-1]
	}
	return runs
}
