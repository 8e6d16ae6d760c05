package catalog_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
)

func open(t *testing.T, fsys fs.FS, o catalog.Options) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Open(t.Context(), fsys, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRootsAreFound(t *testing.T) {
	for name, c := range map[string]struct {
		files  string
		origin string
		posts  string
	}{
		"plain":                       {"a.md deep/b.md", "", "a b"},
		"posts beside a README":       {"README.md posts/a.md", "posts", "a"},
		"posts beside other posts":    {"notes.md posts/a.md", "", "a notes"},
		"notes beside a blog":         {"README.md guide.md docs/x.md blog/posts/a.md blog/README.md", "blog/posts", "a"},
		"the blog of documentation":   {"README.md docs/x.md docs/blog/posts/a.md", "docs/blog/posts", "a"},
		"deep in a program":           {"README.md web/a/x.md web/site/blog/a.md web/site/blog/b.md web/site/blog/2024/c.md", "web/site/blog", "a b c"},
		"less than half of a program": {"README.md BUILD.md web/a/x.md web/site/blog/a.md web/site/blog/b.md", "", "a b BUILD README x"},
		"pages":                       {"pages/x.md pages/posts/a.md", "pages/posts", "a"},
		"served as it is":             {"README.md CLAUDE.md app/x.ts public/a/index.md public/a/x.png public/b/index.md", "public", "a b"},
		"made, beside posts":          {"a.md public/b.md", "", "a"},
		"made, of an engine":          {"hugo.toml content/_index.md public/b.md", "Hugo, content", ""},
		"Hugo":                        {"hugo.toml content/posts/a.md content/about.md", "Hugo, content/posts", "a"},
		"Hugo, two sections":          {"hugo.toml content/posts/a.md content/blog/b.md", "Hugo, content/posts and 1 more", "a b"},
		"Hugo, mostly other":          {"hugo.toml content/posts/a.md content/docs/b.md content/docs/c.md", "Hugo, content", "a b c"},
		"Hugo, older name":            {"config.toml content/a.md", "Hugo, content", "a"},
		"Hugo, folder":                {"config/_default/hugo.toml content/a.md", "Hugo, content", "a"},
		"Zola":                        {"zola.toml content/a.md", "Zola, content", "a"},
		"no engine has that":          {"config.toml a.md", "", "a"},
		"Jekyll":                      {"_config.yml _posts/a.md about.md", "Jekyll, _posts", "a"},
		"Jekyll, other extensions":    {"_config.yml _posts/a.mkd _posts/b.mkdn _posts/c.mkdown _posts/d.markdown _posts/e.html", "Jekyll, _posts", "d c b a"},
		"Jekyll without posts":        {"_config.yml a.md", "Jekyll, .", "a"},
		"Jekyll, source":              {"_config.yml src/_posts/a.md src/x.md", "Jekyll, src/_posts", "a"},
		"Astro":                       {"astro.config.mjs src/content/blog/a.md src/content/team/b.md", "Astro, src/content/blog", "a"},
		"Astro, other collection":     {"astro.config.ts src/content/things/a.md", "Astro, src/content", "a"},
		"Astro, folders of its own":   {"astro.config.mjs src/content.config.ts=a:glob({base:'./src/writing'}),b:glob({base:`src/${x}`}) src/writing/a.md src/b.md", "Astro, src/writing", "a"},
		"Astro, folder of posts":      {"astro.config.mjs src/content/config.mjs=base:\"./src/team\",base:'./text/blog/',base:'./no/blog',base:'../../blog' src/team/t.md text/blog/a.md", "Astro, text/blog", "a"},
		"Astro, both":                 {"astro.config.mjs src/content.config.ts=base:'./src/team' src/team/t.md src/content/blog/a.md", "Astro, src/content/blog", "a"},
		"Astro, pages":                {"astro.config.mjs src/pages/blog/a.md src/pages/about.md", "Astro, src/pages/blog", "a"},
		"Eleventy":                    {".eleventy.js src/posts/a.md src/about.md", "Eleventy, src/posts", "a"},
		"Eleventy without a folder":   {"eleventy.config.js a.md", "Eleventy, .", "a"},
		"no configuration":            {"src/content/blog/a.md README.md", "src/content/blog", "a"},
		"the site of a project":       {"README.md docs/_config.yml docs/_posts/a.md src/x.go", "Jekyll, docs/_posts", "a"},
		"a project with two sites":    {"README.md a/_config.yml a/_posts/a.md b/_config.yml b/_posts/b.md", "", "a b README"},
		"an empty folder of content":  {"hugo.toml a.md", "Hugo, .", "a"},
	} {
		files := map[string]string{}
		for file := range strings.FieldsSeq(c.files) {
			name, source, _ := strings.Cut(file, "=")
			files[name] = source
		}
		got := open(t, blog(files), catalog.Options{})
		if got.Origin() != c.origin || slugs(got.Posts) != c.posts {
			t.Errorf("%s: %q with %q, want %q with %q", name, got.Origin(), slugs(got.Posts), c.origin, c.posts)
		}
	}
}

func TestDraftsAreListedWhenAskedFor(t *testing.T) {
	files := blog(map[string]string{
		"_config.yml": "", "_posts/a.md": "", "_posts/b.md": "---\ndraft: true\n---\n", "_drafts/c.md": "",
		"_posts/d.md": "---\ndate: 2024-09-02\n---\n", "_posts/e.md": "---\nredirect_to: x\n---\n",
	})
	if c := open(t, files, catalog.Options{Now: now}); slugs(c.Posts) != "a" || slugs(c.Drafts) != "b c" || len(c.Left) != 4 {
		t.Errorf("posts %s, drafts %s, left %v", slugs(c.Posts), slugs(c.Drafts), c.Left)
	}
	if c := open(t, files, catalog.Options{Now: now, Drafts: true}); slugs(c.Posts) != "d b a c" || len(c.Drafts) != 0 || len(c.Left) != 1 {
		t.Errorf("posts %s, drafts %s, left %v", slugs(c.Posts), slugs(c.Drafts), c.Left)
	}
	if c := open(t, files, catalog.Options{Now: now.AddDate(0, 1, 0)}); slugs(c.Posts) != "d a" {
		t.Errorf("a month later: %s", slugs(c.Posts))
	}
}

// A clock that is wrong must not empty a blog whose engine does not look at it.
func TestOnlySomeEnginesHideTheFuture(t *testing.T) {
	for config, want := range map[string]int{"hugo.toml": 0, "_config.yml": 0, "zola.toml": 1, "astro.config.mjs": 1, ".eleventy.js": 1, "x": 1} {
		c := open(t, blog(map[string]string{config: "", "content/a.md": "---\ndate: 2999-01-01\n---\n"}), catalog.Options{Now: now})
		if len(c.Posts) != want {
			t.Errorf("%s: %d posts, want %d", config, len(c.Posts), want)
		}
	}
}

func TestTranslationsStandTogether(t *testing.T) {
	for name, c := range map[string]struct{ files, posts, of, translations string }{
		"suffixes":              {"a.md a.fr.md a.de.md", "a", "a", "a.de.md, a.fr.md, a.md"},
		"suffixes only":         {"a.en.md a.fr.md b.md", "a.en b", "a.en", "a.en.md, a.fr.md"},
		"a name with a dot":     {"socket.io.md b.md", "b socket.io", "b", "b.md"},
		"folders":               {"en/x/a.md fr/x/a.md fr/x/b.md", "a b", "a", "en/x/a.md, fr/x/a.md"},
		"folders of one":        {"fr/a.md x/a.md", "a a-2", "a", "fr/a.md"},
		"no folder of English":  {"cs/a.md ml/a.md", "a a-2", "a", "cs/a.md"},
		"with countries":        {"en/a.md zh-CN/a.md pt_br/a.md", "a", "a", "en/a.md, pt_br/a.md, zh-CN/a.md"},
		"bundles":               {"hugo.toml content/a/index.md content/a/index.pt-br.md", "a", "a", "content/a/index.md, content/a/index.pt-br.md"},
		"languages by the name": {"a.md b.xx.md b.md", "a b b.xx", "b", "b.md"},
	} {
		files := map[string]string{}
		for file := range strings.FieldsSeq(c.files) {
			files[file] = ""
		}
		got := open(t, blog(files), catalog.Options{})
		p, ok := got.Post(c.of)
		if !ok || slugs(got.Posts) != c.posts || paths(got.Translations(p)) != c.translations {
			t.Errorf("%s: posts %s; %s", name, slugs(got.Posts), paths(got.Translations(p)))
		}
	}
	byKey := open(t, blog(map[string]string{
		"a.md": "---\nlang: en\ntranslationKey: k\n---\n", "b.md": "---\nlang: fr\ntranslationKey: k\n---\n", "c.md": "---\nlang: en\ntranslationKey: k\n---\n",
	}), catalog.Options{})
	if slugs(byKey.Posts) != "a c" {
		t.Errorf("posts %s: what is in the language of the blog is no translation", slugs(byKey.Posts))
	}
}

func TestTheLanguageOfTheBlogIsListed(t *testing.T) {
	c := open(t, blog(map[string]string{
		"hugo.toml": "defaultContentLanguage = 'fr'", "content/en/a.md": "", "content/fr/a.md": "", "content/fr/b.md": "", "content/en/c.md": "",
	}), catalog.Options{})
	var got []string
	for _, p := range c.Posts {
		got = append(got, p.Path+" "+p.Language)
	}
	if want := "content/fr/a.md fr, content/fr/b.md fr, content/en/c.md en"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
	for slug, language := range map[string]string{"a": "fr", "a.en": "en"} {
		if p, ok := c.Post(slug); !ok || p.Language != language {
			t.Errorf("%s is not the post in %s, which has the slug or one of its own", slug, language)
		}
	}
}

func TestAPostIsFoundByItsOtherNames(t *testing.T) {
	c := load(t, blog(map[string]string{
		"a.md": "---\npermalink: /2024/Neat-Name/\naliases: [/old.html]\n---\n", "b.md": "---\nslug: a\n---\n",
	}))
	for name, want := range map[string]string{"a": "a", "neat-name": "a", "old": "a", "b": "b"} {
		if p, ok := c.Post(name); !ok || p.Slug != want {
			t.Errorf("%s is not %s", name, want)
		}
	}
}

func TestProgressIsReported(t *testing.T) { synctest.Test(t, progressIsReported) }

func progressIsReported(t *testing.T) {
	files := blog(nil)
	for i := range 40 {
		files[fmt.Sprintf("%02d.md", i)] = &fstest.MapFile{Data: []byte("---\ntags: [x]\n---\ntext")}
	}
	var seen []*catalog.Catalog
	c := open(t, slow{files}, catalog.Options{Progress: func(c *catalog.Catalog) { seen = append(seen, c) }})
	if len(seen) == 0 {
		t.Fatal("nothing was reported")
	}
	for _, part := range append(seen, c) {
		if part.Total != 40 || part.Loaded != len(part.Posts) || len(part.Posts) > 0 && part.Tags()[0].Posts != part.Loaded {
			t.Errorf("%d of %d loaded, %d posts, tags %v", part.Loaded, part.Total, len(part.Posts), part.Tags())
		}
	}
	if first := seen[0]; first.Loaded >= 40 || first.Headline() != fmt.Sprintf("%d of 40 posts", first.Loaded) {
		t.Errorf("at first %q", first.Headline())
	}
	if c.Headline() != "40 posts" {
		t.Errorf("in the end %q", c.Headline())
	}
}

// slow takes ten milliseconds to open a post.
type slow struct{ fs.FS }

func (s slow) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".md") {
		time.Sleep(10 * time.Millisecond)
	}
	return s.FS.Open(name)
}

func TestALargeFileIsShownAsFarAsItIsRead(t *testing.T) {
	large := func(size int) string { return "# Large\n\n" + strings.Repeat("A line of a large file.\n", size/24+1) }
	for name, c := range map[string]struct {
		catalog *catalog.Catalog
		most    int
	}{
		"in a folder": {load(t, blog(map[string]string{"a.md": large(catalog.MaxFile)})), catalog.MaxFile},
		"alone":       {catalog.Single("a.md", []byte(large(catalog.MaxSingle))), catalog.MaxSingle},
	} {
		says := fmt.Sprintf("is larger than %d MB", c.most>>20)
		if p := c.catalog.Problems; len(p) != 1 || p[0].Error() != "a.md: "+says+": only its start is shown: divide it" {
			t.Errorf("%s: problems %v", name, p)
		}
		body, err := c.catalog.Body("a")
		text := string(body)
		if err != nil || len(body) > c.most+100 || len(body) < c.most-100 || !strings.HasSuffix(text, "file.\n\n\n*The file "+says+"; the rest of it is not shown.*\n") {
			t.Errorf("%s: %d bytes (%v) that end in %q", name, len(body), err, text[max(0, len(text)-90):])
		}
	}
}

func TestBodiesArePlainMarkdown(t *testing.T) {
	c := load(t, blog(map[string]string{
		"a.mdx": "---\ntitle: A\n---\nimport B from 'b'\n\n<Note>n</Note>\n", "b.md": "import B from 'b'\n\n{{< note >}}n{{< /note >}}\n",
	}))
	for slug, want := range map[string]string{"a": "\n\n> **Note:** n\n", "b": "import B from 'b'\n\n> **Note:** n\n"} {
		if body, err := c.Body(slug); string(body) != want || err != nil {
			t.Errorf("%s: %q, %v", slug, body, err)
		}
	}
	if source, err := c.Source("a"); string(source) != "import B from 'b'\n\n<Note>n</Note>\n" || err != nil {
		t.Errorf("%q, %v", source, err)
	}
}

func TestOneFileIsABlog(t *testing.T) {
	source := []byte("---\ndraft: true\npart: x\n---\n# A *title*\n")
	c := catalog.Single("dir/some file.md", source)
	if len(c.Posts) != 1 || c.Posts[0].Title != "A title" || c.Posts[0].Slug != "some-file" || len(c.Problems) != 1 || c.Headline() != "1 post" {
		t.Errorf("%+v", c)
	}
	if body, err := c.Body("some-file"); string(body) != "# A *title*\n" || err != nil {
		t.Errorf("%q, %v", body, err)
	}
	if body, _ := c.Body("some-file"); &body[0] != &source[len(source)-len(body)] {
		t.Error("the source of a large file is in memory twice")
	}
	if empty := catalog.Single("a.md", nil); len(empty.Posts) != 1 {
		t.Errorf("an empty file is no post")
	} else if body, err := empty.Body("a"); len(body) > 0 || err != nil {
		t.Errorf("%q, %v", body, err)
	}
}

// On a real disk a link may lead anywhere.
func TestNoLinkLeadsOutOfTheFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755), os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write("outside/secret.md", "# Secret")
	write("blog/a.md", "# A")
	for link, target := range map[string]string{"out.md": "../outside/secret.md", "loop": ".", "in.md": "a.md", "gone.md": "nowhere.md"} {
		if err := os.Symlink(target, filepath.Join(dir, "blog", link)); err != nil {
			t.Skip(err)
		}
	}
	root, err := os.OpenRoot(filepath.Join(dir, "blog"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	c := load(t, root.FS())
	if slugs(c.Posts) != "a in" || len(c.Problems) != 2 || c.Problems[0].Path != "gone.md" || c.Problems[1].Path != "out.md" {
		t.Errorf("posts %s, problems %q", slugs(c.Posts), c.Problems)
	}
}

// A post that has translations is listed in the language that was asked for, if it is there.
func TestTheLanguageOfTheListIsChosen(t *testing.T) {
	files := fstest.MapFS{
		"hugo.toml": {Data: []byte("languageCode = \"en\"\n")}, "content/posts/a.md": {Data: []byte("# A\n")},
		"content/posts/a.fr.md": {Data: []byte("# Ah\n")}, "content/posts/b.md": {Data: []byte("# B\n")},
	}
	for language, want := range map[string]string{"": "a b", "fr": "a.fr b", "fr-CA": "a.fr b", "de": "a b"} {
		c := open(t, files, catalog.Options{Now: now, Language: language})
		if got := slugs(c.Posts); got != want {
			t.Errorf("in %q: %s, want %s", language, got, want)
		}
		if p, _ := c.Post("a.fr"); p == nil || strings.Join(c.Others(p), " ") != "en" || c.LanguageOf(p) != "fr" {
			t.Errorf("in %q: others of a.fr: %v", language, c.Others(p))
		}
	}
}

// What the configuration of Hugo and Jekyll says of folders, languages and dates to come is heeded.
func TestTheConfigurationOfTheEngineIsHeeded(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	const future = "---\ntitle: T\ndate: 2099-01-01\n---\n"
	for name, test := range map[string]struct {
		files fstest.MapFS
		title string
		posts string
	}{
		"another folder of content": {fstest.MapFS{
			"hugo.toml": file("title = \"Moved\"\ncontentDir = \"text/all\"\n"), "text/all/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Moved", "a"},
		"content without sections": {fstest.MapFS{
			"hugo.yaml": file("title: Flat\ncontentDir: ./docs\n"), "docs/a.md": file("# A\n"), "README.md": file("# B\n"),
		}, "Flat", "a"},
		"a folder outside": {fstest.MapFS{
			"hugo.toml": file("title = \"Out\"\ncontentDir = \"../other\"\n"), "content/posts/a.md": file("# A\n"),
		}, "Out", "a"},
		"a table for each language": {fstest.MapFS{
			"hugo.toml":         file("title = \"Both\"\ndefaultContentLanguage = \"de\"\n[languages.en]\ntitle = \"Mine\"\n[languages.de]\ntitle = \"Meins\"\ncontentDir = \"inhalt\"\n"),
			"inhalt/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Meins", "a"},
		"a file for each language": {fstest.MapFS{
			"config/_default/hugo.toml": file("defaultContentLanguage = \"en\"\n"), "config/_default/languages.en.toml": file("title = \"Mine\"\n"),
			"config/_default/languages.de.toml": file("title = \"Meins\"\n"),
			"content/de/posts/a.md":             file("# Ach\n"), "content/en/posts/a.md": file("# A\n"),
		}, "Mine", "a"},
		"a file for each key": {fstest.MapFS{
			"config/_default/hugo.toml": file("title = \"Whole\"\ndefaultContentLanguage = \"de\"\n"), "config/_default/languages.yaml": file("de:\n  title: Teile\n  contentDir: inhalt\n"),
			"config/_default/params.txt": file("title"), "config/_default/menus.toml": file("= ["),
			"inhalt/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Teile", "a"},
		"a whole beside the folder": {fstest.MapFS{
			"hugo.toml": file("title = \"Root\"\ncontentDir = \"inhalt\"\n[params]\ndescription = \"d\"\n"), "config/_default/hugo.yaml": file("title: Folder\n"),
			"inhalt/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Folder", "a"},
		"an older whole beside the folder": {fstest.MapFS{
			"config.toml": file("title = \"Root\"\ncontentDir = \"inhalt\"\n"), "config/_default/config.toml": file("title = \"Folder\"\n"),
			"inhalt/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Folder", "a"},
		"a whole beside the file of a language": {fstest.MapFS{
			"hugo.toml": file("title = \"Root\"\n"), "config/_default/languages.en.toml": file("title = \"Mine\"\n"), "content/posts/b.md": file("# B\n"),
		}, "Mine", "b"},
		"two wholes in the folder": {fstest.MapFS{
			"config/_default/config.toml": file("title = \"Config\"\ncontentDir = \"inhalt\"\n"), "config/_default/hugo.toml": file("title = \"Hugo\"\n"),
			"inhalt/posts/a.md": file("# A\n"), "content/posts/b.md": file("# B\n"),
		}, "Hugo", "a"},
		"what is published": {fstest.MapFS{
			"hugo.toml": file("title = \"Root\"\n"), "config/_default/hugo.toml": file("title = \"Folder\"\n"),
			"config/production/config.yaml": file("title: Public\n"), "config/development/hugo.toml": file("title = \"Own\"\n"),
			"content/posts/b.md": file("# B\n"),
		}, "Public", "b"},
		"what is published alone": {fstest.MapFS{
			"hugo.toml": file("title = \"Root\"\n"), "config/production/params.toml": file("[x]\ny = 1\n"), "config/production/hugo.toml": file("buildFuture = true\n"),
			"content/posts/a.md": file(future),
		}, "Root", "a"},
		"a folder for each language": {fstest.MapFS{
			"hugo.toml":             file("[languages.en]\ntitle = \"Folders\"\ncontentDir = \"content/en\"\n[languages.de]\ncontentDir = \"content/de\"\n"),
			"content/de/posts/a.md": file("# Ach\n"), "content/en/posts/a.md": file("# A\n"), "content/de/posts/b.md": file("# Beh\n"),
		}, "Folders", "a b"},
		"the future of Hugo": {fstest.MapFS{"hugo.toml": file("title = \"F\"\nbuildFuture = true\n"), "content/posts/a.md": file(future)}, "F", "a"},
		"no future of Hugo":  {fstest.MapFS{"hugo.toml": file("title = \"F\"\n"), "content/posts/a.md": file(future)}, "F", ""},
		"the future of Jekyll": {fstest.MapFS{
			"_config.yml": file("title: J\nfuture: true\n"), "_posts/2099-01-01-a.md": file("# A\n"),
		}, "J", "2099-01-01-a"},
		"no future of Jekyll": {fstest.MapFS{"_config.yml": file("title: J\n"), "_posts/2099-01-01-a.md": file("# A\n")}, "J", ""},
		"the future of Zola":  {fstest.MapFS{"zola.toml": file("title = \"Z\"\n"), "content/a.md": file("+++\ndate = 2099-01-01\n+++\n")}, "Z", "a"},
	} {
		c := open(t, test.files, catalog.Options{Now: now})
		if got := slugs(c.Posts); got != test.posts || c.Title != test.title {
			t.Errorf("%s: %q with %q, want %q with %q", name, c.Title, got, test.title, test.posts)
		}
	}
}
