package catalog

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"sync"
)

// collectionFiles are where sites of Astro say which collections of content they have
// (https://docs.astro.build/en/guides/content-collections/).
var collectionFiles = [...]string{
	"src/content.config.ts", "src/content.config.mts", "src/content.config.mjs", "src/content.config.js",
	"src/content/config.ts", "src/content/config.mts", "src/content/config.mjs", "src/content/config.js",
}

// collections returns the folders of the collections of a site of Astro that hold Markdown, as far as they are written
// out; posts are those among them that are called like folders of posts.
func (t *tree) collections(s site) (posts, all []string) {
	if s.engine != Astro {
		return nil, nil
	}
	for _, name := range collectionFiles {
		source, err := t.read(path.Join(s.base, name))
		if err != nil {
			continue
		}
		for _, m := range bases().FindAllSubmatch(source, -1) {
			folder := path.Join(s.base, string(m[1]))
			if !fs.ValidPath(folder) || slices.Contains(all, folder) || !t.holds(folder) {
				continue
			}
			all = append(all, folder)
			if slices.Contains(sections, path.Base(folder)) {
				posts = append(posts, folder)
			}
		}
	}
	return posts, all
}

// bases matches the folder of a collection: glob({ base: "./src/blog" }).
var bases = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\\bbase[\"']?\\s*:\\s*[\"'`]\\.?/?([^\"'`$\\n]+?)/?[\"'`]")
})
