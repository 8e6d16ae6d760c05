package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blogtui/blogtui/internal/cli"
	"github.com/blogtui/blogtui/internal/escapes"
)

// hostile is a blog whose posts try in every way there is to make a terminal do something.
const hostile = "testdata/hostile"

// Nothing that a post brings along leaves the program so that a terminal would obey it, by whatever command
// and whether the output is a terminal or not.
func TestNothingForeignIsObeyed(t *testing.T) {
	commands := [][]string{
		{"list"}, {"list", "--json"}, {"list", "title\x1b[31m"}, {"tags"}, {"tags", "--json"}, {"check"}, {"check", "--json"}, {"check", "--format", "github"},
		{"read", "no\x1b[2Jsuch"}, {"list", "nonsense:\x1b]0;x\x07"}, {"list", "--sort", "\x9b31m"}, {"read", "raw", "--theme", "\x1b[31m"}, {"\x1b[31m"},
		{"--linear"}, {"history"},
	}
	files, err := filepath.Glob(hostile + "/*")
	if err != nil || len(files) < 8 {
		t.Fatal("the corpus is missing", err)
	}
	for _, file := range files {
		slug := strings.TrimSuffix(filepath.Base(file), ".md")
		commands = append(commands, []string{"read", slug}, []string{"read", slug, "--width", "20"}, []string{"code", slug}, []string{"code", slug, "--json"},
			[]string{"read", file}, []string{"--linear", slug})
	}
	for _, args := range commands {
		for _, terminal := range []bool{false, true} {
			var out, complaints bytes.Buffer
			s := cli.Streams{In: strings.NewReader("1\n\n\n\n\n\no\nl\nq\nt\nd 1\nq\n"), Out: &out, Err: &complaints, Env: []string{"TERM=xterm-256color", "COLORTERM=truecolor", "CLICOLOR_FORCE=1", "PAGER=/nonexistent"}}
			way := escapes.Plain
			if terminal && args[0] != "\x1b[31m" { // the screens have tests of their own
				s.Columns, s.Rows = 80, 24
				way = escapes.Styled
			}
			cli.Run(t.Context(), append(args, "--blog", hostile), s)
			for name, stream := range map[string][]byte{"output": out.Bytes(), "errors": complaints.Bytes()} {
				if bad := escapes.Violations(stream, way); len(bad) > 0 {
					t.Errorf("%q, terminal %v, %s: %s", args, terminal, name, strings.Join(bad, "\n"))
				}
			}
		}
	}
}

// What is dangerous is shown, and does not take the text after it along.
func TestWhatIsForeignDoesNotSwallowWhatFollows(t *testing.T) {
	var out bytes.Buffer
	cli.Run(t.Context(), []string{"read", "raw", "--blog", hostile}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: os.Stderr, Env: []string{"TERM=dumb"}})
	for _, want := range []string{"␛[31mred", "After it all this sentence is still here."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in what is read:\n%s", want, out.String())
		}
	}
}
