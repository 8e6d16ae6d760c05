package post_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/post"
)

// laughs is a YAML text whose every line names the one before nine times.
func laughs() string {
	lines := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'z'; c++ {
		lines += fmt.Sprintf("%c: &%c [%s*%c]\n", c, c, strings.Repeat(fmt.Sprintf("*%c,", c-1), 8), c-1)
	}
	return lines
}

// yaml, toml and object are posts with one word below a front matter.
func yaml(block string) string   { return "---\n" + block + "\n---\ntext" }
func toml(block string) string   { return "+++\n" + block + "\n+++\ntext" }
func object(block string) string { return ";;;\n" + block + "\n;;;\ntext" }

func around(n int, open, inside, shut string) string {
	return strings.Repeat(open, n) + inside + strings.Repeat(shut, n)
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// indented is n tables of YAML, one in the other.
func indented(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// bombs are posts whose front matter is small and costs much, or is odd. All are read in a moment, and none is
// lost: what is not understood of it is a problem, and its text is there.
var bombs = map[string]struct {
	source  string
	title   string // "": made of the name
	problem string // what is said first of the front matter; "": nothing
}{
	"aliases":                    {yaml(laughs() + "tags: *y\ntitle: *y"), "", "the front matter cannot be read: it has more than 10000 values"},
	"aliases in one list":        {yaml("a: &a [" + strings.Repeat("x, ", 2000) + "x]\nb: [" + strings.Repeat("*a, ", 2000) + "*a]\ntitle: T"), "", "the front matter cannot be read: it has more than"},
	"merged aliases":             {yaml("a: &a {" + strings.Repeat("x: 1, ", 500) + "y: 2}\n" + numbered(500, "k%d: {<<: *a}\n") + "title: T"), "", "the front matter cannot be read: it has more than"},
	"an alias of itself":         {yaml("tags: &a [*a, x]\ntitle: &b {c: *b}"), "", "tags is a table"},
	"an anchor of all":           {yaml("title: T\ntags: &a\n- *a\n- {b: *a}"), "T", "tags is a table"},
	"an alias of nothing":        {yaml("title: T\ntags: *none"), "T", "the front matter cannot be read: unknown anchor"},
	"lists in YAML":              {yaml("a: " + strings.Repeat("[", 60_000)), "", "the front matter nests deeper"},
	"a thousand lists in YAML":   {yaml("title: T\na: " + around(1000, "[", "", "]")), "", "the front matter nests deeper"},
	"dashes":                     {yaml(strings.Repeat("- ", 30_000)), "", "the front matter nests deeper"},
	"indented tables":            {yaml(indented(300)), "", "the front matter nests deeper"},
	"keys that are lists":        {yaml("? [a, b]\n: c\n? {d: e}\n: f\ntitle: T"), "T", ""},
	"dots in TOML":               {toml(strings.Repeat("a.", 30_000) + "b = 1"), "", "the front matter nests deeper"},
	"dots and spaces in TOML":    {toml(strings.Repeat("a . ", 15_000) + "b = 1"), "", "the front matter nests deeper"},
	"quoted keys in TOML":        {toml(strings.Repeat(`"".`, 20_000) + "b = 1"), "", "the front matter nests deeper"},
	"the head of a table":        {toml("[" + strings.Repeat("a.", 30_000) + "b]"), "", "the front matter nests deeper"},
	"a thousand lists in TOML":   {toml("title = 'T'\na = " + around(1000, "[", "", "]")), "", "the front matter nests deeper"},
	"a thousand tables in TOML":  {toml("title = 'T'\na = " + around(1000, "{a=", "1", "}")), "", "the front matter nests deeper"},
	"TOML in texts":              {toml("a = " + around(1500, `{x="}", y='''}''''', z="""}\"""""", a=`, "1", "}")), "", "the front matter nests deeper"},
	"many tables in TOML":        {toml("title = 'T'\n" + numbered(4000, "[[a]]\nb=%d\n")), "T", ""},
	"lists in JSON":              {object(`{"a":` + strings.Repeat("[", 60_000)), "", "the front matter nests deeper"},
	"a thousand tables in JSON":  {object(around(1000, `{"a":`, "1", "}")), "", "the front matter nests deeper"},
	"a bare object":              {"{\"a\":" + around(1000, "[", "1", "]") + ",\n\"title\": \"T\"\n}\ntext", "", "the front matter nests deeper"},
	"one key again and again":    {yaml(strings.Repeat("x:\n", 20_000)), "", "the front matter cannot be read: it has more than"},
	"keys that differ":           {yaml("title: T\n" + numbered(8000, "k%d:\n")), "T", ""},
	"a million keys":             {yaml("title: T\n" + numbered(1_000_000, "k%d:\n")), "", "the front matter that opens here is not closed within 64 KB"},
	"a million keys in TOML":     {toml(numbered(1_000_000, "k%d=1\n")), "", "the front matter that opens here is not closed within 64 KB"},
	"a million keys in JSON":     {object("{" + numbered(1_000_000, "\"k%d\":1,\n") + "\"z\":1}"), "", "the front matter that opens here is not closed within 64 KB"},
	"a byte more than is read":   {"---\ntitle: " + strings.Repeat("x", 64<<10+1-len("---\ntitle: \n\n---\n")) + "\n\n---\ntext", "", "the front matter that opens here is not closed within 64 KB"},
	"one long value":             {yaml("title: " + strings.Repeat("x", 1<<20) + "\n"), "", "the front matter that opens here is not closed within 64 KB"},
	"one long title":             {yaml("title: " + strings.Repeat("日", 20_000)), "", ""},
	"one long description":       {yaml("title: T\ndescription: " + strings.Repeat("a b ", 10_000)), "T", ""},
	"one long heading":           {"# " + strings.Repeat("x", 1<<20) + "\ntext", "", ""},
	"one long value in brackets": {"{\"title\": \"" + strings.Repeat("x", 1<<20) + "\"}\ntext", "", ""},
	"a quote that is not closed": {yaml("title: \"T\ndate: 2024-01-02"), `"T`, "the front matter cannot be read: found unexpected end of stream"},
	"an apostrophe likewise":     {yaml("title: 'T\ntags: [a]"), "'T", "the front matter cannot be read: found unexpected end of stream"},
	"a quote in TOML":            {toml("title = \"T\nx = 1"), `"T`, "the front matter cannot be read: strings cannot contain newlines"},
	"quotes in TOML":             {toml("title = \"\"\"T\nx = 1"), `"""T`, "the front matter cannot be read: "},
	"a quote in JSON":            {object("{\"title\": \"T\n}"), "", "the front matter cannot be read: invalid character"},
	"a NUL":                      {yaml("title: T\nx: a\x00b"), "T", "the front matter cannot be read: control characters are not allowed"},
	"a line of NUL":              {yaml("title: T\n\x00\nx: 1"), "T", "the front matter cannot be read: it holds a NUL byte"},
	"a NUL in TOML":              {toml("title = 'T'\nx = 'a\x00b'"), "T", "the front matter cannot be read: "},
	"a NUL in JSON":              {object("{\"title\": \"T\x00\"}"), "", "the front matter cannot be read: invalid character"},
	"a BOM in the middle":        {yaml("title: T\n\ufefftags: [a]"), "T", ""},
	"a BOM behind the fence":     {"---\n\ufefftitle: T\n---\ntext", "T", ""},
	"a key twice":                {yaml("title: T\ntitle: U"), "U", "title is given twice; the last counts"},
	"a key twice in TOML":        {toml("title = 'T'\ntitle = 'U'"), "U", "title is given twice; the last counts"},
	"a key twice in JSON":        {object(`{"title": "T", "title": "U"}`), "U", "title is given twice; the last counts"},
	"no UTF-8":                   {yaml("title: T\nx: \xff\xfe"), "T", "the front matter cannot be read: invalid"},
}

func TestHostileFrontMatterIsReadInBoundedTime(t *testing.T) {
	const most = 64 << 20 // bytes, some hundred times what is read at most
	for name, bomb := range bombs {
		source := []byte(bomb.source)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		p, body := post.Parse("a.md", source)
		runtime.ReadMemStats(&after)
		first := ""
		if len(p.Problems) > 0 {
			first = p.Problems[0].Message
		}
		title := bomb.title
		if title == "" {
			title = "A"
		}
		if p.Title != title && len(p.Title) < 900 || !strings.HasPrefix(first, bomb.problem) || bomb.problem == "" && first != "" {
			t.Errorf("%s: title %.40q with %.100q", name, p.Title, first)
		}
		if len(p.Title) > 1100 || len(p.Description) > 1100 {
			t.Errorf("%s: a title of %d bytes, a description of %d", name, len(p.Title), len(p.Description))
		}
		if !strings.HasSuffix(string(body), "text") {
			t.Errorf("%s: the text is lost", name)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > most {
			t.Errorf("%s: %d KB are used for it", name, used>>10)
		}
	}
}
