//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package cli

import (
	"errors"
	"io"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// question is what a terminal was asked. Until it ends the terminal neither shows what it answers nor keeps it for
// the end of a line.
type question struct {
	fd     int
	before unix.Termios
	heard  []byte
}

// ask asks a terminal for its background. It returns nil if it cannot: in the background, where touching the
// terminal would stop the program, and where something was typed already, which is not ours to take.
func ask(in, out *os.File) *question {
	q := &question{fd: int(in.Fd())}
	if group, err := unix.IoctlGetInt(q.fd, unix.TIOCGPGRP); err == nil && group != unix.Getpgrp() {
		return nil
	}
	modes, err := unix.IoctlGetTermios(q.fd, getModes)
	if err != nil {
		return nil
	}
	q.before = *modes
	modes.Lflag &^= unix.ECHO | unix.ICANON
	modes.Cc[unix.VMIN], modes.Cc[unix.VTIME] = 0, 1 // a read ends after a tenth of a second
	if err := unix.IoctlSetTermios(q.fd, setModes, modes); err != nil {
		return nil
	}
	if waiting, err := unix.IoctlGetInt(q.fd, waitingBytes); err == nil && waiting > 0 {
		_ = unix.IoctlSetTermios(q.fd, setModes, &q.before)
		return nil
	}
	if _, err := io.WriteString(out, backgroundQuery); err != nil {
		_ = unix.IoctlSetTermios(q.fd, setModes, &q.before)
		return nil
	}
	return q
}

// listen hears what the terminal answers, for that long at most, and tells whether it has answered all.
func (q *question) listen(limit time.Duration) bool {
	buffer := make([]byte, 256)
	for deadline := time.Now().Add(limit); !isAnswered(q.heard) && time.Now().Before(deadline); {
		n, err := unix.Read(q.fd, buffer)
		if err != nil && !errors.Is(err, unix.EINTR) {
			break
		}
		q.heard = append(q.heard, buffer[:max(n, 0)]...)
	}
	return isAnswered(q.heard)
}

// end gives the terminal its modes back, and drops what nobody has heard of an answer.
func (q *question) end() {
	set := uint(setModes)
	if !isAnswered(q.heard) {
		set = setModesAndDrop
	}
	_ = unix.IoctlSetTermios(q.fd, set, &q.before)
}
