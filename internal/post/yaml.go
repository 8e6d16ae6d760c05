package post

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxValues bounds how many values are taken from one front matter. Aliases of YAML can name one long
// list thousands of times in 64 KB.
const maxValues = 10_000

var errTooMany = fmt.Errorf("it has more than %d values, and only those were read", maxValues)

// maxTables is how deep tables and lists are looked into: no key of a post has its value below, also where a
// configuration gives it to posts.
const maxTables = 5

// decodeYAML decodes YAML into the *table that v is. It reads the nodes, not values made of them, so that
// it knows the line of each key and sees a text as it was written.
func decodeYAML(data []byte, v any) error {
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
	left := nodes(maxValues)
	*v.(*table) = left.table(root, maxTables)
	if left <= 0 {
		return errTooMany
	}
	return nil
}

// nodes is how many nodes may still be read.
type nodes int

func (n *nodes) table(node *yaml.Node, depth int) table {
	t := make(table, 0, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.Kind == yaml.ScalarNode && *n > 0 {
			t = append(t, entry{key: key.Value, line: key.Line, value: n.value(node.Content[i+1], depth)})
		}
	}
	return t
}

// unread is a value that is not looked into.
type unread struct{}

func (n *nodes) value(node *yaml.Node, depth int) any {
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	*n--
	switch {
	case node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null":
		return nil
	case node.Kind == yaml.ScalarNode:
		return node.Value
	case depth == 0:
		return unread{}
	case node.Kind == yaml.MappingNode:
		return n.table(node, depth-1)
	case node.Kind == yaml.SequenceNode:
		items := make([]any, 0, min(len(node.Content), max(int(*n), 0)))
		for _, item := range node.Content {
			if *n > 0 {
				items = append(items, n.value(item, depth-1))
			}
		}
		return items
	}
	return unread{}
}

// yamlLine takes the line out of an error of the YAML decoder, "yaml: line 3: did not find …"; no type
// has it.
func yamlLine(message string) (line int, reason string) {
	if match := yamlError().FindStringSubmatch(message); match != nil {
		if n, err := strconv.Atoi(match[1]); err == nil {
			return n, match[2]
		}
	}
	return 1, strings.TrimPrefix(message, "yaml: ")
}
