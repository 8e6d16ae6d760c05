package cli

import (
	"io"

	"github.com/charmbracelet/x/term"
)

// toolkitOutput is where Cobra and Fang write help and completions. They pass over the errors of writing help: so
// the first one is kept here, and nothing is written after it.
type toolkitOutput struct {
	heeding
	err error
}

// Write implements io.Writer.
func (o *toolkitOutput) Write(p []byte) (n int, err error) {
	if o.err == nil {
		n, o.err = o.heeding.Write(p)
	}
	return n, o.err
}

// writer returns what the toolkit writes to: a terminal, if the output is one, so that help has colours there.
func (o *toolkitOutput) writer() io.Writer {
	if f, ok := o.to.(term.File); ok {
		return toolkitTerminal{f, o}
	}
	return o
}

type toolkitTerminal struct {
	term.File
	output *toolkitOutput
}

func (t toolkitTerminal) Write(p []byte) (int, error) { return t.output.Write(p) }
