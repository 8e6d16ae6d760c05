//go:build unix

package cli_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/blogtui/blogtui/internal/cli"
)

// oddBlog makes a folder in which every kind of thing has the name of a post or of a settings file.
func oddBlog(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.WriteFile(filepath.Join(folder, "good.md"), []byte("# Good\n\nWords.\n"), 0o600))
	must(os.Mkdir(filepath.Join(folder, "folder.md"), 0o700))
	for _, pipe := range []string{"pipe.md", "_index.md", "_config.yml", "hugo.toml", "config.toml", "astro.config.mjs", "package.json", "style.json", "_data"} {
		must(syscall.Mkfifo(filepath.Join(folder, pipe), 0o600))
	}
	for link, target := range map[string]string{
		"zero.md": "/dev/zero", "out.md": "/etc/passwd", "round.md": "about.md", "about.md": "round.md", "gone.md": "nothing.md", "piped.md": "pipe.md", "self": ".", "up": "..",
	} {
		must(os.Symlink(target, filepath.Join(folder, link)))
	}
	return folder
}

// ends runs the program and fails the test if it waits for something.
func ends(t *testing.T, args ...string) (out string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	var b bytes.Buffer
	env := []string{"TERM=dumb", "XDG_STATE_HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}
	done := make(chan int, 1)
	go func() {
		done <- cli.Run(ctx, args, cli.Streams{In: strings.NewReader("q\n"), Out: &b, Err: &b, Env: env})
	}()
	select {
	case code := <-done:
		if ctx.Err() != nil {
			t.Errorf("%q waits for something", args)
		}
		return b.String(), code
	case <-time.After(120 * time.Second):
		t.Fatalf("%q waits for ever", args)
		return "", 0
	}
}

func TestNothingOddIsWaitedFor(t *testing.T) {
	blog := oddBlog(t)
	at := func(name string) string { return filepath.Join(blog, name) }
	for _, args := range [][]string{{"list"}, {"tags"}, {"check"}, {"read", "good"}, {"code", "good"}, {"--linear"}, {"list", "--json"}} {
		if out, _ := ends(t, append(args, "--blog", blog)...); args[0] == "list" && (!strings.Contains(out, "Good") || strings.Contains(out, "root:")) {
			t.Errorf("%q writes %q", args, out)
		}
	}
	for name, want := range map[string]string{"zero.md": "is no file", "folder.md": "is no file", "round.md": "too many levels", "gone.md": "no such file"} {
		if out, code := ends(t, "read", at(name)); code == 0 || !strings.Contains(out, want) {
			t.Errorf("%s: %d, %q", name, code, out)
		}
	}
	if out, code := ends(t, "list", "--theme", "/dev/zero"); code == 0 || out == "" {
		t.Errorf("a device as a theme: %q", out)
	}
}

// A pipe that is named may be read, and waited for until a signal comes.
func TestAPipeThatNobodyWritesToCanBeLeft(t *testing.T) {
	pipe := filepath.Join(oddBlog(t), "pipe.md")
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = reader.Close(), writer.Close() })
	for _, name := range []string{pipe, "-"} {
		ctx, cancel := context.WithCancelCause(t.Context())
		time.AfterFunc(50*time.Millisecond, func() { cancel(errors.New("enough")) })
		var b bytes.Buffer
		start := time.Now()
		code := cli.Run(ctx, []string{"read", name}, cli.Streams{In: reader, Out: &b, Err: &b, Env: []string{"TERM=dumb"}})
		if code == 0 || time.Since(start) > 60*time.Second {
			t.Errorf("%s: %d after %v: %q", name, code, time.Since(start), b.String())
		}
	}
	if f, err := os.OpenFile(pipe, os.O_RDWR, 0); err == nil { // who waits to open it goes on
		_ = f.Close()
	}
}
