package post

import (
	"bytes"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blogtui/blogtui/internal/text"
)

// slug is the name of the file without its extension, with everything but letters, digits, marks, "_"
// and "." replaced by "-". It can be typed without quoting, is never empty and never starts with "-" or
// ".", so that it is no flag and no hidden file.
func slug(name string) string {
	name = path.Base(name)
	name = strings.TrimSuffix(name, path.Ext(name))
	var b strings.Builder
	for _, r := range text.CleanLine(name) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_', r == '.':
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-."); s != "" {
		return s
	}
	return "post"
}

// readable makes a title of a slug: "rate-limiting" is "Rate limiting".
func readable(slug string) string {
	words := strings.Join(strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '_' }), " ")
	if words == "" {
		return slug
	}
	first, size := utf8.DecodeRuneInString(words)
	return text.CleanLine(string(unicode.ToUpper(first)) + words[size:])
}

// firstHeading returns the text of the first heading of a Markdown body that is not inside a fence,
// without its markup, "" if there is none.
func firstHeading(body []byte) string {
	var fence, paragraph []byte // the fence that is open; the line above, if it is one of text
	for l := (lines{text: body}); l.next(); {
		line := bytes.TrimLeft(l.line, " ")
		indent := len(l.line) - len(line)
		mark := fenceMark(line)
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

// fenceMark returns the run of at least three backticks or tildes with which line starts.
func fenceMark(line []byte) []byte {
	if len(line) == 0 || line[0] != '`' && line[0] != '~' {
		return nil
	}
	run := len(line) - len(bytes.TrimLeft(line, string(line[:1])))
	if run < 3 || line[0] == '`' && bytes.IndexByte(line[run:], '`') >= 0 {
		return nil
	}
	return line[:run]
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

// plain returns a line of Markdown without emphasis, code marks and link targets, clean.
func plain(line []byte) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line):
			i++
			b.WriteByte(line[i])
		case c == '`' || c == '*' || c == '[':
		case c == ']':
			if i+1 < len(line) && line[i+1] == '(' {
				if end := bytes.IndexByte(line[i:], ')'); end > 0 {
					i += end
				}
			}
		default:
			b.WriteByte(c)
		}
	}
	return text.CleanLine(b.String())
}
