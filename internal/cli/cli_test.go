package cli_test

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/blogtui/blogtui/internal/cli"
	"github.com/blogtui/blogtui/internal/config"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"blogtui": func() { os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Terminal())) },
	})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}

// Whoever takes every # off the file that config writes has a configuration, its examples of keys included.
func TestTheExamplesOfTheConfigurationCanBeUsed(t *testing.T) {
	path := t.TempDir() + "/config.toml"
	open := regexp.MustCompile(`(?m)^# (\[|[\w".]+ = )`).ReplaceAllString(config.Template(), "$1")
	write(t, path, open)
	var out, errs bytes.Buffer
	code := cli.Run(t.Context(), []string{"config", "--config", path}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Columns: 100, Rows: 30})
	if code != 0 || !strings.Contains(out.String(), `blogs.work = "`) || !strings.Contains(out.String(), `keys.reader.outline = ["o", "`) {
		t.Errorf("the exit code is %d, and %s%s is said of\n%s", code, &out, &errs, open)
	}
}

// A terminal gets an aligned table and colours; nothing foreign in it may be an escape sequence.
func TestTerminalOutput(t *testing.T) {
	dir := t.TempDir()
	write(t, dir+"/a.md", "---\ntitle: \"A \\e[31mred\\e[0m title\"\ncategory: Tutorial\ntags: [go]\ndate: 2026-01-02\n---\nText &#27;[2J and **bold**.\n")
	for _, args := range [][]string{{"list"}, {"read", "a"}, {"list", "--json"}, {"read", "nope"}, {"tags"}, {"read", "a", "--raw"}} {
		var out, errs bytes.Buffer
		cli.Run(t.Context(), append(args, "--blog", dir), cli.Streams{
			In: strings.NewReader(""), Out: &out, Err: &errs, Env: []string{"TERM=xterm-256color", "COLORTERM=truecolor", "CLICOLOR_FORCE=1", "PAGER=/nonexistent"}, Columns: 100, Rows: 30,
		})
		all := out.String() + errs.String()
		if strings.Contains(all, "\x1b[31m") || strings.Contains(all, "\x1b[2J") {
			t.Errorf("%v: a foreign escape sequence came out: %q", args, all)
		}
		if args[0] == "list" && len(args) == 1 && !strings.Contains(all, "Tutorial  A ␛[31mred␛[0m title  1 min") {
			t.Errorf("list wrote %q", all)
		}
	}
}
