//go:build unix

package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/blogtui/blogtui/internal/crash"
	"github.com/blogtui/blogtui/internal/document"
	"github.com/blogtui/blogtui/internal/post"
)

func TestAPostThatCannotBeLaidOutIsWrittenAsItStands(t *testing.T) {
	name := filepath.Join(t.TempDir(), "trace")
	var complaints strings.Builder
	a := &app{Streams: Streams{Err: &complaints}}
	if err := a.debug.open(name); err != nil {
		t.Fatal(err)
	}
	p, _ := post.Parse("a.md", []byte("---\ntitle: A\n---\n## b\n"))
	var out strings.Builder
	err := a.layOut(&out, p, []byte("## b\n"), func(string, []byte) *document.Document { panic("no such \x1b[31mblock") }, 80, false)
	if err != nil || !strings.Contains(out.String(), "\n## b\n") {
		t.Errorf("written: %q, %v", out.String(), err)
	}
	if got := complaints.String(); !strings.HasPrefix(got, "blogtui: a.md: cannot be laid out") || strings.Count(got, "\n") != 1 {
		t.Errorf("said: %q", got)
	}
	a.debug.close()
	kept, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(kept), "a.md: internal error: no such ␛[31mblock") || !strings.Contains(string(kept), "debug_unix_test.go") {
		t.Errorf("kept: %s, %v", kept, err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v, %v", info.Mode(), err)
	}
}

func TestTheTraceIsAppended(t *testing.T) {
	name := filepath.Join(t.TempDir(), "trace")
	for _, what := range []string{"one", "two"} {
		var d debugFile
		if err := d.open(name); err != nil {
			t.Fatal(err)
		}
		d.keep(crash.Try(func() error { panic(what) }))
		d.keep(errors.New("no panic"))
		d.close()
		d.keep(crash.Try(func() error { panic("closed") }))
	}
	kept, err := os.ReadFile(name)
	if s := string(kept); err != nil || !strings.Contains(s, "error: one") || !strings.Contains(s, "error: two") || strings.Contains(s, "no panic") || strings.Contains(s, "error: closed") {
		t.Errorf("kept: %s, %v", kept, err)
	}
}

func TestTheTraceGoesToAFileAlone(t *testing.T) {
	folder := t.TempDir()
	target, link, pipe := filepath.Join(folder, "target"), filepath.Join(folder, "link"), filepath.Join(folder, "pipe")
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	names := []string{link, folder, filepath.Join(folder, "none", "trace")}
	if syscall.Mkfifo(pipe, 0o600) == nil {
		names = append(names, pipe, "/dev/null")
	}
	for _, name := range names {
		var d debugFile
		if err := d.open(name); err == nil || !strings.Contains(err.Error(), "--debug: ") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("the link was followed")
	}
}

func TestACrashHasAnExitCodeOfItsOwn(t *testing.T) {
	err := fmt.Errorf("around it: %w", crash.Try(func() error { panic("x") }))
	if got := exitCode(err); got != exitCrash {
		t.Errorf("the exit code is %d", got)
	}
}
