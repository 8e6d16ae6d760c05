// Package archtest holds the shape of the program: which package may import which, and what no code may
// do anywhere. It has tests only, and reads the sources; nothing is compiled or run.
package archtest_test

import (
	"path"
	"strings"
	"testing"
)

// levels is the table of layers. A package imports only packages of lower levels. One that is not in the
// table belongs nowhere yet: give it a level here, and a row in internal/ARCHITECTURE.md.
var levels = map[string]int{
	"posts":                  0,
	"internal/text":          0,
	"internal/theme":         0,
	"internal/similar":       0,
	"internal/crash":         0,
	"internal/regular":       0,
	"internal/fold":          0,
	"internal/pages":         0,
	"internal/markup":        0,
	"internal/diagram":       1,
	"internal/permalink":     1,
	"internal/post":          1,
	"internal/document":      2,
	"internal/catalog":       2,
	"internal/filter":        2,
	"internal/search":        3,
	"internal/history":       2,
	"internal/config":        2,
	"internal/desktop":       2,
	"internal/escapes":       1,
	"internal/check":         3,
	"internal/watch":         3,
	"internal/tui/message":   3,
	"internal/tui/keymap":    3,
	"internal/tui/layout":    2,
	"internal/tui/input":     3,
	"internal/tui/preview":   3,
	"internal/tui/keyboard":  3,
	"internal/tui/postlist":  4,
	"internal/tui/reader":    4,
	"internal/tui/overlay":   4,
	"internal/tui/results":   4,
	"internal/tui/statusbar": 4,
	"internal/linear":        5,
	"internal/tui":           5,
	"internal/tui/tuitest":   5,
	"internal/cli":           6,
	"cmd/blogtui":            7,
	"internal/archtest":      8, // imports nothing, is imported by nothing
}

// The levels up to core know no terminal and no operating system.
const core = 2

// touchesSystem are the packages of the core that own files of their own, reach other programs, or ask the
// system for memory.
var touchesSystem = map[string]bool{"internal/regular": true, "internal/pages": true, "internal/history": true, "internal/config": true, "internal/desktop": true}

func TestEveryPackageHasALevel(t *testing.T) {
	for _, p := range packages(t) {
		if _, ok := levels[p.name]; !ok {
			t.Errorf("%s is not in the table of levels", p.name)
		}
	}
}

func TestImportsPointDownwards(t *testing.T) {
	for _, p := range packages(t) {
		for _, i := range p.imports() {
			target, ours := strings.CutPrefix(i.path, module+"/")
			if ours && levels[target] >= levels[p.name] {
				t.Errorf("%s: %s (level %d) imports %s (level %d)", i.at, p.name, levels[p.name], target, levels[target])
			}
		}
	}
}

func TestOnlyTheScreensKnowBubbleTea(t *testing.T) {
	for _, p := range packages(t) {
		if under(p.name, "internal/tui") {
			continue
		}
		for _, i := range p.imports() {
			if isBubbleTea(i.path) {
				t.Errorf("%s: %s imports %s; only packages below internal/tui do", i.at, p.name, i.path)
			}
		}
	}
}

// isBubbleTea reports whether an import path is of bubbletea or bubbles, of whatever owner and version.
func isBubbleTea(importPath string) bool {
	for part := range strings.SplitSeq(importPath, "/") {
		if part == "bubbletea" || part == "bubbles" {
			return true
		}
	}
	return false
}

func TestTheCoreDoesNotTouchTheSystem(t *testing.T) {
	for _, p := range packages(t) {
		if levels[p.name] > core || touchesSystem[p.name] {
			continue
		}
		for _, i := range p.imports() {
			if system(i.path) {
				t.Errorf("%s: %s imports %s; the core takes an fs.FS and values", i.at, p.name, i.path)
			}
		}
	}
}

// system reports whether an import reaches out of the program. net/url only takes addresses apart.
func system(importPath string) bool {
	return (under(importPath, "os") || under(importPath, "net") || importPath == "syscall") && importPath != "net/url"
}

func TestTheRulesSeeWhatTheyForbid(t *testing.T) {
	for importPath, want := range map[string]bool{
		"charm.land/bubbletea/v2": true, "charm.land/bubbles/v2/textinput": true, "github.com/charmbracelet/bubbletea": true,
		"charm.land/lipgloss/v2": false, "charm.land/glamour/v2": false,
	} {
		if isBubbleTea(importPath) != want {
			t.Errorf("isBubbleTea(%q) is %v", importPath, !want)
		}
	}
	for importPath, want := range map[string]bool{
		"os": true, "os/exec": true, "net/http": true, "net": true, "syscall": true, "net/url": false, "io/fs": false, "osx": false,
	} {
		if system(importPath) != want {
			t.Errorf("system(%q) is %v", importPath, !want)
		}
	}
	var found int
	for _, p := range packages(t) {
		found += len(p.imports())
	}
	if found < 20 {
		t.Errorf("only %d imports were read", found)
	}
}

// under reports whether name is folder or stands below it.
func under(name, folder string) bool {
	return name == folder || strings.HasPrefix(name, path.Clean(folder)+"/")
}
