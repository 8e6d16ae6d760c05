package post

import "strings"

// Values are the single values of a front matter or of a configuration, in one line each, by their keys in lower case.
// Those of a table have its name before theirs: "params.version".
type Values map[string]string

// ParseValues reads the front matter of a post for what in its body stands for a value of it. Like Parse it never fails.
func ParseValues(source []byte) Values {
	fields, _ := split(source).decode(Defaults{})
	return newValues(fields)
}

func newValues(fields []field) Values {
	all := make(Values, len(fields))
	for _, f := range fields {
		if f.kind == single {
			all[strings.ToLower(f.key)] = shorten(f.text, longest)
		}
	}
	return all
}
