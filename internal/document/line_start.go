package document

import "strings"

// leadingBlanks is how many bytes of blanks and line ends a line starts with.
func leadingBlanks(line string) int {
	n := 0
	for n < len(line) && (line[n] == ' ' || line[n] == '\t' || line[n] == '\n') {
		n++
	}
	return n
}

// columns is how many cells blanks take, with tab stops of four (CommonMark 2.2).
func columns(blanks string) int {
	n := 0
	for i := range len(blanks) {
		if blanks[i] == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// fenceOf returns the character and the size of the fence that a line starts with, 0 if with none
// (CommonMark 4.5).
func fenceOf(line string) (char byte, size int) {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return 0, 0
	}
	char = line[0]
	for size < len(line) && line[size] == char {
		size++
	}
	if size < 3 || char == '`' && strings.IndexByte(line[size:], '`') >= 0 {
		return 0, 0
	}
	return char, size
}

// heading tells whether a line is an ATX heading (CommonMark 4.2).
func heading(line string) bool {
	rest := strings.TrimLeft(line, "#")
	size := len(line) - len(rest)
	return size > 0 && size <= 6 && (rest == "" || strings.IndexByte(" \t\n", rest[0]) >= 0)
}

// ruled tells whether a line is a thematic break (CommonMark 4.1).
func ruled(line string) bool {
	char := line[0]
	return (char == '*' || char == '-' || char == '_') && strings.Count(line, string(char)) >= 3 && strings.Trim(line, string(char)+" \t\n") == ""
}

// listMarker returns the columns up to the content of a list item that a line starts, 0 if it starts none,
// and whether its first line is empty (CommonMark 5.2).
func listMarker(line string) (columns int, empty bool) {
	n := 1
	if strings.IndexByte("-+*", line[0]) < 0 {
		n = len(line) - len(strings.TrimLeft(line, "0123456789"))
		if n == 0 || n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0, false
		}
		n++
	}
	switch {
	case n == len(line) || strings.TrimLeft(line[n:], " \t\n") == "":
		return n + 1, true
	case line[n] == '\t':
		return n + 1, false // at the least
	case line[n] != ' ':
		return 0, false
	}
	blanks := len(line[n:]) - len(strings.TrimLeft(line[n:], " "))
	if blanks > 4 {
		blanks = 1
	}
	return n + blanks, false
}

// emptyWithin tells whether the content of a list item is an item without content, at any depth. The parser ends that at
// the blank line, and what stands round it too.
func emptyWithin(content string) bool {
	for {
		content = content[leadingBlanks(content):]
		if content == "" {
			return false
		}
		n, empty := listMarker(content)
		if n == 0 || empty {
			return empty
		}
		content = content[min(n, len(content)):]
	}
}

// htmlEnd returns what ends the HTML that a line starts if that is no blank line, else "" (CommonMark 4.6,
// kinds 1 to 5).
func htmlEnd(line string) string {
	if line[0] != '<' || len(line) < 3 {
		return ""
	}
	switch {
	case strings.HasPrefix(line, "<!--"):
		return "-->"
	case line[1] == '?':
		return "?>"
	case strings.HasPrefix(line, "<![CDATA["):
		return "]]>"
	case line[1] == '!' && letterByte(line[2]):
		return ">"
	}
	switch name := tagName(line[1:]); name {
	case "script", "pre", "style", "textarea":
		return "</"
	}
	return ""
}

// endsHTML tells whether a line ends the HTML whose end htmlEnd has returned.
func endsHTML(line, end string) bool {
	if end != "</" {
		return strings.Contains(line, end)
	}
	return hasFold(line, "</script>") || hasFold(line, "</pre>") || hasFold(line, "</style>") || hasFold(line, "</textarea>")
}

// blockTag tells whether a line starts with a tag that starts a block of HTML (CommonMark 4.6, kind 6).
// The parser knows some more, which nobody writes.
func blockTag(line string) bool {
	if line[0] != '<' {
		return false
	}
	const names = " address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure " +
		"footer form h1 h2 h3 h4 h5 h6 head header hr html iframe li link main nav ol p section summary table tbody td tfoot th thead title tr ul "
	name := tagName(strings.TrimPrefix(line[1:], "/"))
	return name != "" && strings.Contains(names, " "+name+" ")
}

func tagName(s string) string {
	n := 0
	for n < len(s) && (letterByte(s[n]) || n > 0 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n < len(s) && strings.IndexByte(" \t\n/>", s[n]) < 0 {
		return ""
	}
	return strings.ToLower(s[:n])
}

func letterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// opensVerbatim tells whether a line may start what is no Markdown.
func opensVerbatim(line string) bool {
	_, size := fenceOf(line)
	return size > 0 || line[0] == '<' || strings.HasPrefix(line, "$$") || strings.HasPrefix(line, `\[`)
}

// hasFold tells whether s holds the lower-case part in any case.
func hasFold(s, part string) bool {
	return strings.Contains(s, part) || strings.Contains(strings.ToLower(s), part)
}
