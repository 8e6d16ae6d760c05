package reader

import (
	"testing"

	"github.com/blogtui/blogtui/internal/document"
)

func TestCommandsOfASession(t *testing.T) {
	for _, c := range []struct{ name, language, in, want string }{
		{"other code is whole", "python", "$ x\ny\n", "$ x\ny\n"},
		{"output goes", "console", "$ ls\na b\n$ pwd\n/x\n", "ls\npwd\n"},
		{"root", "console", "# reboot\n", "reboot\n"},
		{"a comment of a script stays", "bash", "# list\nls\n", "# list\nls\n"},
		{"a session in a shell's language", "bash", "$ ls\na\n", "ls\n"},
		{"several lines", "console", "$ a \\\n  b \\\n  c\nout\n", "a \\\n  b \\\n  c\n"},
		{"with prompts of their own", "console", "$ for i in 1; do\n> x\n> done\nout\n", "for i in 1; do\nx\ndone\n"},
		{"a document of the shell", "console", "$ cat >f <<'END'\none\nEND\nout\n$ ls\n", "cat >f <<'END'\none\nEND\nls\n"},
		{"Python", "pycon", ">>> def f():\n...     pass\n...\n>>> f()\n1\n", "def f():\n    pass\n\nf()\n"},
		{"no prompt at all", "console", "ls\npwd\n", "ls\npwd\n"},
		{"nothing", "console", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := commands(document.Code{Language: c.language, Text: c.in}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
