package document

import (
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/theme"
)

func TestLanguagesWithoutALexerBorrowOne(t *testing.T) {
	s := theme.Dark().Styles()
	for name, code := range map[string]Code{
		"astro":   {Language: "astro", Text: "---\nimport X from './X.astro';\nconst n: number = 1; // one\n---\n<ul class=\"a\">\n  {list.map((x) => <li>{x}</li>)}\n</ul>\n"},
		"jsonc":   {Language: "jsonc", Text: "{\n  // why\n  \"a\": [1, true],\n}\n"},
		"mdx":     {Language: "mdx", Text: "# Title\n\nSome *text* and <Note>it</Note>.\n"},
		"session": {Language: "shellsession", Text: "$ ls\na.md\n"},
	} {
		lines := Colour(code, s)
		colours, all := map[string]bool{}, ""
		for _, line := range lines {
			all += line.Text() + "\n"
			for _, span := range line {
				if strings.TrimSpace(span.Text) != "" {
					colours[span.SGR] = true
				}
			}
		}
		if all != code.Text || len(colours) < 2 {
			t.Errorf("%s has %d colours and is\n%s", name, len(colours), all)
		}
	}
	if c := Colour(Code{Language: "astro", Text: "---\nlet x\n"}, s); len(c) != 2 {
		t.Errorf("a program that does not end has %d lines", len(c))
	}
	for language, want := range map[string]bool{"astro": true, "jsonc": true, "mdx": true, "go": true, "mermaid": true, "text": true, "tree": true, "console": true, "pyhton": false} {
		if KnownLanguage(language) != want {
			t.Errorf("%s is known: %v", language, !want)
		}
	}
}
