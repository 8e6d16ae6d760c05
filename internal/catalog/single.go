package catalog

import (
	"sync"

	"github.com/blogtui/blogtui/internal/post"
)

// Single returns a catalogue of one post, whose source is given: a file that was named, or what came
// through a pipe. The post is listed whatever it says of itself. Of more than MaxSingle bytes only the start
// is shown. The source is the catalogue's from then on: nobody changes it any more.
func Single(name string, source []byte) *Catalog {
	if source == nil {
		source = []byte{} // nil is to be read from the file
	}
	start := source
	if len(source) > MaxSingle {
		start = wholeLines(source, MaxSingle)
	}
	p, _ := post.Parse(name, start)
	c := &Catalog{Posts: []*post.Post{p}, Roots: []string{"."}, Loaded: 1, Total: 1}
	if len(start) < len(source) {
		p.Problems = append(p.Problems, tooLarge(p, tooLargeError(MaxSingle)))
	}
	c.Problems = append(c.Problems, p.Problems...)
	e := entry{post: p, file: name, version: version{key: name}, source: source}
	c.translations = group([]entry{e})
	c.name([]entry{e})
	c.sort()
	c.places = sync.OnceValue(func() *places { return newPlaces(c, site{base: "."}, c.Roots, []entry{e}) })
	return c
}
