package document

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// KnownLanguage tells whether code of a language is coloured, drawn, or plain on purpose.
func KnownLanguage(language string) bool {
	switch language {
	case diagramLanguage, "console", "shell-session":
		return true
	}
	return plainOnPurpose(language) || lexers.Get(kin(language)) != nil
}

func plainOnPurpose(language string) bool {
	switch language {
	case "text", "txt", "plain", "plaintext", "none", "output", "ascii", "tree", "log", "csv":
		return true
	}
	return false
}

// kin returns the language whose lexer serves for one that has none of its own.
func kin(language string) string {
	switch language {
	case "astro":
		return "svelte"
	case "jsonc", "json5":
		return "javascript"
	case "mdx":
		return "markdown"
	case "dotenv":
		return "bash"
	case "jinja2", "njk", "nunjucks", "liquid":
		return "html+jinja"
	case "shellsession", "sh-session", "terminal":
		return "console"
	}
	return language
}

// lexerFor returns the lexer of the code's language, nil if it is to stay plain. Without a language
// there is none: guessing costs more than it gives.
func lexerFor(c Code) chroma.Lexer {
	switch {
	case c.Language == "", c.Language == diagramLanguage, plainOnPurpose(c.Language), len(c.Text) > maxColoured:
		return nil
	case c.Language == "shell-session":
		return lexers.Get("console")
	}
	return lexers.Get(kin(c.Language))
}

// tokens takes code apart. A component of Astro begins with a program, between two lines of "---".
func tokens(lexer chroma.Lexer, c Code) ([]chroma.Token, error) {
	var out []chroma.Token
	code := c.Text
	if script, rest, ok := cutFence(c); ok {
		iterator, err := lexers.Get("typescript").Tokenise(nil, script)
		if err != nil {
			return nil, err
		}
		out = append(append([]chroma.Token{{Type: chroma.CommentPreproc, Value: fence}}, iterator.Tokens()...),
			chroma.Token{Type: chroma.CommentPreproc, Value: fence})
		code = rest
	}
	iterator, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return nil, err
	}
	return append(out, iterator.Tokens()...), nil
}

// fence is the line before and after the program of an Astro component.
const fence = "---\n"

func cutFence(c Code) (script, rest string, ok bool) {
	after, found := strings.CutPrefix(c.Text, fence)
	if c.Language != "astro" || !found {
		return "", "", false
	}
	script, rest, found = strings.Cut(after, "\n"+fence)
	return script + "\n", rest, found
}
