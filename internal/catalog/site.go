package catalog

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"sync"
	"time"

	"github.com/blogtui/blogtui/internal/post"
)

// Engine is the program that a blog is written for, as far as its files tell.
type Engine string

// The engines that are known by their configuration. Plain is a folder that has none.
const (
	Plain    Engine = ""
	Hugo     Engine = "Hugo"
	Jekyll   Engine = "Jekyll"
	Astro    Engine = "Astro"
	Zola     Engine = "Zola"
	Eleventy Engine = "Eleventy"
)

// hidesFuture reports whether the engine leaves out posts until their date has come: Hugo and Jekyll do, unless
// they are told otherwise, and the others never.
func (s site) hidesFuture() bool {
	return (s.engine == Hugo || s.engine == Jekyll) && !s.index.Future
}

// bundles reports whether what stands beside an index.md belongs to that one page. In Zola only what is no Markdown does.
func (e Engine) bundles() bool { return e == Hugo }

// underscores reports whether the engine publishes what has a name that starts with "_". Jekyll does not, and of Astro
// it depends on the patterns of the blog, which are written to leave it out (https://docs.astro.build/en/guides/routing/).
func (e Engine) underscores() bool { return e == Hugo || e == Zola || e == Eleventy }

// publishesReadme reports whether a README.md is a page like others: to engines it is, but for Jekyll, whose posts
// have a date in their names. Beside the configuration it is about the repository.
func (s site) publishesReadme(file string) bool {
	return s.engine != Jekyll && (s.engine == Plain || path.Dir(file) != s.base)
}

// places reports whether the engine alone says where posts stand, and no program of the blog.
func (e Engine) places() bool { return e == Hugo || e == Jekyll || e == Zola }

// dialect is what the engine reads in its own way.
func (e Engine) dialect() post.Dialect {
	switch e {
	case Jekyll:
		return post.Dialect{Slashes: post.DayFirst, Spaced: true}
	case Astro:
		return post.Dialect{Slashes: post.MonthFirst, Whole: true}
	case Hugo, Zola, Eleventy:
		return post.Dialect{Whole: true}
	}
	return post.Dialect{}
}

// dialect is that of the engine, as the blog has set it. A zone that the system does not know is none.
func (s site) dialect() post.Dialect {
	d := s.engine.dialect()
	if s.engine == Jekyll && s.index.Zone != "" {
		d.Zone, _ = time.LoadLocation(s.index.Zone)
	}
	return d
}

// configurations are the files by which an engine is known, the surest first. Those of the last row may
// be of Hugo or of Zola, and count only beside a folder "content".
var configurations = []struct {
	engine Engine
	files  []string
}{
	{Hugo, []string{
		"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
		"config/_default/config.toml", "config/_default/config.yaml",
	}},
	{Zola, []string{"zola.toml"}},
	{Jekyll, []string{"_config.yml", "_config.yaml", "_config.toml"}},
	{Astro, []string{"astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"}},
	{Eleventy, []string{"eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts", ".eleventy.js", ".eleventy.cjs"}},
	{Plain, []string{"config.toml", "config.yaml", "config.yml", "config.json"}},
}

// site is a blog as its configuration describes it.
type site struct {
	engine Engine
	base   string // the folder of the configuration, "." for that of the file system
	config string // the file, "" if there is none
	index  post.Index
}

// findSite looks for the configuration of an engine in the folder, or, where nothing in it says that it
// is a blog, in one below it: the blog of a project has a folder of its own.
func (t *tree) findSite() site {
	if s, ok := t.siteIn("."); ok {
		return s
	}
	var found []site
	if len(t.wellKnown(".", siteRoots)) == 0 {
		for _, folder := range t.folders["."] {
			if s, ok := t.siteIn(folder); ok {
				found = append(found, s)
			}
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return site{base: "."}
}

// siteIn reads the configuration that stands in a folder.
func (t *tree) siteIn(folder string) (site, bool) {
	for _, c := range configurations {
		for _, name := range c.files {
			s := site{engine: c.engine, base: folder, config: path.Join(folder, name)}
			source, err := t.read(s.config)
			if err != nil || s.engine == Plain && !t.holds(path.Join(folder, "content")) {
				continue
			}
			if s.engine == Plain {
				s.engine = Hugo
				if ofZola().Match(source) {
					s.engine = Zola
				}
			}
			s.config, source = t.whole(s, source)
			s.index = post.ParseConfig(s.config, source, t.parts(s)...)
			t.readLanguage(&s)
			if s.engine == Eleventy {
				s.index.Content = inputFolder(source)
			}
			s.index.Problems = nil // they are no matter of the posts
			return s, true
		}
	}
	return site{}, false
}

// readLanguage reads what Hugo may have in a file of its own for the language of the blog, beside its
// configuration. It goes over what stands for all languages.
func (t *tree) readLanguage(s *site) {
	if s.engine != Hugo {
		return
	}
	folder := path.Join(s.base, configFolder)
	for _, ext := range configExts {
		name := path.Join(folder, "languages."+cmp.Or(s.index.Language, "en")+ext)
		source, err := t.read(name)
		if err != nil {
			continue
		}
		own := post.ParseConfig(name, source)
		own.Language, own.Future, own.Sections, own.Base = s.index.Language, s.index.Future, s.index.Sections, s.index.Base
		merge(&own, s.index)
		own.Content = cmp.Or(own.Content, s.index.Content)
		maps.Copy(s.index.Values, own.Values)
		own.Values = s.index.Values
		own.Given = append(s.index.Given, own.Given...)
		own.Ignored = append(s.index.Ignored, own.Ignored...)
		s.index = own
		return
	}
}

// ofZola matches settings that Zola has and Hugo has not.
var ofZola = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^\s*(base_url|default_language|compile_sass|generate_feeds?)\s*=`)
})

// categories returns what Jekyll takes for the first categories of a post: the folders in which the folder of posts
// stands. Those of a language or of all sources are none.
func (s site) categories(postsFolder string) []string {
	var all []string
	for folder := path.Dir(postsFolder); folder != s.base && folder != "."; folder = path.Dir(folder) {
		if name := path.Base(folder); !isLanguage(name) && name != "src" && name != "source" {
			all = append(all, name)
		}
	}
	slices.Reverse(all)
	return all
}

// inputFolder returns the folder of all that Eleventy publishes, as its configuration, which is a program, says it in
// so many words; "" is that of the configuration.
func inputFolder(source []byte) string {
	if m := inputs().FindSubmatch(source); m != nil && fs.ValidPath(path.Clean(string(m[1]))) {
		return path.Clean(string(m[1]))
	}
	return ""
}

var inputs = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\binput["']?\s*:\s*["']([^"'\n]+)["']`)
})
