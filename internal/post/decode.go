package post

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/adrg/frontmatter"

	"github.com/blogtui/blogtui/internal/text"
)

// stop closes the block that frontmatter is given. frontmatter takes any line for the closing fence that
// is one after trimming, even inside a text; no decoder accepts a NUL, so this is never part of a block.
const stop = "\x00"

// formats are the decoders, by format. frontmatter finds none by itself: what it is given starts with
// the one fence of that format and ends with stop.
var formats = map[format]*frontmatter.Format{
	yamlFormat: frontmatter.NewFormat("---", stop, decodeYAML),
	tomlFormat: frontmatter.NewFormat("+++", stop, decodeTOML),
	jsonFormat: frontmatter.NewFormat(";;;", stop, decodeJSON),
}

// errNoKeys is reported for a block that decodes to something else than keys with values.
var errNoKeys = errors.New("it holds no keys")

// decode returns the fields of the front matter in their order, those that the post is given among them, and what
// is wrong with it as a whole.
func (s source) decode(given Defaults) ([]field, *Problem) {
	entries, partly, problem := s.table()
	if partly {
		problem = &Problem{
			Line: s.blockLine, Message: "some of the front matter is a program, which is not run", Remedy: "write it in YAML, TOML or JSON",
		}
	}
	if under := given.under(entries); under != nil || given.Joining != JoinNothing {
		entries = entries.over(under, given.Joining)
	}
	levels := 1
	if s.config {
		levels = 3
	}
	fields := entries.fields("", levels)
	for i := range fields {
		fields[i].dialect = given.Dialect
		if fields[i].line > 0 {
			fields[i].line += s.blockLine - 1
		}
	}
	return fields, problem
}

// table returns what the front matter says, or that partly it would have to be run, and what is wrong with it as a
// whole. What no decoder accepts is read line by line: most of it is a text that should have been quoted.
func (s source) table() (entries table, partly bool, problem *Problem) {
	if s.missing != "" {
		return nil, false, &Problem{
			Line:    s.missingLine,
			Message: fmt.Sprintf("the front matter that opens here is not closed within %d KB", maxBlock>>10),
			Remedy:  fmt.Sprintf("write a line %q after its last key", s.missing),
		}
	}
	if s.format == noFormat {
		return nil, false, nil
	}
	s.block = unixLines(s.block)
	if s.format == programFormat {
		entries, partly, err := decodeProgram(s.block)
		if err != nil {
			problem = &Problem{
				Line: s.blockLine, Message: "the front matter is a program, which is not run", Remedy: "write it in YAML, TOML or JSON",
			}
		}
		return entries, partly, problem
	}
	if s.nesting() > maxNesting {
		return nil, false, &Problem{
			Line:    s.blockLine,
			Message: fmt.Sprintf("the front matter nests deeper than %d levels", maxNesting),
			Remedy:  "write it flat: one key, one value",
		}
	}
	entries, problem = s.entries()
	if between := loosely[s.format]; entries == nil && problem != nil && between != "" {
		entries = decodeLoosely(s.block, between)
		problem.Message += "; it was read line by line"
	}
	for _, p := range s.parts {
		entries = append(entries, p.entries()...)
	}
	return entries, false, problem
}

// unixLines gives a block the line ends that every decoder knows. It keeps the number of lines.
func unixLines(block []byte) []byte {
	if bytes.IndexByte(block, '\r') < 0 {
		return block
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(block, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// loosely are the formats that can be read line by line, with what stands between a key and its value.
var loosely = map[format]string{yamlFormat: ":", tomlFormat: "="}

// entries decodes the block. With a problem there may be entries still: those that were read before it.
func (s source) entries() (table, *Problem) {
	f := formats[s.format]
	var entries table
	rest, err := frontmatter.Parse(io.MultiReader(
		strings.NewReader(f.Start+"\n"), bytes.NewReader(s.block), strings.NewReader("\n"+stop),
	), &entries, f)
	if err == nil && len(rest) > 0 {
		err = errors.New("it holds a NUL byte")
	}
	if err != nil {
		return entries, s.syntaxProblem(err)
	}
	return entries, nil
}

// remedies say how each format wants its keys.
var remedies = map[format]string{
	yamlFormat: `write every key as key: value, and quote a text that holds ": " or " #" or starts with a sign`,
	tomlFormat: `write every key as key = value, and every text in quotes`,
	jsonFormat: `write one object, its keys and texts in double quotes`,
}

// syntaxProblem says where a decoder stopped, and why.
func (s source) syntaxProblem(err error) *Problem {
	line, message := 1, err.Error()
	var inTOML toml.ParseError
	var inJSON *json.SyntaxError
	switch {
	case errors.As(err, &inTOML):
		line, message = inTOML.Position.Line, inTOML.Message
	case errors.As(err, &inJSON):
		line = 1 + bytes.Count(s.block[:min(int(inJSON.Offset), len(s.block))], []byte("\n"))
	case s.format == yamlFormat:
		line, message = yamlLine(message)
	}
	last := bytes.Count(s.block, []byte("\n")) // a decoder may stop at the line after the block
	return &Problem{
		Line:    s.blockLine + max(0, min(line, last)-1),
		Message: "the front matter cannot be read: " + text.CleanLine(message),
		Remedy:  remedies[s.format],
	}
}

// decodeTOML decodes TOML into the *table that v is.
func decodeTOML(data []byte, v any) error {
	var values map[string]any
	meta, err := toml.Decode(string(data), &values)
	if err != nil {
		return err
	}
	var entries table
	seen := make(map[string]bool, len(values))
	for _, key := range meta.Keys() {
		if name := key[0]; !seen[name] {
			seen[name] = true
			entries = append(entries, entry{key: name, line: tomlLine(data, name), value: ordered(values[name])})
		}
	}
	*v.(*table) = entries
	return nil
}

// tomlLine returns the 1-based line on which a key or the table of that name stands, 0 if it is written
// in another way. The decoder does not tell.
func tomlLine(data []byte, key string) int {
	for l := (lines{text: data}); l.next(); {
		line := bytes.TrimLeft(l.line, " \t[\"'")
		if rest, found := bytes.CutPrefix(line, []byte(key)); found {
			if rest = bytes.TrimLeft(rest, " \t\"'"); len(rest) > 0 && bytes.IndexByte([]byte("=.]"), rest[0]) >= 0 {
				return l.number
			}
		}
	}
	return 0
}

// decodeJSON decodes one JSON object into the *table that v is, key by key, which tells the lines.
func decodeJSON(data []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if open, err := decoder.Token(); err != nil {
		return err
	} else if open != json.Delim('{') {
		return errNoKeys
	}
	var entries table
	line, counted := 1, 0
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return err
		}
		offset := int(decoder.InputOffset())
		line += bytes.Count(data[counted:offset], []byte("\n"))
		counted = offset
		var value any
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		entries = append(entries, entry{key: fmt.Sprint(key), line: line, value: ordered(value)})
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	*v.(*table) = entries
	return nil
}

// ordered makes tables of the maps in a decoded value, which say no order of their own.
func ordered(value any) any {
	switch v := value.(type) {
	case map[string]any:
		t := make(table, 0, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			t = append(t, entry{key: key, value: ordered(v[key])})
		}
		return t
	case []map[string]any: // how the TOML decoder gives [[tables]]
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = ordered(item)
		}
		return items
	case []any:
		for i, item := range v {
			v[i] = ordered(item)
		}
	}
	return value
}
