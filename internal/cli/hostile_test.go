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

// hostile writes the blog whose posts try in every way there is to make a terminal do something, and returns
// its folder and the names of its files.
func hostile(t *testing.T) (folder string, files []string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "blog\x1b[31m\u202e")
	for name, file := range escapes.Blog() {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Skip("names with control characters cannot be written here:", err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Skip("names with control characters cannot be written here:", err)
		}
		files = append(files, path)
	}
	return folder, files
}

// Nothing that a post brings along leaves the program so that a terminal would obey it, by whatever command
// and whether the output is a terminal or not.
func TestNothingForeignIsObeyed(t *testing.T) {
	commands := [][]string{
		{"list"}, {"list", "--json"}, {"list", "title\x1b[31m"}, {"search", "a"}, {"search", "e", "--json"}, {"search", "red", "-n", "200"}, {"search", "\x1b[31m"}, {"search", "in:\x9b"}, {"tags"}, {"tags", "--json"}, {"check"}, {"check", "--json"}, {"check", "--format", "github"},
		{"read", "no\x1b[2Jsuch"}, {"list", "nonsense:\x1b]0;x\x07"}, {"list", "--sort", "\x9b31m"}, {"read", "raw", "--theme", "\x1b[31m"}, {"\x1b[31m"},
		{"--linear"}, {"history"}, {"history", "--json"}, {"config"}, {"config", "--actions"}, {"@no\x1b[31m"}, {"list", "--debug", "/no\x1b[31m/x"},
		{"list", "--config", "/no\x1b[31m\u202e"}, {"read", "raw", "--\x9b31m"}, {"nope\x1b]0;x\x07"}, {"code", "code", "--out", "/dev/null/\x1b[31m"},
	}
	folder, files := hostile(t)
	home := t.TempDir()
	for name, content := range map[string]string{
		"good": "opener = \"x\\u001b[31m\"\n[blogs]\n\"n\\u001b[31m\" = \"/\\u001b]0;x\\u0007\"\n", "key": "\"k\\u001b[31m\" = 1\n", "value": "theme = \"t\\u001b[31m\\u202e\"\n",
		"keys": "[keys]\nquit = [\"\\u001b[31m\"]\n\"a\\u009b\" = [\"x\"]\n", "raw": "theme = \"\x1b[31m\n", "bytes": "\xff\x9b31m = \x1b",
	} {
		file := filepath.Join(home, name+"\x1b[31m.toml")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		commands = append(commands, []string{"config", "--config", file}, []string{"list", "@x", "--config", file}, []string{"@n", "--config", file})
	}
	for _, file := range files {
		slug := strings.TrimSuffix(filepath.Base(file), ".md")
		commands = append(commands, []string{"read", slug}, []string{"read", slug, "--width", "20"}, []string{"code", slug}, []string{"code", slug, "--json"},
			[]string{"read", file}, []string{"read", file, "--raw"}, []string{"code", file}, []string{"--linear", slug}, []string{"check", file})
	}
	for _, args := range commands {
		for _, terminal := range []bool{false, true} {
			var out, complaints bytes.Buffer
			s := cli.Streams{In: strings.NewReader("1\n\n\n\n\n\no\nl\nq\nt\nd 1\nq\n"), Out: &out, Err: &complaints, Env: []string{"TERM=xterm-256color", "COLORTERM=truecolor", "CLICOLOR_FORCE=1", "PAGER=/nonexistent", "XDG_STATE_HOME=" + home}}
			way := escapes.Plain
			if terminal && args[0] != "\x1b[31m" { // the screens have tests of their own
				s.Columns, s.Rows = 80, 24
				way = escapes.Styled
			}
			cli.Run(t.Context(), append(args, "--blog", folder), s)
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
	folder, _ := hostile(t)
	var out bytes.Buffer
	cli.Run(t.Context(), []string{"read", "raw", "--blog", folder}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: os.Stderr, Env: []string{"TERM=dumb"}})
	for _, want := range []string{"␛[31mred", "After it all this sentence is still here."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in what is read:\n%s", want, out.String())
		}
	}
}
