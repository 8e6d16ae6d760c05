package post

import (
	"bytes"
	"cmp"
	"path"
	"strings"
)

// maxBlock is how many bytes of a file, from its start, are searched for the end of its front matter.
// The largest block seen in 4,718 public posts had 6 KB.
const maxBlock = 64 << 10

// format is the language of a front matter.
type format int

const (
	noFormat format = iota
	yamlFormat
	tomlFormat
	jsonFormat
	programFormat // one that would have to be run
)

// fence is a pair of lines between which a front matter stands. Both stand at the start of their line.
type fence struct {
	open, close string
	format      format
}

// fences are those that adrg/frontmatter knows, but for that of JSON which is its own fence.
var fences = []fence{
	{"---", "---", yamlFormat},
	{"+++", "+++", tomlFormat},
	{"---yaml", "---", yamlFormat},
	{"---toml", "---", tomlFormat},
	{"---json", "---", jsonFormat},
	{"---js", "---", programFormat},
	{"---javascript", "---", programFormat},
	{";;;", ";;;", jsonFormat},
}

// closes reports whether line ends the block. YAML has "..." for that too (YAML 1.2, section 9.1.2).
func (f fence) closes(line []byte) bool {
	line = bytes.TrimRight(line, " \t")
	return string(line) == f.close || f.format == yamlFormat && string(line) == "..."
}

// source is a file divided into front matter and body. All parts are parts of the file.
type source struct {
	format      format // noFormat: all of the file is body
	block       []byte // the front matter without its fences, whole lines
	blockLine   int    // 1-based line of the file at which block starts
	body        []byte
	bodyLine    int    // 1-based line of the file at which body starts
	missing     string // the closing fence that an opening one, on line missingLine, lacks
	missingLine int
	config      bool // the block is a configuration, whose tables are deeper than those of front matter
	parts       []Part
}

// undivided is a file that has data and no body, in the format that the extension of its name says, else in another.
func undivided(name string, file []byte, another format) source {
	said := map[string]format{".toml": tomlFormat, ".yaml": yamlFormat, ".yml": yamlFormat, ".json": jsonFormat}
	return source{
		block: bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), blockLine: 1,
		format: cmp.Or(said[strings.ToLower(path.Ext(name))], another),
	}
}

// split finds the front matter of a file by its fences alone: the same bytes have the same body whether
// or not the metadata can be read. Without a closing fence there is no front matter, and nothing of the
// file is lost to it. A byte order mark, blank lines before the fence, CR LF and CR are accepted.
func split(file []byte) source {
	file = bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
	whole := source{body: file, bodyLine: 1}
	head := file
	if len(head) > maxBlock {
		head = head[:bytes.LastIndexAny(head[:maxBlock], "\r\n")+1]
	}
	l := lines{text: head}
	for l.next() && len(bytes.TrimSpace(l.line)) == 0 {
	}
	if f, ok := splitObject(file, head, l); ok {
		return f
	}
	f, ok := opening(l.line)
	if !ok {
		return whole
	}
	from, fromLine := l.end, l.number+1
	whole.missing, whole.missingLine = f.close, l.number
	var longer lines // the first line of more dashes than the fence has, which engines take for it too
	for l.next() {
		if f.closes(l.line) {
			break
		}
		if longer.line == nil && len(l.line) > len(f.close) && bytes.HasPrefix(l.line, []byte(f.close)) && len(bytes.Trim(l.line, f.close[:1]+" ")) == 0 {
			longer = l
		}
	}
	if l.line == nil {
		l = longer
	}
	if l.line == nil {
		return whole
	}
	return source{
		format: f.format,
		block:  file[from:l.start], blockLine: fromLine,
		body: file[l.end:], bodyLine: l.number + 1,
	}
}

// splitObject finds a front matter that is a JSON object without fences: it starts with "{" and a
// quotation mark, which neither a shortcode nor an attribute list does, and has its last line to itself.
func splitObject(file, head []byte, l lines) (source, bool) {
	if inside := bytes.TrimPrefix(l.line, []byte("{")); len(inside) == len(l.line) ||
		!bytes.HasPrefix(bytes.TrimLeft(head[min(l.start+1, len(head)):], " \t\r\n"), []byte(`"`)) {
		return source{}, false
	}
	end := objectEnd(head[l.start:])
	if end == 0 {
		return source{}, false
	}
	from, fromLine := l.start, l.number
	for end += from; l.end < end && l.next(); {
	}
	if len(bytes.TrimSpace(head[end:l.end])) > 0 {
		return source{}, false
	}
	return source{
		format: jsonFormat,
		block:  file[from:end], blockLine: fromLine,
		body: file[l.end:], bodyLine: l.number + 1,
	}, true
}

// objectEnd returns the length of the JSON object with which b starts, 0 if it does not end in b.
func objectEnd(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			for i++; i < len(b) && b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

// opening returns the fence that line opens, if it opens one.
func opening(line []byte) (fence, bool) {
	line = bytes.TrimRight(line, " \t")
	for _, f := range fences {
		if string(line) == f.open {
			return f, true
		}
	}
	return fence{}, false
}

// lines walks the lines of a text.
type lines struct {
	text       []byte
	line       []byte // the current line without its line end (LF, CR LF or CR)
	start, end int    // where the current line stands in text, with its line end
	number     int    // 1-based
}

// next goes to the next line and reports whether there is one.
func (l *lines) next() bool {
	l.line, l.start = nil, l.end // nil: there is no line
	if l.end == len(l.text) {
		return false
	}
	rest := l.text[l.end:]
	size := len(rest)
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		size = i + 1
	}
	if i := bytes.IndexByte(rest[:size], '\r'); i >= 0 && (i+1 >= size || rest[i+1] != '\n') {
		size = i + 1
	}
	l.end += size
	l.line = bytes.TrimRight(rest[:size], "\r\n")
	l.number++
	return true
}
