//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// write writes a file below a folder, and the folders above it.
func write(t *testing.T, folder, name, content string) {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestBlogsAreSwitchedInTheProgram(t *testing.T) {
	home := t.TempDir()
	write(t, home, "blogtui/config.toml", "[blogs]\nwork = \"work\"\n")
	write(t, home, "blogtui/work/a.md", "# At work\n\nWords of work.\n")
	term := startAs(t, 100, 30, func(c *exec.Cmd) { c.Env = append(c.Env, "XDG_CONFIG_HOME="+home) }, build(t), "@work")
	term.see("At work")
	term.press("B")
	term.see("The built-in blog")
	term.press("\x1b[A\r") // up, enter
	term.see("posts on engineering")
	term.press("B")
	term.see("@work")
	term.press("\x1b[B\r") // down, enter
	term.see("At work")
	write(t, home, "blogtui/work/b.md", "# Written just now\n")
	term.see("Written just now")
	term.press("q")
	if _, err := term.ended(); err != nil {
		t.Fatal(err)
	}
}

// Where a pipe is in the place of the keyboard the keys come from the terminal.
func TestAPipeIsReadAndTheKeysComeFromTheTerminal(t *testing.T) {
	piped := "# From a pipe\n\n" + strings.Repeat("Some words of it.\n\n", 60) + "## The end\n\nThe very last words.\n"
	term := startAs(t, 80, 24, func(c *exec.Cmd) { c.Stdin = strings.NewReader(piped) }, build(t), "-")
	term.see("Some words of it.")
	term.press("G")
	term.see("The very last words.")
	term.press("q")
	term.see("1 post")
	term.press("q")
	if _, err := term.ended(); err != nil {
		t.Fatal(err)
	}
}

func TestAPipeIsWrittenToATerminal(t *testing.T) {
	term := startAs(t, 60, 24, func(c *exec.Cmd) { c.Stdin = strings.NewReader("# Piped\n\n- an *item*\n") }, build(t), "read", "-")
	raw, err := term.ended()
	if err != nil || !strings.Contains(raw, "Piped") || !strings.Contains(raw, "item") || strings.Contains(raw, "*item*") {
		t.Errorf("%v: %q", err, raw)
	}
	term = start(t, build(t), 60, 24, "-") // the terminal is no pipe
	if raw, err := term.ended(); err == nil || !strings.Contains(raw, "nothing comes through a pipe") {
		t.Errorf("%v: %q", err, raw)
	}
}

func TestAFileIsFollowedWhileItIsWritten(t *testing.T) {
	folder := t.TempDir()
	text := "# A draft\n\n" + strings.Repeat("Some words of it.\n\n", 40) + "## Where I am\n\nFirst version.\n\n" + strings.Repeat("More words.\n\n", 60)
	write(t, folder, "draft.md", text)
	term := start(t, build(t), 80, 24, filepath.Join(folder, "draft.md"))
	term.see("Some words of it.")
	term.press("]")
	term.see("First version.")
	write(t, folder, "draft.new", strings.Replace(text, "First version.", "Second version.", 1))
	if err := os.Rename(filepath.Join(folder, "draft.new"), filepath.Join(folder, "draft.md")); err != nil {
		t.Fatal(err)
	}
	term.see("Second version.")
	if strings.Contains(term.text(), "Some words of it.") {
		t.Errorf("the place is lost:\n%s", term.text())
	}
	if err := os.Remove(filepath.Join(folder, "draft.md")); err != nil {
		t.Fatal(err)
	}
	term.see("the file of this post has gone")
	term.see("Second version.")
	term.press("qq")
	if _, err := term.ended(); err != nil {
		t.Fatal(err)
	}
}

// An editor is given the terminal itself, and gives it back.
func TestAnEditorIsGivenTheTerminal(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.md", "# A post\n")
	editor := filepath.Join(t.TempDir(), "editor")
	script := "#!/bin/sh\ntest -t 0 && test -t 1 && echo an editor on a terminal\nread word && echo \"# $word\" >\"$1\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	term := startAs(t, 80, 24, func(c *exec.Cmd) { c.Env = []string{"EDITOR=" + editor, "VISUAL="} }, build(t), folder)
	term.see("A post")
	running := term.modes()
	term.press("e")
	term.see("an editor on a terminal")
	term.press("Edited\r")
	term.see("/ filter")
	term.see("Edited")
	term.press("q")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
