package diagram

import (
	"fmt"
	"strings"
)

// source is the text of a diagram cut into lines, without comments, directives and what only browsers
// use.
type source struct {
	kind  string      // the word that says what is drawn
	title string      // of the front matter, or of a statement that the parser found
	lines []statement // what follows that word; none is empty
	links []string    // addresses in the order in which they were found
	first int         // the line of that word
}

// statement is one line of the source.
type statement struct {
	line int
	text string
}

// scan finds the kind of a diagram and the lines that say what is in it.
func scan(text string) (*source, error) {
	s := &source{}
	lines := strings.Split(text, "\n")
	at := s.frontMatter(lines)
	hidden := "" // what ends a passage that is skipped
	for ; at < len(lines); at++ {
		line := strings.TrimSpace(lines[at])
		switch {
		case hidden != "":
			if strings.Contains(line, hidden) {
				hidden = ""
			}
		case strings.HasPrefix(line, "%%{"):
			if !strings.Contains(line, "}%%") {
				hidden = "}%%"
			}
		case line == "" || strings.HasPrefix(line, "%%"):
		case strings.HasPrefix(line, "accDescr") && strings.HasPrefix(strings.TrimSpace(line[len("accDescr"):]), "{"):
			if !strings.Contains(line, "}") {
				hidden = "}"
			}
		case strings.HasPrefix(line, "accTitle:"), strings.HasPrefix(line, "accDescr:"):
		case s.kind == "":
			s.header(at+1, line)
		default:
			s.lines = append(s.lines, statement{at + 1, lines[at]})
		}
	}
	if s.kind == "" {
		return s, &SyntaxError{Line: 1, Reason: "nothing says what to draw: begin with a word like flowchart or sequenceDiagram"}
	}
	return s, nil
}

// frontMatter reads the title between two lines of --- and returns the line after them.
func (s *source) frontMatter(lines []string) int {
	first := 0
	for first < len(lines) && strings.TrimSpace(lines[first]) == "" {
		first++
	}
	if first == len(lines) || strings.TrimSpace(lines[first]) != "---" {
		return 0
	}
	for i := first + 1; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if line == "---" {
			return i + 1
		}
		if title, ok := strings.CutPrefix(line, "title:"); ok {
			s.title = oneLine(label(title))
		}
	}
	return 0
}

// header takes the first line apart: the kind, and what may stand behind it.
func (s *source) header(line int, text string) {
	s.first = line
	end := strings.IndexAny(text, " \t;:")
	if end < 0 {
		s.kind = text
		return
	}
	s.kind = text[:end]
	if rest := strings.Trim(text[end:], " \t;:"); rest != "" {
		s.lines = append(s.lines, statement{line, rest})
	}
}

// setTitle takes the title from a statement, unless the front matter has one.
func (s *source) setTitle(title string) {
	if s.title == "" {
		s.title = oneLine(label(title))
	}
}

// link returns the number of an address.
func (s *source) link(address string) int {
	s.links = append(s.links, address)
	return len(s.links)
}

// unknown says that there is no way to draw this kind.
func (s *source) unknown() error {
	var names []string
	for _, k := range kinds() {
		names = append(names, k.names[0])
	}
	return &SyntaxError{Line: s.first, Statement: s.kind, Reason: "no diagram of this kind can be drawn: there are " + strings.Join(names, ", ")}
}

// uncommented takes a remark off the end of a statement.
func uncommented(s string) string {
	for i := 1; ; i++ {
		n := strings.Index(s[min(i, len(s)):], "%%")
		if n < 0 {
			return s
		}
		if i += n; (s[i-1] == ' ' || s[i-1] == '\t') && strings.Count(s[:i], `"`)%2 == 0 {
			return s[:i]
		}
	}
}

// fault makes the error of a statement.
func (st statement) fault(format string, args ...any) *SyntaxError {
	return &SyntaxError{Line: st.line, Statement: strings.TrimSpace(st.text), Reason: fmt.Sprintf(format, args...)}
}

// word cuts the first word off a statement.
func word(s string) (first, rest string) {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, " \t"); i >= 0 {
		return s[:i], strings.TrimSpace(s[i:])
	}
	return s, ""
}
