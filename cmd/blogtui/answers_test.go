//go:build linux

package main

import (
	"strings"
	"testing"
	"time"
)

// What a terminal answers, asked or not, whole, in pieces, late or not understood, is never typed into the
// box that is open, and the keys that come after it are.
func TestAnswersAreNotTyped(t *testing.T) {
	const pause = 70 * time.Millisecond // longer than the toolkit waits for the rest
	term := launch(t, self(), 80, 24)
	term.see("engineering, architecture")
	running := term.modes()
	for name, pieces := range map[string][]string{
		"cursor position":   {"\x1b[24;80R", "\x1b[24", ";80R"},
		"device attributes": {"\x1b[?62;1;2;4c\x1b[>1;10;0c", "\x1b[?62;", "1c"},
		"background":        {"\x1b]11;rgb:0000/0000/0000\x07", "\x1b]11;rgb:0000", "/0000/0000\x1b", "\\"},
		"clipboard":         {"\x1b]52;c;anVuaw==\x1b\\", "\x1b]52;c;anVu", "aw==\x1b\\"},
		"version":           {"\x1bP>|junk(390)\x1b\\", "\x1bP>|ju", "nk(390)\x1b\\"},
		"capability":        {"\x1bP1+r524742=38\x1b\\", "\x1bP0+r\x1b\\"},
		"graphics":          {"\x1b_Gi=31;junk\x1b\\", "\x1b_Gi=31;ju", "nk\x1b\\"},
		"modes":             {"\x1b[?2026;2$y\x1b[?2027;1$y", "\x1b[?2026;", "2$y"},
		"keyboard":          {"\x1b[?1u", "\x1b[?", "1u"},
		"window":            {"\x1b[8;24;80t\x1b]ljunk\x1b\\\x1b]Ljunk\x1b\\"},
		"focus":             {"\x1b[I\x1b[O"},
		"theme":             {"\x1b[?997;1n\x1b[0n"},
		"nonsense":          {"\x1b[1;2;3;4;5;6;7;8;9;", "~", "\x1b[??>>  z", "\x1b]junk\x07", "\x1b^junk\x1b\\", "\x1bXjunk\x1b\\"},
		"a long one":        {"\x1b]52;c;" + strings.Repeat("anVuaw==", 2000), "anVuaw==\x1b\\"},
	} {
		t.Log(name)
		term.press("/")
		term.see("Esc clear")
		for _, p := range pieces {
			term.press(p)
			time.Sleep(pause)
		}
		term.press("jwt")
		term.see("/ jwt ")
		term.press("\x1b")
		time.Sleep(pause)
		term.see("c category")
	}
	// An escape alone is a key, and so is one with an opening: only the rest is known for an answer's.
	for _, pieces := range [][]string{{"\x1b", "[24;80R"}, {"\x1b", "]11;rgb:0/0/0\x07"}, {"\x1b[", "24;80R"}, {"\x1b]", "11;rgb:0/", "0/0\x1b\\"}, {"\x1b", "P>|junk", "\x1b\\"}} {
		t.Logf("%q", pieces)
		for _, p := range pieces {
			term.press(p)
			time.Sleep(pause)
		}
		term.press("/jwt")
		term.see("/ jwt ")
		term.press("\x1b")
		time.Sleep(pause)
		term.see("c category")
	}
	term.press("\x03")
	if _, err := term.leave(running); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
