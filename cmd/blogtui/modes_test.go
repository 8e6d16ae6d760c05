//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// resets are the sequences that set something of a terminal that stays, and those that take it back. Modes,
// which are many, are told by their form.
var resets = []struct{ name, set, reset string }{
	{"keyboard protocol", `\x1b\[>[0-9]+u`, `\x1b\[<[0-9]*u`},
	{"keyboard protocol", `\x1b\[=[1-9][0-9]*(;[0-9]+)?u`, `\x1b\[=0(;[0-9]+)?u`},
	{"keys with modifiers", `\x1b\[>4;[12]m`, `\x1b\[>4(;0)?m`},
	{"foreground", `\x1b\]10;#`, `\x1b\]110\x07`},
	{"background", `\x1b\]11;#`, `\x1b\]111\x07`},
	{"cursor's colour", `\x1b\]12;#`, `\x1b\]112\x07`},
	{"colours and marks", `\x1b\[[0-9;:]*[1-9][0-9;:]*m`, `\x1b\[0?m`},
	{"scrolling region", `\x1b\[[0-9]+;[0-9]+r`, `\x1b\[(1;[0-9]+)?r`},
	{"cursor's shape", `\x1b\[[1-6] q`, `\x1b\[0? q`},
	{"hyperlink", `\x1b\]8;[^;]*;[^\x07\x1b]+`, `\x1b\]8;;(\x07|\x1b\\)`},
}

// usual are the modes that a terminal has set before a program starts.
var usual = []string{"7", "25"}

// kept names what a program's output leaves a terminal with that it did not have.
func kept(written string) []string {
	var out []string
	modes := map[string]bool{}
	for _, m := range regexp.MustCompile(`\x1b\[\?([0-9;]+)([hl])`).FindAllStringSubmatch(written, -1) {
		for mode := range strings.SplitSeq(m[1], ";") {
			modes[mode] = m[2] == "h"
		}
	}
	for mode, set := range modes {
		if set != slices.Contains(usual, mode) {
			out = append(out, fmt.Sprintf("mode %s is left at %v", mode, set))
		}
	}
	last := func(pattern string) int {
		all := regexp.MustCompile(pattern).FindAllStringIndex(written, -1)
		if len(all) == 0 {
			return -1
		}
		return all[len(all)-1][0]
	}
	for _, r := range resets {
		if set := last(r.set); set > last(r.reset) {
			out = append(out, fmt.Sprintf("%s is left: %q", r.name, written[set:min(set+20, len(written))]))
		}
	}
	slices.Sort(out)
	return out
}

func TestWhatIsKeptIsSeen(t *testing.T) {
	for written, want := range map[string]string{
		"":                                     "",
		"\x1b[?1049h\x1b[?25l\x1b[1;31mx":      "colours and marks is left: \"\\x1b[1;31mx\"; mode 1049 is left at true; mode 25 is left at false",
		"\x1b[?1049h\x1b[?25l\x1b[?1049;25l":   "mode 25 is left at false",
		"\x1b[?2004h\x1b[1mx\x1b[m\x1b[?2004l": "",
		"\x1b[>1u":                             "keyboard protocol is left: \"\\x1b[>1u\"",
		"\x1b[>1u\x1b[<u":                      "",
		"\x1b]11;#000000\x07":                  "background is left: \"\\x1b]11;#000000\\a\"",
		"\x1b]11;#000000\x07\x1b]111\x07":      "",
		"\x1b]8;;https://a.b\x07x\x1b]8;;\x07": "",
	} {
		if got := strings.Join(kept(written), "; "); got != want {
			t.Errorf("%q leaves %s, want %s", written, got, want)
		}
	}
}

// remembered returns what the program has saved of reading.
func (term *terminal) remembered() string {
	source, err := os.ReadFile(filepath.Join(term.state, "blogtui", "history.json"))
	if err != nil {
		return err.Error()
	}
	return string(source)
}
