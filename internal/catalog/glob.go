package catalog

import (
	"regexp"
	"strings"
)

// glob is a kind of shell patterns.
type glob struct {
	crosses bool // "*" and "?" match slashes too
	braces  bool // "{a,b}" is one of several
}

// expression is a pattern as a regular expression. "**/" is any folders, or none.
func (g glob) expression(pattern string) string {
	one, depth := "[^/]", 0
	if g.crosses {
		one = "."
	}
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case strings.HasPrefix(pattern[i:], "**/"):
			b.WriteString("(?:.*/)?")
			i += 2
		case strings.HasPrefix(pattern[i:], "**"):
			b.WriteString(".*")
			i++
		case c == '*':
			b.WriteString(one + "*")
		case c == '?':
			b.WriteString(one)
		case c == '[' && strings.IndexByte(pattern[i+1:], ']') > 0:
			end := i + 1 + strings.IndexByte(pattern[i+1:], ']')
			set := class(pattern[i+1 : end])
			if _, err := regexp.Compile(set); err != nil { // "[z-a]" is no set, and stands for itself
				set = regexp.QuoteMeta(pattern[i : end+1])
			}
			b.WriteString(set)
			i = end
		case c == '\\' && i+1 < len(pattern):
			i++
			b.WriteString(regexp.QuoteMeta(pattern[i : i+1]))
		case g.braces && c == '{':
			b.WriteString("(?:")
			depth++
		case depth > 0 && c == ',':
			b.WriteByte('|')
		case depth > 0 && c == '}':
			b.WriteByte(')')
			depth--
		default:
			b.WriteString(regexp.QuoteMeta(pattern[i : i+1]))
		}
	}
	return b.String() + strings.Repeat(")", depth)
}

// class is what stands between brackets, as an expression has it.
func class(set string) string {
	not := ""
	if set[0] == '!' || set[0] == '^' {
		not, set = "^", set[1:]
	}
	return "[" + not + strings.NewReplacer(`\`, `\\`, "[", `\[`, "^", `\^`).Replace(set) + "]"
}
