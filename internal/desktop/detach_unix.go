//go:build unix

package desktop

import (
	"os/exec"
	"syscall"
)

// detach gives a program a session of its own: it has no terminal to write to, and outlives the reader.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
