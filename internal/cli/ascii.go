package cli

import (
	"io"
	"os"
	"strings"

	"github.com/blogtui/blogtui/internal/text"
)

// inASCII tells whether the environment says that the terminal does not show UTF-8: by the first of the
// variables that say what characters are (POSIX.1-2024, XBD 8.2). Where none does it is taken to show it.
func (s Streams) inASCII() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(s.getenv(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return false
}

// asciiTerminal is a terminal that is written to in ASCII. It is the one place where that happens: behind it
// all that is drawn is UTF-8, of the same width. What is written to a pipe or a file stays UTF-8.
type asciiTerminal struct {
	*text.ASCIIWriter
	file *os.File
}

func newASCIITerminal(file *os.File) asciiTerminal {
	return asciiTerminal{text.NewASCIIWriter(file), file}
}

// Fd, Read and Close make it a terminal for who asks its size and sets its modes.
func (t asciiTerminal) Fd() uintptr                { return t.file.Fd() }
func (t asciiTerminal) Read(p []byte) (int, error) { return t.file.Read(p) }
func (t asciiTerminal) Close() error               { return t.file.Close() }

// direct returns what a program that draws for itself, such as an editor, is to write to in place of w.
func direct(w io.Writer) io.Writer {
	if t, ok := w.(asciiTerminal); ok {
		return t.file
	}
	return w
}

// pagerInput is what is written to the input of a pager that writes to w.
func pagerInput(in, w io.Writer) io.Writer {
	if _, ok := w.(asciiTerminal); ok {
		return text.NewASCIIWriter(in)
	}
	return in
}
