package catalog

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/permalink"
	"github.com/blogtui/blogtui/internal/post"
)

// places are where the posts of a blog stand: as files, and on the site that an engine makes of them.
type places struct {
	files   map[string]*post.Post // by path, and by path without what sites do not show of it
	sites   map[string]*post.Post // by permalink.Key of the address, or of one that a post had
	address map[string]string     // by slug, as permalink.Key has it; none if it is not known
	folders []string              // for which the "/" at the start of a path may stand
	base    string                // what stands before all addresses
	open    bool                  // what stands before them is not known
	tops    map[string]bool       // the first folders of all addresses, if those are known for sure
}

func newPlaces(c *Catalog, s site, roots []string, entries []entry) *places {
	p := &places{
		files: make(map[string]*post.Post, 2*len(entries)), sites: make(map[string]*post.Post, len(entries)), address: make(map[string]string, len(entries)),
		folders: append([]string{".", s.base, s.published("", roots)}, roots...), base: s.address(), open: s.engine == Astro,
		tops: make(map[string]bool),
	}
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b entry) int { return c.translations.rank(a) - c.translations.rank(b) })
	for _, e := range entries {
		setFirst(p.files, e.post.Path, e.post)
		setFirst(p.files, permalink.Bare(e.post.Path), e.post)
		if address, known := s.place(e, roots, c.Language); known {
			p.address[e.post.Slug] = address
			setFirst(p.sites, address, e.post)
			if top, _, below := strings.Cut(address, "/"); below && s.engine.places() {
				p.tops[top] = true
			}
		}
	}
	for _, e := range entries { // where a post stands goes before where another was
		for _, was := range e.post.Aliases {
			setFirst(p.sites, permalink.Key(path.Join(path.Dir(p.address[e.post.Slug]), was)), e.post)
			setFirst(p.sites, permalink.Key(was), e.post)
		}
	}
	return p
}

func setFirst(m map[string]*post.Post, name string, p *post.Post) {
	if _, taken := m[name]; !taken && name != "" {
		m[name] = p
	}
}

// published is the folder of all that a site publishes, below which a file stands.
func (s site) published(file string, roots []string) string {
	switch s.engine {
	case Hugo:
		return path.Join(s.base, cmp.Or(s.index.Content, "content"))
	case Zola:
		return path.Join(s.base, "content")
	case Eleventy:
		return path.Join(s.base, s.index.Content)
	case Astro:
		for _, root := range append([]string{path.Join(s.base, "src/pages")}, roots...) {
			if within(root, file) {
				return root
			}
		}
	}
	return s.base
}

// address is what stands before the addresses of all posts, as permalink.Key has it.
func (s site) address() string {
	u, err := url.Parse(s.index.Base)
	if err != nil {
		return ""
	}
	return permalink.Key(u.Path)
}

// place is the address that the engine of a site gives to a post, without what stands before all. It is not known
// where a program says it.
func (s site) place(e entry, roots []string, language string) (address string, known bool) {
	p, own := s.facts(e, roots, language), e.post.Permalink
	switch s.engine {
	case Jekyll:
		address, known = permalink.Jekyll(cmp.Or(own, permalink.Style(s.index.Permalink)), p)
	case Hugo:
		address, known = own, true
		if own == "" {
			address, known = permalink.Hugo(s.index.Sections[strings.ToLower(p.Section())], p)
		}
	case Zola:
		address, known = permalink.Zola(own, p)
	case Eleventy:
		address, known = permalink.Eleventy(own, p)
	case Astro:
		address, known = permalink.Astro(own, p)
	default:
		address = cmp.Or(own, p.Name)
		known = address != ""
	}
	return permalink.Key(address), known
}

// facts are what the address of a post is made of.
func (s site) facts(e entry, roots []string, own string) permalink.Post {
	file, language := e.file, ""
	if s.engine == Hugo || s.engine == Zola {
		file, language = e.version.key, e.version.language
		if language == "" {
			file, language = cutSuffix(file)
		}
		if sameLanguage(language, cmp.Or(own, "en")) {
			language = ""
		}
	}
	categories := e.post.InAddress
	if categories == nil {
		categories = e.post.Categories()
	}
	return permalink.Post{
		Title: e.post.Title, Name: e.post.Name, Date: e.post.Date, Language: language,
		Categories: categories,
		File:       strings.TrimPrefix(strings.TrimPrefix(file, s.published(file, roots)), "/"),
	}
}

// Address returns where the engine of the blog puts a post on its site, without slashes at the ends and in lower case,
// and "" where that is not known.
func (c *Catalog) Address(p *post.Post) string { return c.places().address[p.Slug] }

// PrepareLinks finds out where all posts stand, for Linked and Address, which do it themselves if nobody has. It takes
// some microseconds a post: who must not wait calls it before.
func (c *Catalog) PrepareLinks() { c.places() }

// Linked returns the post to which a path leads in a link of another. Posts are named as blogs do it: by a file,
// relative to that of the post or to a folder of the blog, by the address that they have or had on the site, or by the
// last part of one, for which their name stands.
func (c *Catalog) Linked(from *post.Post, name string) (*post.Post, bool) {
	if p := c.places().find(from, name); p != nil {
		return p, true
	}
	parts := strings.Split(strings.Trim(permalink.Bare(name), "/"), "/")
	dated := strings.Join(parts[max(len(parts)-4, 0):], "-") // engines make folders of the date of a name
	for _, slug := range []string{parts[len(parts)-1], post.Slug(parts[len(parts)-1] + ".md"), post.Slug(dated + ".md")} {
		if p, ok := c.Post(slug); ok {
			return p, true
		}
	}
	return nil, false
}

// Misplaced returns the address of the post to which a path leads by its name alone, if the path is one of the site where
// the engine puts posts, but none there.
func (c *Catalog) Misplaced(from *post.Post, name string) (address string, misplaced bool) {
	places := c.places()
	if !path.IsAbs(name) || places.find(from, name) != nil {
		return "", false
	}
	top, _, below := strings.Cut(strings.TrimPrefix(permalink.Key(name), places.base+"/"), "/")
	p, found := c.Linked(from, name)
	if !below || !found || !places.tops[top] {
		return "", false
	}
	address = places.address[p.Slug]
	return address, address != ""
}

func (p *places) find(from *post.Post, name string) *post.Post {
	return cmp.Or(p.byFile(from, name), p.bySite(from, name))
}

func (p *places) byFile(from *post.Post, name string) *post.Post {
	var files []string
	if rooted, ok := strings.CutPrefix(strings.TrimPrefix(name, "@"), "/"); ok { // "@/" is the start of all content in Zola
		for _, folder := range p.folders {
			files = append(files, path.Join(folder, rooted))
		}
	} else {
		files = []string{path.Join(path.Dir(from.Path), name)}
	}
	for _, file := range files {
		if found := cmp.Or(p.files[file], p.files[permalink.Bare(file)]); found != nil {
			return found
		}
	}
	return nil
}

func (p *places) bySite(from *post.Post, name string) *post.Post {
	if !path.IsAbs(name) {
		here := p.address[from.Slug]
		return cmp.Or(p.sites[permalink.Key(path.Join(here, name))], p.sites[permalink.Key(path.Join(path.Dir(here), name))], p.sites[permalink.Key(name)])
	}
	key := permalink.Key(name)
	if found := cmp.Or(p.sites[key], p.sites[strings.TrimPrefix(key, p.base+"/")]); found != nil || key == "" {
		return found
	}
	first, rest, below := strings.Cut(key, "/")
	for below && (p.open || isLanguage(first)) {
		if found := p.sites[rest]; found != nil {
			return found
		}
		first, rest, below = strings.Cut(rest, "/")
	}
	return nil
}

// rank is how much a post counts where several have one name: those in the language of the blog come first.
func (t translations) rank(e entry) int {
	if t.chosen(e) {
		return 0
	}
	return 1
}
