//go:build unix

package regular

import "syscall"

// withoutWaiting lets a pipe be opened to which nobody writes (POSIX open, O_NONBLOCK). It means nothing to
// regular files.
const withoutWaiting = syscall.O_NONBLOCK
