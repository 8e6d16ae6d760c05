package post

import (
	"fmt"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// Part is a file that has a part of a configuration, as if it stood in that below a key, and behind what that says: it
// counts more.
type Part struct {
	Key  string // "" if it has a whole configuration
	Name string // of the file
	File []byte
}

// ParseConfig reads the configuration of an engine, in the format that the extension of the file names:
// .toml, .yaml, .yml or .json, and what other files have of it. Like Parse it never fails; what it cannot read it does
// not know.
func ParseConfig(name string, file []byte, parts ...Part) Index {
	if len(file) > maxBlock {
		return Index{Problems: placed(text.CleanLine(name), nil, &Problem{
			Message: fmt.Sprintf("is larger than %d KB and was not read", maxBlock>>10), Remedy: "move its data to other files",
		})}
	}
	s := configuration(name, file)
	s.parts = parts
	return s.index(name)
}

// configuration is a file of a configuration, without a format if its extension names none.
func configuration(name string, file []byte) source {
	s := undivided(name, file, noFormat)
	s.config = true
	return s
}

// entries are a part as it would stand in the whole. Of one that is too large or cannot be read there is nothing in it.
func (p Part) entries() table {
	var t table
	if len(p.File) <= maxBlock {
		t, _, _ = configuration(p.Name, p.File).table()
	}
	switch {
	case p.Key == "":
		return t
	case t == nil:
		return table{{key: p.Key}}
	}
	return table{{key: p.Key, value: t}}
}

// sections returns the patterns for where the pages of sections stand. Newer versions of Hugo have them for pages and
// for the sections themselves apart (https://gohugo.io/configuration/permalinks/).
func sections(fields []field) map[string]string {
	var all map[string]string
	for _, f := range fields {
		if name, found := strings.CutPrefix(strings.ToLower(f.key), "permalinks."); found && f.kind == single {
			if all == nil {
				all = make(map[string]string)
			}
			all[strings.TrimPrefix(name, "page.")] = f.text
		}
	}
	return all
}

// ofLanguage returns what a configuration says for one language of the blog: Hugo has it in a table of its own,
// and it goes over what stands for all.
func ofLanguage(fields []field, language string) []field {
	var own []field
	for _, f := range fields {
		if key, ok := strings.CutPrefix(strings.ToLower(f.key), "languages."+strings.ToLower(language)+"."); ok {
			f.key = key
			own = append(own, f)
		}
	}
	return own
}
