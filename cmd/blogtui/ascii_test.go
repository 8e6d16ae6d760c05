//go:build linux

package main

import (
	"os/exec"
	"strings"
	"testing"
)

// A terminal that does not show UTF-8 is given none, whatever is drawn.
func TestATerminalWithoutUTF8IsGivenASCII(t *testing.T) {
	binary, folder := build(t), t.TempDir()
	write(t, folder, "a.md", "# Caf\u00e9 \u65e5\u672c\n\n```mermaid\nflowchart LR\n  a[One] --> b[Two]\n```\n\n> \u201cQuoted\u201d\n\n- item\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
	latin := func(c *exec.Cmd) { c.Env = append(c.Env, "LC_ALL=POSIX", "PAGER=cat") }
	term := startAs(t, 80, 40, latin, binary, folder)
	term.see("Cafe ????")
	term.press("\r")
	term.see("| One +--->| Two |")
	term.press("?")
	term.see("Keys")
	term.press("\x03")
	screens, err := term.ended()
	if err != nil {
		t.Error(err)
	}
	term = startAs(t, 80, 4, latin, binary, "read", "--width", "40", folder+"/a.md")
	read, err := term.ended()
	if err != nil || !strings.Contains(read, "--->") {
		t.Errorf("%v: %q", err, read)
	}
	term = startAs(t, 80, 40, latin, binary, "list", "--blog", folder)
	list, err := term.ended()
	if err != nil || !strings.Contains(list, "Cafe ????") {
		t.Errorf("%v: %q", err, list)
	}
	for what, raw := range map[string]string{"the screens": screens, "read": read, "list": list} {
		if i := strings.IndexFunc(raw, func(r rune) bool { return r > '~' && r != 0x7f }); i >= 0 {
			t.Errorf("%s wrote %q", what, raw[max(i-20, 0):i+20])
		}
	}
}
