package cli

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// errNoEditor means that the environment names no editor.
var errNoEditor = errors.New("no editor is known: set VISUAL or EDITOR to one")

// editor returns what opens a file of the target in the reader's editor; nil if its posts have
// no files.
func (a *app) editor(t target) func(string, int) (*exec.Cmd, error) {
	if t.folder == "" || t.folder == pipe {
		return nil
	}
	return func(file string, line int) (*exec.Cmd, error) {
		path := t.folder
		if !t.file {
			path = filepath.Join(t.folder, filepath.FromSlash(file))
		}
		if _, err := os.Stat(path); err != nil {
			return nil, fmt.Errorf("cannot edit: %w", err)
		}
		for _, name := range []string{"VISUAL", "EDITOR"} {
			if words := strings.Fields(a.getenv(name)); len(words) > 0 {
				run := exec.Command(words[0], editorArgs(words, path, line)...)
				run.Env = a.Env
				if out := direct(a.Out); out != a.Out {
					run.Stdout = out
				}
				return run, nil
			}
		}
		return nil, errNoEditor
	}
}

// editorArgs are an editor's own arguments, and those that open a file at a line, as the editor takes them.
func editorArgs(editor []string, path string, line int) []string {
	args := slices.Clone(editor[1:])
	at := path + ":" + strconv.Itoa(line)
	switch strings.TrimSuffix(filepath.Base(editor[0]), ".exe") {
	case "code", "code-insiders", "codium", "cursor":
		return append(args, "--wait", "--goto", at)
	case "subl", "zed":
		return append(args, "--wait", at)
	case "hx", "helix":
		return append(args, at)
	case "vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "mg", "micro", "kak", "joe", "ne", "jed", "vis":
		return append(args, "+"+strconv.Itoa(line), path)
	}
	return append(args, path)
}
