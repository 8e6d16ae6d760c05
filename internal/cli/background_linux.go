package cli

import "golang.org/x/sys/unix"

const (
	getModes        = unix.TCGETS
	setModes        = unix.TCSETS
	setModesAndDrop = unix.TCSETSF
	waitingBytes    = unix.TIOCINQ
)
