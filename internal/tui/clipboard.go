package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/text"
	"github.com/blogtui/blogtui/internal/tui/message"
)

// Desktop is what lies around a terminal. Both functions may take a while.
type Desktop interface {
	// Browse shows an http, https or mailto address, and returns the name of the program that does.
	Browse(address string) (program string, err error)
	// Copy puts text into the clipboard, and returns the name of the program that did.
	Copy(s string) (program string, err error)
}

var errNoDesktop = errors.New("there is no desktop")

// copied tells how a text was copied.
type copied struct {
	name, text string // what it is called, and the text itself
	program    string
	err        error
}

// copy puts a text, which is called name, into the clipboard.
func (m *Model) copy(name, s string) tea.Cmd {
	desktop := m.options.Desktop
	return func() tea.Msg { return copyTo(desktop, name, s) }
}

func copyTo(d Desktop, name, s string) tea.Msg {
	if d == nil {
		return copied{name, s, "", errNoDesktop}
	}
	program, err := d.Copy(s)
	return copied{name, s, program, err}
}

// takeCopied says how a text was copied. What no program would take is given to the terminal.
func (m *Model) takeCopied(msg copied) tea.Cmd {
	if msg.err != nil {
		m.note = &message.Status{Text: "copied through the terminal (OSC 52): " + msg.name}
		return tea.SetClipboard(msg.text)
	}
	m.note = &message.Status{Text: "copied with " + msg.program + ": " + msg.name}
	return nil
}

// copyCode copies the block of code that one is at.
func (m *Model) copyCode() tea.Cmd {
	name, code, ok := m.reader.Code()
	if !ok {
		m.note = &message.Status{Text: "there is no code on the screen: " + m.keys.Reader.NextCode.Help().Key + " leads to the next block"}
		return nil
	}
	return m.copy(name, code)
}

// copyPost copies the open post as Markdown, under its title.
func (m *Model) copyPost() tea.Cmd {
	p, c, desktop := m.reader.Post(), m.catalog, m.options.Desktop
	return func() tea.Msg {
		body, err := c.Body(p.Slug)
		if err != nil {
			return message.Status{Text: err.Error(), Kind: message.Failure}
		}
		return copyTo(desktop, "the post as Markdown", "# "+p.Title+"\n\n"+text.Clean(string(body)))
	}
}
