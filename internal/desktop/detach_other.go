//go:build !unix

package desktop

import "os/exec"

// detach does nothing where programs share no terminal unless they are given it.
func detach(*exec.Cmd) {}
