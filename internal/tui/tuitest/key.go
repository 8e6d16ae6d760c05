package tuitest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Key returns the press of a key by its name: "a", "G", "enter", "ctrl+d". It panics on a name that no
// key has, which is a mistake in the test.
func Key(name string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	rest := name
	for {
		prefix, after, ok := strings.Cut(rest, "+")
		if !ok || after == "" {
			break
		}
		msg.Mod |= modifier(prefix)
		rest = after
	}
	if r, size := utf8.DecodeRuneInString(rest); size == len(rest) {
		msg.Code = unicode.ToLower(r)
		if msg.Mod == 0 {
			msg.Text = rest
		}
		return msg
	}
	msg.Code = special(rest)
	if msg.Code == tea.KeySpace {
		msg.Text = " "
	}
	return msg
}

func modifier(name string) tea.KeyMod {
	switch name {
	case "ctrl":
		return tea.ModCtrl
	case "alt":
		return tea.ModAlt
	case "shift":
		return tea.ModShift
	}
	panic("no modifier " + name)
}

func special(name string) rune {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	}
	code, ok := codes[name]
	if !ok {
		panic("no key " + name)
	}
	return code
}
