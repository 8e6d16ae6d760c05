package reader

import (
	"regexp"
	"strings"
	"sync"

	"github.com/blogtui/blogtui/internal/document"
)

// prompts are what stands before the commands of a session, and before the further lines of one, by its
// language. A shell's own language has sessions too: "$ " begins no command.
func prompts(language string) (first []string, more string) {
	switch language {
	case "console", "shell-session", "shellsession", "sh-session", "terminal":
		return []string{"$ ", "# ", "% "}, "> "
	case "bash", "sh", "shell", "zsh":
		return []string{"$ "}, "> "
	case "pycon", "python-console":
		return []string{">>> "}, "..."
	}
	return nil, ""
}

// commands returns of a session what was typed, of any other code all of it.
func commands(c document.Code) string {
	first, more := prompts(c.Language)
	var out strings.Builder
	until := "" // a here-document goes on to this line
	open := false
	for line := range strings.Lines(c.Text) {
		bare := strings.TrimRight(line, " \n")
		typed, prompted := cutAny(line, first)
		further, goesOn := strings.CutPrefix(line, more)
		switch {
		case until != "":
			out.WriteString(line)
			if strings.TrimSpace(line) == until {
				until = ""
			}
			continue
		case prompted:
		case open && goesOn:
			typed = strings.TrimPrefix(further, " ")
			if !strings.HasPrefix(more, ".") {
				typed = further
			}
		case open && strings.HasSuffix(strings.TrimRight(out.String(), " \n"), "\\"):
		default:
			open = false
			continue
		}
		open = true
		out.WriteString(typed)
		if m := hereDocument().FindStringSubmatch(bare); m != nil && more == "> " {
			until = m[1]
		}
	}
	if out.Len() == 0 {
		return c.Text
	}
	return out.String()
}

// hereDocument matches the operator of the shell that takes the lines up to a word as input (POSIX.1-2024,
// shell command language, 2.7.4).
var hereDocument = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<<-?\s*['"\\]?(\w+)`)
})

func cutAny(line string, prefixes []string) (after string, found bool) {
	for _, p := range prefixes {
		if after, found = strings.CutPrefix(line, p); found {
			return after, true
		}
	}
	return line, false
}
