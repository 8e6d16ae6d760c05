//go:build unix

package cli

import (
	"os"
	"syscall"
)

// openDebugFile does not wait for a pipe that nobody reads, which an open without O_NONBLOCK would.
func openDebugFile(name string) (*os.File, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0o600)
}
