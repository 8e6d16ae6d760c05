package tui

import (
	"io"
	"os/exec"
)

// editor is a program that is given the terminal.
type editor struct {
	*exec.Cmd
	lend func() (takeBack func()) // nil: nobody has to know
}

// Run implements tea.ExecCommand.
func (e *editor) Run() error {
	if e.lend != nil {
		defer e.lend()()
	}
	return e.Cmd.Run()
}

// SetStdin, SetStdout and SetStderr implement tea.ExecCommand: what the editor has already stays.
func (e *editor) SetStdin(r io.Reader) {
	if e.Stdin == nil {
		e.Stdin = r
	}
}

// SetStdout implements tea.ExecCommand.
func (e *editor) SetStdout(w io.Writer) {
	if e.Stdout == nil {
		e.Stdout = w
	}
}

// SetStderr implements tea.ExecCommand.
func (e *editor) SetStderr(w io.Writer) {
	if e.Stderr == nil {
		e.Stderr = w
	}
}
