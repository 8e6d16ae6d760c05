package post_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "text", "# Title", "、本 a", yamlPost, tomlPost, jsonPost, "\xef\xbb\xbf---\r\ntitle: \"\\e\\x9b\"\r\n---\r\nx",
		"---\ntags: &a [*a]\n<<: {b: c}\n? [a]\n: b\n---\n", "---\n!!binary x: !!float y\ndate: !!timestamp z\n---\n",
		"+++\na.b.c = [{d = '''''}''']\ndate = 10:00:00\n+++\n", ";;;\n[1]\n;;;\n", "{\n}{\n}\n", "---\n- a\n---\n", "---\n",
		"{\"a\"#1}", "---\rtitle: a: b\rtags:\r- x\r...\rtext", "---\nauthors: [{name: a}]\ntaxonomies: {tags: [b]}\nseries: {title: c, order: 2}\n---\n",
		"---\ntitle: {{ x }}\nexcerpt: @y\nlist: [a, 'b\n  more\n---\n![x](y) _a_ [b][c] <d> {% e %}\n\n<!-- more -->\n",
	} {
		f.Add("posts/a b.md", []byte(s))
	}
	for _, bomb := range bombs {
		if len(bomb.source) < 4<<10 { // the large ones would only make it slow
			f.Add("a.md", []byte(bomb.source))
		}
	}
	f.Fuzz(func(t *testing.T, path string, source []byte) {
		p, body := post.Parse(path, source)
		if !bytes.HasSuffix(source, body) {
			t.Errorf("the body is no end of the source")
		}
		if again, line := post.Body(source); !bytes.Equal(again, body) || line != p.BodyLine {
			t.Errorf("Body differs from the body of Parse")
		}
		head := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(source[:len(source)-len(body)]))
		if want := strings.Count(head, "\n") + 1; p.BodyLine != want &&
			(len(body) > 0 || p.BodyLine != want+1) { // a fence without a line end closes the file
			t.Errorf("the body starts at line %d, not %d", want, p.BodyLine)
		}
		if want := text.Words(body); p.Words != want {
			t.Errorf("%d words, the body has %d", p.Words, want)
		}
		clean := append([]string{p.Slug, p.Path, p.Title, p.Description, p.Category, p.Series}, slices.Concat(p.Tags, p.Further, p.Requires, p.Authors, p.Aliases)...)
		clean = append(clean, p.Permalink, p.Name, p.Language, p.TranslationKey, p.Unlisted)
		for _, problem := range p.Problems {
			clean = append(clean, problem.Path, problem.Message, problem.Remedy)
			if problem.Line < 0 || problem.Line > bytes.Count(source, []byte("\n"))+bytes.Count(source, []byte("\r"))+1 {
				t.Errorf("%v is beyond the file", problem)
			}
			if problem.Message == "" || problem.Remedy == "" {
				t.Errorf("%v has no cause or no remedy", problem)
			}
		}
		for _, s := range clean {
			if text.CleanLine(s) != s {
				t.Errorf("%q is not clean", s)
			}
		}
		if p.Slug == "" || p.Title == "" {
			t.Errorf("slug %q, title %q", p.Slug, p.Title)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	source := []byte(yamlPost + strings.Repeat("A paragraph of words that says — in the usual length — something.\n", 300))
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		post.Parse("posts/a.md", source)
	}
}

func BenchmarkBody(b *testing.B) {
	source := []byte(yamlPost + strings.Repeat("words ", 4000))
	b.ReportAllocs()
	for b.Loop() {
		post.Body(source)
	}
}
