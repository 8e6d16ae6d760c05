//go:build unix

package regular

import "syscall"

// withoutWaiting lets a pipe be opened to which nobody writes (POSIX open, O_NONBLOCK). It means nothing to
// regular files.
const withoutWaiting = syscall.O_NONBLOCK

// Own are flags to open a file of the program's own with (os.OpenFile): no pipe that has its name is waited for,
// and no link followed.
const Own = syscall.O_NONBLOCK | syscall.O_NOFOLLOW
