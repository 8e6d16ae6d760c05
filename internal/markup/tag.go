package markup

import (
	"bytes"
	"regexp"
	"sort"
	"strings"
	"sync"
)

// tag is one tag of an engine.
type tag struct {
	name       string // as written; lower-case where it is compared
	args       []argument
	end        int  // where the tag ends in the source
	closing    bool // it closes what was opened by one of that name
	selfClosed bool
	element    bool // it is one of MDX
}

// argument is what a tag is given: by name, or by its place if the name is "".
type argument struct{ name, value string }

// get returns the first argument of one of the names, which are lower-case.
func (t tag) get(names ...string) string {
	for _, name := range names {
		for _, a := range t.args {
			if strings.EqualFold(a.name, name) {
				return a.value
			}
		}
	}
	return ""
}

// place returns the n-th argument without a name, from 0.
func (t tag) place(n int) string {
	for _, a := range t.args {
		if a.name == "" {
			if n == 0 {
				return a.value
			}
			n--
		}
	}
	return ""
}

// brace takes what starts with "{", and reports whether it is for an engine.
func (s *scanner) brace() bool {
	w := s.window(s.at)
	switch {
	case bytes.HasPrefix(w, []byte("{{<")):
		return s.shortcode(w, ">}}")
	case bytes.HasPrefix(w, []byte("{{%")):
		return s.shortcode(w, "%}}")
	case bytes.HasPrefix(w, []byte("{{/*")):
		return s.escaped(w, "*/}}") || s.comment(w, "*/}}")
	case bytes.HasPrefix(w, []byte("{%/*")):
		return s.escaped(w, "*/%}")
	case bytes.HasPrefix(w, []byte("{{")):
		return s.expression(w)
	case bytes.HasPrefix(w, []byte("{%")):
		return s.liquid(w)
	case bytes.HasPrefix(w, []byte("{#")) && after(w, 2, "#}") > 0:
		return s.comment(w, "#}")
	case bytes.HasPrefix(w, []byte("{::")), bytes.HasPrefix(w, []byte("{:/")):
		return s.extension(w)
	case bytes.HasPrefix(w, []byte("{:")):
		return s.attributes(w)
	case s.MDX:
		return s.braces(w)
	case len(w) > 1 && strings.IndexByte(".# ", w[1]) >= 0:
		return s.attributes(w)
	}
	return false
}

// after returns where the first end stands in w, from a place on, -1 if nowhere.
func after(w []byte, from int, end string) int {
	if i := bytes.Index(w[from:], []byte(end)); i >= 0 {
		return from + i
	}
	return -1
}

func (s *scanner) comment(w []byte, end string) bool {
	i := after(w, 2, end)
	if i >= 0 {
		s.drop(s.at + i + len(end))
	}
	return i >= 0
}

// escaped takes a shortcode of Zola that is to stand for itself: {{/* note() */}}.
func (s *scanner) escaped(w []byte, end string) bool {
	i := after(w, 4, end)
	if i < 0 || !callExpression().Match(bytes.TrimSpace(w[4:i])) {
		return false
	}
	s.replace(s.at+i+len(end), string(w[:2])+string(w[4:i])+end[2:])
	return true
}

// extension takes a tag of kramdown (https://kramdown.gettalong.org/syntax.html#extensions). What is between two of them
// stays, but for comments.
func (s *scanner) extension(w []byte) bool {
	end := bytes.IndexByte(w, '}') + 1
	if end == 0 || bytes.IndexByte(w[:end], '\n') >= 0 {
		return false
	}
	name := strings.TrimSpace(string(w[3 : end-1]))
	if name == "comment" {
		if i := bytes.Index(w[end:], []byte("{:/")); i >= 0 {
			if j := bytes.IndexByte(w[end+i:], '}'); j >= 0 {
				end += i + j + 1
			}
		}
	}
	s.drop(s.at + end)
	return true
}

// shortcode takes a shortcode of Hugo. One whose inside is a comment stands for itself.
func (s *scanner) shortcode(w []byte, end string) bool {
	i := after(w, 3, end)
	if i < 0 {
		return false
	}
	inner := string(bytes.TrimSpace(w[3:i]))
	if text, found := strings.CutPrefix(inner, "/*"); found && strings.HasSuffix(text, "*/") {
		s.replace(s.at+i+3, string(w[:3])+strings.TrimSuffix(text, "*/")+end)
		return true
	}
	t := parseTag(inner)
	t.end = s.at + i + 3
	if t.name == "" {
		return false
	}
	s.draw(t)
	return true
}

// liquid takes a tag of Liquid, Nunjucks or Zola: {% name … %}, closed by {% endname %} or {% end %}.
func (s *scanner) liquid(w []byte) bool {
	i := after(w, 2, "%}")
	if i < 0 {
		return false
	}
	inner := strings.TrimSpace(strings.Trim(string(w[2:i]), "-"))
	t := parseTag(inner)
	t.end = s.at + i + 2
	if t.name == "" {
		return false
	}
	if name, found := strings.CutPrefix(t.name, "end"); found {
		t.name, t.closing = name, true
	}
	if !t.closing && (strings.EqualFold(t.name, "raw") || strings.EqualFold(t.name, "verbatim") || strings.EqualFold(t.name, "comment")) {
		return s.untouched(t)
	}
	s.draw(t)
	return true
}

// untouched takes a tag up to its closing one: what is between is no Liquid, or is not to be read.
func (s *scanner) untouched(t tag) bool {
	end, paired := s.closer(t)
	s.drop(t.end)
	switch {
	case !paired:
	case strings.EqualFold(t.name, "comment"):
		s.drop(end.to)
	default:
		s.copy(end.from)
		s.drop(end.to)
	}
	return true
}

// parseTag reads a name and arguments, in the ways of all engines: a "b" c=d e: 'f', g(h="i", j).
func parseTag(inner string) tag {
	var t tag
	inner = strings.TrimSpace(inner)
	if rest, found := strings.CutPrefix(inner, "/"); found {
		t.closing, inner = true, strings.TrimSpace(rest)
	}
	if rest, found := strings.CutSuffix(inner, "/"); found {
		t.selfClosed, inner = true, strings.TrimSpace(rest)
	}
	end := 0
	for end < len(inner) && (isName(inner[end]) || end > 0 && strings.IndexByte("./:", inner[end]) >= 0) {
		end++
	}
	t.name = strings.TrimRight(inner[:end], ":")
	rest := strings.TrimSpace(inner[end:])
	if strings.HasPrefix(rest, "(") {
		rest = strings.TrimSuffix(rest[1:], ")")
	}
	t.args = parseArguments(rest)
	return t
}

func parseArguments(s string) []argument {
	var args []argument
	for {
		s = strings.TrimLeft(s, " \t\n,")
		if s == "" {
			return args
		}
		value, rest := parseValue(s)
		after := strings.TrimLeft(rest, " ")
		if isWord(value) && (strings.HasPrefix(after, "=") || strings.HasPrefix(rest, ":")) {
			name := value
			value, rest = parseValue(strings.TrimLeft(after[1:], " "))
			args = append(args, argument{name, value})
		} else {
			args = append(args, argument{"", value})
		}
		s = rest
	}
}

// parseValue returns the value with which s starts, in quotes, in braces or up to a blank, and the rest. It
// always takes a byte of s.
func parseValue(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	if strings.IndexByte("\"'`", s[0]) >= 0 {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return s[1 : 1+end], s[2+end:]
		}
	}
	if s[0] == '{' {
		if end := balanced([]byte(s)); end > 0 {
			value, _ := parseValue(strings.TrimSpace(s[1 : end-1]))
			return value, s[end:]
		}
	}
	end := strings.IndexAny(s[1:], " \t\n,=:")
	if end >= 0 && s[1+end] == ':' && strings.HasPrefix(s[1+end:], "://") {
		end = strings.IndexAny(s[1:], " \t\n,")
	}
	if end < 0 {
		return s, ""
	}
	return s[:1+end], s[1+end:]
}

func isWord(s string) bool {
	for i := range len(s) {
		if !isName(s[i]) && s[i] != '.' {
			return false
		}
	}
	return s != ""
}

// balanced returns the length of what stands in the braces with which b starts, braces and all, 0 if they
// are not closed. Braces in texts count for nothing.
func balanced(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'', '`':
			if end := bytes.IndexByte(b[i+1:], b[i]); end >= 0 && bytes.IndexByte(b[i+1:i+1+end], '\n') < 0 {
				i += end + 1
			}
		}
	}
	return 0
}

// span is a range of the source.
type span struct{ from, to int }

var closingTag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\{\{[<%]\s*/\s*([\w./-]+)\s*[%>]\}\}|\{%-?\s*end([\w-]*)\s*-?%\}|</([A-Z][\w.]*)\s*>)`)
})

// findClosers returns where the closing tags of every name stand: a tag behind which there is none has no
// content.
func findClosers(body []byte, mdx bool) map[string][]span {
	const longest = 100
	closers := make(map[string][]span)
	for at := 0; ; at++ {
		i := bytes.IndexAny(body[at:], "{<")
		if i < 0 {
			return closers
		}
		at += i
		from := body[at:min(len(body), at+longest)]
		if !mayClose(from, mdx) {
			continue
		}
		if m := closingTag().FindSubmatch(from); m != nil {
			name := strings.ToLower(string(bytes.Join(m[1:], nil)))
			closers[name] = append(closers[name], span{at, at + len(m[0])})
		}
	}
}

// mayClose reports whether it is worth to look for a closing tag at the start of b.
func mayClose(b []byte, mdx bool) bool {
	if len(b) < 4 {
		return false
	}
	return mdx && b[0] == '<' && b[1] == '/' || b[0] == '{' && b[1] == '%' ||
		b[0] == '{' && b[1] == '{' && (b[2] == '<' || b[2] == '%') && bytes.IndexByte(b, '/') > 0
}

// closer returns the next closing tag for a tag. {% end %} closes all that have no other.
func (s *scanner) closer(t tag) (span, bool) {
	if t.selfClosed {
		return span{}, false
	}
	for _, name := range []string{strings.ToLower(t.name), ""} {
		all := s.closers[name]
		if i := sort.Search(len(all), func(i int) bool { return all[i].from >= t.end }); i < len(all) && (name != "" || !t.element) {
			return all[i], true
		}
	}
	return span{}, false
}
