package post

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v3"

	"github.com/blogtui/blogtui/internal/text"
)

// field is one key of a front matter with its value, reduced to what a post can hold.
type field struct {
	key  string // clean
	line int    // 1-based, in the block until decode makes it one of the file; 0: not known
	kind kind
	text string   // of a single value, as written; clean
	list []string // of a list of single values; clean
}

// kind is what a value is.
type kind int

const (
	empty kind = iota // null, or nothing after the key
	single
	list
	nested // a table, or a list of other things than single values
)

// stop closes the block that frontmatter is given. frontmatter takes any line for the closing fence that
// is one after trimming, even inside a text; no decoder accepts a NUL, so this is never part of a block.
const stop = "\x00"

// formats are the decoders, by format. frontmatter finds none by itself: what it is given starts with
// the one fence of that format and ends with stop.
var formats = map[format]*frontmatter.Format{
	yamlFormat: frontmatter.NewFormat("---", stop, yamlFields),
	tomlFormat: frontmatter.NewFormat("+++", stop, tomlFields),
	jsonFormat: frontmatter.NewFormat(";;;", stop, jsonFields),
}

// errNoKeys is reported for a block that decodes to something else than keys with values.
var errNoKeys = errors.New("it holds no keys")

// decode returns the fields of the front matter in their order, and what is wrong with it as a whole.
func (s source) decode() ([]field, *Problem) {
	if s.missing != "" {
		return nil, &Problem{
			Line:    s.missingLine,
			Message: fmt.Sprintf("the front matter that opens here is not closed within %d KB", maxBlock>>10),
			Remedy:  fmt.Sprintf("write a line %q after its last key", s.missing),
		}
	}
	if s.format == noFormat {
		return nil, nil
	}
	if s.nesting() > maxNesting {
		return nil, &Problem{
			Line:    s.blockLine,
			Message: fmt.Sprintf("the front matter nests deeper than %d levels", maxNesting),
			Remedy:  "write it flat: one key, one value",
		}
	}
	f := formats[s.format]
	var fields []field
	rest, err := frontmatter.Parse(io.MultiReader(
		strings.NewReader(f.Start+"\n"), bytes.NewReader(s.block), strings.NewReader("\n"+stop),
	), &fields, f)
	if err == nil && len(rest) > 0 {
		err = errors.New("it holds a NUL byte")
	}
	if err != nil {
		return nil, s.syntaxProblem(err)
	}
	for i := range fields {
		if fields[i].line > 0 {
			fields[i].line += s.blockLine - 1
		}
	}
	return fields, nil
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
	case s.format == yamlFormat: // "yaml: line 3: did not find …"; no type has it
		message = strings.TrimPrefix(message, "yaml: ")
		if after, found := strings.CutPrefix(message, "line "); found {
			number, reason, _ := strings.Cut(after, ": ")
			if n, err := strconv.Atoi(number); err == nil {
				line, message = n, reason
			}
		}
	}
	last := bytes.Count(s.block, []byte("\n")) // a decoder may stop at the line after the block
	return &Problem{
		Line:    s.blockLine + max(0, min(line, last)-1),
		Message: "the front matter cannot be read: " + text.CleanLine(message),
		Remedy:  remedies[s.format],
	}
}

// yamlFields decodes YAML into the *[]field that v is. It reads the nodes, not values made of them, so
// that it knows the line of each key, sees a text as it was written, and never multiplies aliases.
func yamlFields(data []byte, v any) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return err
	}
	if len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" {
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return errNoKeys
	}
	fields := make([]field, 0, len(root.Content)/2)
	for i := 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		f := yamlField(root.Content[i+1])
		f.key, f.line = text.CleanLine(key.Value), key.Line
		fields = append(fields, f)
	}
	*v.(*[]field) = fields
	return nil
}

func yamlField(node *yaml.Node) field {
	node = target(node)
	switch node.Kind {
	case yaml.ScalarNode:
		if node.ShortTag() == "!!null" {
			return field{kind: empty}
		}
		return field{kind: single, text: text.CleanLine(node.Value)}
	case yaml.SequenceNode:
		f := field{kind: list}
		for _, item := range node.Content {
			item = target(item)
			if item.Kind != yaml.ScalarNode {
				return field{kind: nested}
			}
			if item.ShortTag() != "!!null" {
				f.list = append(f.list, text.CleanLine(item.Value))
			}
		}
		return f
	}
	return field{kind: nested}
}

// target is what an alias stands for, or the node itself.
func target(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode {
		return node.Alias
	}
	return node
}

// tomlFields decodes TOML into the *[]field that v is.
func tomlFields(data []byte, v any) error {
	var values map[string]any
	meta, err := toml.Decode(string(data), &values)
	if err != nil {
		return err
	}
	var fields []field
	seen := make(map[string]bool, len(values))
	for _, key := range meta.Keys() {
		if name := key[0]; !seen[name] {
			seen[name] = true
			f := fieldOf(values[name])
			f.key, f.line = text.CleanLine(name), tomlLine(data, name)
			fields = append(fields, f)
		}
	}
	*v.(*[]field) = fields
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

// jsonFields decodes one JSON object into the *[]field that v is, key by key, which tells the lines.
func jsonFields(data []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if open, err := decoder.Token(); err != nil {
		return err
	} else if open != json.Delim('{') {
		return errNoKeys
	}
	var fields []field
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
		f := fieldOf(value)
		f.key, f.line = text.CleanLine(fmt.Sprint(key)), line
		fields = append(fields, f)
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	*v.(*[]field) = fields
	return nil
}

// fieldOf reduces a decoded value.
func fieldOf(value any) field {
	if items, ok := value.([]any); ok {
		f := field{kind: list}
		for _, item := range items {
			if s, ok := scalar(item); ok {
				f.list = append(f.list, s)
			} else if item != nil {
				return field{kind: nested}
			}
		}
		return f
	}
	if value == nil {
		return field{kind: empty}
	}
	if s, ok := scalar(value); ok {
		return field{kind: single, text: s}
	}
	return field{kind: nested}
}

// scalar returns a single value as it would be written, clean.
func scalar(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return text.CleanLine(v), true
	case json.Number:
		return v.String(), true
	case bool, int64, float64:
		return fmt.Sprint(v), true
	case time.Time:
		if strings.HasSuffix(v.Location().String(), "-local") { // written without a zone
			return v.Format("2006-01-02T15:04:05"), true
		}
		return v.Format(time.RFC3339), true
	}
	return "", false
}
