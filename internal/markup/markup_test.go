package markup_test

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/blogtui/blogtui/internal/markup"
	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/posts"
)

// conversion is what must come of a body. A body of one line is written as it is, of more with their ends.
type conversion struct{ name, body, want string }

func run(t *testing.T, d markup.Dialect, all []conversion) {
	t.Helper()
	for _, c := range all {
		got := string(markup.Plain([]byte(c.body), d))
		if got != c.want {
			t.Errorf("%s:\n%s\nis\n%s\nwant\n%s", c.name, c.body, got, c.want)
		}
	}
}

func TestShortcodesOfHugo(t *testing.T) {
	run(t, markup.Dialect{}, []conversion{
		{"highlight", "{{< highlight go \"linenos=table\" >}}\nx := `{{ .A }}`\n{{< /highlight >}}\nend", "```go\nx := `{{ .A }}`\n```\nend"},
		{"highlight with a title", "{{% code lang=\"py\" file=\"a.py\" %}}\nx\n{{% /code %}}", "```py title=\"a.py\"\nx\n```"},
		{"highlight of a fence", "{{< highlight md >}}\n```\nx\n```\n{{< / highlight >}}", "````md\n```\nx\n```\n````"},
		{"highlight in a line", "say {{< highlight sh >}}ls -l{{< /highlight >}} now", "say `ls -l` now"},
		{"code on the lines of its tags", "{{< highlight sh >}}ls\nrm{{< /highlight >}}\nend", "```sh\nls\nrm\n```\nend"},
		{"mermaid", "{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}", "```mermaid\ngraph TD\n```"},
		{"figure", `{{< figure src="a.png" alt="An a" caption="The letter" >}}`, `![An a](a.png) *The letter*`},
		{"figure without words", `{{< figure src="/img/a b.png" >}}`, `![a b.png](</img/a b.png>)`},
		{"figure on more lines", "{{< figure\n  src=\"a.png\"\n  alt=\"A\"\n>}}\nend", "![A](a.png)\n\n\n\nend"},
		{"note", "{{< note >}}\nMind *this*.\n\n- a\n{{< /note >}}\nend", "> [!NOTE]\n> Mind *this*.\n> \n> - a\n\nend"},
		{"note of a kind", "{{% notice warning %}}\nHot.\n{{% /notice %}}", "> [!WARNING]\n> Hot.\n"},
		{"note with a title", "{{< admonition type=tip title=\"Save time\" >}}\nA.\n{{< /admonition >}}", "> [!TIP] Save time  \n> A.\n"},
		{"note on one line", "{{< warning >}}Hot.{{< /warning >}}\n", "> **Warning:** Hot.\n"},
		{"note within a line", "a {{< note >}}b{{< /note >}} c", "a b c"},
		{"note in a list", "- a\n\n  {{< tip >}}\n  b\n  {{< /tip >}}\n- c", "- a\n\n  > [!TIP]\n  > b\n  > \n- c"},
		{"in the text of a list", "- a\n\n    {{< gallery >}}\n", "- a\n\n    *‹gallery›*\n"},
		{"code in a note", "{{< note >}}\n```\n{{< x >}}\n```\n{{< /note >}}", "> [!NOTE]\n> ```\n> {{< x >}}\n> ```\n"},
		{"reference", `[there]({{< ref "posts/b.md#c" >}}) and [here]({{% relref path="d.md" %}})`, `[there](posts/b.md#c) and [here](d.md)`},
		{"youtube", `{{< youtube w7Ft2ymGmfc >}}`, `[YouTube w7Ft2ymGmfc](https://www.youtube.com/watch?v=w7Ft2ymGmfc)`},
		{"youtube by name", `{{< youtube id="abc" title="A [talk]" >}}`, `[A \[talk\]](https://www.youtube.com/watch?v=abc)`},
		{"gist", `{{< gist jane 123 >}}`, `[Gist jane/123](https://gist.github.com/jane/123)`},
		{"details", "{{< details summary=\"More\" >}}\nText.\n{{< /details >}}", "**More**  \nText.\n"},
		{"quote", "{{< quote author=\"Ann\" >}}\nYes.\n{{< /quote >}}", "> *Ann:*  \n> Yes.\n"},
		{"unknown", "text\n\n{{< gallery dir=\"x\" >}}\n", "text\n\n*‹gallery›*\n"},
		{"unknown with content", "{{< box >}}\nIn it.\n{{< /box >}}", "\nIn it.\n"},
		{"unknown within a line", "from {{< version >}} on", "from ‹version› on"},
		{"unknown around words", "a {{< color red >}}b{{< /color >}} c", "a b c"},
		{"in a comment", "{{</* note */>}} writes a note", "{{< note >}} writes a note"},
		{"comment", "a {{/* b */}} c", "a  c"},
		{"not closed", "{{< note", "{{< note"},
		{"closing only", "a {{< /note >}} b", "a  b"},
		{"include", `{{% include "legal.md" %}}`, "*‹include legal.md›*"},
	})
}

func TestLiquid(t *testing.T) {
	run(t, markup.Dialect{}, []conversion{
		{"highlight", "{% highlight ruby linenos %}\nputs `{{ x }}`\n{% endhighlight %}\nend", "```ruby\nputs `{{ x }}`\n```\nend"},
		{"raw", "a {% raw %}{{ site.b }}{% endraw %} c", "a {{ site.b }} c"},
		{"raw around a block", "{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\nend", "\n```\n{{ x }}\n```\n\nend"},
		{"comment", "a {% comment %}b\n{% x %}{% endcomment %}c", "a \nc"},
		{"control", "{% if site.x %}a{% else %}b{% endif %} {%- assign y = 1 -%}c", "ab c"},
		{"post", "[a]({% post_url 2024-01-02-a %})", "[a](2024-01-02-a.md)"},
		{"post below the site", "[a]({{ site.baseurl }}{% post_url /x/2024-01-02-a %})", "[a](2024-01-02-a.md)"},
		{"link", "[a]({{ site.baseurl }}{% link _posts/b.md %})", "[a](_posts/b.md)"},
		{"address", `![a]({{ site.url }}/b.png) [c]({{ "/d" | relative_url }}) <img src="{{ '/e.png' | prepend: site.baseurl }}">`, `![a](/b.png) [c](/d) <img src="/e.png">`},
		{"variable", "By {{ page.author }}, {{ 'now' | date: '%Y' }}.", "By ‹page.author›, now."},
		{"braces", `write {{ "{{" }} x }}`, `write {{ x }}`},
		{"of another language", "use {{ .Title }} and {{ count }} and ${{ x }}", "use {{ .Title }} and {{ count }} and ${{ x }}"},
		{"include", "{% include toc.html %}\n{% include ads.html id=3 %}\n", "\n*‹include ads.html›*\n"},
		{"include of a figure", `{% include figure.html src="a.png" alt="A" %}`, "![A](a.png)"},
		{"include of a note", `{% include note.html content="Mind it." %}`, "> **Note:** Mind it."},
		{"Nunjucks", `{% image "a.png", "An a" %}{# why #}`, "![An a](a.png)"},
		{"a link of the blog's own", `a {% indieweblink "The [docs]", "https://x.y/z" %} b`, `a [The \[docs\]](https://x.y/z) b`},
		{"an address on its own line", `{% embedPost "https://x.y/z" %}`, "[https://x.y/z](https://x.y/z)"},
		{"an address in a sentence", `a {% avatar "https://x.y/z", "wide" %} b`, "a ‹avatar› b"},
		{"an address by name", `{% preview url="/z", title="Z" %} {% preview url=here title="Z" %}`, "[Z](/z) ‹preview›"},
		{"image with a size", `{% img "a.png" 300x200 %}`, "![a.png](a.png)"},
		{"Zola, escaped", "{{/* note(a=1) */}} {%/* end_note() */%} {{/* a comment */}} {%/* no call */%}", "{{ note(a=1) }} {% end_note() %}  {%/* no call */%}"},
		{"kramdown", "{::nomarkdown}<b>x</b>{:/} {::comment}\nhidden\n{:/comment}y{::options toc_levels=\"2\" /}\n{::open\nz}", "<b>x</b> \n\ny\n{::open\nz}"},
		{"Zola", "{% quote(author=\"Ann\") %}\nYes.\n{% end %}\n{{ youtube(id=\"abc\") }}\n{{ toc() }}", "> *Ann:*  \n> Yes.\n\n[YouTube abc](https://www.youtube.com/watch?v=abc)\n"},
		{"Zola, two images", `{{ dual_theme_image(light_src="a.webp", dark_src="b.webp", alt="A") }} {{ image_toggler(default_src="c", toggled_src="d", default_alt="C") }}`, "![A](a.webp) ![C](c)"},
		{"Zola, one in the other", "{% note() %}\n{% box() %}\na\n{% end %}\nb\n{% end %}\nc", "> [!NOTE]\n> \n> a\n> \n> b\n\nc"},
	})
}

func TestEnginesThatRunLiquid(t *testing.T) {
	run(t, markup.Dialect{Liquid: true, Title: "On *it*"}, []conversion{
		{"variable", "<{{ release.url }}> [a]({{ home }})", "<‹release.url›> [a](‹home›)"},
		{"title", "# {{ page.title }}", "# On *it*"},
		{"raw in code", "write `{% raw %}{{ x }}{% endraw %}` or `{%- raw -%}{% x %}`", "write `{{ x }}` or `{% x %}`"},
		{"raw in a fence", "```\n{% raw %}\n{{ x }} {% if %}\n{% endraw %}\n```\n{{ x }}", "```\n\n{{ x }} {% if %}\n\n```\n*‹x›*"},
		{"of another language", "use {{ .Title }} and ${{ x + 1 }}", "use {{ .Title }} and ${{ x + 1 }}"},
	})
}

func TestAttributeListsAndContainers(t *testing.T) {
	run(t, markup.Dialect{}, []conversion{
		{"block", "text\n{: .lead #top}\n\nend", "text\n\n\nend"},
		{"link", `[a](b){:target="_blank"} and ![c](d){: .wide width="40%" }`, `[a](b) and ![c](d)`},
		{"of other engines", "![c](d){.wide}\n\n{.note}\ntext", "![c](d)\n\n\ntext"},
		{"heading", "## A {#a}\n## B {: #b .c}\n## D {: .no_toc }", "## A {#a}\n## B {#b .c}\n## D "},
		{"no list", "a set {.5, 1} and {: ?} and {}", "a set {.5, 1} and {: ?} and {}"},
		{"contents", "* TOC\n{:toc}\n\n[TOC]\ntext", "\n\n\n\ntext"},
		{"container", ":::note\ntext\n:::\nend", "> [!NOTE]\n> text\n\nend"},
		{"container with a title", ":::tip[Be quick]\ntext\n:::", "> [!TIP] Be quick  \n> text\n"},
		{"container of another kind", "::: wide\ntext\n:::\n", "\ntext\n\n"},
		{"container of a figure", "::: figure The caption\n![a](b)\n:::\n", "\n![a](b)\n*The caption*\n"},
	})
}

func TestCodeStaysAsItIs(t *testing.T) {
	for _, body := range []string{
		"```\n{{< note >}}\n{% raw %}\n```\n", "~~~~\n```\n{{< note >}}\n~~~\n{% a %}\n~~~~", "a `{{< note >}}` b ``{% ` %}`` c",
		"a `{{< x >}}\n{% b %}` c", "text\n\n    {{< note >}}\n    {% raw %}\n\n    {: .x}\n", "\t{{< note >}}",
		"<pre>\n{{< note >}}\n</pre>\n", "> ```\n> {{< note >}}\n> ```\n", "- a\n\n  ```\n  {% b %}\n  ```\n", "- ```\n  {% b %}\n  ```\n",
		"- a\n\n        {% b %}\n", "```\n{{< never closed >}}\n", "\\{{< a \\`b",
	} {
		for _, mdx := range []bool{false, true} {
			if got := string(markup.Plain([]byte(body+"\n"), markup.Dialect{MDX: mdx})); got != body+"\n" && (!mdx || !strings.Contains(body, "\\")) {
				t.Errorf("%q is %q", body, got)
			}
		}
	}
}

func TestMDX(t *testing.T) {
	run(t, markup.Dialect{MDX: true}, []conversion{
		{"import", "import A from './a'\nimport {\n  B,\n} from \"b\";\n\nimport this word\n", "\n\n\n\n\nimport this word\n"},
		{"export", "export const meta = {\n  a: [1],\n}\n\ntext", "\n\n\n\ntext"},
		{"note", "<Note type=\"tip\">\n\nText *of* it.\n\n</Note>\nend", "> [!TIP]\n> \n> Text *of* it.\n> \n\nend"},
		{"note on one line", "<Callout>Mind it.</Callout>", "> **Note:** Mind it."},
		{"image", "<Image src={cover} alt=\"A cover\" width={3} />", "![A cover](cover)"},
		{"closed at once", "<Chart /> <Chart>a</Chart>", "‹Chart› a"},
		{"image of HTML", "<img src={a.b} alt='x'/>", "![x](a.b)"},
		{"video", "<YouTube id=\"abc\" />", "[YouTube abc](https://www.youtube.com/watch?v=abc)"},
		{"unknown", "<Chart data={[1, {a: '}'}]} />\n", "*‹Chart›*\n"},
		{"video of a framework", "<YouTubeEmbed videoId=\"abc\" /> <TweetEmbed id='1'/> <Embed/>", "[YouTube abc](https://www.youtube.com/watch?v=abc) [Tweet 1](https://twitter.com/i/status/1) ‹Embed›"},
		{"mathematics", "$\\mathbf{X}$ and {Y}, $x^{T}$5\n$$\ny_{i} = {z}\n$$\n${a}/${b}", "$\\mathbf{X}$ and ‹Y›, $x^‹T›$5\n$$\ny_{i} = {z}\n$$\n$‹a›/$‹b›"},
		{"unknown with a title", "<Step title=\"First\">\n\na\n\n</Step>", "**First**  \n\na\n\n"},
		{"who says it", "<Conv name=\"Mara\" mood=\"hacker\">\n  Fun!\n</Conv>\n<Conv name={'Aoi'}>\n  Eh?\n</Conv>", "> *Mara:*  \n>   Fun!\n\n> *Aoi:*  \n>   Eh?\n"},
		{"who says it, on one line", "\n<Conv name=\"Mara\">Fun!</Conv>", "\n> *Mara:* Fun!"},
		{"no speaker", "<Chart source=\"a.csv\">\ntext\n</Chart>", "\ntext\n"},
		{"a name in a sentence", "a <Term name=\"api\">API</Term> and\n<Term name=\"cli\">CLI</Term> too", "a API and\nCLI too"},
		{"image of the blog's own", "<Cover src=\"a.png\"/> <BlogImage src={a} alt=\"A\"/> <Chart src=\"a.csv\"/>", "![a.png](a.png) ![A](a) ‹Chart›"},
		{"unknown with content", "a <Pill color=\"red\">b</Pill> c", "a b c"},
		{"HTML with a program", "<div style={{ a: 1 }} className=\"b\">text</div>", "<div>text</div>"},
		{"HTML", "a <kbd>b</kbd><br/> 1 < 2", "a <kbd>b</kbd><br/> 1 < 2"},
		{"fragment", "<>a</>", "a"},
		{"expression", "a{' '}b {/* why */}{frontmatter.title} {f(1)}", "a b ‹frontmatter.title› ‹…›"},
		{"to unfold, on one line", "<Accordion title=\"More\">text</Accordion>", "**More** text"},
		{"heading", "## A {#a}", "## A {#a}"},
		{"not closed", "a { b < c", "a { b < c"},
	})
	if got := string(markup.Plain([]byte("import a from 'b'\n<Note>x</Note> {y}\n"), markup.Dialect{})); got != "import a from 'b'\n<Note>x</Note> {y}\n" {
		t.Errorf("Markdown was read as MDX: %q", got)
	}
}

// The posts of the built-in blog explain such syntax, in code.
func TestTheBlogDoesNotChange(t *testing.T) {
	files, err := fs.Glob(posts.FS, "*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		source, err := fs.ReadFile(posts.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := post.Body(source)
		if got := markup.Plain(body, markup.Dialect{}); !bytes.Equal(got, body) {
			t.Errorf("%s changes:\n%s", file, firstDifference(string(got), string(body)))
		} else if unsafe.SliceData(got) != unsafe.SliceData(body) {
			t.Errorf("%s is the same, and in memory twice", file)
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			return w[i] + "\nis\n" + strings.Join(g[min(i, len(g)):min(i+1, len(g))], "")
		}
	}
	return ""
}

func TestHostileBodiesAreReadInBoundedTime(t *testing.T) {
	for _, part := range []string{
		"{{<", "{{< a >}}", "{% a %}{% end %}", "{%", "{{", "`", "` ``", "``` \n", "<pre>", "<A b={", "<A>", "</A>", "{", "{{< /a >}}", ":::note\n",
		"{{< highlight >}}", "{{< highlight >}}{{< /highlight >}}", "{% raw %}", "{% comment %}{% endcomment %}", "{:", "{: .a}", "import {\n", "\\",
		"{{< note >}}\n", "> ", "- ", "{{< figure src=\"", "[TOC]\n",
	} {
		body := []byte(strings.Repeat(part, 100<<10/len(part)) + "{{< /highlight >}}{% endraw %}")
		for _, mdx := range []bool{false, true} {
			start := time.Now()
			out := markup.Plain(body, markup.Dialect{MDX: mdx, Liquid: !mdx})
			if took := time.Since(start); took > 20*time.Second { // what is quadratic takes minutes; the machine may be busy
				t.Errorf("100 KB of %q take %v", part, took)
			}
			if len(out) > 40*len(body) {
				t.Errorf("100 KB of %q become %d MB", part, len(out)>>20)
			}
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		"", "{{< note >}}\na\n{{< /note >}}", "{% highlight a %}\n```\n{% endhighlight %}", "{{ a(b=c, d: 'e') | f }}{: .g}", ":::tip[x]\n:::\n",
		"import a from 'b'\n<A b={c} d=\"e\">\n{/* f */}\n</A>", "- {{< tabs >}}\n    x\n`y`\n\t{{% /tabs %}}", "{{< figure src=a >}}{{< youtube >}}{% raw %}{% end %}",
		"> {{< quote by=x >}}\n~~~\n<pre>{{< gist a b >}}{{</* z */>}}",
	} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, body []byte, mdx bool) {
		before := bytes.Clone(body)
		got := markup.Plain(body, markup.Dialect{MDX: mdx, Liquid: !mdx})
		if !bytes.Equal(before, body) {
			t.Errorf("the body was changed")
		}
		if lines := bytes.Count(got, []byte("\n")); lines < bytes.Count(body, []byte("\n")) {
			t.Errorf("%q of %d lines becomes %q of %d", body, bytes.Count(body, []byte("\n")), got, lines)
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	paragraph := "A paragraph of words that says `what` — in the usual length — something {{< ref \"a.md\" >}} of use.\n"
	body := []byte(strings.Repeat(paragraph+"\n{{< note >}}\n"+paragraph+"{{< /note >}}\n```\n{{ x }}\n```\n", 60))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		markup.Plain(body, markup.Dialect{})
	}
}
