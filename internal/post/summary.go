package post

import (
	"bytes"
	"strings"

	"github.com/blogtui/blogtui/internal/markup"
	"github.com/blogtui/blogtui/internal/text"
)

const (
	summaryWithin = 16 << 10 // bytes at the start of a body in which its summary is looked for
	longest       = 1000     // bytes that the title and the description of a post have about, at most
	summarySize   = 400      // bytes that a summary has about: more than any list shows
)

// summary returns what the body says first, for a post that has no description: the text above the mark
// "<!-- more -->", or the first paragraph.
func summary(body []byte) string {
	head := body[:min(len(body), summaryWithin)]
	paragraphs := 1
	if above, found := aboveMore(head); found {
		head, paragraphs = above, len(above)
	}
	var b strings.Builder
	w := prose{lines: lines{text: head}}
	for paragraphs > 0 && b.Len() < summarySize {
		paragraph, ok := w.next()
		if !ok {
			break
		}
		if paragraph != "" {
			b.WriteString(paragraph + " ")
			paragraphs--
		}
	}
	return shorten(strings.TrimSpace(b.String()), summarySize)
}

// aboveMore returns what stands above the mark that ends a summary, in the spellings of the engines.
func aboveMore(head []byte) ([]byte, bool) {
	for at := 0; ; {
		i := bytes.Index(head[at:], []byte("<!--"))
		if i < 0 {
			return nil, false
		}
		at += i
		mark := bytes.TrimLeft(head[at+len("<!--"):], " ")
		for _, word := range [...]string{"more", "excerpt", "truncate"} {
			if rest, ok := bytes.CutPrefix(mark, []byte(word)); ok && bytes.HasPrefix(bytes.TrimLeft(rest, " "), []byte("-->")) {
				return head[:at], true
			}
		}
		at += len("<!--")
	}
}

// prose walks the paragraphs of a body and leaves out what is none: headings, code, lists, tables, quotes,
// images, HTML and what an engine would put in its place.
type prose struct {
	lines
	fence []byte // that is open
}

// next returns the next paragraph as plain text, which may be "", and false after the last.
func (p *prose) next() (string, bool) {
	var words []string
	size := 0
	for p.lines.next() {
		line := bytes.TrimSpace(p.line)
		mark := markup.FenceMark(line)
		switch {
		case p.fence != nil:
			if len(mark) >= len(p.fence) && mark[0] == p.fence[0] && len(line) == len(mark) {
				p.fence = nil
			}
			continue
		case mark != nil:
			p.fence = mark
		case len(line) > 0 && (len(words) > 0 || !noProse(p.line)):
			if len(words) > 0 && underline(line) { // it was a heading
				return "", true
			}
			if size < summarySize {
				words = append(words, plain(line))
				size += len(line)
			}
			continue
		}
		if len(words) > 0 {
			return text.CleanLine(strings.Join(words, " ")), true
		}
	}
	return text.CleanLine(strings.Join(words, " ")), len(words) > 0
}

// noProse reports whether a line starts something else than a paragraph.
func noProse(line []byte) bool {
	if bytes.HasPrefix(line, []byte("    ")) || line[0] == '\t' {
		return true
	}
	line = bytes.TrimSpace(line)
	switch line[0] {
	case '#', '>', '|', '$', '+', '-', '=':
		return true
	case '<':
		return !bytes.HasPrefix(line, []byte("<http"))
	case '*':
		return len(line) == 1 || line[1] == ' ' || line[1] == '*' && bytes.Trim(line, "* ") == nil
	case '{':
		return len(line) > 1 && strings.IndexByte("{%:.#", line[1]) >= 0
	case '[':
		return bytes.Contains(line, []byte("]:"))
	case ':':
		return bytes.HasPrefix(line, []byte(":::"))
	}
	number := bytes.TrimLeft(line, "0123456789")
	return len(number) < len(line) && (bytes.HasPrefix(number, []byte(". ")) || bytes.HasPrefix(number, []byte(") "))) ||
		bytes.HasPrefix(line, []byte("import ")) || bytes.HasPrefix(line, []byte("export "))
}

// shorten cuts a text of more than size bytes behind a word, and says so.
func shorten(s string, size int) string {
	if len(s) <= size {
		return s
	}
	end := strings.LastIndexByte(s[:size], ' ')
	if end < size/2 {
		end = size
		for end > 0 && s[end]&0xc0 == 0x80 { // in the middle of a rune
			end--
		}
	}
	return text.CleanLine(strings.TrimRight(s[:end], " ,;:.") + "…")
}
