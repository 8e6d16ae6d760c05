package permalink

import (
	"path"
	"strings"
	"unicode"
)

// Astro is what the address of an entry of a collection of Astro ends with, behind what the routes of the site have
// before that: its own address, its slug, or the path of its file
// (https://docs.astro.build/en/reference/content-loader-reference/#glob-loader).
func Astro(own string, p Post) (address string, ok bool) {
	switch {
	case own != "":
		return own, true
	case p.Name != "":
		return p.Name, true
	}
	parts := strings.Split(path.Join(p.folder(), p.dated()), "/")
	for i, part := range parts {
		parts[i] = strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || isWord(r):
				return unicode.ToLower(r)
			}
			return -1
		}, part)
	}
	return strings.Join(parts, "/"), true
}
