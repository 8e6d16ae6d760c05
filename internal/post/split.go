package post

import "bytes"

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
)

// fence is a pair of lines between which a front matter stands. Both stand at the start of their line.
type fence struct {
	open, close string
	format      format
	inside      bool // the fences are part of the block
}

// fences are those that adrg/frontmatter knows.
var fences = []fence{
	{open: "---", close: "---", format: yamlFormat},
	{open: "+++", close: "+++", format: tomlFormat},
	{open: "---yaml", close: "---", format: yamlFormat},
	{open: "---toml", close: "---", format: tomlFormat},
	{open: "---json", close: "---", format: jsonFormat},
	{open: ";;;", close: ";;;", format: jsonFormat},
	{open: "{", close: "}", format: jsonFormat, inside: true},
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
}

// split finds the front matter of a file by its fences alone: the same bytes have the same body whether
// or not the metadata can be read. Without a closing fence there is no front matter, and nothing of the
// file is lost to it. A byte order mark, blank lines before the fence and CR LF are accepted.
func split(file []byte) source {
	file = bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
	whole := source{body: file, bodyLine: 1}
	head := file
	if len(head) > maxBlock {
		head = head[:bytes.LastIndexByte(head[:maxBlock], '\n')+1]
	}
	l := lines{text: head}
	for l.next() && len(bytes.TrimSpace(l.line)) == 0 {
	}
	f, ok := opening(l.line)
	if !ok {
		return whole
	}
	from, fromLine := l.end, l.number+1
	if f.inside {
		from, fromLine = l.start, l.number
	} else {
		whole.missing, whole.missingLine = f.close, l.number
	}
	for l.next() {
		if string(bytes.TrimRight(l.line, " \t")) != f.close {
			continue
		}
		to := l.start
		if f.inside {
			to = l.end
		}
		return source{
			format: f.format,
			block:  file[from:to], blockLine: fromLine,
			body: file[l.end:], bodyLine: l.number + 1,
		}
	}
	return whole
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
	line       []byte // the current line without its line end (LF or CR LF)
	start, end int    // where the current line stands in text, with its line end
	number     int    // 1-based
}

// next goes to the next line and reports whether there is one.
func (l *lines) next() bool {
	l.line, l.start = nil, l.end
	if l.end == len(l.text) {
		return false
	}
	line, _, found := bytes.Cut(l.text[l.end:], []byte("\n"))
	l.end += len(line)
	if found {
		l.end++
	}
	l.line = bytes.TrimSuffix(line, []byte("\r"))
	l.number++
	return true
}
