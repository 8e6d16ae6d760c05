// Package input is a line of text that is typed into: the filter box, the box of a panel. Editing is
// bubbles' text input; drawing is done here, because the box marks what is wrong where it stands and its
// cursor does not blink, so that an idle program writes nothing.
package input

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/theme"
)

// limit is the longest text that a box holds, in characters: no one types more, a paste might.
const limit = 500

// Model is a box that has the keyboard.
type Model struct {
	edit textinput.Model
}

// New returns an empty box.
func New() *Model {
	edit := textinput.New()
	edit.CharLimit = limit
	// Terminals paste by themselves; this binding would start a clipboard tool and wait for it.
	edit.KeyMap.Paste = key.NewBinding(key.WithDisabled())
	edit.Focus()
	return &Model{edit: edit}
}

// Value returns the text.
func (m *Model) Value() string { return m.edit.Value() }

// SetValue changes the text and puts the cursor at its end.
func (m *Model) SetValue(s string) {
	m.edit.SetValue(clean(s))
	m.edit.CursorEnd()
}

// Update lets a key or a paste edit the text and tells whether it did.
func (m *Model) Update(msg tea.Msg) (changed bool) {
	before := m.edit.Value()
	if paste, ok := msg.(tea.PasteMsg); ok {
		msg = tea.PasteMsg{Content: clean(paste.Content)}
	}
	m.edit, _ = m.edit.Update(msg) // its command only makes the cursor blink
	after := m.edit.Value()
	if safe := clean(after); safe != after {
		m.SetValue(safe)
	}
	return m.edit.Value() != before
}

// clean makes text from the terminal safe without trimming it: a space at the end is being typed.
func clean(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(text.Clean(s))
}

// View draws the text with its cursor in at most width cells, the part around the cursor if it is
// longer. wrong is the part of the text, in bytes, that is marked as wrong.
func (m *Model) View(s *theme.Styles, width int, wrong text.Range) string {
	if width < 1 {
		return ""
	}
	value := m.edit.Value()
	cursor := offset(value, m.edit.Position())
	start := visible(value, cursor, width)
	under := text.FirstGrapheme(value[cursor:])
	after := cursor + len(under)
	if under == "" {
		under = " "
	}
	var b strings.Builder
	part := func(from, to int) {
		for from = max(from, start); from < to; {
			end, style := to, s.Text
			switch {
			case from < wrong.Start:
				end = min(to, wrong.Start)
			case from < wrong.End:
				end, style = min(to, wrong.End), s.Error.Underline(true)
			}
			b.WriteString(style.Render(value[from:end]))
			from = end
		}
	}
	part(0, cursor)
	b.WriteString(lipgloss.NewStyle().Reverse(true).Render(under))
	part(after, len(value))
	return ansi.Truncate(b.String(), width, "")
}

// offset returns the byte at which a character stands.
func offset(s string, characters int) int {
	at := 0
	for range characters {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// visible returns the byte from which the text is shown so that the cursor, and a cell for it, fit.
func visible(value string, cursor, width int) int {
	start := 0
	for start < cursor && text.Width(value[start:cursor])+2 > width {
		start += len(text.FirstGrapheme(value[start:]))
	}
	return min(start, cursor)
}
