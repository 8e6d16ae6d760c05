//go:build darwin || freebsd || netbsd || openbsd || dragonfly

package cli

import "golang.org/x/sys/unix"

const (
	getModes        = unix.TIOCGETA
	setModes        = unix.TIOCSETA
	setModesAndDrop = unix.TIOCSETAF
	waitingBytes    = 0x4004667f // FIONREAD
)
