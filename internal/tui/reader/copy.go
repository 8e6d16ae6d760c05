package reader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/blogtui/blogtui/internal/document"
)

// Code returns the block of code that one is at, as it stands in the source but without the prompts and the
// output of a session, and what to call it: the block that was gone to, or the first on the screen. ok is
// false if there is none on the screen.
func (m *Model) Code() (name, code string, ok bool) {
	if m.layout == nil {
		return "", "", false
	}
	lines := m.window()
	at := slices.IndexFunc(lines, func(l document.Placed) bool { return l.Block == m.aim && m.isCode(l.Block) })
	if at < 0 {
		at = slices.IndexFunc(lines, func(l document.Placed) bool { return l.Offset >= 0 && m.isCode(l.Block) })
	}
	if at < 0 {
		return "", "", false
	}
	c := *m.doc.Listing(lines[at].Block)
	code = commands(c)
	return called(c, strings.Count(code, "\n")), code, true
}

func (m *Model) isCode(block int) bool { return m.doc.Block(block).Kind == document.CodeBlock }

// called names a block of code with so many lines.
func called(c document.Code, lines int) string {
	name := "1 line"
	if lines != 1 {
		name = fmt.Sprintf("%d lines", lines)
	}
	switch {
	case c.Title != "":
		return name + " of " + c.Title
	case c.Language != "":
		return name + " of " + c.Language
	}
	return name
}
