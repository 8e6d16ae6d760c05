package post

import "bytes"

// maxNesting is how deep a front matter may nest. No post needs more than three levels. The TOML decoder
// needs it most: its work grows with the cube of the depth, and 64 KB of "a.a.a…" cost it 40 GB.
const maxNesting = 64

// nesting returns how deep the block nests, or something more than maxNesting. It is asked before a
// decoder sees the block.
func (s source) nesting() int {
	if s.format == yamlFormat {
		return max(yamlBrackets(s.block), yamlIndents(s.block))
	}
	return tomlNesting(s.block) // JSON nests by the same brackets and has strings of the same form
}

// yamlBrackets returns how deep "[" and "{" nest, those inside texts included: an apostrophe in a plain
// text opens no quote, so quotes say nothing without parsing. The decoder bounds itself where a bracket
// in a text hides a level.
func yamlBrackets(block []byte) int {
	depth, deepest := 0, 0
	for _, c := range block {
		switch c {
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return deepest
}

// yamlIndents returns how deep the block structure of YAML nests: by indentation, and by "-", "?" and
// ":" at the start of a line, each of which starts a level at its own column.
func yamlIndents(block []byte) int {
	var columns []int
	deepest := 0
	for l := (lines{text: block}); l.next(); {
		for column, c := range l.line {
			if c == ' ' || c == '\t' {
				continue
			}
			for len(columns) > 0 && columns[len(columns)-1] >= column {
				columns = columns[:len(columns)-1]
			}
			columns = append(columns, column)
			deepest = max(deepest, len(columns))
			if deepest > maxNesting || c != '-' && c != '?' && c != ':' {
				break
			}
		}
	}
	return deepest
}

// tomlNesting returns how deep a block of TOML or JSON nests: "[" and "{" open a level, and so does each
// dot of a key, until the key's value ends.
func tomlNesting(block []byte) int {
	var bases []int // the level at which each open bracket stands
	base, level, deepest := 0, 0, 0
	for i := 0; i < len(block); i++ {
		switch c := block[i]; c {
		case '"', '\'':
			i += tomlString(block[i:]) - 1
		case '#':
			end := bytes.IndexByte(block[i:], '\n')
			if end < 0 {
				return deepest
			}
			i += end
			level = base
		case '\n', ',':
			level = base
		case '.':
			level++
		case '[', '{':
			bases = append(bases, base)
			level++
			base = level
		case ']', '}':
			if n := len(bases); n > 0 {
				base, bases = bases[n-1], bases[:n-1]
			}
			level = base
		}
		if deepest = max(deepest, level); deepest > maxNesting {
			return deepest
		}
	}
	return deepest
}

// tomlString returns the length in bytes of the string with whose quote b starts, to the end of b if it
// is not closed. A string of one line that is not closed on it ends there: no decoder reads further.
func tomlString(b []byte) int {
	quote := b[:1]
	size := 1
	if long := bytes.Repeat(quote, 3); bytes.HasPrefix(b, long) {
		quote, size = long, 3
	}
	for i := size; i < len(b); i++ {
		switch {
		case b[i] == '\\' && b[0] == '"':
			i++
		case b[i] == '\n' && size == 1:
			return i
		case bytes.HasPrefix(b[i:], quote):
			end := i + size
			for size == 3 && end < len(b) && end < i+5 && b[end] == b[0] {
				end++ // up to two quotes may stand before the closing three
			}
			return end
		}
	}
	return len(b)
}
