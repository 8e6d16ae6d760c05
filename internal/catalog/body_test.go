package catalog_test

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/catalog"
)

func TestVariablesOfEnginesAreTheirValues(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"Jekyll": {map[string]string{
			"_config.yml":            "repository: https://x.y/z\nurl: https://a.b\nlinks: {home: /h}\n",
			"_posts/2024-01-01-p.md": "---\nauthor: Ann\nsite.repository: no\n---\n[a]({{ site.repository }}/issues) [b]({{site.links.home}}) [c]({{ site.url }}/c) {{ page.author | escape }} {{ page.author | upcase }} {{ page.url }} {{ author }} {{ site.author }}",
		}, "[a](https://x.y/z/issues) [b](/h) [c](/c) Ann ‹page.author› ‹page.url› ‹author› ‹site.author›"},
		"Eleventy": {map[string]string{
			".eleventy.js": "", "src/posts/p.md": "---\ntitle: T\nexternal_url: https://x.y\nmeta: {by: Ann}\n---\n[{{ title }}]({{ external_url }}) {{ meta.by }} {{ external_url | urlencode }} {{ other }}",
		}, "[T](https://x.y) Ann ‹external_url› ‹other›"},
		"Hugo": {map[string]string{
			"hugo.toml":          "title = 't'\n[params]\nmain = 'https://x.y'\nown = 'no'\n[params.deep]\nkey = 'k'\n[languages.en.params]\nenglish = 'yes'\n",
			"content/posts/p.md": "---\nown: o\nparams: {mine: m}\n---\n[a]({{< param \"main\" >}}/docs) {{% param own %}} {{< param mine >}} {{< param deep.key >}} {{< param Main >}} {{< param none >}} {{< other main >}} {{< param english >}} {{ site.title }}",
		}, "[a](https://x.y/docs) o m k https://x.y ‹param› ‹other› yes ‹site.title›"},
		"Hugo, parts": {map[string]string{
			"config/_default/hugo.toml": "title = 't'", "config/_default/params.toml": "v = '5.3'\nw = 'all'", "config/_default/languages.en.toml": "[params]\nw = 'english'\n",
			"content/posts/p.md": "{{< param v >}} {{< param w >}}",
		}, "5.3 english"},
		"none": {map[string]string{"p.md": "---\na: b\n---\n{{ page.a }} {{< param a >}}"}, "‹page.a› ‹param›"},
	} {
		got := open(t, blog(c.files), catalog.Options{})
		if len(got.Posts) != 1 {
			t.Fatalf("%s: %d posts", name, len(got.Posts))
		}
		body, err := got.Body(got.Posts[0].Slug)
		if err != nil || strings.TrimSpace(string(body)) != c.want {
			t.Errorf("%s: %q, want %q (%v)", name, body, c.want, err)
		}
		_, plain, _, err := got.Scan(got.Posts[0].Slug, nil)
		if err != nil || string(plain()) != string(body) {
			t.Errorf("%s: scanned it is %q (%v)", name, plain(), err)
		}
	}
}
