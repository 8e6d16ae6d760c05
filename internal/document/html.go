package document

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// html reads one inline tag. br, kbd, sub, sup and the tags of emphasis mean what they mean; other tags
// are dropped and their text stays.
func (in *inline) html(n *ast.RawHTML) {
	var raw strings.Builder
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		raw.Write(segment.Value(in.source))
	}
	if tag := tagName(strings.TrimPrefix(raw.String()[1:], "/")); tag != "" && tag != "br" && tagMark(tag) == 0 {
		return
	}
	z := html.NewTokenizer(strings.NewReader(raw.String()))
	for {
		kind := z.Next()
		token := z.Token()
		switch {
		case kind == html.ErrorToken:
			return
		case kind == html.TextToken: // of a CDATA section, which HTML does not know
			in.add(strings.ReplaceAll(token.Data, "\n", " "))
		case token.Data == "br":
			in.add("\n")
		case kind == html.StartTagToken:
			in.mark |= tagMark(token.Data)
		case kind == html.EndTagToken:
			in.mark &^= tagMark(token.Data)
		}
	}
}

func tagMark(tag string) Mark {
	switch tag {
	case "kbd":
		return Keyboard
	case "sub":
		return Sub
	case "sup":
		return Sup
	case "b", "strong":
		return Strong
	case "i", "em", "cite", "var":
		return Emph
	case "s", "del", "strike":
		return Strike
	case "code", "samp", "tt":
		return CodeSpan
	}
	return 0
}

// htmlBlock is what a block of HTML has for a reader.
type htmlBlock struct {
	summary string   // the summary of a <details> that starts here
	details bool     // a <details> starts here
	open    bool     // it has the attribute "open"
	end     bool     // a </details> stands here
	text    []string // the paragraphs of its text
}

// readHTML takes the text out of a block of HTML: scripts, styles and comments have none; images give
// their alternative text.
func readHTML(source string) htmlBlock {
	if simple, ok := readDetails(source); ok {
		return simple
	}
	var out htmlBlock
	var words strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(words.String()), " "); s != "" {
			out.text = append(out.text, s)
		}
		words.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			flush()
			return out
		}
		token := z.Token()
		switch token.Type {
		case html.TextToken:
			words.WriteString(token.Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			switch token.Data {
			case "script", "style", "template", "noscript":
				skipTo(z, token.Data)
			case "details":
				out.details, out.open = true, has(token, "open")
			case "img":
				words.WriteString(attribute(token, "alt"))
			case "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "summary":
				flush()
			}
		case html.EndTagToken:
			switch token.Data {
			case "details":
				out.end = true
			case "summary":
				out.summary = strings.Join(strings.Fields(words.String()), " ")
				words.Reset()
			}
		}
	}
}

// readDetails reads the usual <details>, without a tokenizer, which takes 4 KB for each.
func readDetails(source string) (htmlBlock, bool) {
	s := strings.TrimSpace(source)
	if s == "</details>" {
		return htmlBlock{end: true}, true
	}
	s, found := strings.CutPrefix(s, "<details>")
	if !found || s == "" {
		return htmlBlock{details: true}, found
	}
	s, opens := strings.CutPrefix(strings.TrimSpace(s), "<summary>")
	s, closes := strings.CutSuffix(s, "</summary>")
	if !opens || !closes || strings.ContainsAny(s, "<&") {
		return htmlBlock{}, false
	}
	return htmlBlock{details: true, summary: strings.Join(strings.Fields(s), " ")}, true
}

func skipTo(z *html.Tokenizer, tag string) {
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == tag {
				return
			}
		}
	}
}

func has(t html.Token, key string) bool {
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }
