package config

import (
	"bytes"
	"strings"
)

// maxNesting is how deep brackets may be: the decoder recurses, and a stack that has overflowed cannot be
// caught.
const maxNesting = 64

// nesting returns a bound of how deep values are nested.
func nesting(source []byte) int {
	depth, deepest := 0, 0
	for _, b := range source {
		switch b {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return deepest
}

// keyLines returns the line, from 1, on which each key of a TOML file stands, by its full name: the decoder
// does not tell. Keys within inline tables have the line of the table.
func keyLines(source []byte) map[string]int {
	lines := make(map[string]int)
	table := ""
	for n, line := range bytes.Split(source, []byte("\n")) {
		s := strings.TrimSpace(string(line))
		switch {
		case strings.HasPrefix(s, "["):
			table = keyName(strings.Trim(strings.Split(s, "#")[0], "[] \t"))
			note(lines, table, n+1)
			table += "."
		case strings.HasPrefix(s, "#"):
		default:
			if key, _, ok := strings.Cut(s, "="); ok {
				note(lines, table+keyName(key), n+1)
			}
		}
	}
	return lines
}

func note(lines map[string]int, name string, n int) {
	for {
		if _, known := lines[name]; !known {
			lines[name] = n
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return
		}
		name = name[:i]
	}
}

// keyName is a key without the quotes of its parts.
func keyName(key string) string {
	return strings.NewReplacer(`"`, "", "'", "", " ", "", "\t", "").Replace(key)
}
