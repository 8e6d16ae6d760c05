package post

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// yamlError matches the errors of the YAML decoder.
var yamlError = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)^(?:yaml: )?(?:unmarshal errors:\s*)?line (\d+): (.*)$`)
})

// decodeLoosely reads a block as lines of a key and a value, each by itself, with ":" or "=" between them. It
// is for what is nearly YAML or TOML, where a text with a colon, a leading "@" or a template's braces was
// not quoted. Below a key without a value, lines "- item" make a list; what else is indented goes on with
// the text above it. A line "[name]" is the head of a table of TOML.
func decodeLoosely(block []byte, between string) table {
	var t table
	var open *entry // the entry that an indented line goes on with
	prefix := ""
	for l := (lines{text: block}); l.next(); {
		line := string(bytes.TrimRight(l.line, " \t"))
		body := strings.TrimLeft(line, " \t")
		switch item, isItem := listItem(body); {
		case body == "" || body[0] == '#':
		case body[0] == '[' && between == "=":
			prefix = strings.Trim(body, "[] ") + "."
		case isItem && open != nil:
			items, _ := open.value.([]any)
			items = append(items, loose(item))
			open.value = items
		case len(body) < len(line) && between == ":":
			if s, ok := open.text(); ok {
				open.value = strings.TrimSpace(s + " " + body)
			}
		default:
			key, value, found := strings.Cut(body, between)
			if !found || strings.ContainsAny(key, "\"'{}[]") {
				continue
			}
			t = append(t, entry{key: prefix + strings.TrimSpace(key), line: l.number, value: loose(value)})
			open = &t[len(t)-1]
		}
	}
	return t
}

// text returns the value of the entry where that is a text, or nothing yet.
func (e *entry) text() (string, bool) {
	if e == nil {
		return "", false
	}
	s, ok := e.value.(string)
	return s, ok || e.value == nil
}

func listItem(body string) (string, bool) {
	if body == "-" {
		return "", true
	}
	return strings.CutPrefix(body, "- ")
}

// loose is a value of one line: a list in brackets, or a text without its quotation marks. The marks of a
// text that is to follow on the next lines mean nothing here.
func loose(s string) any {
	s = strings.TrimSpace(s)
	if inner, found := strings.CutPrefix(s, "["); found && strings.HasSuffix(inner, "]") {
		var items []any
		for item := range strings.SplitSeq(strings.TrimSuffix(inner, "]"), ",") {
			items = append(items, loose(item))
		}
		return items
	}
	switch strings.TrimRight(s, "+-") {
	case "", "~", "null", "|", ">":
		return nil
	}
	if size := len(s); size > 1 && (s[0] == '"' || s[0] == '\'') && s[size-1] == s[0] {
		return s[1 : size-1]
	}
	return s
}
