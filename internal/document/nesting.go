package document

import (
	"bytes"
	"strings"
)

// maxNesting is how many containers may stand in each other. Deeper nesting costs the parser more than
// linear time and memory, and is drawn no deeper.
const maxNesting = maxDepth

// flatten takes the markers off what is nested deeper than maxNesting, in place: what follows on the line
// moves to the left, and spaces fill its end, so that every other line stays where it is.
func flatten(source []byte) {
	if !deep(source) {
		return
	}
	n := nesting{cutter: cutter{blank: true}}
	for len(source) > 0 {
		end := bytes.IndexByte(source, '\n') + 1
		if end == 0 {
			end = len(source)
		}
		line := source[:end]
		source = source[end:]
		verbatim := n.fence != 0 || n.until != ""
		n.read(string(line))
		if !verbatim {
			n.flatten(bytes.TrimSuffix(line, []byte("\n")))
		}
	}
}

// deep tells whether any line could be nested too deep.
func deep(source []byte) bool {
	for len(source) > 0 {
		line, rest, _ := bytes.Cut(source, []byte("\n"))
		source = rest
		if len(line) <= maxNesting || strings.IndexByte(" \t>-+*[:", line[0]) < 0 && (line[0] < '0' || line[0] > '9') {
			continue
		}
		if marks := containerMarks(line); len(marks) > maxNesting || len(marks) > 0 && marks[0].column >= 2*maxNesting {
			return true
		}
	}
	return false
}

// containerMark is the marker of a container at the start of a line.
type containerMark struct {
	at, end int // bytes
	column  int
	content int // the column of what stands in it; 0 for a quotation, which every line marks
}

// containerMarks returns the markers that a line starts with.
func containerMarks(line []byte) []containerMark {
	var out []containerMark
	column := 0
	for i := 0; i < len(line); {
		size, quote := 1, false
		switch c := line[i]; {
		case c == ' ':
			i, column = i+1, column+1
			continue
		case c == '\t':
			i, column = i+1, column+4-column%4
			continue
		case c == '>':
			quote = true
		case c == '[':
			name, end := noteName(line[i+1:])
			if size = end + 2; name == "" || i+end+1 >= len(line) || line[i+end+1] != ':' {
				return out
			}
		case c >= '0' && c <= '9':
			digits := len(line[i:]) - len(bytes.TrimLeft(line[i:], "0123456789"))
			if size = digits + 1; digits > 9 || i+digits == len(line) || line[i+digits] != '.' && line[i+digits] != ')' {
				return out
			}
		case strings.IndexByte("-+*:", c) < 0:
			return out
		}
		m := containerMark{at: i, end: i + size, column: column}
		i, column = i+size, column+size
		if !quote {
			if i < len(line) && line[i] != ' ' && line[i] != '\t' && line[m.at] != '[' {
				return out
			}
			m.content = column + 1
		}
		out = append(out, m)
	}
	return out
}

// nesting follows which list items are open.
type nesting struct {
	cutter
	items []int // the columns of their content
}

func (n *nesting) flatten(line []byte) {
	text := bytes.TrimLeft(line, " \t>")
	if len(text) == 0 {
		return
	}
	marks := containerMarks(line)
	column := columns(string(line[:len(line)-len(text)]))
	if len(marks) > 0 {
		column = marks[0].column
	}
	for len(n.items) > 0 && n.items[len(n.items)-1] > column {
		n.items = n.items[:len(n.items)-1]
	}
	free := maxNesting - len(n.items)
	if len(marks) > free {
		from := marks[free].at
		to := marks[len(marks)-1].end
		rest := bytes.TrimLeft(line[to:], " \t")
		moved := copy(line[from:], rest)
		for i := from + moved; i < len(line); i++ {
			line[i] = ' '
		}
		marks = marks[:free]
	}
	for _, m := range marks {
		if m.content > 0 {
			n.items = append(n.items, m.content)
		}
	}
}
