package post

import (
	"bytes"

	"github.com/blogtui/blogtui/internal/markup"
)

// firstHeading returns the text of the first heading of a Markdown body that is not inside a fence,
// without its markup, "" if there is none.
func firstHeading(body []byte) string {
	var fence, paragraph []byte // the fence that is open; the line above, if it is one of text
	for l := (lines{text: body}); l.next(); {
		line := bytes.TrimLeft(l.line, " ")
		indent := len(l.line) - len(line)
		mark := markup.FenceMark(line)
		switch {
		case fence != nil:
			if indent < 4 && len(mark) >= len(fence) && mark[0] == fence[0] && len(bytes.TrimSpace(line)) == len(mark) {
				fence = nil
			}
		case indent > 3:
			paragraph = nil // code, or a paragraph that goes on: in neither is a heading
		case mark != nil:
			fence, paragraph = mark, nil
		case paragraph != nil && underline(line):
			return plain(paragraph)
		default:
			if title := plain(heading(line)); title != "" {
				return title
			}
			paragraph = nil
			if len(line) > 0 && !bytes.ContainsRune([]byte(">#|<-*+="), rune(line[0])) {
				paragraph = line
			}
		}
	}
	return ""
}

// underline reports whether line makes a heading of the paragraph above it.
func underline(line []byte) bool {
	line = bytes.TrimRight(line, " \t\r")
	return len(line) > 0 && (len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0)
}

// heading returns what follows the one to six "#" of an ATX heading, without closing ones.
func heading(line []byte) []byte {
	rest := bytes.TrimLeft(line, "#")
	if level := len(line) - len(rest); level < 1 || level > 6 || len(rest) == 0 || rest[0] != ' ' && rest[0] != '\t' {
		return nil
	}
	rest = bytes.TrimSpace(rest)
	if open := bytes.TrimRight(rest, "#"); len(open) == 0 || open[len(open)-1] == ' ' {
		return bytes.TrimSpace(open)
	}
	return rest
}
