package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/post"
	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/message"
	"github.com/blogtui/blogtui/internal/tui/overlay"
)

// filesPanel is the cells of the panel of files: their paths are long, and so is what is said of them.
const filesPanel = 104

// openFiles lists what is to be mended, with file, line and remedy, and the files that the list leaves out,
// with the reason. Enter opens a file to be mended in the editor, and shows a post that was left out.
func (m *Model) openFiles() {
	problems, left := m.catalog.Problems, m.catalog.Left
	if len(problems)+len(left) == 0 {
		m.note = &message.Status{Text: "nothing is wrong with any file, and none is left out"}
		return
	}
	o := m.panelOptions("Files", filesPanel, as(m.keys.Overlay.Act, "open"), m.keys.Overlay.Leave)
	said, do := make(map[string]string), make(map[string]func() tea.Cmd)
	add := func(label, detail, about string, act func() tea.Cmd) {
		key := strconv.Itoa(len(o.Rows))
		o.Rows = append(o.Rows, overlay.Row{Key: key, Label: label, Detail: detail})
		said[key], do[key] = about, act
	}
	if len(problems) > 0 {
		o.Rows = append(o.Rows, overlay.Row{Label: fmt.Sprintf("To mend: %d", len(problems))})
	}
	for _, p := range problems {
		add(spotOf(p), p.Message, sentence(p), func() tea.Cmd { return m.mend(p) })
	}
	if len(left) > 0 {
		o.Rows = append(o.Rows, overlay.Row{Label: fmt.Sprintf("Left out: %d", len(left))})
	}
	for _, l := range left {
		add(l.Path, l.Reason, l.Path+" "+l.Reason+".", func() tea.Cmd { return m.openLeft(l.Path) })
	}
	o.About = func(r overlay.Row) string { return said[r.Key] }
	m.openPanel(&panel{Model: overlay.New(o), act: func(row string) tea.Cmd { return do[row]() }})
}

// spotOf is where a problem is: "posts/a.md:3".
func spotOf(p post.Problem) string {
	if p.Line == 0 {
		return p.Path
	}
	return p.Path + ":" + strconv.Itoa(p.Line)
}

// sentence says what is wrong and what to do.
func sentence(p post.Problem) string {
	s := text.CleanLine(capital(p.Message))
	if p.Remedy != "" {
		s += ": " + text.CleanLine(p.Remedy)
	}
	return s + "."
}

// mend opens a file at the line where something is wrong or, without an editor, the post that it is.
func (m *Model) mend(p post.Problem) tea.Cmd {
	if m.options.Edit != nil {
		return m.edit(p.Path, max(p.Line, 1))
	}
	return m.openLeft(p.Path)
}

// openLeft shows the post of a file or, if it is none, opens the file in the editor.
func (m *Model) openLeft(path string) tea.Cmd {
	if p, ok := m.catalog.At(path); ok {
		return m.open(p.Slug)
	}
	if strings.HasSuffix(path, "/") {
		m.note = &message.Status{Text: path + " is a folder"}
		return nil
	}
	return m.edit(path, 1)
}
